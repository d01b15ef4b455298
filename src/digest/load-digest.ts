/** Reads and chooses what one person's digest says now, through that person's own eyes (rule A12). Shared by the daily one, `digest now` and the preview. */
import type { Person, Viewer } from '../domain/people.ts';
import type { Taxonomy } from '../domain/taxonomy.ts';
import { explainTaste } from '../pipeline/feedback/explain-taste.ts';
import { lastDigest, shownPostings } from '../store/digests.ts';
import { getPostings } from '../store/postings.ts';
import type { Store } from '../store/store.ts';
import { askedPostings } from './asked-postings.ts';
import type { DigestContent, DigestSection } from './build-digest.ts';
import { candidateChoices } from './candidate-choices.ts';
import { chooseDigestItems, newChoices } from './choose-digest-items.ts';
import type { DigestOption } from './digest-option.ts';
import { jobChoices } from './job-choices.ts';
import type { SkillSuggestion } from './suggest-skills.ts';

export interface DigestOptions {
  store: Store;
  taxonomy: Taxonomy;
  /** 0…100 (SHOW_FROM). */
  showFrom: number;
}

export interface DigestItem {
  number: number;
  matchId: string;
  postingId: string;
  postingVersion: number;
  candidateId: string;
}

export interface LoadedDigest {
  content: Omit<DigestContent, 'schedule' | 'onRequest'>;
  items: DigestItem[];
}

/** The person as a reader of people's data. */
export const viewerOf = (person: Person): Viewer => ({ workspace: person.workspace, personId: person.id, role: person.role });

/** True when the digest has something to choose from: an own resume, or a job that shortlists were asked of. */
export async function hasDigestSource(store: Store, person: Person): Promise<boolean> {
  if (person.ownCandidateId !== undefined) return true;
  return person.role !== 'candidate' && (await askedPostings(store, viewerOf(person))).length > 0;
}

/** Undefined when nothing is worth a message (quiet, F7.1). Writes nothing. */
export async function loadDigest(options: DigestOptions, person: Person): Promise<LoadedDigest | undefined> {
  const { store, showFrom } = options;
  const viewer = viewerOf(person);
  const shown = await shownPostings(store, viewer, person.id, 0);
  const jobs = person.ownCandidateId === undefined ? undefined : await jobChoices(options, viewer, person.ownCandidateId, shown);
  const people = person.role === 'candidate' ? [] : await candidateChoices(options, viewer);
  const choices = [...(jobs?.choices ?? []), ...people];
  const chosen = chooseDigestItems(choices, { shown, showFrom });
  if (!chosen) return undefined;
  const numbered = numberSections(chosen);
  return {
    content: {
      personId: person.id,
      about: chosen.map((one) => one.candidateId),
      sections: numbered.sections,
      more: newChoices(choices, { shown, showFrom }).length - chosen.length,
      closed: await closedSince(store, viewer, person),
      taste: jobs ? explainTaste(jobs.taste).slice(0, 1) : [],
      suggestions: suggestionsOf(jobs?.suggestions, chosen),
    },
    items: numbered.items,
  };
}

/** Advice is for those who look for a job, and only beside jobs. */
const suggestionsOf = (
  suggestions: readonly SkillSuggestion[] | undefined,
  chosen: readonly DigestOption[],
): SkillSuggestion[] => (suggestions && chosen.some((one) => one.section.kind === 'jobs') ? [...suggestions] : []);

/** Jobs first, then candidates by posting; numbers run through the whole message, because a reaction names only the number. */
function numberSections(chosen: readonly DigestOption[]): { sections: DigestSection[]; items: DigestItem[] } {
  const groups = Map.groupBy(chosen, (one) => (one.section.kind === 'jobs' ? '' : one.postingId));
  const ordered = [...groups].sort(([a], [b]) => Number(a !== '') - Number(b !== '')).map(([, options]) => options);
  let number = 0;
  const items: DigestItem[] = [];
  const sections = ordered.flatMap((options): DigestSection[] => {
    const [first] = options;
    if (!first) return [];
    const shown = options.map((one) => {
      number += 1;
      const { matchId, postingId, postingVersion, candidateId } = one;
      items.push({ number, matchId, postingId, postingVersion, candidateId });
      return one.item(number);
    });
    return [{ ...first.section, items: shown }];
  });
  return { sections, items };
}

/** What the last digest showed and what is closed now; said once, because the next digest is then the last. */
async function closedSince(store: Store, viewer: Viewer, person: Person): Promise<string[]> {
  const last = await lastDigest(store, viewer, person.id);
  const postings = await getPostings(store, viewer.workspace, [...new Set(last?.items.map((item) => item.postingId))]);
  return postings
    .filter((posting) => posting.status === 'closed')
    .map(({ data }) => (data.company ? `${data.title}, ${data.company}` : data.title))
    .sort();
}

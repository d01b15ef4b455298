import type { Evidence } from '../../domain/match.ts';
import type { MonthSpan } from '../../domain/month-spans.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { coverLeadership } from './cover-leadership.ts';
import {
  type Answer,
  better,
  coverCredential,
  coverSkill,
  type LinkedUse,
  linkUses,
  monthsAsked,
  NO_ANSWER,
  useFactor,
} from './cover-skill.ts';
import { bestShare, coverByLines, coverByPapers } from './cover-wording.ts';
import type { PreparedCandidate } from './prepare-candidate.ts';
import { DEGREE_LADDER, type PreparedPosting, type PreparedRequirement } from './prepare-posting.ts';
import { LANGUAGE_LEVELS } from './read-language-level.ts';
import { type RoleRelevance, relevanceOf, relevantMonths } from './relevant-months.ts';
import { KIND_VALUES, MONTHS_GRACE } from './weights.ts';

/** What scoring one pair looks at again and again. */
export interface Pair {
  candidate: PreparedCandidate;
  posting: PreparedPosting;
  linked: ReadonlyMap<string, readonly LinkedUse[]>;
  roles: readonly RoleRelevance[];
  /** Months of experience weighted by relevance. */
  months: number;
}

/** Puts the two sides together: what every factor needs is worked out once. */
export function pairUp(candidate: PreparedCandidate, posting: PreparedPosting, taxonomy: Taxonomy): Pair {
  const roles = relevanceOf(candidate, posting, taxonomy);
  return { candidate, posting, linked: linkUses(candidate, posting), roles, months: relevantMonths(roles) };
}

/** Part of a dictionary answer that depends on the other words of the line: "breakdown maintenance" of *factories*. */
const OTHER_WORDS = 0.2;

function coverSkills(pair: Pair, wanted: PreparedRequirement): Answer {
  const answers = wanted.skills.map((skill) => {
    const use = (): Answer => coverSkill(pair.linked.get(skill.id) ?? [], wanted.requirement, pair.roles, pair.candidate.today);
    const paper = skill.credential || wanted.requirement.credential;
    return paper ? coverCredential(pair.candidate, skill, pair.posting, use) : use();
  });
  const best = answers.reduce(better, answers.find((answer) => answer.lapsed) ?? NO_ANSWER);
  if (wanted.anySkill || answers.length === 0) return best;
  return { ...best, value: answers.reduce((sum, answer) => sum + answer.value, 0) / answers.length };
}

function coverLanguage(pair: Pair, asked: { code: string; level?: string }): Answer {
  const known = pair.candidate.facts.languages.find((language) => language.code === asked.code);
  if (!known) return NO_ANSWER;
  const line = [known.code, known.level].filter(Boolean).join(' ');
  if (!asked.level) return { value: 1, kind: 'exact', line, months: 0 };
  // A language without a level was listed or written: taken as good command, one rung below what business asks for.
  const rungs = LANGUAGE_LEVELS.indexOf(known.level ?? 'B2') - LANGUAGE_LEVELS.indexOf(asked.level);
  const value = rungs >= 0 ? 1 : rungs === -1 ? KIND_VALUES.broader : 0.2;
  return { value, kind: rungs >= 0 ? 'exact' : 'related', line, months: 0 };
}

/** A degree named in a requirement: level reached, and its field where the line names one. */
function coverDegree(pair: Pair, wanted: PreparedRequirement): Answer {
  if (!wanted.degree) return NO_ANSWER;
  const asked = DEGREE_LADDER.indexOf(wanted.degree.level);
  let answer = NO_ANSWER;
  for (const entry of pair.candidate.facts.education) {
    if (!entry.finished || !entry.level || DEGREE_LADDER.indexOf(entry.level) < asked) continue;
    answer = better(answer, {
      value: wanted.degree.area ? KIND_VALUES.broader : 1,
      kind: wanted.degree.area ? 'broader' : 'exact',
      line: entry.text,
      months: 0,
    });
  }
  if (answer.value === 0 || !wanted.degree.area) return answer;
  const share = coverByPapers(pair.candidate, wanted.words, true).value;
  return share > answer.value ? { ...answer, value: Math.max(answer.value, share), kind: 'narrower' } : answer;
}

/** What a like title suggests about wording that nothing else answers: whoever does the same work has probably done this too. */
const TITLE_SUGGESTS = 0.3;
/** Titles alike from here on are the same line of work. */
const ALIKE_TITLE = 0.5;

/** How strongly titles may answer a requirement: named in it ("three years as a bookkeeper"), or only suggested by the work as a whole. */
function titleWorth(pair: Pair, wanted: PreparedRequirement): number {
  const named = wanted.title !== undefined && wanted.title.function === pair.posting.title?.function;
  if (named) return KIND_VALUES.broader;
  // What a dictionary or a document could show is not to be guessed from a title.
  const unreadable =
    wanted.skills.length === 0 && !wanted.requirement.credential && !wanted.degree && wanted.people === undefined;
  return unreadable ? TITLE_SUGGESTS : 0;
}

/** The months of roles with a title like the posting's, each counted by its likeness. */
function coverTitle(pair: Pair, wanted: PreparedRequirement): Answer {
  const worth = titleWorth(pair, wanted);
  const alike = pair.roles.filter(({ title }) => title >= ALIKE_TITLE);
  if (worth === 0 || alike.length === 0) return NO_ANSWER;
  let answer = NO_ANSWER;
  const spans: MonthSpan[] = [];
  // A closer title first: a further, less alike role adds months at its own likeness and can only help.
  for (const { role, title } of [...alike].sort((a, b) => b.title - a.title)) {
    spans.push(role.span);
    const { factor, months, last } = useFactor(spans, monthsAsked(wanted.requirement), pair.candidate.today);
    const line = role.facts.title;
    answer = better(answer, {
      value: worth * title * factor,
      kind: 'broader',
      line,
      months,
      ...(last !== undefined && { last }),
    });
  }
  return answer;
}

function coverYears(pair: Pair, wanted: PreparedRequirement): Answer {
  const asked = wanted.requirement.months ?? 0;
  const value = pair.months <= 0 ? 0 : Math.min(1, (pair.months + MONTHS_GRACE) / (asked + MONTHS_GRACE));
  return { value, kind: value > 0 ? 'exact' : 'none', months: Math.round(pair.months) };
}

/** The best answer to one requirement: dictionary first, then documents, degrees, titles and wording. 0…1. */
export function coverRequirement(pair: Pair, wanted: PreparedRequirement): Answer {
  if (wanted.yearsOnly) return coverYears(pair, wanted);
  if (wanted.language) return coverLanguage(pair, wanted.language);
  let answer = coverSkills(pair, wanted);
  if (answer.lapsed) return answer;
  if (answer.value > 0 && wanted.otherWords.length > 0) {
    const share = bestShare(pair.candidate, wanted.otherWords);
    answer = { ...answer, value: answer.value * (1 - OTHER_WORDS + OTHER_WORDS * share) };
  }
  // "Led" and "team" are in many lines: whether people were led is read from the role, not from shared words.
  if (wanted.people !== undefined) return better(answer, coverLeadership(pair.roles, wanted, pair.candidate.today));
  answer = better(answer, coverByLines(pair.candidate, pair.roles, wanted.words, wanted.requirement));
  // Documents answer what one holds; what one has done for months is answered by months.
  const papers = wanted.requirement.credential || wanted.requirement.months === undefined;
  if (papers) answer = better(answer, coverByPapers(pair.candidate, wanted.words, wanted.requirement.credential));
  answer = better(answer, coverDegree(pair, wanted));
  return better(answer, coverTitle(pair, wanted));
}

export function kindOfAnswer(answer: Answer): Evidence['kind'] {
  return answer.value > 0 ? answer.kind : 'none';
}

import { foldText } from '../../domain/fold-text.ts';
import type { DegreeLevel, Posting, Requirement } from '../../domain/posting.ts';
import type { DegreeFacts, Taxonomy, TitleFacts } from '../../domain/taxonomy.ts';
import { leadershipAsked } from './cover-leadership.ts';
import { readLanguageLevel } from './read-language-level.ts';
import { refusesSponsorship } from './refuses-sponsorship.ts';
import { REQUIREMENT_FILLER } from './requirement-filler.ts';
import { clipIdf, REQUIREMENT_WEIGHTS, UNREAD_IDF } from './weights.ts';
import { type WantedWord, wantedWord } from './word-index.ts';

export type SkillLink = 'same' | 'narrower' | 'broader' | 'related';

/** A skill that a requirement names. */
export interface WantedSkill {
  id: string;
  name: string;
  idf: number;
  credential: boolean;
}
export interface PreparedRequirement {
  requirement: Requirement;
  /** Type × how telling. */
  weight: number;
  skills: readonly WantedSkill[];
  /** One of the skills is enough ("A or B", "such as"). */
  anySkill: boolean;
  words: readonly WantedWord[];
  /** Words that no dictionary skill of the line explains. */
  otherWords: readonly WantedWord[];
  /** Nothing but an amount of experience: answered by the relevant months. */
  yearsOnly: boolean;
  language?: { code: string; level?: string };
  degree?: DegreeFacts;
  title?: TitleFacts;
  /** Asks to have led at least so many people. */
  people?: number;
}
export interface PreparedPosting {
  posting: Posting;
  title?: TitleFacts;
  requirements: readonly PreparedRequirement[];
  /** Says that the right to work must be there already. */
  refusesSponsorship: boolean;
  /** All skills that the posting asks for or would like. */
  skills: readonly WantedSkill[];
  /** Wanted skills that a skill answers, and how; remembered, because a posting meets the same skills again and again. */
  linksOf(have: string): readonly { want: string; link: SkillLink }[];
}

const ONE_IS_ENOUGH =
  /(?:^|[\s(,])(?:or|oder|ou|o|u|of|lub|e\.g\.|eg|such as|like|including one of|one of|either|any of|z\.\s?b\.|wie|beispielsweise|par exemple|tel(?:le)?s? que|comme|como|por ejemplo|ad esempio|bijv\.|zoals|np\.)[\s,:]|\bor\b|\w\s?\/\s?\w/iu;
/** Words beside which the name of a language means the language. */
const LANGUAGE_CUE =
  /\b(?:fluent\w*|fluency|spoken|speak\w*|speaker|language\w*|written|verbal|native|bilingual|level|[abc][12]|conversational|sprach\w*|kenntnis\w*|fliessend\w*|verhandlungssicher\w*|wort und schrift|muttersprach\w*|courant\w*|parl\w*|langue\w*|lu,? ecrit|maitrise|idioma\w*|habl\w*|nivel|fluid\w*|fala\w*|lingua|conoscenza|fluente|taal|vloeiend\w*|jezyk\w*|znajomosc|biegl\w*)\b/;

function linker(wants: readonly WantedSkill[], taxonomy: Taxonomy): PreparedPosting['linksOf'] {
  const known = new Map<string, readonly { want: string; link: SkillLink }[]>();
  return (have) => {
    const remembered = known.get(have);
    if (remembered) return remembered;
    const links = wants.flatMap(({ id }) => {
      const link = taxonomy.skillRelation(have, id);
      return link ? [{ want: id, link }] : [];
    });
    known.set(have, links);
    return links;
  };
}

function wantedSkill(id: string, taxonomy: Taxonomy): WantedSkill | undefined {
  const skill = taxonomy.skill(id);
  if (!skill || skill.category === 'spoken-language') return undefined;
  return { id, name: skill.name, idf: clipIdf(skill.idf), credential: skill.category === 'credential' };
}

/** The spoken language that a line asks for: named at the start of one of its words, with a cue beside it or hardly anything else. */
function languageOf(requirement: Requirement, taxonomy: Taxonomy): PreparedRequirement['language'] {
  const words = requirement.text.split(/[\s,;()/]+/).filter(Boolean);
  const cued =
    LANGUAGE_CUE.test(foldText(requirement.text)) ||
    requirement.skills.some((id) => taxonomy.skill(id)?.category === 'spoken-language');
  if (!cued && words.length > 2) return undefined;
  for (const word of words) {
    // Names of languages have a capital in English and German; elsewhere the cue decides.
    const spoken = word.length >= 4 ? taxonomy.spokenLanguage(word) : undefined;
    if (!spoken) continue;
    const level = readLanguageLevel(requirement.text);
    return { code: spoken.code, ...(level && { level }) };
  }
  return undefined;
}

function contentOf(text: string, filler: ReadonlySet<string>, taxonomy: Taxonomy): string[] {
  return [...new Set(taxonomy.contentWords(text))].filter((word) => !filler.has(word) && !/^\d+$/.test(word));
}

/** What preparing many postings has in common. */
interface Common {
  taxonomy: Taxonomy;
  filler: ReadonlySet<string>;
  wanted(word: string): WantedWord;
}

function prepareRequirement(requirement: Requirement, { taxonomy, filler, wanted }: Common): PreparedRequirement {
  const skills = requirement.skills.flatMap((id) => wantedSkill(id, taxonomy) ?? []);
  const words = contentOf(requirement.text, filler, taxonomy);
  const explained = new Set(taxonomy.findSkills(requirement.text).flatMap((mention) => taxonomy.contentWords(mention.surface)));
  const language = languageOf(requirement, taxonomy);
  const degree = skills.length > 0 && !requirement.credential ? undefined : taxonomy.readDegree(requirement.text);
  const people = leadershipAsked(requirement.text);
  const title = requirement.months === undefined ? undefined : taxonomy.readTitle(requirement.text);
  const anySkill = skills.length < 2 || ONE_IS_ENOUGH.test(requirement.text);
  const idfs = skills.map((skill) => skill.idf);
  const idf =
    idfs.length === 0 ? UNREAD_IDF : anySkill ? Math.max(...idfs) : idfs.reduce((sum, value) => sum + value, 0) / idfs.length;
  return {
    requirement,
    weight: REQUIREMENT_WEIGHTS[requirement.kind] * idf,
    skills,
    anySkill,
    words: words.map(wanted),
    otherWords: words.filter((word) => !explained.has(word)).map(wanted),
    yearsOnly: skills.length === 0 && words.length === 0 && requirement.months !== undefined,
    ...(language && { language }),
    ...(degree && { degree }),
    ...(title && { title }),
    ...(people !== undefined && { people }),
  };
}

/** Words that postings share: some ten thousand in a large feed. Emptied when there are more, which only costs time. */
const MOST_WORDS = 30_000;

/** Precomputes one posting after the other. What they share (the filler, the keys of words) is made once: it was half of the time and most of the memory. */
export function createPostingPreparer(taxonomy: Taxonomy): (posting: Posting) => PreparedPosting {
  const filler = new Set(taxonomy.contentWords(REQUIREMENT_FILLER));
  const words = new Map<string, WantedWord>();
  const wanted = (word: string): WantedWord => {
    const known = words.get(word);
    if (known) return known;
    if (words.size >= MOST_WORDS) words.clear();
    const made = wantedWord(word);
    words.set(word, made);
    return made;
  };
  return (posting) => prepare(posting, { taxonomy, filler, wanted });
}

/** Precomputes what does not depend on a candidate. For many postings: `createPostingPreparer`. */
export const preparePosting = (posting: Posting, taxonomy: Taxonomy): PreparedPosting => createPostingPreparer(taxonomy)(posting);

/** Requirements that say nothing at all are left out. */
function prepare(posting: Posting, common: Common): PreparedPosting {
  const { taxonomy } = common;
  const title = taxonomy.readTitle(posting.normalizedTitle) ?? taxonomy.readTitle(posting.title);
  const requirements = posting.requirements
    .map((requirement) => prepareRequirement(requirement, common))
    .filter((r) => r.skills.length > 0 || r.words.length > 0 || r.yearsOnly || r.language || r.degree);
  const skills = new Map(requirements.flatMap((r) => r.skills.map((skill) => [skill.id, skill] as const)));
  const wants = [...skills.values()];
  return {
    posting,
    ...(title && { title }),
    requirements,
    refusesSponsorship: refusesSponsorship(posting.description),
    skills: wants,
    linksOf: linker(wants, taxonomy),
  };
}

/** Rank on the ladder of formal levels. */
export const DEGREE_LADDER: readonly DegreeLevel[] = ['secondary', 'vocational', 'associate', 'bachelor', 'master', 'doctorate'];

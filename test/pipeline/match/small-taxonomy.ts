/** A dictionary of a dozen entries behind the same door as the shipped one, so that the formula can be computed by hand. */
import type { DegreeLevel } from '../../../src/domain/posting.ts';
import type { Place, Skill, SkillCategory, SkillMention, Taxonomy, TitleFacts } from '../../../src/domain/taxonomy.ts';

function skill(
  id: string,
  aliases: string[],
  more: { category?: SkillCategory; broader?: string[]; related?: string[]; idf?: number } = {},
): Skill {
  const { category = 'tool', broader = [], related = [], idf = 1 } = more;
  return { id, name: id.replaceAll('-', ' '), category, area: 'any', aliases, broader, related, idf };
}

const SKILLS = new Map(
  [
    skill('javascript', ['js'], { category: 'language' }),
    skill('react', ['reactjs'], { broader: ['javascript'] }),
    skill('vue', [], { broader: ['javascript'], related: ['react'] }),
    skill('typescript', ['ts'], { category: 'language' }),
    skill('kubernetes', ['k8s'], { idf: 2 }),
    skill('payroll', ['lohnabrechnung', 'paie'], { category: 'domain' }),
    skill('excel', [], { idf: 0.1 }),
    skill('welding', ['schweissen'], { category: 'method' }),
    skill('forklift-licence', ['forklift licence', 'forklift ticket'], { category: 'credential' }),
    skill('rn-licence', ['rn licence', 'registered nurse licence'], { category: 'credential' }),
  ].map((entry) => [entry.id, entry]),
);

const TITLES: Readonly<Record<string, TitleFacts>> = {
  'frontend developer': { title: 'frontend developer', function: 'software', coverage: 1 },
  'junior frontend developer': { title: 'frontend developer', function: 'software', level: 'junior', coverage: 1 },
  'senior frontend developer': { title: 'frontend developer', function: 'software', level: 'senior', coverage: 1 },
  'head of engineering': { title: 'engineering manager', function: 'software', level: 'lead', coverage: 1 },
  'backend developer': { title: 'backend developer', function: 'software', coverage: 1 },
  welder: { title: 'welder', function: 'metal', coverage: 1 },
};

const PLACES: readonly Place[] = [
  { city: 'Leeds', countryCode: 'GB', latitude: 53.796, longitude: -1.548, population: 455_123 },
  { city: 'Bradford', countryCode: 'GB', latitude: 53.794, longitude: -1.752, population: 299_310 },
  { city: 'York', countryCode: 'GB', latitude: 53.958, longitude: -1.083, population: 144_202 },
  { city: 'Berlin', countryCode: 'DE', latitude: 52.524, longitude: 13.411, population: 3_426_354 },
];

const DEGREES: readonly [RegExp, DegreeLevel][] = [
  [/\bphd\b/i, 'doctorate'],
  [/\bmsc\b|\bmaster/i, 'master'],
  [/\bbsc\b|\bbachelor/i, 'bachelor'],
  [/\bapprenticeship\b/i, 'vocational'],
];

const LANGUAGES: Readonly<Record<string, { code: string; name: string }>> = {
  german: { code: 'de', name: 'German' },
  english: { code: 'en', name: 'English' },
  french: { code: 'fr', name: 'French' },
};

const STOP_WORDS = new Set([
  'the',
  'a',
  'an',
  'of',
  'in',
  'and',
  'or',
  'for',
  'with',
  'to',
  'on',
  'at',
  'as',
  'i',
  'my',
  'they',
  'their',
]);

function spellings(entry: Skill): string[] {
  return [entry.name, ...entry.aliases];
}

const PATTERNS = [...SKILLS.values()]
  .flatMap((entry) =>
    spellings(entry).map((spelling) => ({ entry, spelling, pattern: new RegExp(`(?<![a-z])${spelling}(?![a-z])`, 'g') })),
  )
  .sort((a, b) => b.spelling.length - a.spelling.length);

function findSkills(text: string): SkillMention[] {
  const found: SkillMention[] = [];
  const folded = text.toLowerCase();
  for (const { entry, spelling, pattern } of PATTERNS) {
    for (const hit of folded.matchAll(pattern)) {
      const [start, end] = [hit.index, hit.index + spelling.length];
      if (found.some((other) => start < other.end && end > other.start)) continue;
      found.push({ skill: entry, surface: text.slice(start, end), start, end, exact: spelling === entry.name });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function relation(have: string, want: string): 'same' | 'narrower' | 'broader' | 'related' | undefined {
  if (have === want) return 'same';
  if (SKILLS.get(have)?.broader.includes(want)) return 'narrower';
  if (SKILLS.get(want)?.broader.includes(have)) return 'broader';
  return SKILLS.get(have)?.related.includes(want) || SKILLS.get(want)?.related.includes(have) ? 'related' : undefined;
}

export function smallTaxonomy(): Taxonomy {
  return {
    version: 'test',
    skill: (id) => SKILLS.get(id),
    findSkills,
    lookupSkill: (phrase) => findSkills(phrase).find((mention) => mention.surface.length === phrase.trim().length),
    skillRelation: relation,
    readTitle: (text) => TITLES[text.trim().toLowerCase()],
    titleSimilarity: (a, b) => (a.title === b.title ? 1 : a.function === b.function ? 0.5 : 0),
    readDegree: (text) => {
      const level = DEGREES.find(([pattern]) => pattern.test(text))?.[1];
      return level && { level, studyType: text };
    },
    findPlace: (text) => PLACES.find((place) => place.city === text.trim()),
    countryCode: (text) => (text === 'Germany' ? 'DE' : undefined),
    spokenLanguage: (text) => {
      const [word = '', ...rest] = text.split(' ');
      const known = LANGUAGES[word.toLowerCase()];
      return known && { ...known, rest: rest.join(' ') };
    },
    contentWords: (text) => (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter((word) => !STOP_WORDS.has(word)),
  };
}

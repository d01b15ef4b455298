/** Wishes in exact phrases: `remote only`, `not Acme`, `at least 60k EUR` (F2.6). A line that is not wholly such a phrase is none: prose says nothing here. */
import type { Preferences } from '../../domain/match.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { companyKey } from '../match/same-company.ts';
import { type PayWish, parsePay } from './parse-pay.ts';
import { cleanValue } from './read-value.ts';

/** What one line asks for. */
export interface PreferenceChange {
  set?: Partial<Omit<Preferences, 'version' | 'salary' | 'excludedCompanies'>>;
  exclude?: readonly string[];
  include?: readonly string[];
  pay?: PayWish;
  /** No wishes any more. */
  clear?: true;
}

export interface PreferenceContext {
  taxonomy: Pick<Taxonomy, 'findPlace' | 'spokenLanguage'>;
  /** The line stands behind `prefer`: a name needs no capital letter to be one. */
  explicit?: boolean;
  /** Companies that the message answered names: `not acme` needs no capital letter then. */
  companies?: readonly string[];
}

const LONGEST_LINE = 120;
const MOST_NAMES = 20;

const REMOTE: Readonly<Record<string, NonNullable<Preferences['remote']>>> = {
  'remote only': 'only',
  'only remote': 'only',
  'fully remote': 'only',
  'remote: only': 'only',
  'remote=only': 'only',
  'remote preferred': 'preferred',
  'preferably remote': 'preferred',
  'prefer remote': 'preferred',
  'remote: preferred': 'preferred',
  'remote=preferred': 'preferred',
  'no remote': 'no',
  'not remote': 'no',
  'remote: no': 'no',
  'remote=no': 'no',
  'on-site only': 'no',
  'onsite only': 'no',
};

const RELOCATE: Readonly<Record<string, boolean>> = {
  'relocate yes': true,
  'relocate: yes': true,
  'relocate=yes': true,
  'relocation yes': true,
  'relocation: yes': true,
  'willing to relocate': true,
  'will relocate': true,
  'relocate no': false,
  'relocate: no': false,
  'relocate=no': false,
  'relocation no': false,
  'relocation: no': false,
  'no relocation': false,
  'not willing to relocate': false,
  'will not relocate': false,
};

const SPONSORSHIP: Readonly<Record<string, boolean>> = {
  'need sponsorship': true,
  'needs sponsorship': true,
  'sponsorship: yes': true,
  'sponsorship yes': true,
  'visa sponsorship needed': true,
  'need visa sponsorship': true,
  'no sponsorship needed': false,
  'sponsorship: no': false,
  'sponsorship no': false,
};

const CLEAR = new Set(['preferences clear', 'clear preferences', 'preferences: none', 'no preferences']);

/** Undefined: the line is something else. */
export function parsePreferenceLine(line: string, context: PreferenceContext): PreferenceChange | undefined {
  const text = line
    .trim()
    .replace(/^(?:[-*•]\s+)/, '')
    .replace(/\s+/g, ' ')
    .replace(/[.!]$/, '');
  if (text === '' || text.length > LONGEST_LINE) return undefined;
  const key = text.toLowerCase();
  if (CLEAR.has(key)) return { clear: true };
  const remote = REMOTE[key];
  if (remote) return { set: { remote } };
  const willingToRelocate = RELOCATE[key];
  if (willingToRelocate !== undefined) return { set: { willingToRelocate } };
  const needsSponsorship = SPONSORSHIP[key];
  if (needsSponsorship !== undefined) return { set: { needsSponsorship } };
  const pay = parsePay(text);
  if (pay) return { pay };
  return employment(key) ?? labelled(text, context) ?? companies(text, context) ?? places(text, context);
}

const TYPES: Readonly<Record<string, string>> = {
  'full-time': 'full-time',
  'full time': 'full-time',
  fulltime: 'full-time',
  'part-time': 'part-time',
  'part time': 'part-time',
  parttime: 'part-time',
  contract: 'contract',
  freelance: 'contract',
  temporary: 'temporary',
  internship: 'internship',
  apprenticeship: 'apprenticeship',
};

const OR = /\s*(?:,|\/|\bor\b|\band\b)\s*/i;
const namesIn = (text: string): string[] =>
  text
    .split(OR)
    .map(cleanValue)
    .filter((name) => name !== '')
    .slice(0, MOST_NAMES);

function employment(key: string): PreferenceChange | undefined {
  const words = namesIn(key.replace(/ only$/, ''));
  const types = words.map((word) => TYPES[word]).filter((type) => type !== undefined);
  return types.length > 0 && types.length === words.length ? { set: { employmentTypes: [...new Set(types)] } } : undefined;
}

/** `roles: Backend Developer, Data Engineer`: a label and a list. */
const LABELLED: readonly { words: RegExp; change(names: string[]): PreferenceChange }[] = [
  { words: /^(?:wished |desired )?(?:roles?|jobs|titles|job titles|positions)$/, change: (titles) => ({ set: { titles } }) },
  { words: /^(?:wished |desired )?(?:places|cities|locations)$/, change: (cities) => ({ set: { cities } }) },
  {
    words: /^company sizes?$/,
    change: (companySizes) => ({ set: { companySizes } }),
  },
  {
    words: /^(?:work authori[sz]ation|work permit|right to work|authori[sz]ed to work(?: in)?|may work in)$/,
    change: (workAuthorisation) => ({ set: { workAuthorisation } }),
  },
  {
    words: /^(?:work(?:ing)? languages?|job languages?|language at work)$/,
    change: (workLanguages) => ({ set: { workLanguages } }),
  },
];

const NO_NAMES = /^(?:any|anything|all|none|-)$/i;

function labelled(text: string, { taxonomy }: PreferenceContext): PreferenceChange | undefined {
  const found = /^([a-z ]{3,24}?)\s*[:=]\s*(.+)$/i.exec(text);
  const rule = found && LABELLED.find((one) => one.words.test((found[1] ?? '').toLowerCase()));
  if (!found || !rule) return undefined;
  const names = NO_NAMES.test(found[2] ?? '') ? [] : namesIn(found[2] ?? '');
  // A list of names, not a sentence behind a colon.
  if (names.some((name) => name.split(' ').length > 6)) return undefined;
  const change = rule.change(names);
  const languages = change.set?.workLanguages?.map((name) => taxonomy.spokenLanguage(name)?.name);
  if (languages) return languages.every((name) => name !== undefined) ? { set: { workLanguages: languages } } : undefined;
  return change;
}

/** Words behind `not` that begin a sentence, written with a capital by a telephone. */
const NOT_A_NAME =
  /^(?:a|an|the|my|your|this|that|these|those|it|sure|now|today|tomorrow|yet|really|interested|available|relevant|for|in|on|at|to|bad|good|ok|okay|possible|applicable|necessary|looking|remote|me|so|all|any|much|many|too|what|what's|only|just|anymore|again|happy|working|right|true|well|quite|exactly|another|one|number|job|full|part|again)$/i;

function companies(text: string, { companies: known = [], explicit = false }: PreferenceContext): PreferenceChange | undefined {
  const verb = /^(exclude|block|never show|no jobs (?:at|from|with)|include again|include|allow|unblock|not)\s*:?\s+(.+)$/i.exec(
    text,
  );
  if (!verb) return undefined;
  const word = (verb[1] ?? '').toLowerCase();
  const names = (verb[2] ?? '')
    .split(/\s*(?:,|\bor\b|\band\b)\s*/i)
    .map(cleanValue)
    .filter(Boolean);
  const named = (name: string): boolean =>
    known.some((one) => companyKey(one) === companyKey(name)) ||
    (explicit && name.length <= 60) ||
    (looksLikeName(name) && (word !== 'not' || !NOT_A_NAME.test(name.split(' ')[0] ?? '')));
  if (names.length === 0 || names.length > MOST_NAMES || !names.every(named)) return undefined;
  return /^(?:include|allow|unblock)/.test(word) ? { include: names } : { exclude: names };
}

/** Every word but the small ones has a capital or a digit: a name, not the rest of a sentence. */
function looksLikeName(name: string): boolean {
  const words = name.split(' ');
  const small = /^(?:&|of|the|and|for|de|la|le|du|von|van|der|den|und|e|y|di|da|\+)$/;
  return (
    words.length <= 5 &&
    name.length <= 60 &&
    /^[\p{Lu}\p{N}]/u.test(name) &&
    !/[?!:]/.test(name) &&
    words.every((word) => small.test(word) || /[\p{Lu}\p{N}]/u.test(word.charAt(0)) || /^\p{Ll}+\p{Lu}/u.test(word))
  );
}

/** `in Berlin or Leeds`: every name must be a place. */
function places(text: string, { taxonomy, explicit }: PreferenceContext): PreferenceChange | undefined {
  const list = (explicit ? /^(?:only )?in (.*)$/u : /^(?:only )?in (\p{Lu}.*)$/u).exec(
    text.replace(/^I(?=n |N )/, 'i').replace(/^Only/, 'only'),
  )?.[1];
  if (list === undefined) return undefined;
  const cities = list
    .split(/\s*(?:,|\/|\bor\b|\band\b)\s*/)
    .map(cleanValue)
    .filter(Boolean);
  const all =
    cities.length > 0 && cities.every((city) => (explicit || /^\p{Lu}/u.test(city)) && taxonomy.findPlace(city) !== undefined);
  return all ? { set: { cities } } : undefined;
}

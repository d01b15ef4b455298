import type { SkillForm } from './skill-forms.ts';

/** A place in a text where a spelling of a skill stands. */
export interface FormMatch {
  form: SkillForm;
  surface: string;
  start: number;
  end: number;
  wordCount: number;
}

const ITEM_START = /(?:^|[,;|/•·▪●:(\n\t]|[-–*] |\b(?:and|or|und|oder|et|ou|y|e|en|i|&))\s*$/iu;
const ITEM_END = /^\s*(?:$|[,;|/•·▪●)\n\t.]|[-–] |(?:and|or|und|oder|et|ou|y|e|en|i|&)\b)/iu;
const AFTER_IN = /\b(?:in|with|using|mit|en|avec|con|com|em|met|languages?:?)\s+$/iu;
/** `in Go` is the language, `in Go 2019` or `in Rust Belt towns` is not. */
const GOES_ON = /^\s+(?:\d|of\b|\p{Lu})/u;
const TRADE =
  /^[ -](?:developers?|engineers?|programm\w+|coding|code|language|microservices?|backend|services|entwickler\w*|développeu\w+)\b/iu;
/** How far, in characters, the other item of a list may be. */
const NEARBY = 60;

/** What a whole text says about its unsure matches, worked out once. */
export interface Company {
  text: string;
  trimmed: string;
  /** In order of position. */
  matches: readonly FormMatch[];
  /** Areas of the matches that need no company. */
  areas: ReadonlySet<string>;
}

export function companyOf(text: string, matches: readonly FormMatch[]): Company {
  const areas = new Set(matches.filter(({ form }) => !isUnsure(form)).map(({ form }) => form.skill.area));
  return { text, trimmed: text.trim(), matches, areas };
}

export function isUnsure(form: SkillForm): boolean {
  return form.company !== undefined || form.contextArea !== undefined;
}

/** Whether the match at `position`, whose spelling is also an ordinary word, stands where a skill would. */
export function keepsCompany(company: Company, match: FormMatch, position: number): boolean {
  const { form } = match;
  const { text } = company;
  if (company.trimmed === match.surface) return true;
  if (form.contextArea !== undefined && !company.areas.has(form.contextArea)) return false;
  if (form.company === undefined) return true;
  const before = text.slice(Math.max(0, match.start - 24), match.start);
  const after = text.slice(match.end, match.end + 24);
  if (TRADE.test(after)) return true;
  if (form.company === 'list' && AFTER_IN.test(before) && !GOES_ON.test(after)) return true;
  return (
    ITEM_START.test(before) && ITEM_END.test(after) && (hasNeighbour(company, position, -1) || hasNeighbour(company, position, 1))
  );
}

/** Walks away from the match until the distance is too great, so that a text full of unsure words stays linear (rule P6). */
function hasNeighbour({ text, matches }: Company, position: number, step: 1 | -1): boolean {
  const match = matches[position];
  for (let index = position + step; match !== undefined; index += step) {
    const other = matches[index];
    if (other === undefined) return false;
    const [left, right] = step < 0 ? [other.end, match.start] : [match.end, other.start];
    if (right - left > NEARBY) return false;
    if (right >= left && other.form.skill !== match.form.skill) return !/[.!?]\s|\n\s*\n/u.test(text.slice(left, right));
  }
  return false;
}

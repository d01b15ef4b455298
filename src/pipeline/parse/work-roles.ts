/** How well a text serves as job title, employer or place of work. */
import { foldSameLength } from '../../domain/fold-text.ts';
import { rememberAnswers } from '../../domain/remember-answers.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { cjkTitleCue, isCjkDepartment, isCjkFirm } from './cjk-cues.ts';
import type { RoleSpec } from './line-options.ts';
import { hasLegalForm, organisationCue } from './organisation-cues.ts';
import { isOwnAccount } from './own-account.ts';
import { isTown, placeScore } from './place-cue.ts';

const TERMS =
  'full[- ]?time|part[- ]?time|contract|contractor|internship|permanent|temporary|seasonal|apprenticeship|vollzeit|teilzeit|festanstellung|befristet|praktikum|cdi|cdd|interim|alternance|stage|temps plein|temps partiel|tiempo completo|media jornada|tempo pieno|tempo determinato|voltijd|deeltijd|umowa o prace|pelny etat|全职|兼职|实习|正社員|契約社員|派遣社員|アルバイト';
const CONTRACT = new RegExp(`^\\(?(?:${TERMS})\\)?$`);
const OPENS_AS_TERMS = new RegExp(
  `^\\(?(?:\\d|(?:${TERMS}|maternity|parental|fixed|elternzeit|minijob|werkstudent)(?!\\p{L}))`,
  'u',
);

/** `Part time (20 hours a week)`, `4 years in total`: how and how long somebody was employed, not what was done. */
export const saysTerms = (text: string): boolean => OPENS_AS_TERMS.test(foldSameLength(text));

const wordCount = (text: string): number => text.split(/\s+/).length;

/** `Tech Lead Java`, `Team Lead`: how high, and a title by itself. */
const LEAD = /^(?:\p{L}+[ -])?(?:tech(?:nical)?|team|squad|shift|crew|delivery|chapter)[ -]?lead(?:er)?(?![\p{L}])/iu;
const leadCue = (text: string): number => (LEAD.test(text) && wordCount(text) <= LEAD_WORDS ? LEAD_SURE : 0);
const LEAD_WORDS = 5;
const LEAD_SURE = 0.9;

/** How well a text serves as a place; each text of a section is asked for by several roles. */
type PlaceScore = (text: string) => number;

function titleScore(text: string, taxonomy: Taxonomy, placeScore: PlaceScore): number {
  const facts = taxonomy.readTitle(text);
  const main = text.replace(/\s*[(（].*$/, '').split(/,\s/)[0] ?? text;
  const cue = Math.max(cjkTitleCue(text), leadCue(text));
  const coverage = Math.max(facts?.coverage ?? 0, taxonomy.readTitle(main)?.coverage ?? 0, cue);
  let score = facts || cue > 0 ? -0.1 + 1.9 * coverage : isCjkDepartment(text) ? 0 : -0.35;
  if (hasLegalForm(text)) score -= 1.6;
  else if (organisationCue(main) >= 0.8 && leadCue(text) === 0) score -= facts && coverage > 0.6 ? 0.2 : 0.7;
  if (wordCount(text) > 10) score -= 0.5;
  if (CONTRACT.test(foldSameLength(text))) score -= 1;
  if (!facts && placeScore(text) > 0.5) score -= 0.9;
  if (PROVINCE.test(text)) score -= PROVINCE_SOONER;
  if (/^https?:|www\.|@/.test(text)) score -= 2;
  return score;
}

/** `Nisku, AB`: Alberta far more often than an able seaman, who is one where nothing else can be the title. */
const PROVINCE = /^(?:AB|BC|MB|NB|NL|NS|ON|PE|QC|SK)$/;
const PROVINCE_SOONER = 1.4;

/** Below an employer that is named once, each role has its place (`Memphis, TN`) and no employer: better none than the state. */
const STATE =
  /^(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC)$/;
const STATE_SOONER = 1.8;
const LETTERS_SOONER = 1.2;

/** `Hale, Okafor & Lund LLP`: the commas are between the names of partners. */
const PARTNERS =
  /^\p{Lu}[\p{L}'’-]+(?:, \p{Lu}[\p{L}'’-]+)+,? (?:&|and|und|et|y|e|i) \p{Lu}[\p{L}'’-]+(?: [\p{L}.]{2,12}){0,3}$/u;
const PARTNERSHIP = 1.6;

function companyScore(text: string, taxonomy: Taxonomy, placeScore: PlaceScore): number {
  if (isOwnAccount(text)) return 0.9;
  const facts = taxonomy.readTitle(text);
  const plain = text.replace(/\s*[(（].*$/, '');
  const title = Math.max(facts?.coverage ?? 0, cjkTitleCue(text), leadCue(text));
  let score = 0.25;
  if (isCjkDepartment(text)) score -= 0.8;
  if (hasLegalForm(plain)) score += 1.6;
  else if (isCjkFirm(plain)) score += 0.9;
  else if (leadCue(text) === 0) score += 1.05 * organisationCue(plain);
  if (title > 0) score -= 1.3 * title;
  else if (PARTNERS.test(plain) && !taxonomy.readTitle(plain.slice(0, plain.indexOf(',')))) score += PARTNERSHIP;
  const place = placeScore(text);
  if (place > 0.5) score -= 0.75 * place;
  if (/^[\p{Ll}]/u.test(text)) score -= 0.35;
  // `OK`, `WA`: a state far more often than a firm; other two letters (`BP`) may be one where nothing else can.
  if (/^[A-Z]{2}$/.test(text)) score -= STATE.test(text) || PROVINCE.test(text) ? STATE_SOONER : LETTERS_SOONER;
  if (wordCount(text) > 9) score -= 0.5;
  if (CONTRACT.test(foldSameLength(text))) score -= 1;
  if (/^https?:|www\.|@/.test(text)) score -= 2;
  return score;
}

function extraScore(text: string): number {
  if (CONTRACT.test(foldSameLength(text))) return 0.5;
  if (/^https?:|www\.|\.(?:com|org|net|io)\/?$/.test(text)) return 0.6;
  return -0.75;
}

/**
 * Roles of a work entry; the names are those of `Assigned.role`. `repeated` holds texts that stand in several entries: employers
 * do so more often than titles that no dictionary knows. `home` is the town that the contacts name.
 */
export function workRoles(taxonomy: Taxonomy, repeated: ReadonlySet<string>, home?: string): RoleSpec[] {
  const place = rememberAnswers((text) => placeScore(text, taxonomy));
  const again = (text: string): number => (repeated.has(text) && (taxonomy.readTitle(text)?.coverage ?? 0) < 0.5 ? 0.5 : 0);
  return [
    { role: 'title', score: (text) => titleScore(text, taxonomy, place) - again(text), comma: 0.12, missing: 1.3, max: 1 },
    { role: 'company', score: (text) => companyScore(text, taxonomy, place) + again(text), comma: 0.45, missing: 1.1, max: 1 },
    { role: 'place', score: (text) => (isTown(text, home) ? 1.15 : place(text)), comma: 0.05, missing: 0, max: 1 },
    { role: 'extra', score: extraScore, comma: 0.1, missing: 0, max: 2 },
  ];
}

/** Taking a header line for text of the entry is free far below the date and dear above it. */
export function workBodyScore(slot: number, text: string): number {
  if (slot < 0) return -1.6;
  if (slot === 0) return -2;
  return (slot === 1 ? -0.35 : 0) + Math.min(0.5, text.length / 160);
}

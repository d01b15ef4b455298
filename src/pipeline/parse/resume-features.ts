/** What says that a document is a resume, or something else, each as a number of 0…1. Cheap: one pass over the words. */
import { ASCII, foldText } from '../../domain/fold-text.ts';
import { MAIL_ADDRESS } from '../../domain/mail-address.ts';
import { DOCUMENT_CUES, type DocumentCue, PLACEHOLDER, RESUME_TITLES } from './document-cues.ts';
import type { Line } from './line.ts';
import type { Section } from './sections.ts';

export interface ResumeSigns {
  sections: readonly Section[];
  lines: readonly Line[];
  name: boolean;
  email: boolean;
  phone: boolean;
  work: number;
  education: number;
  skills: number;
  datedEntries: number;
}

const MOST_LETTERS = 60_000;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const CORE = ['work', 'education', 'skills', 'languages', 'certificates', 'summary'] as const;
const PRICE = /[€$£¥]\s?\d|\d\s?(?:€|eur|usd|gbp|chf)(?!\p{L})/giu;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
const CODE = /[{};]\s*$|=>|^\s*(?:import|const|let|def|class|return|#include)\b|^(?:[^;]*;){3}/u;
const ADDRESS = new RegExp(MAIL_ADDRESS, 'gu');
const YOU = new Set(
  'you your yours ihre ihr sie deine dein du vous votre vos tu tus usted su voce seu sua lei tuo je jouw uw twoj twoja'.split(
    ' ',
  ),
);

/** Cues by their first word: a document is looked through once, whatever the number of cues. */
interface Cue {
  phrase: string;
  kind: string;
  /** Of the phrase. */
  words: number;
}
interface CueTable {
  byFirstWord: ReadonlyMap<string, readonly Cue[]>;
  unspaced: readonly Cue[];
}

function cueTable(lists: Record<string, string>): CueTable {
  const all = Object.entries(lists).flatMap(([kind, list]) =>
    list.split('|').map((phrase) => ({ phrase, kind, words: phrase.split(' ').length })),
  );
  return {
    byFirstWord: Map.groupBy(
      all.filter((cue) => !CJK.test(cue.phrase)),
      (cue) => cue.phrase.split(' ')[0] ?? '',
    ),
    unspaced: all.filter((cue) => CJK.test(cue.phrase)),
  };
}
const KINDS = Object.keys(DOCUMENT_CUES);
const CUES = cueTable({ ...DOCUMENT_CUES, title: RESUME_TITLES });

const NONE: readonly Cue[] = [];

/** Different cues of each kind that the text holds. */
function countCues(text: string, words: readonly string[]): Map<string, number> {
  const seen = new Set<Cue>();
  words.forEach((word, at) => {
    for (const cue of CUES.byFirstWord.get(word) ?? NONE)
      if (!seen.has(cue) && (cue.words === 1 || words.slice(at, at + cue.words).join(' ') === cue.phrase)) seen.add(cue);
  });
  if (CJK.test(text)) for (const cue of CUES.unspaced) if (text.includes(cue.phrase)) seen.add(cue);
  const counts = new Map<string, number>();
  for (const { kind } of seen) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

const share = (n: number, most: number): number => Math.min(n, most) / most;
const part = (lines: readonly Line[], has: (line: Line) => boolean): number =>
  lines.filter(has).length / Math.max(1, lines.length);

function structure({ sections, lines, ...signs }: ResumeSigns) {
  const filled = sections.filter((section) => section.lines.length > 0 && section.heading !== undefined);
  const kinds = new Set(filled.flatMap((section) => section.kinds));
  const strange = filled.filter((section) => section.kinds.every((kind) => kind === 'other'));
  const core = filled.filter((section) => section.kinds.some((kind) => CORE.some((one) => one === kind)));
  return {
    core: share(CORE.filter((kind) => kinds.has(kind)).length, 5),
    workOrStudies: kinds.has('work') || kinds.has('education') ? 1 : 0,
    strangeHeadings: strange.length / Math.max(2, filled.length),
    inSections: core.reduce((n, section) => n + section.lines.length, 0) / Math.max(1, lines.length),
    dated: share(signs.datedEntries, 4),
    anyDated: signs.datedEntries > 0 ? 1 : 0,
    entries: share(signs.work + signs.education, 4),
    skills: share(signs.skills, 8),
    name: signs.name ? 1 : 0,
    email: signs.email ? 1 : 0,
    phone: signs.phone ? 1 : 0,
  };
}

function wording(lines: readonly Line[]) {
  const text = foldText(
    lines
      .map((line) => line.text)
      .join('\n')
      .slice(0, MOST_LETTERS),
  );
  const words = text.match(ASCII.test(text) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];
  const mailed = text.split('\n').filter((line) => line.includes('@'));
  const cues = countCues(text, words);
  const cue = (kind: DocumentCue): number => share(cues.get(kind) ?? 0, 3);
  const all = Math.max(1, words.length);
  return {
    letter: cue('letter'),
    invoice: cue('invoice'),
    money: cue('money'),
    advert: cue('advert'),
    news: cue('news'),
    legal: cue('legal'),
    testimony: cue('testimony'),
    proceedings: cue('proceedings'),
    guide: cue('guide'),
    title: share(cues.get('title') ?? 0, 1),
    // One habit of speech proves little, several of one kind do.
    clearlyOther: share(Math.max(0, ...KINDS.map((kind) => cues.get(kind) ?? 0).map((n) => n - 2)), 2),
    placeholders: share([...text.matchAll(PLACEHOLDER)].length, 3),
    prices: share([...text.matchAll(PRICE)].length, 6),
    years: share([...text.matchAll(YEAR)].length, 6),
    addresses: share(Math.max(0, new Set(mailed.join('\n').match(ADDRESS)).size - 1), 3),
    you: Math.min(1, (20 * words.filter((word) => YOU.has(word)).length) / all),
    brief: text.length < 160 ? 1 : 0,
  };
}

/** Every number that `judgeResume` weighs. */
export function resumeFeatures(signs: ResumeSigns) {
  const { lines } = signs;
  const [built, worded] = [structure(signs), wording(lines)];
  return {
    ...built,
    ...worded,
    // A resume of many sections may well speak of invoices; what has one section and speaks of nothing else is none.
    otherAndBare: worded.clearlyOther * (1 - built.core),
    blanksToFill: worded.placeholders === 1 ? 1 : 0,
    prose: part(lines, (line) => line.text.length > 85 && !line.bullet),
    code: part(lines, (line) => CODE.test(line.text)),
  };
}
export type ResumeFeatures = ReturnType<typeof resumeFeatures>;

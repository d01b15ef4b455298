/** What people say of their work authorisation, the roles they want, moving, notice and driving licences: as printed, and what is sure of it. */
import { foldLetters } from '../../domain/fold-text.ts';
import type { StatedAuthorisation, StatedFacts } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { readConditions, readRelocation } from '../match/read-conditions.ts';
import { isDrivingLicence, isLicenceLabel } from './driving-licence.ts';
import { type Found, found } from './found.ts';
import type { Line } from './line.ts';
import type { Section } from './sections.ts';
import { splitCommas, splitList, splitStrong } from './split-list.ts';
import { FREE_TO_WORK, PERMIT, SAYS_NO, type StatedKind, statedKindOf, WORK_AUTHORISATION } from './stated-words.ts';
import type { Trace } from './trace.ts';

export type StatedFound = Record<StatedKind, Found[]>;

/** Where people speak of themselves: jobs and projects speak of others' visas too. */
const PLACES: ReadonlySet<string> = new Set(['header', 'contact', 'profiles', 'other', 'summary']);
const LABELLED = /^([^:：]{2,60}?)\s?[:：]\s*(.*)$/su;
const PERSONAL =
  /^(?:nationalit\w*|nacionalidade?|nazionalita|staatsangehorigkeit|staatsburgerschaft|citizenship|cittadinanza|obywatelstwo|nationaliteit|国籍|國籍|국적)$/u;
const LONGEST = 140;
const LABELLED_SURE = 0.95;
const SAID_SURE = 0.9;
/** What was done in the past is no wish: `Relocated from Oslo`, `office relocation`. */
const MOVED = /\b(?:relocated|moved|relocation of|relocation project|umgezogen)\b/;

interface Piece {
  text: string;
  line: Line;
}

/** Pieces of the lines that may say such things, with the label that stands before: on the line, or as its heading. */
function* labelledPieces(sections: readonly Section[]): Generator<{ label: string; piece: Piece }> {
  for (const { kinds, heading = '', lines } of sections) {
    const [kind = ''] = kinds;
    if (!PLACES.has(kind)) continue;
    for (const line of lines) {
      const cells = kind === 'summary' ? [line.text] : line.segments.flatMap((segment) => splitStrong(segment.text));
      for (const [at, cell] of cells.entries()) {
        const [, label, value] = LABELLED.exec(cell) ?? [];
        if (label !== undefined && value) yield { label, piece: { text: value, line } };
        else if (isAnnouncement(cell.replace(/\s?[:：]$/u, '')) && cells.length > 1) continue;
        else yield { label: cells[at - 1]?.replace(/\s?[:：]$/u, '') ?? heading, piece: { text: cell, line } };
      }
    }
  }
}

const isAnnouncement = (text: string): boolean => statedKindOf(text) !== undefined || isLicenceLabel(text);

/** `Indian, valid UK visa` behind `Nationality`: only what speaks of permission. */
function authorisationIn(label: string, text: string): string | undefined {
  if (!PERSONAL.test(foldLetters(label))) return WORK_AUTHORISATION.test(foldLetters(text)) ? text : undefined;
  return splitCommas(text).find((part) => WORK_AUTHORISATION.test(foldLetters(part)));
}

function kindsOf(label: string, text: string, taxonomy: Taxonomy): [StatedKind, string][] {
  const announced = statedKindOf(label);
  if (announced) return [[announced, text]];
  if (isLicenceLabel(label)) return [['drivingLicences', text]];
  if (isDrivingLicence(text)) return [['drivingLicences', text]];
  const permission = authorisationIn(label, text);
  if (permission !== undefined) return [['workAuthorisation', permission]];
  return readRelocation([text], taxonomy).willing && !MOVED.test(foldLetters(text)) ? [['relocation', text]] : [];
}

/** `licences` were found among the skills. */
export function readStated(sections: readonly Section[], licences: readonly Found[], taxonomy: Taxonomy): StatedFound {
  const stated: StatedFound = {
    workAuthorisation: [],
    desiredRoles: [],
    relocation: [],
    notice: [],
    drivingLicences: [...licences],
  };
  for (const { label, piece } of labelledPieces(sections)) {
    const { text, line } = piece;
    if (text.length > LONGEST || !/[\p{L}\p{N}]/u.test(text)) continue;
    for (const [kind, said] of kindsOf(label, text, taxonomy)) {
      const parts = kind === 'desiredRoles' ? splitList(said) : [said];
      for (const part of parts) {
        const value = found(part.replace(/[.;,]$/, ''), [line], statedKindOf(label) ? LABELLED_SURE : SAID_SURE);
        if (value && !stated[kind].some((one) => one.value === value.value)) stated[kind].push(value);
      }
    }
  }
  return stated;
}

/** As it stands in the meta data; undefined where nothing is said. */
export function writeStated(stated: StatedFound, trace: Trace, taxonomy: Taxonomy): StatedFacts | undefined {
  const kept = (kind: StatedKind): string[] =>
    stated[kind].flatMap((one, at) => {
      trace.note(`stated.${kind}.${at}`, one.confidence, one.lines);
      return [one.value];
    });
  const facts: StatedFacts = {};
  const [permissions, roles, moves, notices, licences] = (
    ['workAuthorisation', 'desiredRoles', 'relocation', 'notice', 'drivingLicences'] as const
  ).map(kept);
  if (permissions?.length) facts.workAuthorisation = permissions.map((text) => normalised(text, taxonomy));
  if (roles?.length) facts.desiredRoles = roles.map((text) => roleOf(text, taxonomy));
  if (moves?.length) facts.relocation = moves.map((text) => moveOf(text, taxonomy));
  if (notices?.length) facts.notice = notices.map(noticeOf);
  if (licences?.length) facts.drivingLicences = licences;
  return Object.keys(facts).length > 0 ? facts : undefined;
}

/** Only what the words themselves say; a country where one alone is named. */
function normalised(text: string, taxonomy: Taxonomy): StatedAuthorisation {
  const folded = foldLetters(text);
  const needs = readConditions([text]).includes('needs-sponsorship');
  const status = needs
    ? 'needs-sponsorship'
    : FREE_TO_WORK.test(folded)
      ? 'free'
      : PERMIT.test(folded) && !SAYS_NO.test(folded)
        ? 'permit'
        : undefined;
  const countries = countriesIn(text, taxonomy);
  const [countryCode] = countries;
  return { text, ...(status && { status }), ...(countryCode && countries.length === 1 && { countryCode }) };
}

/** Countries by their names; nobody's nationality is one. */
function countriesIn(text: string, taxonomy: Taxonomy): string[] {
  const words = text.split(/[\s,;()/]+/).filter(Boolean);
  const named = words.flatMap((_, at) =>
    [1, 2, 3].flatMap((count) => {
      const phrase = words
        .slice(at, at + count)
        .join(' ')
        .replace(/(?<=\p{L}{2})\.$/u, '');
      return /^\p{Lu}\p{L}*\.?[\p{L}. ]+$/u.test(phrase) ? (taxonomy.countryCode(phrase) ?? []) : [];
    }),
  );
  return [...new Set(named)];
}

function roleOf(text: string, taxonomy: Taxonomy): { text: string; title?: string } {
  const facts = taxonomy.readTitle(text);
  return facts && facts.coverage >= 0.4 ? { text, title: facts.title } : { text };
}

function moveOf(text: string, taxonomy: Taxonomy): { text: string; willing?: boolean; cities?: string[] } {
  const folded = foldLetters(text);
  const { willing, cities } = readRelocation([text], taxonomy);
  if (willing) return { text, willing, ...(cities.length > 0 && { cities }) };
  if (/^(?:yes|ja|oui|si|sim|tak|да|готов\p{L}*|可|是)\b/u.test(folded)) return { text, willing: true };
  return /^(?:no|nein|non|nao|nie|not|нет|不)\b/u.test(folded) ? { text, willing: false } : { text };
}

const AT_ONCE =
  /\b(?:immediate(?:ly)?|at once|now|asap|sofort|ab sofort|immediate|immediatement|des maintenant|inmediat[ao]|imediat[ao]|immediat[ao]|per direct|direct|od zaraz|natychmiast\w*|omgaende|straks|heti|ihned|hemen)\b|即日|随时|隨時|즉시/u;
const IN_TIME =
  /\b(\d{1,2}|one|two|three|four|six|ein(?:e|en)?|zwei|drei|sechs|une?|deux|trois|dos|tres|due|twee|drie|dwa|trzy) ?(?:calendar )?(days?|tage?n?|jours?|dias|giorni|dagen|dni|weeks?|wochen?|semaines?|semanas|settimane|weken|tygodni\w*|months?|monate?n?|mois|mes(?:es)?|mesi|maanden|maand|miesi\w+|veckor|uger|uker)\b/u;
const NUMBERS: Readonly<Record<string, number>> = {
  ...{
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    six: 6,
    ein: 1,
    eine: 1,
    einen: 1,
    zwei: 2,
    drei: 3,
    sechs: 6,
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
  },
  ...{ dos: 2, tres: 3, due: 2, twee: 2, drie: 3, dwa: 2, trzy: 3 },
};

/** Days where they can be told: a month has 30. */
function noticeOf(text: string): { text: string; days?: number } {
  const folded = foldLetters(text);
  const [, count = '', unit = ''] = IN_TIME.exec(folded) ?? [];
  const number = NUMBERS[count] ?? Number(count);
  if (unit !== '' && number > 0) {
    const length = /^(?:d|ta|jo|gi)/.test(unit) ? 1 : /^(?:w|se|ty|ve|ug|uk)/.test(unit) ? 7 : 30;
    return { text, days: number * length };
  }
  return AT_ONCE.test(folded) && !/\bnot\b/.test(folded) ? { text, days: 0 } : { text };
}

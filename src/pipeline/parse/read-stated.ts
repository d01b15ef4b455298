/** What people say of their work authorisation, the roles they want, moving, notice and driving licences: as printed, and what is sure of it. */
import { foldLetters } from '../../domain/fold-text.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { readRelocation } from '../match/read-conditions.ts';
import { splitClauses } from '../match/split-clauses.ts';
import { findDateSpans } from './date-range.ts';
import { isDrivingLicence, isLicenceLabel, isLicenceUnder } from './driving-licence.ts';
import { type Found, found } from './found.ts';
import type { Line } from './line.ts';
import type { Section } from './sections.ts';
import { splitCommas, splitList, splitStrong } from './split-list.ts';
import { moveOf, noticeOf, roleOf } from './stated-values.ts';
import { type StatedKind, statedKindOf, WORK_AUTHORISATION } from './stated-words.ts';

export type StatedFound = Record<StatedKind, Found[]>;

/** Where people speak of themselves: jobs and projects speak of others' visas too. */
const PLACES: ReadonlySet<string> = new Set(['header', 'contact', 'profiles', 'other']);
const LABELLED = /^([^:：]{2,60}?)\s?[:：]\s*(.*)$/su;
const PERSONAL =
  /^(?:nationalit\w*|nacionalidade?|nazionalita|staatsangehorigkeit|staatsburgerschaft|citizenship|cittadinanza|obywatelstwo|nationaliteit|国籍|國籍|국적)$/u;
const LONGEST = 140;
/** A section that states such a thing is short. */
const LONGEST_HEADED = 70;
const MOST_HEADED = 3;
/** No head and no sections beside have more (rule P6). */
const MOST_PIECES = 1000;
const CUT_OFF = /\s(?:to|in|for|and|the|a|nach|in|und|à|a|en|et|pour|para|y|e|di|per|naar|do|w)$/u;
const LABELLED_SURE = 0.95;
const SAID_SURE = 0.9;
/** What was done in the past is no wish: `Relocated from Oslo`, `office relocation`. */
const MOVED = /\b(?:relocated|moved|relocation of|relocation project|umgezogen)\b/;

interface Piece {
  text: string;
  line: Line;
}

interface LabelledPiece {
  label: string;
  piece: Piece;
  /** The label is the heading above, and what stands there may be prose. */
  headed?: boolean;
}

/** Pieces of the lines that may say such things, with the label that stands before: on the line, or as its heading. */
function* labelledPieces(sections: readonly Section[]): Generator<LabelledPiece> {
  for (const { kinds, heading = '', lines } of sections) {
    const [kind = ''] = kinds;
    if (!PLACES.has(kind)) continue;
    for (const line of lines) {
      const cells = line.segments.flatMap((segment) => splitStrong(segment.text));
      for (const [at, cell] of cells.entries()) {
        const [, label, value] = LABELLED.exec(cell) ?? [];
        const before = cells[at - 1]?.replace(/\s?[:：]$/u, '');
        if (label !== undefined && value) yield { label, piece: { text: value, line } };
        else if (isAnnouncement(cell.replace(/\s?[:：]$/u, '')) && cells.length > 1) continue;
        else if (before !== undefined && isAnnouncement(before)) yield { label: before, piece: { text: cell, line } };
        else yield { label: lines.length <= MOST_HEADED ? heading : '', piece: { text: cell, line }, headed: true };
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

/** Below a heading stands a statement, or a paragraph of which nothing is one. */
function isStatement(kind: StatedKind, text: string, taxonomy: Taxonomy): boolean {
  if (text.length > LONGEST_HEADED || /[.!?]\s+\p{L}/u.test(text)) return false;
  if (kind === 'notice') return noticeOf(text).days !== undefined || findDateSpans(text).length > 0;
  if (kind === 'relocation') return moveOf(text, taxonomy).willing !== undefined;
  if (kind === 'desiredRoles') return splitList(text).every((part) => roleOf(part, taxonomy).title !== undefined);
  return true;
}

/** The sentence that says it; a line of a paragraph that begins or ends in the middle of one says nothing. */
function movingIn(text: string, taxonomy: Taxonomy): string | undefined {
  return splitClauses(text).find(
    (clause) =>
      /^\p{Lu}/u.test(clause) &&
      !CUT_OFF.test(clause) &&
      !MOVED.test(foldLetters(clause)) &&
      readRelocation([clause], taxonomy).willing,
  );
}

function kindsOf({ label, piece: { text }, headed }: LabelledPiece, taxonomy: Taxonomy): [StatedKind, string][] {
  const announced = statedKindOf(label);
  if (announced && (!headed || isStatement(announced, text, taxonomy))) return [[announced, text]];
  if (isLicenceLabel(label)) return [['drivingLicences', text]];
  if (isDrivingLicence(text) || isLicenceUnder(label, text)) return [['drivingLicences', text]];
  const permission = authorisationIn(label, text);
  if (permission !== undefined) return [['workAuthorisation', permission]];
  const move = movingIn(text, taxonomy);
  return move === undefined ? [] : [['relocation', move]];
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
  let left = MOST_PIECES;
  for (const labelled of labelledPieces(sections)) {
    if (left-- === 0) break;
    const { label, piece } = labelled;
    const { text, line } = piece;
    if (text.length > LONGEST || !/[\p{L}\p{N}]/u.test(text)) continue;
    for (const [kind, said] of kindsOf(labelled, taxonomy)) {
      const parts = kind === 'desiredRoles' ? splitList(said) : [said];
      for (const part of parts) {
        const value = found(part.replace(/[.;,]$/, ''), [line], statedKindOf(label) ? LABELLED_SURE : SAID_SURE);
        if (value && !stated[kind].some((one) => one.value === value.value)) stated[kind].push(value);
      }
    }
  }
  return stated;
}

/** `Python, SQL and Airflow` are three requirements; `React, Vue or Angular` is one, and so is `design, build and run services`. */
import { cleanPhrase } from './clean-phrase.ts';
import { findDurations } from './read-durations.ts';
import type { Evidence } from './requirement-evidence.ts';
import { holdsChoice, splitPieces } from './split-clauses.ts';

const MAX_WORDS = 5;
const MAX_WISH_WORDS = 7;
/** Says of the others how they must be, and names nothing itself. */
const STATE =
  /^(?:both |all |each )?(?:in date|up to date|valid|current|gültig|en cours de validité|vigente|in corso di validità|geldig|ważn[ey])$/iu;

/** @param wishes what is merely liked is listed loosely: short pieces need not be known skills */
export function splitEnumeration(phrase: string, evidence: Evidence, wishes: boolean): string[] {
  const short = cleanPhrase(phrase);
  if (holdsChoice(short, evidence.language) || findDurations(short).length > 0) return [phrase];
  const colon = /^(.{3,60}?)\s?[:：]\s(.+)$/u.exec(phrase);
  const body = colon?.[2] !== undefined && evidence.hasHardSkill(colon[2]) && !evidence.isAny(colon[1] ?? '') ? colon[2] : short;
  const all = splitPieces(body, evidence.language).filter((piece) => !STATE.test(piece.text));
  if (all.length === 2 && all[1]?.joint === 'and' && all.every((piece) => evidence.hasCredential(piece.text)))
    return all.map((piece) => piece.text);
  const pieces = all.map((piece) => piece.text);
  if (pieces.length === 1) return pieces;
  // `City & Guilds 2391`, `Health & Safety`: names, unless both sides are skills of their own.
  if (/\p{L} & \p{L}/u.test(short) && !pieces.every((piece) => evidence.hasHardSkill(piece))) return [phrase];
  if (pieces.length < 2 || pieces.some((piece) => piece.split(' ').length > (wishes ? MAX_WISH_WORDS : MAX_WORDS)))
    return [phrase];
  const known = pieces.filter((piece) => evidence.hasHardSkill(piece) || evidence.hasCredential(piece)).length;
  const enough = wishes ? pieces.every((piece) => piece.length > 1) : known * 2 > pieces.length || known === pieces.length;
  return enough ? pieces : [phrase];
}

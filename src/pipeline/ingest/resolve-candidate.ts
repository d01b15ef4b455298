/**
 * Whose resume is it (F1.6)? The same bytes are the same resume and so the same candidate; a newer file is the same candidate when
 * address and name agree, or phone and name, or the full name and enough of what both files say (`weigh-evidence.ts`). Never by name
 * alone: two people called Maria Silva are two people.
 */
import { createHmac } from 'node:crypto';
import { foldText } from '../../domain/fold-text.ts';
import { fullNameOf, nameWords } from '../../domain/full-name.ts';
import type { CandidateId, PersonId } from '../../domain/ids.ts';
import { isOtherScript, isSameNameWord } from '../../domain/name-spellings.ts';
import type { Resume } from '../../domain/resume.ts';
import { transliterations } from '../enrich/transliterate-cyrillic.ts';

export interface Claim {
  field: 'email' | 'phone';
  /** What the unique key is made of. */
  value: string;
}

export interface KnownCandidate {
  candidateId: CandidateId;
  names: readonly string[];
  /** Known by the address that this resume carries too. */
  byAddress?: boolean;
  /** And that address is the sender's, proven, and the candidate theirs. */
  own?: boolean;
}

/** Two spellings of one person's name share two words, or one of them is missing. A shared mailbox with two different names is two people. */
export function namesAgree(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return true;
  const left = [...new Set(nameWords(a))];
  const right = nameWords(b);
  if (left.length === 0 || right.length === 0) return true;
  const common = right.filter((word) => left.some((other) => isSame(word, other))).length;
  return common >= Math.min(2, left.length, right.length);
}

const isSame = (a: string, b: string): boolean => isSameNameWord(a, b, transliterations);

/** What comes first, and behind a comma (`Berg, Nora`). */
function givenName(name: string): string | undefined {
  const [family = '', given] = name.split(',');
  const words = foldText(given ?? family).split(/[^\p{L}]+/u);
  return words.find((word) => word.length > 2 && nameWords(name).includes(word));
}

/**
 * Somebody's own address names them in full (`nora.brandvold@`): who has it and the same given name has another family name now. Never by
 * the family name: people share one, and a mailbox.
 */
function hasNewFamilyName(a: string, b: string, email: string): boolean {
  const [one, other] = [givenName(a), givenName(b)];
  if (one === undefined || other === undefined || !isSame(one, other)) return false;
  const box = foldText(email.split('@')[0] ?? '');
  return [a, b].some((name) => nameWords(name).filter((word) => word.length > 1 && box.includes(word)).length >= 2);
}

/** What a candidate can be recognised by, strongest first. */
export function claimsOf(resume: Pick<Resume, 'basics'>): Claim[] {
  const { email, phone, name } = resume.basics;
  const claims: Claim[] = [];
  if (email) claims.push({ field: 'email', value: email.toLowerCase() });
  if (phone && name) claims.push({ field: 'phone', value: phone.replace(/[^\d+]/g, '') });
  return claims;
}

/** What is kept so that later files find the candidate: the claims, and the full name, which joins only with evidence. */
export function lookupsOf(resume: Resume): { field: 'email' | 'phone' | 'name'; value: string }[] {
  const name = fullNameOf(resume.basics.name);
  return [...claimsOf(resume), ...(name ? [{ field: 'name' as const, value: name.key }] : [])];
}

/** The known candidate whose names agree with this resume's; undefined makes a new one. */
export function sameCandidate(resume: Resume, known: readonly KnownCandidate[]): CandidateId | undefined {
  const { name, email } = resume.basics;
  const agrees = ({ byAddress = false, own = false }: KnownCandidate, other: string): boolean =>
    namesAgree(other, name) ||
    (name !== undefined && byAddress && hasNewFamilyName(other, name, email ?? '')) ||
    (name !== undefined && own && isOtherScript(other, name));
  return known.find((one) => one.names.length === 0 || one.names.some((other) => agrees(one, other)))?.candidateId;
}

/**
 * A deterministic id for a new candidate: two workers that read two files of one new person at the same instant arrive at the same
 * id, so that the second insert finds the first (no lock, no doubled candidate). The name is part of it, because an agency sends
 * many people behind its own address. `sender`: a candidate of theirs beside the one that others know by the same words. Keyed, so that the id tells nothing to whoever guesses an address.
 */
export function newCandidateId(
  key: Uint8Array,
  workspace: string,
  resumeId: string,
  resume: Resume,
  sender?: PersonId,
): CandidateId {
  const first = claimsOf(resume)[0];
  const name = nameWords(resume.basics.name ?? '').join(' ');
  const person = first && name ? `${first.field}:${first.value}:${name}` : `resume:${resumeId}`;
  const of = sender === undefined ? person : `${person}\0${sender}`;
  return createHmac('sha256', key).update(`candidate\0${workspace}\0${of}`).digest('hex').slice(0, 32);
}

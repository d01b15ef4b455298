/** Who issued a certificate: told by words, or by how the other certificates of the section are written. */

import { foldSameLength } from '../../domain/fold-text.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { findDateSpans } from './date-range.ts';
import type { Line } from './line.ts';
import { hasLegalForm, organisationCue, schoolCue } from './organisation-cues.ts';
import { splitCommas, splitStrong } from './split-list.ts';

export const ISSUED_BY =
  /^(?:issued by|issuer|by|awarded by|ausgestellt von|ausgestellt durch|délivré par|par|certifié par|emitido por|por|durch|door|przez|expedido por|rilasciato da|uitgegeven door|wydany przez|颁发机构)\s*[:：]?(?:\s+|$)/iu;
const ISSUER_WORD =
  /\b(?:association|board|council|chamber|institution|kammer|rechtsanwaltskammer|steuerberaterkammer|ihk|hwk|cci|society|institute|foundation|federation|commission|authority|administration|verband|ministerium|ministere|ministerio|camara|chambre|american|national|international|red cross|rotes kreuz|croix-rouge|microsoft|google|amazon|cisco|oracle|coursera|udemy|linkedin|scrum|isaca|comptia|cambridge|goethe|tuv|dekra|ministerstwo|ministero|ministerie|izba|ordine|orde|ordem|orden|colegio|collegio|barreau|barra|direccion|direction|direzione|agentur|agence|agencia|agenzia|agencja|dienst|trust|kanton|canton|comune|gemeinde|gemeente|guild|gilde|union|academy|college|centre|center|office|bureau|service|training|inspektion|styrelsen|direktoratet|verket|forbund|forbundet|rada|komora|urad|dinas|kementerian|lautakunta|hallitus|camera|asl|inail|conselho|colegiul|camera|kancelaria|osrodek|centrum|stredisko|kurumu|bakanligi|odasi|dernegi|kamara|szovetseg|палата|гильдия|гілдія|гільдія|министерство|міністерство|центр|ассоциация|асоціація|союз|спілка)\b|(?:部|局|庁|廳|省|厅|院|会|會|協会|协会|中心|センター|진흥원|공단|협회|원)$/u;

function looksLikeIssuer(text: string, name: string, taxonomy: Taxonomy): boolean {
  if (!text || findDateSpans(text).length > 0 || text.split(/\s+/).length > 8) return false;
  if (hasLegalForm(text) || schoolCue(text) > 0) return true;
  if (organisationCue(text) >= 0.8 && !taxonomy.readTitle(text)) return true;
  if (ISSUER_WORD.test(foldSameLength(text))) return true;
  // `iSAQB CPSA-F, iSAQB`: the name holds who gave it.
  if (text.length > 2 && ` ${name} `.includes(` ${text} `) && (name.startsWith(text) || /^\p{Lu}/u.test(text))) return true;
  // A body named by its acronym: `Georgia DDS`.
  if (/^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? [A-Z]{3,6}$/u.test(text)) return true;
  // One of a town: `SEP Gdańsk`.
  const [, town] = /^\p{Lu}{2,6} (\p{Lu}\p{Ll}[\p{L} -]+)$/u.exec(text) ?? [];
  if (town && taxonomy.findPlace(town)) return true;
  // An acronym behind the name (`OSHA 30, OSHA`), unless it is one more certificate (`ACLS, PALS, BLS`).
  if (!/^\p{Lu}[\p{Lu}&.]{2,7}$/u.test(text) || isSpelledBy(text, name)) return false;
  return taxonomy.lookupSkill(text)?.skill.category !== 'credential' || name === text;
}

type Sign = 'comma' | 'dash' | 'bar' | 'bracket';

export interface IssuerSplit {
  name: string;
  issuer: string;
}

/** The two halves of the text at a sign, if it has it. */
function splitAt(text: string, sign: Sign): IssuerSplit | undefined {
  if (sign === 'bracket') {
    const bracket = /^(.+?)\s*\(([^()]+)\)$/.exec(text);
    return bracket ? { name: String(bracket[1]), issuer: String(bracket[2]) } : undefined;
  }
  // A semicolon joins two certificates in one line; it sets no issuer apart.
  if (sign !== 'comma' && text.includes(';')) return undefined;
  const parts = sign === 'comma' ? splitCommas(text) : splitStrong(text);
  const issuer = parts.at(-1) ?? '';
  const name = text.slice(0, text.lastIndexOf(issuer)).replace(/[\s,|;•·–—/-]+$/, '');
  if (parts.length < 2 || !name) return undefined;
  const dashed = /\s[–—-]\s*$/.test(text.slice(0, text.lastIndexOf(issuer)));
  return sign === 'comma' || dashed === (sign === 'dash') ? { name, issuer } : undefined;
}

const SIGNS: readonly Sign[] = ['bracket', 'comma', 'dash', 'bar'];

/** Whether the second half could be a body by its looks; acronyms in brackets spell the name, and small letters say more of it. */
function couldIssue(split: IssuerSplit, taxonomy: Taxonomy): boolean {
  const { issuer } = split;
  if (!/^[\p{Lu}\p{Lo}]/u.test(issuer) || issuer.split(/\s+/).length > 7 || /^[A-Z\d+-]{2,7}$/.test(issuer)) return false;
  return findDateSpans(issuer).length === 0 && !isCredential(issuer, taxonomy);
}

/**
 * An acronym that is not made of the letters of the name (`…, APICS`; not `Basic Life Support (BLS)`). Where others of the section name
 * bodies in the same place, so does it; one that the dictionary knows as a certificate (`Network engineering, CCNA`) only where it is the
 * name of a body as well.
 */
const isAcronymApart = ({ name, issuer }: IssuerSplit, taxonomy: Taxonomy): boolean =>
  /^[A-Z]{3,8}$/.test(issuer) &&
  name.split(/\s+/).length > 1 &&
  !isSpelledBy(issuer, name) &&
  (BODY_AND_CREDENTIAL.has(issuer) || !isCredential(issuer, taxonomy));

/** Bodies whose members or cards go by their name, so that the dictionary holds them as certificates. */
const BODY_AND_CREDENTIAL: ReadonlySet<string> = new Set(
  `AAMA AAT ACCA APICS APM ARB ASCM ASME CFA CIMA CIPD CIPS CISI CITB DLRG DOT EASA FAA FINRA GMC GWO IATA ICAEW ICAI ICE IEE IET IHK IOSH
   IPAF IPMA IRATA ISO JIB NAPIT NATE NCARB NEBOSH NICEIC NMC NPORS NPTC OFTEC OPITO OSHA PASMA PMI PTCB RIBA RTITB SHRM SIA VTCT`.split(
    /\s+/,
  ),
);

/** Whether the first letters of the words of a name hold those of an acronym in their order; small words count only where capitals are too few. */
function isSpelledBy(acronym: string, name: string): boolean {
  const initials = name.match(/(?<![\p{L}\p{N}])\p{L}/gu) ?? [];
  const capitals = initials.filter((letter) => letter !== letter.toLowerCase());
  let at = 0;
  for (const letter of capitals.length < acronym.length ? initials : capitals)
    if (letter.toUpperCase() === acronym.charAt(at)) at++;
  return at >= acronym.length;
}

/** Two words or more, at least two of them capitalised, without a number. */
function isNameOfBody(text: string): boolean {
  if (/\d/.test(text) || /^(?:class|level|grade|module|part|cat|kat|klasse|stufe|niveau|nivel|livello)\b/i.test(text))
    return false;
  return (text.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0) >= 2;
}

interface House {
  sign: Sign;
  /** All items are pairs: the second half is a body whatever it looks like. */
  paired?: true;
  /** Those that say by their words that they are bodies. */
  bodies?: ReadonlySet<string>;
}

/**
 * Dated certificates, each of them two halves and the same sign between: `DISA – ICAI` under `Diploma in IFRS – ACCA`. Bodies are named
 * by acronyms that name certificates as well, but a list of those (`ACLS, PALS`) has no names of several words.
 */
function areAllPairs(splits: readonly IssuerSplit[], sign: Sign): boolean {
  if (sign === 'bracket' || splits.length < 2) return false;
  if (!splits.some(({ name }) => /\p{L}{2,}\s\p{L}{2,}/u.test(name))) return false;
  return splits.every(({ issuer }) => /^\p{Lu}/u.test(issuer) && !/\d/.test(issuer) && issuer.split(/\s+/).length <= 7);
}

/**
 * The sign that sets the issuer apart in this section: most items have it, and a second half names a body by its words, or all
 * items have just two halves. One list of certificates after the other (`ACLS, PALS, BLS`) has neither.
 */
function houseOf(texts: readonly string[], dated: boolean, taxonomy: Taxonomy): House | undefined {
  for (const sign of SIGNS) {
    const splits = texts.map((text) => splitAt(text, sign)).filter((split) => split !== undefined);
    if (splits.length < Math.max(1, 0.7 * texts.length)) continue;
    const said = splits.filter((split) => looksLikeIssuer(split.issuer, split.name, taxonomy)).length;
    const named = splits.filter((split) => couldIssue(split, taxonomy)).length;
    // In brackets behind a day each, beside names of bodies: `(St John Ambulance)` and `(RTITB)`.
    const could =
      named === 0 || !dated ? named : splits.filter((one) => couldIssue(one, taxonomy) || isAcronymApart(one, taxonomy)).length;
    const simple = splits.every((split) => splitCommas(split.name).length === 1);
    const bodies = new Set(splits.filter((s) => looksLikeIssuer(s.issuer, s.name, taxonomy)).map((s) => s.issuer));
    const alike = splits.filter(
      (split) => bodies.has(split.issuer) || couldIssue(split, taxonomy) || isAcronymApart(split, taxonomy),
    ).length;
    if (dated && simple && splits.length === texts.length && areAllPairs(splits, sign)) return { sign, paired: true };
    if (said >= 1 && alike >= 0.7 * splits.length) return { sign, bodies };
    if (simple && could === splits.length && (dated || sign !== 'comma') && texts.length >= 2)
      return { sign, ...(named < could ? { bodies: new Set(splits.map((split) => split.issuer)) } : {}) };
    // One dated certificate alone: what stands behind its only sign is a name of some words that says no class or level.
    if (simple && dated && texts.length === 1 && could === 1 && splits.every((split) => isNameOfBody(split.issuer)))
      return { sign };
  }
  return undefined;
}

function splitAlone(text: string, taxonomy: Taxonomy): IssuerSplit | undefined {
  const barred = splitAt(text, 'bar');
  if (barred && !/\s[–—-]\s/.test(text) && barred.issuer.split(/\s+/).length <= 5) return barred;
  for (const sign of SIGNS) {
    const split = splitAt(text, sign);
    if (split && looksLikeIssuer(split.issuer, split.name, taxonomy)) return split;
  }
  return undefined;
}

/** Name and issuer of each certificate of a section. `dated`: the items carry dates, so that each line is one certificate. */
export function splitIssuers(texts: readonly string[], dated: boolean, taxonomy: Taxonomy): IssuerSplit[] {
  const house = houseOf(texts, dated, taxonomy);
  const sure = texts.map((text) => splitAlone(text, taxonomy));
  const issuers = new Set(sure.map((split) => split?.issuer));
  return texts.map((text, i) => {
    const alone = sure[i];
    if (alone) return alone;
    const split = house ? splitAt(text, house.sign) : undefined;
    const amongBodies = split && (house?.bodies?.size ?? 0) > 0 && isAcronymApart(split, taxonomy);
    return split && (house?.paired || couldIssue(split, taxonomy) || issuers.has(split.issuer) || amongBodies)
      ? split
      : { name: text, issuer: '' };
  });
}

/** What was read of one certificate. */
interface Undecided {
  text: string;
  lines: Line[];
  issuer?: { text: string; line: Line };
  date?: unknown;
  validUntil?: string;
}

/** A body by the words of its name alone: `Harbour Council of Lorva`, `Handwerkskammer Lorva`; no firm whose name a certificate begins with. */
function namesBody({ text }: Undecided, taxonomy: Taxonomy): boolean {
  const few = /^\p{Lu}/u.test(text) && !/\d/.test(text) && text.split(/\s+/).length <= 7;
  return few && BODY_WORD.test(foldSameLength(text)) && !taxonomy.readTitle(text) && !isCredential(text, taxonomy);
}
const isCredential = (text: string, taxonomy: Taxonomy): boolean => taxonomy.lookupSkill(text)?.skill.category === 'credential';
/** Words for bodies that are nothing else, folded. */
const BODY_WORD =
  /\b(?:associations?|boards?|councils?|chambers?|societ(?:y|ies)|institutes?|institution|foundation|federation|commission|authority|ministry|guild|verband|ministerium|ministere|ministerio|ministero|camara|chambre|camera|colegio|ordine|izba|\p{L}*kammer|asociacion|associazione|associacao|vereniging|stowarzyszenie|federacion|fondation|fundacion)\b/iu;

/** Nothing but a text on lines that no bullet opens. */
const isPlain = ({ issuer, date, validUntil, lines }: Undecided): boolean =>
  !issuer && !date && !validUntil && lines.every((line) => !line.bullet);

/**
 * Names and bodies under each other in one style and without days, each second one a body and no other: a certificate and who issued
 * it. A section that holds anything else is a list, where a body stands for being its member.
 */
export function underNames<T extends Undecided>(drafts: readonly T[], taxonomy: Taxonomy): T[] {
  const takesTurns = drafts.every((draft, i) => isPlain(draft) && namesBody(draft, taxonomy) === (i % 2 === 1));
  if (drafts.length === 0 || drafts.length % 2 === 1 || !takesTurns) return [...drafts];
  return drafts.flatMap((draft, i) => {
    const below = drafts[i + 1];
    const line = below?.lines[0];
    return i % 2 === 0 && below && line ? [{ ...draft, issuer: { text: below.text, line } }] : [];
  });
}

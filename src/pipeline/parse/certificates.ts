/** Certificates, licences and courses: name, issuer, date, validity. */
import { foldSameLength } from '../../domain/fold-text.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { findDateSpans, onlyDates, withoutSpan } from './date-range.ts';
import { type Found, found } from './found.ts';
import type { Line } from './line.ts';
import { hasLegalForm, organisationCue, schoolCue } from './organisation-cues.ts';
import { splitCommas, splitStrong } from './split-list.ts';

export interface CertificateFound {
  name: Found;
  issuer?: Found;
  date?: Found;
  validUntil?: Found;
}

const ISSUED_BY =
  /^(?:issued by|issuer|by|awarded by|ausgestellt von|ausgestellt durch|délivré par|emitido por|expedido por|rilasciato da|uitgegeven door|wydany przez|颁发机构)\s*[:：]?\s+/iu;
const VALID =
  /(?:valid(?: to| until| through| thru)?|expires?|expiring|expired|good until|through|in date to|card runs to|renewal due|runs? to|gültig bis|läuft ab|abgelaufen|valable jusqu'(?:en|au|à)|expire(?: en| le)?|válido hasta|vence|caduca|válida até|válido até|valido fino al?|scade|scaduto|geldig tot|ważny do|ważne do|有效期至|\bto|\bbis)\s*[:：]?\s*$/iu;
const ORDER = /^(?:\d{1,2}[.)])\s+/;

function dateOf(text: string): { rest: string; date?: string } {
  const spans = findDateSpans(text);
  const span = spans.findLast((s) => s.single && s.end) ?? spans.at(-1);
  if (!span) return { rest: text };
  const { before, after } = withoutSpan(text, span);
  const atStart = before === '';
  const atEnd = after === '';
  if (!atStart && !atEnd) return { rest: text };
  // `valid to August 2028` is no date of issue.
  if (VALID.test(text.slice(0, span.from).replace(/[\s(]+$/, ''))) return { rest: text };
  return { rest: atEnd ? before : after, date: span.end ?? span.start };
}

function validityOf(text: string): string | undefined {
  const folded = text.replace(/[’]/g, "'");
  return (
    findDateSpans(folded).find((span) => VALID.test(folded.slice(0, span.from).replace(/[\s(]+$/, '')) && span.end)?.end ??
    prefixed(folded)
  );
}

/** `to January 2029`, `bis 2028`: the word became part of the range. */
function prefixed(text: string): string | undefined {
  const span = findDateSpans(text).find((s) => !s.start && s.end);
  return span?.end;
}

function looksLikeIssuer(text: string, name: string, taxonomy: Taxonomy): boolean {
  if (!text || findDateSpans(text).length > 0 || text.split(/\s+/).length > 8) return false;
  if (hasLegalForm(text) || schoolCue(text) > 0) return true;
  if (organisationCue(text) >= 1 && !taxonomy.readTitle(text)) return true;
  if (ISSUER_WORD.test(foldSameLength(text))) return true;
  // `Exambo CPX, Exambo`: the name begins with who gave it.
  if (text.length > 2 && name.startsWith(`${text} `)) return true;
  // A body named by its acronym: `Harwell DDS`.
  if (/^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? [A-Z]{3,6}$/u.test(text)) return true;
  // An acronym behind the name (`OSHA 30, OSHA`), unless it is one more certificate (`ACLS, PALS, BLS`).
  return /^[A-Z][A-Z&.]{2,7}$/.test(text) && (taxonomy.lookupSkill(text)?.skill.category !== 'credential' || name === text);
}
const ISSUER_WORD =
  /\b(?:association|board|council|chamber|institution|kammer|rechtsanwaltskammer|steuerberaterkammer|ihk|hwk|cci|society|institute|foundation|federation|commission|authority|administration|verband|ministerium|ministere|ministerio|camara|chambre|american|national|international|red cross|rotes kreuz|croix-rouge|microsoft|google|amazon|cisco|oracle|coursera|udemy|linkedin|scrum|isaca|comptia|cambridge|goethe|tuv|dekra)\b/;

/** `pairs`: every line of the section is a name and one thing more, so that an acronym behind the name gave it. */
function splitIssuer(text: string, pairs: boolean, taxonomy: Taxonomy): { name: string; issuer: string } {
  const parts = splitCommas(text);
  const last = parts.at(-1) ?? '';
  const name = parts.slice(0, -1).join(', ');
  if (pairs && /^[A-Z][A-Z&.]{2,7}$/.test(last)) return { name, issuer: last };
  if (parts.length > 1 && looksLikeIssuer(last, name, taxonomy)) return { name, issuer: last };
  // A semicolon joins two certificates in one line; it sets no issuer apart.
  const strong = text.includes(';') ? [text] : splitStrong(text);
  const [front, back] = strong;
  // A bar sets the issuer apart; a dash does so only before what looks like one.
  const barred = !/\s[–—-]\s/.test(text) && (back ?? '').split(/\s+/).length <= 5;
  if (strong.length === 2 && front && back && (barred || looksLikeIssuer(back, front, taxonomy)))
    return { name: front, issuer: back };
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1;
  const outside = text.slice(0, Math.max(0, open)).trim();
  const inside = text.slice(open + 1, -1);
  if (outside && looksLikeIssuer(inside, outside, taxonomy)) return { name: outside, issuer: inside };
  return { name: text, issuer: '' };
}

interface Draft {
  name: string;
  lines: Line[];
  issuer?: { text: string; line: Line };
  date?: { text: string; line: Line };
}

/** A line below the name that only says who issued it or when. */
function addDetail(draft: Draft, text: string, line: Line, taxonomy: Taxonomy): boolean {
  const only = onlyDates(text);
  if (only && !draft.date) {
    draft.date = { text: only.end ?? only.start ?? '', line };
    return true;
  }
  const issuer = ISSUED_BY.test(text) ? text.replace(ISSUED_BY, '') : undefined;
  const lesser = line.size < (draft.lines[0]?.size ?? 0) - 0.4 || ((draft.lines[0]?.bold ?? false) && !line.bold);
  if (!draft.issuer && (issuer || (lesser && !line.bullet && looksLikeIssuer(text, draft.name, taxonomy)))) {
    const dated = dateOf(issuer ?? text);
    draft.issuer = { text: dated.rest, line };
    if (dated.date && !draft.date) draft.date = { text: dated.date, line };
    return true;
  }
  return false;
}

function start(text: string, line: Line, pairs: boolean, taxonomy: Taxonomy): Draft {
  const dated = dateOf(text.replace(ORDER, ''));
  const split = splitIssuer(dated.rest, pairs, taxonomy);
  return {
    name: split.name,
    lines: [line],
    issuer: split.issuer ? { text: split.issuer.replace(ISSUED_BY, ''), line } : undefined,
    date: dated.date ? { text: dated.date, line } : undefined,
  };
}

function finish(draft: Draft): CertificateFound | undefined {
  const name = found(draft.name.replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, ''), draft.lines, 0.9);
  if (!name || !/\p{L}/u.test(name.value)) return undefined;
  const validUntil = validityOf(draft.name);
  return {
    name,
    issuer: draft.issuer ? found(draft.issuer.text, [draft.issuer.line], 0.85) : undefined,
    date: draft.date ? found(draft.date.text, [draft.date.line], 0.93) : undefined,
    validUntil: validUntil ? found(validUntil, draft.lines, 0.9) : undefined,
  };
}

/** `Name` / `issuer` / `date`, again and again and all in one style: every date closes a pair of lines. Indices of the issuers. */
function issuerLines(lines: readonly Line[]): ReadonlySet<number> {
  const dates = lines.map((line, i) => (onlyDates(line.text) ? i : -1)).filter((i) => i >= 0);
  const regular =
    dates.length >= 2 && dates.every((at, n) => at - (dates[n - 1] ?? -1) === 3) && dates.at(-1) === lines.length - 1;
  return new Set(regular ? dates.map((at) => at - 1) : []);
}

/** Certificates in printed order. */
export function readCertificates(lines: readonly Line[], taxonomy: Taxonomy): CertificateFound[] {
  const drafts: Draft[] = [];
  const issuers = issuerLines(lines);
  const pairs = lines.length > 1 && lines.every((line) => splitCommas(dateOf(line.text).rest).length === 2);
  let above: Line | undefined;
  for (const [i, line] of lines.entries()) {
    const dates = line.segments.filter((s) => onlyDates(s.text));
    const texts = line.segments.filter((s) => !dates.includes(s));
    const text = texts.map((s) => s.text).join(', ');
    const last = drafts.at(-1);
    const full = above && above.right > above.x + (above.edge - above.x) * 0.72;
    const wraps =
      last && above && full && !line.bullet && !line.flow && line.gap < 1.8 && /^[\p{Ll}(]/u.test(text) && texts.length > 0;
    if (last && issuers.has(i) && !last.issuer) last.issuer = { text: text.replace(ISSUED_BY, ''), line };
    else if (wraps) {
      last.name += ` ${text}`;
      last.lines.push(line);
    } else if (!(last && addDetail(last, text || (dates[0]?.text ?? ''), line, taxonomy)) && text)
      drafts.push(start(text, line, pairs, taxonomy));
    const date = dates[0] ? onlyDates(dates[0].text) : undefined;
    const target = drafts.at(-1);
    if (date && target && !target.date) target.date = { text: date.end ?? date.start ?? '', line };
    above = line;
  }
  return drafts.map(finish).filter((c) => c !== undefined);
}

/** Certificates, licences and courses: name, issuer, date, validity. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { linesUnder, styledParts, type Under, underDates } from './certificate-blocks.ts';
import { ISSUED_BY, type IssuerSplit, splitIssuers, underNames } from './certificate-issuer.ts';
import { certificateLines } from './certificate-lines.ts';
import { readCertificateTable, type TabledCertificate } from './certificate-table.ts';
import { cutValidity, saysValid, validityOf } from './certificate-validity.ts';
import { isDateFragment } from './date-fragment.ts';
import { findDateSpans, onlyDates, withoutSpan } from './date-range.ts';
import { type Found, found } from './found.ts';
import type { Line } from './line.ts';
import { onlyDay } from './said-day.ts';
import { hadNoRoom } from './wrap-cues.ts';

export interface CertificateFound {
  name: Found;
  issuer?: Found;
  date?: Found;
  validUntil?: Found;
}

const ORDER = /^(?:\d{1,2}[.)])\s+/;

/** `…, TÜV Nord (Juni 2022).`: the stop behind a bracket closes the line, not the name. */
const CLOSED = /([)\]）])\.$/u;

function dateOf(printed: string): { rest: string; date?: string } {
  const text = printed.replace(CLOSED, '$1');
  const spans = findDateSpans(text);
  const span = spans.findLast((s) => s.single && s.end) ?? spans.at(-1);
  if (!span) return { rest: text };
  const { before, after } = withoutSpan(text, span);
  const atStart = before === '';
  const atEnd = after === '';
  if (!atStart && !atEnd) return { rest: text };
  // `valid to April 2027` is no date of issue.
  if (saysValid(text.slice(0, span.from))) return { rest: text };
  return { rest: atEnd ? before.replace(ISSUED_ON, '') : after, date: span.end ?? span.start };
}

/** `First Aid, Lorva, 2019`: behind a day that a sign sets off nothing goes on; a number in a name has none before it. */
function endsInItsDay(text: string): boolean {
  const span = findDateSpans(text).at(-1);
  return span?.single === true && text.slice(span.to).trim() === '' && /[,;|·(–—]\s*$/u.test(text.slice(0, span.from));
}

/** What led over to the date: `…, issued 2019`. */
const ISSUED_ON =
  /\s*[,;:|·(–—-]\s*(?:issued|awarded|obtained|completed|certified|received|earned|achieved|acquired|passed|renewed|seit|since|ausgestellt(?: am)?|erworben(?: am)?|delivrée? le|délivrée? le|obtenue?(?: le| en)?|emitido(?: en| el| em)?|expedido(?: el)?|obtenido(?: en)?|rilasciato(?: il)?|conseguito(?: il| nel)?|behaald(?: op| in)?|uzyskany|wydany)(?: on| in)?[:：]?$/iu;

interface Draft {
  text: string;
  lines: Line[];
  issuer?: { text: string; line: Line };
  date?: { text: string; line: Line };
  validUntil?: string;
}

/** Set in a lesser style than the name above it: smaller, or not bold under bold. */
function isLesser(line: Line, draft: Draft): boolean {
  const [first] = draft.lines;
  return first !== undefined && !line.bullet && (line.size < first.size - 0.3 || (first.bold && !line.bold));
}

/** A line below the name that only says who issued it or when. */
function addDetail(draft: Draft, text: string, line: Line, under: Under | undefined): boolean {
  const only = onlyDay(text);
  if (only && !draft.date) {
    draft.date = { text: only.end ?? only.start ?? '', line };
    return true;
  }
  const said = ISSUED_BY.test(text);
  // `Issued by` and nothing behind it.
  if (said && text.replace(ISSUED_BY, '') === '') return true;
  if (!said && !under && (!isLesser(line, draft) || text.split(/\s+/).length > 8)) return false;
  if (!draft.issuer) {
    const dated = dateOf(text.replace(ISSUED_BY, ''));
    draft.issuer = { text: dated.rest, line };
    if (dated.date && !draft.date) draft.date = { text: dated.date, line };
    return true;
  }
  // An issuer that wraps; its date may stand at its end.
  if (draft.date) return under !== undefined;
  const dated = dateOf(text);
  draft.issuer.text += ` ${dated.rest}`;
  if (dated.date) draft.date = { text: dated.date, line };
  return true;
}

/** What Japanese and Korean forms write behind each: that it was passed or obtained. */
const OBTAINED = /(?<=[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\d)）級级급]\s)(?:取得|合格|취득|합격)\s*$/u;

/** A bracket that held the date closes again without it. */
function closed(text: string): string {
  return text.lastIndexOf('(') > text.lastIndexOf(')') ? `${text})` : text;
}

function finish(draft: Draft, split: IssuerSplit): CertificateFound | undefined {
  const name = found(split.name.replace(OBTAINED, '').replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, ''), draft.lines, 0.9);
  if (!name || !/\p{L}/u.test(name.value)) return undefined;
  const validUntil = draft.validUntil ?? validityOf(draft.text);
  const [line] = draft.lines;
  const issuer = draft.issuer ?? (split.issuer && line ? { text: split.issuer.replace(ISSUED_BY, ''), line } : undefined);
  return {
    name,
    issuer: issuer ? found(issuer.text.replace(OPEN_SIGN, ''), [issuer.line], 0.85) : undefined,
    date: draft.date ? found(draft.date.text, [draft.date.line], 0.93) : undefined,
    validUntil: validUntil ? found(validUntil, draft.lines, 0.9) : undefined,
  };
}

/** What parted the day from it. */
const OPEN_SIGN = /\s[/|·•–—-]\s*$/u;

/** In sizes: lines further apart are names of their own. */
const WRAPPED_GAP = 1.32;

/** The gap of lines that wrap, where the names of this section stand further apart than the lines of one. */
function wrappedGap(lines: readonly Line[]): number {
  const gaps = lines.slice(1).map((line) => line.gap);
  const least = Math.min(...gaps);
  return gaps.some((gap) => gap > APART * least) ? Math.max(WRAPPED_GAP, NEARLY * least) : WRAPPED_GAP;
}
const APART = 1.15;
const NEARLY = 1.03;

/** A line that goes on with the text of the one above it. `near`: the largest gap of a line that wraps. */
function continues(line: Line, text: string, above: Line | undefined, draft: Draft | undefined, near: number): boolean {
  if (!above || !draft || line.bullet || line.flow || line.gap >= 1.8 || line.page !== above.page || !text) return false;
  if (draft.text.lastIndexOf('(') > draft.text.lastIndexOf(')')) return true;
  if (isLesser(line, draft) || line.bold !== above.bold) return false;
  if (/[,–—&-]$/.test(above.text) && line.segments.length === 1) return true;
  if (endsInItsDay(draft.text) && !/^[\p{Ll}(]/u.test(text)) return false;
  // Both end in their day: two.
  if (!draft.date && dateOf(draft.text).date !== undefined && dateOf(text).date !== undefined) return false;
  const wide = above.right > above.x + (above.edge - above.x) * 0.72;
  if (wide && /^[\p{Ll}(]/u.test(text)) return true;
  // Under a bullet, what has no bullet goes on; else the room that was left tells, where the style is that of a name.
  if (draft.lines[0]?.bullet) return true;
  return hadNoRoom(above, line) && (line.bold || line.gap < near) && (!draft.date || isDatedInRail(draft, line));
}

/** The date stands in a column of its own at the left: it ends no text, and the next line begins where the text did. */
function isDatedInRail({ lines: [first] }: Draft, line: Line): boolean {
  const [date, text] = first?.segments ?? [];
  return date !== undefined && text !== undefined && onlyDates(date.text) !== undefined && Math.abs(line.x - text.x) < 3;
}

/** `…, März`; a number at the end of a name (`level 3`) is no day. */
const endsInMonth = (text: string): boolean => {
  const last = text.split(/[\s,]+/).at(-1) ?? '';
  return /\p{L}/u.test(last) && isDateFragment(last);
};

function addLine(drafts: Draft[], line: Line, above: Line | undefined, under: Under | undefined, near: number): void {
  const dates = line.segments.filter((s) => onlyDay(s.text));
  const texts = line.segments.filter((s) => !dates.includes(s));
  const text = texts.map((s) => s.text).join(', ');
  const last = drafts.at(-1);
  // `…, März` over `2020`: the date began on the line above.
  if (last && !text && !last.date && line.gap < 1.8 && endsInMonth(last.text)) {
    const both = `${last.text} ${line.text}`;
    if (findDateSpans(both).some((span) => span.from < last.text.length && span.to > last.text.length)) {
      last.text = both;
      return;
    }
  }
  // A line about nothing else.
  if (last && cutValidity(text)?.rest === '') {
    last.validUntil ??= validityOf(text);
    return;
  }
  // A second date beside a name: one more certificate, in whatever style.
  const another = last?.date !== undefined && dates.length > 0 && text !== '';
  const said = ISSUED_BY.test(text) || (text !== '' && onlyDay(text) !== undefined);
  if (last && !said && (under ? under === 'wrap' && !last.issuer : continues(line, text, above, last, near))) {
    last.text += ` ${text}`;
    last.lines.push(line);
  } else if (!(last && !another && addDetail(last, text || (dates[0]?.text ?? ''), line, under)) && text)
    drafts.push({ text: text.replace(ORDER, ''), lines: [line] });
  const date = dates[0] ? onlyDay(dates[0].text) : undefined;
  const target = drafts.at(-1);
  if (date && target && !target.date) target.date = { text: date.end ?? date.start ?? '', line };
}

/** The lines of a block with those behind the one that says who issued it, where that opens the block. */
function nameFirst([said, ...names]: readonly Line[]): Line[] {
  if (!said) return [];
  return names.length > 0 && ISSUED_BY.test(said.text) && !names.some((line) => ISSUED_BY.test(line.text))
    ? [...names, said]
    : [said, ...names];
}

/** A block that its date opens: the name below, then who issued it. */
function datedDraft([head, ...below]: readonly Line[]): Draft | undefined {
  // `Issued by: Lorva` may stand above the name.
  const [first, ...rest] = nameFirst(below);
  const span = head && onlyDay(head.text);
  if (!head || !first || !span) return undefined;
  const wraps = rest.length > 1 && rest[0] !== undefined && hadNoRoom(first, rest[0]);
  const named = wraps ? [first, ...rest.slice(0, 1)] : [first];
  const issued = rest.slice(named.length - 1);
  const text = issued.map((line) => line.text).join(' ');
  return {
    text: named.map((line) => line.text).join(' '),
    lines: named,
    date: { text: span.end ?? span.start ?? '', line: head },
    ...(issued[0] ? { issuer: { text: text.replace(ISSUED_BY, ''), line: issued[0] } } : {}),
  };
}

/** One draft a line whose style parts name and issuer. */
function styledDraft(line: Line, name: string, issuer: string): Draft {
  const day = line.segments.map((s) => onlyDates(s.text)).find((span) => span !== undefined);
  const dated = day ? { rest: issuer, date: day.end ?? day.start } : dateOf(issuer);
  const date = dated.date ? { text: dated.date, line } : undefined;
  return { text: name.replace(ORDER, ''), lines: [line], issuer: { text: dated.rest.replace(ISSUED_BY, ''), line }, date };
}

/**
 * Issuer and date as they stand without the clause of validity. Right behind the name it is read as part of it, as it is printed; behind
 * issuer or date it is not.
 */
function withoutValidity(draft: Draft, taxonomy: Taxonomy): Draft {
  const cut = cutValidity(draft.text);
  const validUntil = draft.validUntil ?? validityOf(draft.text);
  if (!cut || !validUntil) return draft;
  const dated = dateDraft({ ...draft, text: cut.rest });
  const [split] = draft.issuer ? [] : splitIssuers([dated.text], false, taxonomy);
  const name = split?.name ?? dated.text;
  const [line] = draft.lines;
  if (cut.from <= name.length || (!split?.issuer && !dated.date) || !line) return draft;
  const issuer = split?.issuer ? { text: split.issuer.replace(ISSUED_BY, ''), line } : draft.issuer;
  return { ...dated, text: name, issuer, validUntil };
}

/** Takes the date out of a text that is complete. */
function dateDraft(draft: Draft): Draft {
  if (draft.date) return draft;
  const dated = dateOf(draft.text);
  const [line] = draft.lines;
  return dated.date && line ? { ...draft, text: closed(dated.rest), date: { text: dated.date, line } } : draft;
}

/** What the heads of a table say is known. */
const rowDraft = ({ line, name, issuer, date, until }: TabledCertificate): Draft => ({
  text: name,
  lines: [line],
  ...(issuer ? { issuer: { text: issuer, line } } : {}),
  ...(date ? { date: { text: date, line } } : {}),
  ...(until ? { validUntil: until } : {}),
});

function draftsOf(lines: readonly Line[]): Draft[] {
  const table = readCertificateTable(lines);
  if (table) return [...draftsOf(table.before), ...table.rows.map(rowDraft), ...draftsOf(table.behind)];
  const blocks = underDates(lines);
  if (blocks) return blocks.map(datedDraft).filter((draft) => draft !== undefined);
  const drafts: Draft[] = [];
  const under = linesUnder(lines);
  const styled = styledParts(lines);
  const near = wrappedGap(lines);
  lines.forEach((line, i) => {
    const parts = styled.get(line);
    if (parts) drafts.push(styledDraft(line, parts.name, parts.issuer));
    else addLine(drafts, line, lines[i - 1], under.get(line), near);
  });
  return drafts;
}

/** Certificates in printed order. */
export function readCertificates(printed: readonly Line[], taxonomy: Taxonomy): CertificateFound[] {
  const drafts = draftsOf(certificateLines(printed));
  const dated = underNames(
    drafts.map((draft) => dateDraft(withoutValidity(draft, taxonomy))),
    taxonomy,
  );
  const open = dated.filter((draft) => !draft.issuer);
  const splits = splitIssuers(
    open.map((draft) => draft.text),
    open.filter((draft) => draft.date).length >= 0.7 * open.length,
    taxonomy,
  );
  return dated
    .map((draft) => finish(draft, splits[open.indexOf(draft)] ?? { name: draft.text, issuer: '' }))
    .filter((c) => c !== undefined);
}

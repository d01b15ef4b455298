/**
 * Careers told by events, as the forms of Japan and Korea want them: a line says when somebody entered a school or a firm, another when they
 * left (`2019年4月 株式会社アクメ 入社` / `2022年3月 同社 退社`). Two events are one entry.
 */
import { cjkTitleCue, hasCjk, isCjkDepartment, isCjkLegalForm } from './cjk-cues.ts';
import { type DateSpan, findDateSpans, withoutSpan } from './date-range.ts';
import type { Line } from './line.ts';

type EventKind = 'begins' | 'ends' | 'changes';

/** What happened, where: `subject` is what stands before the word for it, `rest` what stands behind. */
interface CareerEvent {
  of: 'work' | 'education';
  kind: EventKind;
  /** ISO. */
  date: string;
  subject: string;
  rest: string;
  line: Line;
}

/** An entry with the lines of its events, and what stands below them. */
export interface EventEntry {
  of: 'work' | 'education';
  subject: string;
  /** Behind the words for the events: posts, departments. */
  rests: { text: string; line: Line }[];
  start?: { date: string; line: Line };
  end?: { date: string; line: Line; assumed?: boolean };
  ongoing: boolean;
  line: Line;
  body: Line[];
}

const WORDS: readonly (readonly [of: CareerEvent['of'], kind: EventKind, words: string])[] = [
  [
    'education',
    'ends',
    '卒業見込み?|修了見込み?|単位取得満期退学|単位取得退学|中途退学|卒業|修了|中退|退学|毕业|畢業|肄業|肄业|結業|结业|졸업\\s?예정|졸업|수료|중퇴|자퇴',
  ],
  ['education', 'begins', '編入学|転入学|入学|入學|進学|編入|편입학|편입|입학|전입학'],
  [
    'work',
    'ends',
    '契約期間満了|派遣期間満了|任期満了|契約満了|契約終了|定年退職|早期退職|退社|退職|退行|退庁|退所|退団|除隊|廃業|離職|离职|퇴사|퇴직',
  ],
  [
    'work',
    'begins',
    '中途入社|新卒入社|入社|入職|入行|入庁|入局|入所|入団|入隊|採用|再就職|就職|開業|起業|入职|到職|입사|입직|채용',
  ],
  ['work', 'changes', '配属|異動|転勤|昇進|昇格|出向|転籍|任命|就任|着任|승진|발령|전보'],
];
const EVENTS = WORDS.map(([of, kind, words]) => ({
  of,
  kind,
  pattern: new RegExp(`(?:に|へ|を|より|から|として)?\\s*(?:${words})`, 'u'),
}));
/** It goes on; nothing more is said. */
const ONGOING =
  /^(?:現在に至る|現在に至ります|現在に至っております|現在|至現在|在職中|現職|현재(?:까지)?|재직\s?중|至今)[。．]?$/u;
const INLINE_ONGOING = /\s*[（(]?(?:現在に至る|現在に至ります|現在在職中|在職中|재직\s?중)[）)]?\s*$/u;
/** What the form itself prints: heads of its columns, labels of its halves, the word that ends them. */
const FORM = /^(?:以\s?上|学\s?歴|職\s?歴|学歴・職歴|年\s+月.{0,24}|학력|경력)$/u;

export const isOfForm = (line: Line): boolean => FORM.test(line.text.trim());
/** `同社`, `同大学`, and reasons in the place of a name: who is meant stands above. */
const SAME_AS_ABOVE = /^(?:同(?:社|校|大学|大学院|学|院|店|行|所|高校|法人|病院|上)|〃|(?:동|본)?\s?(?:사|교))?(?:\s.*)?$/u;
const REASON = /(?:一身上の都合|会社都合|自己都合|契約期間満了|家庭の事情|結婚|出産|転居|倒産|인사이동|개인사정).{0,8}$/u;

/** The columns of the form, without the words for year and month: `2019 4 株式会社アクメ 入社`, `平成31 3 …`, `H27.4 …`. */
const FORM_DATE =
  /^(?:(\d{4})|(明治|大正|昭和|平成|令和|[MTSHR])\s?(\d{1,2}|元))\s?(?:年|[./]|\s)\s?(\d{1,2})\s?月?(?=\s|\p{Script=Han})/u;
const ERAS: Readonly<Record<string, number>> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  M: 1867,
  T: 1911,
  S: 1925,
  H: 1988,
  R: 2018,
};

/** The date that a line begins with, and what is behind it. */
function leadingDate(text: string): { date: string; rest: string } | undefined {
  const form = FORM_DATE.exec(text);
  const month = Number(form?.[4]);
  if (form && month >= 1 && month <= 12) {
    const year = form[1] ? Number(form[1]) : (ERAS[form[2] ?? ''] ?? 0) + (form[3] === '元' ? 1 : Number(form[3]));
    return { date: `${year}-${String(month).padStart(2, '0')}`, rest: text.slice(form[0].length).trim() };
  }
  const span: Readonly<DateSpan> | undefined = findDateSpans(text)[0];
  const date = span?.single ? span.end : undefined;
  if (!span || !date) return undefined;
  const { before, after } = withoutSpan(text, span);
  // `早稲田大学 商学部 卒業（2016年3月）`
  if (span.from > 1) return after === '' && hasCjk(before) ? { date, rest: before } : undefined;
  return { date, rest: text.slice(span.to).replace(/^[\s:：,，、|]+/, '') };
}

function eventOf(line: Line): CareerEvent | undefined {
  const dated = leadingDate(line.text);
  if (!dated || !hasCjk(dated.rest)) return undefined;
  for (const { of, kind, pattern } of EVENTS) {
    const found = pattern.exec(dated.rest);
    const behind = found ? dated.rest.slice(found.index + found[0].length) : '';
    // A word goes on: `入社式`, `採用担当`.
    if (!found || (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(behind) && !ONGOING.test(behind.trim())))
      continue;
    return { of, kind, date: dated.date, subject: dated.rest.slice(0, found.index).trim(), rest: behind.trim(), line };
  }
  return undefined;
}

const isRange = (line: Line): boolean => findDateSpans(line.text).some((span) => !span.single);

/** Whether the lines of a section tell events: those that begin with a date do, and none holds a range. */
function tellsEvents(lines: readonly Line[], events: ReadonlyMap<Line, CareerEvent>): boolean {
  const turns = [...events.values()].filter((event) => event.kind !== 'changes').length;
  const dated = lines.filter((line) => leadingDate(line.text) !== undefined).length;
  return turns > 0 && events.size >= 0.6 * dated && !lines.some(isRange);
}

const namesAbove = (subject: string): boolean => SAME_AS_ABOVE.test(subject) || REASON.test(subject);

/** The entry that an end belongs to: the last of its kind that is open, when it has this name or none is given. */
function openFor(event: CareerEvent, entries: readonly EventEntry[]): EventEntry | undefined {
  const open = entries.filter((entry) => entry.of === event.of && !entry.end && !entry.ongoing);
  if (namesAbove(event.subject)) return open.at(-1);
  const [name = ''] = piecesOf(event.subject);
  return open.findLast((entry) => piecesOf(entry.subject)[0] === name);
}

function begin(event: CareerEvent, entries: EventEntry[]): EventEntry {
  const entry: EventEntry = { of: event.of, subject: event.subject, rests: [], ongoing: false, line: event.line, body: [] };
  const above = entries.findLast((other) => other.of === event.of);
  // Nobody says when the job above ended: when this one began.
  if (event.kind === 'begins' && event.of === 'work' && above && !above.end && !above.ongoing)
    above.end = { date: event.date, line: event.line, assumed: true };
  entries.push(entry);
  return entry;
}

function take(event: CareerEvent, entries: EventEntry[]): EventEntry {
  const known = event.kind === 'begins' ? undefined : openFor(event, entries);
  const entry =
    known ?? (event.kind === 'changes' ? entries.findLast((other) => other.of === 'work') : undefined) ?? begin(event, entries);
  const goesOn = INLINE_ONGOING.test(` ${event.rest}`);
  const rest = event.rest.replace(INLINE_ONGOING, '').trim();
  if (event.kind === 'begins') entry.start = { date: event.date, line: event.line };
  if (event.kind === 'ends') entry.end = { date: event.date, line: event.line };
  if (event.kind === 'changes') entry.body.push(event.line);
  // `主任に昇進`: the rank that was reached.
  if (event.kind === 'changes' && event.subject) entry.rests.push({ text: event.subject, line: event.line });
  if (event.kind !== 'changes' && rest) entry.rests.push({ text: rest, line: event.line });
  // The end names the faculty more often than the entry does.
  if (event.kind === 'ends' && piecesOf(event.subject).length > piecesOf(entry.subject).length && !namesAbove(event.subject))
    entry.subject = event.subject;
  if (goesOn) entry.ongoing = true;
  return entry;
}

/** Entries in the order in which they began; undefined where the lines tell no events. */
export function readEvents(lines: readonly Line[]): EventEntry[] | undefined {
  const events = new Map(
    lines.flatMap((line): [Line, CareerEvent][] => {
      const event = eventOf(line);
      return event ? [[line, event]] : [];
    }),
  );
  if (!tellsEvents(lines, events)) return undefined;
  const entries: EventEntry[] = [];
  let current: EventEntry | undefined;
  for (const line of lines) {
    const event = events.get(line);
    const text = line.text.trim();
    if (event) current = take(event, entries);
    else if (isOfForm(line)) continue;
    else if (current && ONGOING.test(leadingDate(text)?.rest ?? text)) current.ongoing = true;
    else current?.body.push(line);
  }
  return entries;
}

/** Brackets beside a name, but for the sign of a company (`㈱`, `(주)`). */
const BESIDE = /[（(](?![株有주유同][)）])[^（()）]*[)）]/gu;

/** `株式会社 アクメ 営業部` → the name and what stands behind it. */
export function piecesOf(subject: string): string[] {
  const pieces: string[] = [];
  for (const word of subject
    .replace(BESIDE, ' ')
    .split(/[\s・/]+/)
    .filter(Boolean)) {
    const last = pieces.at(-1);
    const joins = last !== undefined && (isCjkLegalForm(last) || isCjkLegalForm(word) || !(hasCjk(last) && hasCjk(word)));
    if (last !== undefined && joins) pieces[pieces.length - 1] = `${last} ${word}`;
    else pieces.push(word);
  }
  return pieces;
}

/** A post among what stands beside a name: departments with the rank behind them, or a kind of employment. */
export function postIn(texts: readonly string[]): string | undefined {
  const words = texts.flatMap((text) => text.replace(/[（(]|[)）]/gu, ' ').split(/[\s、，]+/)).filter(Boolean);
  const rank = words.findIndex((word) => cjkTitleCue(word) > 0 || /(?:社員|アルバイト|パート)(?:として)?$/u.test(word));
  if (rank < 0) return undefined;
  const from = rank > 0 && isCjkDepartment(words[rank - 1] ?? '') ? rank - 1 : rank;
  return words
    .slice(from, rank + 1)
    .join(' ')
    .replace(/として$/u, '');
}

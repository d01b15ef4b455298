/**
 * A reading with what a language model proposed, as far as the page bears it out (rule A2). Pure. Never worse than the reading: only what
 * was below the line of acceptance is filled or replaced, only with what stands literally in the cited visible lines of that very entry,
 * and only where our own dictionaries see no less in it than in what was there.
 */
import { foldText } from '../../domain/fold-text.ts';
import { ACCEPTED_FROM, type Resume } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { dateOrderOfResume } from '../parse/date-order.ts';
import { deriveFacts } from '../parse/derive.ts';
import { dateAt, judgeValue } from './judge-value.ts';
import { isOwnPiece, locateValue } from './locate-value.ts';
import { type AskRequest, listOf, type ModelAnswer, type SentLine, sourcesBelow, unmark } from './make-request.ts';

/** Less than what reading accepts by itself. */
export const MODEL_CONFIDENCE = 0.8;
const MOST_ANSWERS = 120;
const MOST_CITED = 3;
/** A line of so many words is a sentence: dates in it are not those of the entry. */
const SENTENCE_WORDS = 18;
/** The head of an entry may begin so many lines above the first one that something was read from. */
const LINES_ABOVE = 2;

type Proposal = { path: string; field: string; value: string; lines: readonly SentLine[] };

export interface AppliedAnswer {
  resume: Resume;
  /** Paths whose values are the model's. Empty: the reading stays as it is. */
  paths: string[];
}

export function applyAnswer(
  before: Resume,
  request: AskRequest,
  answer: ModelAnswer,
  options: { taxonomy: Taxonomy; model: string },
): AppliedAnswer {
  const resume = structuredClone(before);
  const { taxonomy, model } = options;
  const paths: string[] = [];
  for (const one of answer.answers.slice(0, MOST_ANSWERS)) {
    const proposal = proposalOf(before, request, one, taxonomy);
    const path = proposal && put(resume, proposal, taxonomy);
    if (path !== undefined && !paths.includes(path)) paths.push(path);
  }
  const kept = dropContradictions(before, resume, dropHoles(resume, request, paths));
  if (kept.length === 0) return { resume: before, paths: [] };
  const meta = resume.meta.shortlist;
  meta.model = { name: model, paths: kept };
  meta.derived = deriveFacts(resume, taxonomy);
  return { resume, paths: kept };
}

function proposalOf(
  resume: Resume,
  request: AskRequest,
  one: ModelAnswer['answers'][number],
  taxonomy: Taxonomy,
): Proposal | undefined {
  const { path } = one;
  const field = fieldAsked(request, path);
  const lines = citedLines(resume, request, path, one.lines);
  if (field === undefined || lines === undefined) return undefined;
  const text = lines.map((line) => line.masked).join(' ');
  const isDate = /Date$|^date$/.test(field);
  for (const place of locateValue(unmark(one.value), text)) {
    const printed = text.slice(place.from, place.to);
    const value = isDate
      ? dateIn(text, place, field, resume)
      : isOwnPiece(text, place)
        ? printed.replace(/\s+/g, ' ')
        : undefined;
    if (value === undefined || (!isDate && judgeValue(field, value, taxonomy) === undefined)) continue;
    return { path, field, value, lines };
  }
  return undefined;
}

const dateIn = (text: string, place: { from: number; to: number }, field: string, resume: Resume): string | undefined =>
  text.split(/\s+/).length > SENTENCE_WORDS ? undefined : dateAt(text, place, field, dateOrderOfResume(resume));

const IN_LIST: Readonly<Record<string, RegExp>> = {
  work: /^work\.(?:\d|1\d)\.(position|name|location|startDate|endDate)$/,
  education: /^education\.(?:\d|1\d)\.(institution|studyType|area|startDate|endDate)$/,
  skills: /^skills\.0\.(keywords)\.\d{1,2}$/,
};

/** The field's name; undefined for what was not asked. */
function fieldAsked({ questions }: AskRequest, path: string): string | undefined {
  if (questions.paths.includes(path)) return path.split('.')[2];
  const list = listOf(path);
  return questions.whole.includes(list) ? IN_LIST[list]?.exec(path)?.[1] : undefined;
}

/** Neighbouring lines that were sent, of the right section; of an entry that is there, its own. Undefined for anything else. */
function citedLines(resume: Resume, request: AskRequest, path: string, ids: readonly string[]): SentLine[] | undefined {
  const wanted = new Set(ids);
  const from = request.lines.findIndex((line) => wanted.has(line.id));
  const lines = request.lines.slice(from, from + wanted.size);
  if (from < 0 || wanted.size > MOST_CITED || !lines.every((line) => wanted.has(line.id))) return undefined;
  if (!lines.every((line) => line.section === listOf(path) && !line.heading)) return undefined;
  if (request.questions.whole.includes(listOf(path))) return lines;
  const [first, last] = spanOf(resume, request, path);
  return first <= from && from + lines.length - 1 <= last ? lines : undefined;
}

/** First and last line of the entry among those sent: from a little above what was read of it to before the next entry. */
function spanOf(resume: Resume, { lines }: AskRequest, path: string): [number, number] {
  const list = listOf(path);
  const entry = Number(path.split('.')[1]);
  const begins = (at: number): number => {
    const own = new Set(sourcesBelow(resume, `${list}.${at}`));
    return lines.findIndex((line) => own.has(`${line.page}:${line.line}`));
  };
  const begin = begins(entry);
  if (begin < 0) return [0, -1];
  const others = entriesOf(resume, list).map((_, at) => begins(at));
  const next = Math.min(lines.length, ...others.filter((at) => at > begin));
  const before = new Set(entriesOf(resume, list).flatMap((_, at) => (at === entry ? [] : sourcesBelow(resume, `${list}.${at}`))));
  let first = begin;
  while (first > 0 && begin - first < LINES_ABOVE && !isOthers(lines[first - 1], before)) first -= 1;
  return [first, next - 1];
}

const isOthers = (line: SentLine | undefined, others: ReadonlySet<string>): boolean =>
  line === undefined || line.heading || others.has(`${line.page}:${line.line}`);

/** Puts the value in where there was none, or where no more speaks for the one that was there; its path when something changed. */
function put(resume: Resume, proposal: Proposal, taxonomy: Taxonomy): string | undefined {
  const { path, field, value } = proposal;
  const meta = resume.meta.shortlist;
  if (field === 'keywords') return putSkill(resume, proposal);
  const entry = entryAt(resume, path);
  const old: unknown = Reflect.get(entry, field);
  if (typeof old === 'string') {
    if ((meta.confidence[path] ?? 1) >= ACCEPTED_FROM || foldText(old) === foldText(value)) return undefined;
    const isDate = /Date$|^date$/.test(field);
    if (isDate ? old.startsWith(value) : (judgeValue(field, value, taxonomy) ?? 0) < (judgeValue(field, old, taxonomy) ?? 0))
      return undefined;
  }
  Reflect.set(entry, field, value);
  note(resume, proposal);
  return path;
}

function note(resume: Resume, { path, lines }: Proposal): void {
  const meta = resume.meta.shortlist;
  meta.confidence[path] = MODEL_CONFIDENCE;
  meta.sources[path] = lines.map(({ page, line, text }) => ({ page, line, text }));
}

function putSkill(resume: Resume, proposal: Proposal): string | undefined {
  const group = resume.skills[0] ?? { keywords: [] };
  if (group.keywords.some((word) => foldText(word) === foldText(proposal.value))) return undefined;
  if (resume.skills.length === 0) resume.skills.push(group);
  group.keywords.push(proposal.value);
  const path = `skills.0.keywords.${group.keywords.length - 1}`;
  note(resume, { ...proposal, path });
  return path;
}

/** Of a list that was empty, the entry is made. */
function entryAt(resume: Resume, path: string): object {
  const [list = '', number] = path.split('.');
  const entries: object[] = entriesOf(resume, list);
  const at = Number(number);
  while (entries.length <= at) entries.push({});
  return entries[at] ?? {};
}

function entriesOf(resume: Resume, list: string): object[] {
  if (list === 'work') return resume.work;
  if (list === 'education') return resume.education;
  if (list === 'languages') return resume.languages;
  return list === 'certificates' ? resume.certificates : [];
}

/** Entries of a whole list that got no name of anything are taken out again, and the rest closes up. */
function dropHoles(resume: Resume, { questions }: AskRequest, paths: readonly string[]): string[] {
  let kept = [...paths];
  for (const list of ['work', 'education'].filter((one) => questions.whole.includes(one))) {
    const entries = entriesOf(resume, list);
    for (let at = entries.length - 1; at >= 0; at--) {
      if (tells(entries[at])) continue;
      entries.splice(at, 1);
      kept = moveUp(resume, kept, list, at);
    }
  }
  return kept;
}

const tells = (entry: object | undefined): boolean =>
  entry !== undefined && ['position', 'name', 'institution', 'studyType'].some((field) => field in entry);

function moveUp(resume: Resume, paths: readonly string[], list: string, gone: number): string[] {
  const { confidence, sources } = resume.meta.shortlist;
  return paths.flatMap((path) => {
    const [of, number, ...rest] = path.split('.');
    const at = Number(number);
    if (of !== list || at < gone) return [path];
    const sure = confidence[path];
    const lines = sources[path];
    delete confidence[path];
    delete sources[path];
    if (at === gone) return [];
    const to = [list, at - 1, ...rest].join('.');
    if (sure !== undefined) confidence[to] = sure;
    if (lines !== undefined) sources[to] = lines;
    return [to];
  });
}

/** A job that ends before it begins, or whose title is its employer: what was proposed goes, what was read comes back. */
function dropContradictions(before: Resume, resume: Resume, paths: readonly string[]): string[] {
  return paths.filter((path) => {
    const entry = entryAt(resume, path);
    if (!/^(?:work|education)\./.test(path) || !contradicts(entry)) return true;
    restore(before, resume, path);
    return false;
  });
}

function contradicts(entry: object): boolean {
  const { startDate, endDate, position, name }: Partial<Record<string, unknown>> = { ...entry };
  const backwards =
    typeof startDate === 'string' &&
    typeof endDate === 'string' &&
    endDate.slice(0, startDate.length) < startDate.slice(0, endDate.length);
  return backwards || (typeof position === 'string' && typeof name === 'string' && foldText(position) === foldText(name));
}

function restore(before: Resume, resume: Resume, path: string): void {
  const field = path.split('.')[2] ?? '';
  const [list = '', number] = path.split('.');
  const entry = entryAt(resume, path);
  const was = entriesOf(before, list)[Number(number)];
  const old: unknown = was && Reflect.get(was, field);
  if (old === undefined) Reflect.deleteProperty(entry, field);
  else Reflect.set(entry, field, old);
  for (const key of ['confidence', 'sources'] as const) {
    const record: Record<string, unknown> = resume.meta.shortlist[key];
    const noted = before.meta.shortlist[key][path];
    if (noted === undefined) delete record[path];
    else record[path] = noted;
  }
}

/** Whether one file holds the resumes of several people, one after the other: they must never be read as one person. */
import type { Document, DocumentPage, TextRun } from '../../domain/document.ts';
import { foldWords } from '../../domain/fold-text.ts';
import { MAIL_ADDRESS } from '../../domain/mail-address.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { judgeResume } from './is-resume.ts';
import { type Reading, readDocument, signsIn } from './read-document.ts';

/** Where a part of a document begins; `y` counts on the endless page of formats that flow. */
interface Start {
  page: number;
  y: number;
}

const EMAIL = new RegExp(MAIL_ADDRESS, 'gu');
const PHONE = /\+?\(?\d[\d ()./-]{7,20}\d/g;
/** Periods look like numbers: `01/2015 - 03/2019`. */
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
/** Share of a page in which its head with the name stands; the contacts may stand in a sidebar or at the foot. */
const HEAD = 0.4;
/** Lines above the first contact in which the name is looked for where pages have no ends. */
const LINES_ABOVE = 5;
/** More candidates than this are no heads: a list of addresses. */
const MOST_STARTS = 30;

function contactsOf(text: string): string[] {
  const emails = (text.includes('@') ? [...text.matchAll(EMAIL)] : []).map((match) => match[0].toLowerCase());
  const numbers = [...text.matchAll(PHONE)].map((match) => match[0]).filter((number) => !YEAR.test(number));
  const phones = numbers.map((number) => number.replace(/\D/g, '')).filter((digits) => digits.length >= 9);
  return [...emails, ...phones];
}

function startsOnPages(pages: readonly DocumentPage[]): Start[] {
  const known = new Set<string>();
  const starts: Start[] = [];
  for (const [index, page] of pages.entries()) {
    const contacts = contactsOf(page.runs.map((run) => run.text).join('\n'));
    const fresh = contacts.some((one) => !known.has(one));
    if (index > 0 && known.size > 0 && fresh) starts.push({ page: page.number, y: Number.NEGATIVE_INFINITY });
    for (const contact of contacts) known.add(contact);
  }
  return starts;
}

/** Lines at which the part may begin, the nearest above the contact last; the first that names somebody else is it. */
function startsInFlow(page: DocumentPage): Start[][] {
  const rows = [...new Set(page.runs.map((run) => run.y))].sort((a, b) => a - b);
  const known = new Set<string>();
  const starts: Start[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const run of [...page.runs].sort((a, b) => a.y - b.y)) {
    const fresh = contactsOf(run.text).filter((one) => !known.has(one));
    for (const contact of fresh) known.add(contact);
    if (fresh.length === 0) continue;
    const at = rows.indexOf(run.y);
    // The contacts of one head stand together.
    if (last !== Number.NEGATIVE_INFINITY && at - last > LINES_ABOVE)
      starts.push(rows.slice(Math.max(0, at - LINES_ABOVE), at + 1).map((y) => ({ page: page.number, y })));
    last = at;
  }
  return starts;
}

const isAfter = (run: TextRun, page: number, start: Start): boolean =>
  page > start.page || (page === start.page && run.y >= start.y);

function slice(document: Document, from: Start, to: Start | undefined): Document {
  const pages = document.pages
    .map((page) => ({
      ...page,
      runs: page.runs.filter((run) => isAfter(run, page.number, from) && !(to && isAfter(run, page.number, to))),
    }))
    .filter((page) => page.runs.length > 0);
  return { ...document, pages, links: [] };
}

/** The name, where the part is a resume in its own right: somebody to reach, a dated entry and two sections. */
function ownerOf(reading: Reading, height: number): string | undefined {
  const signs = signsIn(reading);
  const headed = reading.sections.filter((section) => section.heading !== undefined && section.lines.length > 0);
  const core = headed.filter((section) =>
    section.kinds.some((kind) => kind === 'work' || kind === 'education' || kind === 'skills'),
  );
  const reachable = signs.email || signs.phone;
  if (!reachable || signs.datedEntries === 0 || core.length < 2 || judgeResume(signs) < 0.5) return undefined;
  const name = reading.parts.contact.name;
  const [first] = reading.lines;
  // A new resume begins with its head: a name further down belongs to what goes on here.
  const near = name?.lines.some((line) => line.page === first?.page && (line.flow ? line.number <= 8 : line.y < HEAD * height));
  return name && near ? foldWords(name.value) : undefined;
}

function ownerBetween(document: Document, from: Start, to: Start | undefined, taxonomy: Taxonomy): string | undefined {
  const part = slice(document, from, to);
  return ownerOf(readDocument(part, taxonomy), part.pages[0]?.height ?? 0);
}

/** Names are the same in another order, or with a middle name. */
function samePerson(a: string, b: string): boolean {
  const [x, y] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const common = [...x].filter((word) => y.has(word)).length;
  return common >= Math.min(x.size, y.size);
}

/** Pages (or lines) at which another person's resume begins, in order; almost always none. Costs a second look only where a second head may stand. */
function otherStarts(document: Document, taxonomy: Taxonomy): Start[] {
  const [only, ...more] = document.pages;
  const flows = only?.flow === true && more.length === 0;
  const candidates = flows ? startsInFlow(only) : startsOnPages(document.pages).map((start) => [start]);
  if (candidates.length > MOST_STARTS) return [];
  const found: Start[] = [];
  let from: Start = { page: 0, y: Number.NEGATIVE_INFINITY };
  for (const [index, choices] of candidates.entries()) {
    const next = candidates[index + 1]?.[0];
    for (const start of choices) {
      const before = ownerBetween(document, from, start, taxonomy);
      const after = before && ownerBetween(document, start, next, taxonomy);
      if (!before || !after || samePerson(before, after)) continue;
      found.push(start);
      from = start;
      break;
    }
  }
  return found;
}

/** How many people's resumes the file holds: 1 for nearly all, and for what is no resume. */
export const countPeople = (document: Document, taxonomy: Taxonomy): number => 1 + otherStarts(document, taxonomy).length;

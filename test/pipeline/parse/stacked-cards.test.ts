/** Cards side by side, each with a ground or a frame of its own. */
import { describe, expect, it } from 'vitest';
import type { DocumentPage, Rule } from '../../../src/domain/document.ts';
import type { Resume } from '../../../src/domain/resume.ts';
import { stackCards } from '../../../src/pipeline/parse/stacked-cards.ts';
import { BOLD, HEADING, headOf, ITEM, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const card = (x: number, y: number, title: string, employer: string, dates: string, ...tasks: string[]): Placed[] => [
  [x, y, title, BOLD],
  [x, y + 13, employer],
  [x, y + 26, dates, { size: 8 }],
  ...tasks.map((task, i): Placed => [x + 12, y + 40 + 13 * i, task, ITEM]),
];
const WIDTH = 160;
const boxAt = (x: number, y: number, height: number): Rule => ({ x: x - 8, y: y - 16, width: WIDTH, height });
/** As a box with round corners is drawn: its sides end before the corners. */
const frameOf = ({ x, y, width, height }: Rule): Rule[] => [
  { x, y: y + 6, width: 0.75, height: height - 12 },
  { x: x + width, y: y + 6, width: 0.75, height: height - 12 },
  { x: x + 6, y, width: width - 12, height: 0.75 },
  { x: x + 6, y: y + height, width: width - 12, height: 0.75 },
];

const TOP = 150;
const PLACES = [48, 222, 396] as const;
const PLACED: Placed[] = [
  ...headOf('Orla Tamsin'),
  [40, 120, 'Experience', HEADING],
  ...card(
    PLACES[0],
    TOP,
    'Crane Operator',
    'Harbour Crane Company',
    '2019 – present',
    'Lifted boxes in all weathers',
    'Kept the log of winds',
  ),
  ...card(PLACES[1], TOP, 'Deckhand', 'Quayside Ferries Ltd', '2015 – 2019', 'Moored the ferry'),
  ...card(PLACES[2], TOP, 'Porter', 'Erie Shore Museum', '2012 – 2015', 'Opened the doors', 'Carried the crates'),
  ...card(PLACES[0], TOP + 120, 'Stock Clerk', 'Tallow Cold Stores', '2010 – 2012', 'Counted the pallets'),
  [40, 400, 'Education', HEADING],
  [40, 420, 'BSc Logistics, Northgate College, 2007 – 2010'],
];
const BOXES = [...PLACES.map((x) => boxAt(x, TOP, 90)), boxAt(PLACES[0], TOP + 120, 70)];

function pageWith(drawn: Partial<DocumentPage>, placed: readonly Placed[] = PLACED): DocumentPage {
  const [page] = pdfDocument(placed).pages;
  if (!page) throw new Error('a page was made');
  return { ...page, ...drawn };
}
const read = (page: DocumentPage): Resume => parse({ ...pdfDocument([]), pages: [page] });

describe('jobs on cards, three in a row', () => {
  it.each([
    ['grounds', { cards: BOXES }],
    ['frames with round corners', { rules: BOXES.flatMap(frameOf) }],
  ])('are read one after the other from their %s', (_what, drawn) => {
    const resume = read(pageWith(drawn));
    expect(jobs(resume)).toEqual([
      'Crane Operator @ Harbour Crane Company [2019/]',
      'Deckhand @ Quayside Ferries Ltd [2015/2019]',
      'Porter @ Erie Shore Museum [2012/2015]',
      'Stock Clerk @ Tallow Cold Stores [2010/2012]',
    ]);
    expect(resume.work.map((work) => work.highlights)).toEqual([
      ['Lifted boxes in all weathers', 'Kept the log of winds'],
      ['Moored the ferry'],
      ['Opened the doors', 'Carried the crates'],
      ['Counted the pallets'],
    ]);
    expect(resume.education.map(({ institution }) => institution)).toEqual(['Northgate College']);
  });

  it('take what stands below along, also where the cards are set in from it, but not the text of a column beside them', () => {
    const inset = BOXES.map((box) => ({ ...box, x: box.x + 20 }));
    const placed = PLACED.map(([x, y, text, style]): Placed => [y >= TOP - 1 && y < 400 ? x + 20 : x, y, text, style]);
    const page = stackCards(pageWith({ cards: inset }, placed));
    const heading = page.runs.find(({ text }) => text === 'Education');
    const lowest = Math.max(...page.runs.filter(({ text }) => text === 'Counted the pallets').map(({ y }) => y));
    expect(heading?.y).toBeGreaterThan(lowest);
    const beside: Placed[] = [
      [2, TOP + 10, 'Aside', { width: 20 }],
      [2, 410, 'Below', { width: 20 }],
    ];
    const two = stackCards(pageWith({ cards: inset }, [...placed, ...beside]));
    expect(two.runs.find(({ text }) => text === 'Below')?.y).toBe(410);
  });

  it('take what is drawn and printed below along', () => {
    const under: Rule = { x: 40, y: 404, width: 500, height: 1 };
    const page = stackCards(pageWith({ cards: BOXES, rules: [under] }));
    const heading = page.runs.find(({ text }) => text === 'Education');
    expect((page.rules[0]?.y ?? 0) - (heading?.y ?? 0)).toBe(4);
    expect(heading?.y).toBeGreaterThan(400);
    expect(page.height).toBeGreaterThan(842);
  });
});

describe('boxes side by side are left where they are', () => {
  const same = (page: DocumentPage) => expect(stackCards(page)).toBe(page);

  it('where they touch: cells of a table', () => {
    const cells = PLACES.map((_x, i): Rule => ({ x: 40 + 174 * i, y: TOP - 16, width: 174, height: 90 }));
    same(pageWith({ cards: cells }));
  });

  it('where text runs over their edges or stands between them', () => {
    same(pageWith({ cards: BOXES.slice(0, 3) }, [...PLACED, [180, TOP + 30, 'a text that runs over the edges of all of them']]));
    same(pageWith({ cards: BOXES.slice(0, 2) }, [...PLACED, [202, TOP + 30, 'or', { width: 8 }]]));
  });

  it('where one holds the dates of what the other tells', () => {
    const rows = [
      ['June 2019 – present', 'Hull', 'Crane Operator', 'Harbour Crane Company'],
      ['May 2015 – May 2019', 'Leeds', 'Deckhand', 'Quayside Ferries Ltd'],
    ].flatMap(([dates = '', town = '', title = '', firm = ''], i): Placed[] => [
      [48, TOP + 60 * i, dates],
      [48, TOP + 13 + 60 * i, town],
      [222, TOP + 60 * i, title],
      [222, TOP + 13 + 60 * i, firm],
    ]);
    same(pageWith({ cards: [0, 60].flatMap((down) => [boxAt(48, TOP + down, 40), boxAt(222, TOP + down, 40)]) }, rows));
  });

  it('where each holds a word: a list of tags', () => {
    const words = PLACES.map((x, i): Placed => [x, 450, ['Rigging', 'Signalling', 'Excel'][i] ?? '']);
    same(pageWith({ cards: PLACES.map((x) => boxAt(x, 450, 26)) }, words));
  });

  it('where they are as tall as the page: its columns', () => {
    same(pageWith({ cards: PLACES.map((x) => boxAt(x, TOP, 600)) }));
  });
});

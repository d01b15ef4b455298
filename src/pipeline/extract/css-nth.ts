/** The counting of `:nth-child(2n + 1)` and its kin. */
import type { HtmlElement } from './html-tree.ts';
import { ReadFailure } from './read-failure.ts';

/** Whether the number, from 1, is one of those meant. */
export type Nth = (index: number) => boolean;

/** Undefined for what is no formula. */
export function readNth(text: string): Nth | undefined {
  const plain = text.replace(/\s+/g, '');
  if (plain === 'odd') return (index) => index % 2 === 1;
  if (plain === 'even') return (index) => index % 2 === 0;
  const [all, step, offset] = /^(?:([+-]?\d{0,9})n)?([+-]?\d{1,9})?$/.exec(plain) ?? [];
  if (!all) return undefined;
  const a = step === undefined ? 0 : step === '' || step === '+' ? 1 : step === '-' ? -1 : Number(step);
  const b = Number(offset ?? 0);
  return (index) => (a === 0 ? index === b : (index - b) / a >= 0 && (index - b) % a === 0);
}

interface Place {
  /** From 1. */
  index: number;
  /** From 1, counted from the last. */
  fromEnd: number;
}

/** Steps that the styles of one page may cost (rule P6): a resume in a large framework takes ten thousand, a manual of 1 MB 230,000. */
const MAX_STEPS = 1_000_000;

/** What matching on one page has cost, and counted, so far. */
export class MatchWork {
  readonly quirks: boolean;
  private left = MAX_STEPS;
  /** Places of the children of an element among those of their name. */
  private readonly places = new Map<HtmlElement, Map<HtmlElement, Place>>();

  /** `quirks`: classes and ids match in any case. */
  constructor(quirks: boolean) {
    this.quirks = quirks;
  }

  /** Throws `ReadFailure` (too_large). */
  spend(steps = 1): void {
    this.left -= steps;
    if (this.left < 0) throw new ReadFailure('too_large');
  }

  placesIn(parent: HtmlElement): Map<HtmlElement, Place> {
    const known = this.places.get(parent);
    if (known) return known;
    this.spend(parent.elements);
    const places = countTypes(parent);
    this.places.set(parent, places);
    return places;
  }
}

/** Where the element stands among its siblings, or among those of its name. */
export function countOf(element: HtmlElement, ofType: boolean, work: MatchWork): Place {
  const { parent } = element;
  if (!parent) return { index: 1, fromEnd: 1 };
  if (!ofType) return { index: element.index, fromEnd: parent.elements - element.index + 1 };
  return work.placesIn(parent).get(element) ?? { index: 1, fromEnd: 1 };
}

function countTypes(parent: HtmlElement): Map<HtmlElement, Place> {
  const places = new Map<HtmlElement, Place>();
  const counts = new Map<string, number>();
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    const index = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, index);
    places.set(child, { index, fromEnd: 1 });
  }
  for (const [child, place] of places) place.fromEnd = (counts.get(child.name) ?? 0) - place.index + 1;
  return places;
}

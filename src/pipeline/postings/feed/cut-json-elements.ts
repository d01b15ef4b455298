/**
 * Cuts objects out of a JSON stream so that memory holds one of them: the elements of every array of objects that does not
 * stand inside an element itself, objects on lines of their own (JSON Lines), or the whole when there is no such array.
 *
 * A parser that keeps the path of every value (stream-json and its like) stops at the first error; cutting by brackets lets a
 * broken element be skipped and the next one found again.
 */
import type { FeedError } from '../../../domain/posting.ts';
import type { FeedLimits } from './feed-limits.ts';
import { endOfComment } from './parse-loose-json.ts';
import { TextWindow } from './text-window.ts';

interface JsonElement {
  source: string;
  /** Byte offset. */
  position: string;
  /** Key of the array it stands in; undefined for a top-level array or object. */
  listKey: string | undefined;
  /** The whole top-level object rather than an element of an array. */
  whole: boolean;
}
type CutJson = { element: JsonElement } | { error: FeedError; position: string };

/** The reader's verdict on the last element, which decides how the cutter goes on. */
export type Verdict = 'posting' | 'other' | 'broken';

interface Frame {
  kind: '{' | '[';
  key: string | undefined;
}
type Step = CutJson | undefined;

const MAX_LIST_DEPTH = 6;

/** Push parser: give text, take cuts one by one, and say what each was before taking the next. */
export class JsonCutter {
  private readonly window: TextWindow;
  private readonly limits: FeedLimits;
  private at = 0;
  private frames: Frame[] = [];
  private lastString: string | undefined;
  private pendingKey: string | undefined;
  /** Start of the object being cut, -1 between objects, and its open brackets. */
  private start = -1;
  private nesting: string[] = [];
  /** Start of the top-level object while it may still have to be taken as a whole, else -1. */
  private wholeStart = -1;
  private lastCut: { start: number; whole: boolean } | undefined;
  /** Looking for the next element behind a broken one. */
  private lost = false;
  private brokenBefore = false;
  private firstKey: string | undefined;
  private trailing = false;
  private documents = 0;

  constructor(limits: FeedLimits, startByte = 0) {
    this.limits = limits;
    this.window = new TextWindow(startByte);
  }

  push(piece: string): void {
    const keep = [this.start, this.wholeStart].filter((n) => n >= 0);
    this.forget(Math.min(this.at, ...keep));
    this.window.append(piece);
  }

  /** The next cut, or undefined when more text is needed. */
  next(atEnd: boolean): CutJson | undefined {
    for (;;) {
      if (this.lost && !this.findAgain(atEnd)) return undefined;
      const tooLong = this.checkLength();
      if (tooLong) return tooLong;
      if (this.at >= this.window.text.length) return atEnd ? this.finish() : undefined;
      const step = this.step(atEnd);
      if (step === 'more') return atEnd ? this.finish() : undefined;
      if (step) return step;
    }
  }

  /** What the reader made of the element it was given last. */
  judge(verdict: Verdict): void {
    const cut = this.lastCut;
    if (!cut) return;
    if (verdict === 'broken' && cut.whole) this.brokenBefore = true;
    else if (verdict === 'broken') {
      // The brackets may balance only by accident (a lost quote turns the rest inside out): go on right behind its beginning.
      this.lose(cut.start);
    } else if (verdict === 'posting') {
      this.wholeStart = -1;
      this.firstKey ??= /^\{\s{0,200}("[^"\\]{1,80}")/.exec(this.window.text.slice(cut.start, cut.start + 300))?.[1];
    }
    this.lastCut = undefined;
  }

  private checkLength(): Step {
    const { itemChars } = this.limits;
    if (this.start >= 0 && this.at - this.start > itemChars)
      return this.broken('too_large', `an element is longer than ${itemChars} characters`);
    if (this.wholeStart >= 0 && this.at - this.wholeStart > itemChars) this.wholeStart = -1;
    return undefined;
  }

  private step(atEnd: boolean): Step | 'more' {
    const { text } = this.window;
    const char = text[this.at];
    if (char === '"') return this.takeString(atEnd);
    if (char === '/' && (text[this.at + 1] === '/' || text[this.at + 1] === '*')) {
      const end = endOfComment(text, this.at);
      if (end >= text.length && !atEnd) return 'more';
      this.at = end;
      return undefined;
    }
    this.at++;
    return this.start >= 0 ? this.stepInside(char ?? '') : this.stepBetween(char ?? '');
  }

  private takeString(atEnd: boolean): 'more' | undefined {
    const { text } = this.window;
    let quote = text.indexOf('"', this.at + 1);
    while (quote >= 0 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
    if (quote < 0) {
      if (atEnd || text.length - this.at > this.limits.itemChars) {
        this.at = text.length;
        return undefined;
      }
      return 'more';
    }
    if (this.start < 0) this.lastString = text.slice(this.at + 1, Math.min(quote, this.at + 80));
    this.at = quote + 1;
    return undefined;
  }

  private stepInside(char: string): Step {
    if (char === '{' || char === '[') {
      this.nesting.push(char);
      if (this.nesting.length > this.limits.depth)
        return this.broken('too_large', `an element is nested deeper than ${this.limits.depth} levels`);
      return undefined;
    }
    if (char !== '}' && char !== ']') return undefined;
    const open = this.nesting.pop();
    if ((open === '{') !== (char === '}')) return this.broken('malformed', 'the brackets of an element do not match');
    if (this.nesting.length > 0) return undefined;
    const start = this.start;
    this.start = -1;
    return this.cut(start, this.at, this.frames.at(-1)?.key, false);
  }

  private stepBetween(char: string): Step {
    if (char === '{') return this.openObject();
    if (char === '[') {
      this.frames.push({ kind: '[', key: this.takeKey() });
      return undefined;
    }
    if (char === '}' || char === ']') return this.closeFrame(char);
    if (char === ':') this.pendingKey = this.lastString;
    else if (char === ',') this.pendingKey = undefined;
    else if (this.frames.length === 0 && this.documents > 0 && !/[\s;)]/.test(char)) return this.reportTrailing();
    return undefined;
  }

  private openObject(): Step {
    const start = this.at - 1;
    const parent = this.frames.at(-1);
    if (parent?.kind === '[' && this.frames.length <= MAX_LIST_DEPTH) {
      this.start = start;
      this.nesting = ['{'];
      return undefined;
    }
    if (!parent) this.wholeStart = start;
    this.frames.push({ kind: '{', key: this.takeKey() });
    return undefined;
  }

  private closeFrame(char: string): Step {
    const position = String(this.window.byteAt(this.at - 1));
    const frame = this.frames.pop();
    if (!frame) return this.reportTrailing();
    if ((frame.kind === '{') !== (char === '}')) {
      return { error: { code: 'malformed', message: 'the brackets of the feed do not match', position }, position };
    }
    if (this.frames.length > 0) return undefined;
    this.documents++;
    const start = this.wholeStart;
    this.wholeStart = -1;
    return char === '}' && start >= 0 ? this.cut(start, this.at, undefined, true) : undefined;
  }

  private takeKey(): string | undefined {
    const key = this.pendingKey;
    this.pendingKey = undefined;
    return key ?? this.frames.at(-1)?.key;
  }

  private cut(start: number, end: number, listKey: string | undefined, whole: boolean): CutJson {
    this.lastCut = { start, whole };
    return { element: { source: this.window.copy(start, end), position: String(this.window.byteAt(start)), listKey, whole } };
  }

  private reportTrailing(): Step {
    if (this.trailing) return undefined;
    this.trailing = true;
    const position = String(this.window.byteAt(this.at - 1));
    return { error: { code: 'malformed', message: 'there is text after the end of the JSON', position }, position };
  }

  private broken(code: FeedError['code'], message: string): CutJson {
    const position = String(this.window.byteAt(this.start));
    this.lose(this.start);
    return { error: { code, message, position }, position };
  }

  private lose(start: number): void {
    this.start = -1;
    this.nesting = [];
    this.wholeStart = -1;
    this.at = start + 1;
    this.lost = this.frames.at(-1)?.kind === '[';
    this.brokenBefore = true;
  }

  /** Finds the next `}, {` that begins like the elements before; true when the cutter is on its way again. */
  private findAgain(atEnd: boolean): boolean {
    const { text } = this.window;
    const next = this.firstKey
      ? new RegExp(`[}\\]"\\w]\\s{0,200},\\s{0,200}\\{\\s{0,200}${escapeRegExp(this.firstKey)}\\s{0,50}:`, 'g')
      : /\}\s{0,200},\s{0,200}\{/g;
    next.lastIndex = this.at;
    const found = next.exec(text);
    if (!found) {
      this.at = atEnd ? text.length : Math.max(this.at, text.length - 1000);
      if (atEnd) this.lost = false;
      return atEnd;
    }
    this.at = text.indexOf('{', found.index + 1);
    this.lost = false;
    return true;
  }

  private finish(): CutJson | undefined {
    if (this.start >= 0) return this.broken('malformed', 'the feed ends inside an element');
    if (this.frames.length > 0 && !this.brokenBefore) {
      this.frames = [];
      const position = String(this.window.byteAt(this.window.text.length));
      return { error: { code: 'malformed', message: 'the feed ends before its last bracket', position }, position };
    }
    return undefined;
  }

  private forget(count: number): void {
    this.window.drop(count);
    this.at -= count;
    if (this.start >= 0) this.start -= count;
    if (this.wholeStart >= 0) this.wholeStart -= count;
  }
}

function isEscaped(text: string, quote: number): boolean {
  let slashes = 0;
  while (text[quote - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

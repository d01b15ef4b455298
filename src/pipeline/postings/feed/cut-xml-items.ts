/**
 * Cuts the items out of an XML feed without parsing it: each is then parsed by itself, so that one broken item cannot take
 * the others with it and memory holds one item. (A single parser over the whole feed loses its element stack at the first
 * unmatched closing tag, and everything after it.)
 */
import type { FeedError } from '../../../domain/posting.ts';
import type { FeedLimits } from './feed-limits.ts';
import { skipNonElement, tagNameAt } from './find-xml-item.ts';
import { TextWindow } from './text-window.ts';

type CutXmlItem = { source: string; position: string } | { error: FeedError; position: string };

/** @param itemName the element as written in the feed */
export async function* cutXmlItems(
  pieces: AsyncIterable<string>,
  itemName: string,
  limits: FeedLimits,
): AsyncGenerator<CutXmlItem> {
  const cutter = new XmlItemCutter(itemName, limits);
  for await (const piece of pieces) yield* cutter.push(piece);
  yield* cutter.end();
}

class XmlItemCutter {
  private readonly window = new TextWindow();
  private readonly itemName: string;
  private readonly limits: FeedLimits;
  /** Where the next tag is looked for. */
  private at = 0;
  /** Start of the open item, -1 between items. */
  private start = -1;
  private depth = 0;
  /** No end of the section that is being skipped stands before this index: keeps an unclosed CDATA from being searched again and again. */
  private searched = 0;

  constructor(itemName: string, limits: FeedLimits) {
    this.itemName = itemName;
    this.limits = limits;
  }

  *push(piece: string): Generator<CutXmlItem> {
    this.window.append(piece);
    yield* this.scan(false);
    this.forget(this.start >= 0 ? this.start : this.at);
  }

  *end(): Generator<CutXmlItem> {
    yield* this.scan(true);
    // Each round either ends the feed or goes on behind the start tag of a broken item.
    while (this.start >= 0) {
      yield this.broken('malformed', `<${this.itemName}> is not closed: the feed ends inside it`);
      yield* this.scan(true);
    }
  }

  private *scan(atEnd: boolean): Generator<CutXmlItem> {
    const { window } = this;
    for (;;) {
      if (this.start >= 0 && this.at - this.start > this.limits.itemChars) {
        yield this.broken('too_large', `an item is longer than ${this.limits.itemChars} characters`);
        continue;
      }
      const tag = window.text.indexOf('<', this.at);
      if (tag < 0) {
        this.at = window.text.length;
        break;
      }
      this.at = tag;
      const skipped = skipNonElement(window.text, tag, this.searched);
      if (skipped === 'more') {
        this.searched = Math.max(this.searched, window.text.length - 2);
        if (this.start >= 0 && window.text.length - this.start > this.limits.itemChars) {
          yield this.broken('too_large', `an item is longer than ${this.limits.itemChars} characters`);
          continue;
        }
        // Between items (also behind the start of a broken one) a section without an end is passed over.
        if (this.start < 0 && (atEnd || window.text.length - tag > this.limits.itemChars)) this.at = tag + 1;
        else break;
      } else if (skipped !== undefined) this.at = skipped;
      else if (!this.tagIsWhole(tag, atEnd)) break;
      else yield* this.takeTag(tag);
    }
  }

  /** A tag cut by the end of the piece is looked at again with the next one. */
  private tagIsWhole(tag: number, atEnd: boolean): boolean {
    return atEnd || this.window.text.length - tag > this.itemName.length + 200;
  }

  private *takeTag(tag: number): Generator<CutXmlItem> {
    const { text } = this.window;
    const closing = text[tag + 1] === '/';
    const name = tagNameAt(text, closing ? tag + 2 : tag + 1);
    this.at = tag + 1;
    if (name !== this.itemName) return;
    if (closing) {
      if (this.start < 0) return;
      this.depth--;
      if (this.depth > 0) return;
      const close = text.indexOf('>', tag);
      const end = close < 0 ? text.length : close + 1;
      yield { source: this.window.copy(this.start, end), position: this.window.lineColumnAt(this.start) };
      this.start = -1;
      this.at = end;
      return;
    }
    const close = text.indexOf('>', tag);
    if (close > 0 && text[close - 1] === '/') return;
    if (this.start >= 0 && close > 0 && opensItem(text, close + 1)) {
      // An item inside an item with children of its own: the outer one was never closed.
      yield this.unclosed(tag);
      return;
    }
    if (this.start < 0) this.start = tag;
    this.depth++;
  }

  private unclosed(tag: number): CutXmlItem {
    const position = this.window.lineColumnAt(this.start);
    const source = this.window.copy(this.start, tag);
    this.start = tag;
    this.depth = 1;
    return { source, position };
  }

  private broken(code: FeedError['code'], message: string): CutXmlItem {
    const position = this.window.lineColumnAt(this.start);
    this.at = this.start + 1;
    this.start = -1;
    this.depth = 0;
    return { error: { code, message, position }, position };
  }

  private forget(count: number): void {
    this.window.drop(count);
    this.at -= count;
    this.searched = Math.max(0, this.searched - count);
    if (this.start >= 0) this.start -= count;
  }
}

/** `<position>Nurse</position>` inside `<position>` is a field; what starts with a child element is another item. */
function opensItem(text: string, from: number): boolean {
  const next = text.indexOf('<', from);
  if (next < 0 || next + 1 >= text.length) return false;
  return text[next + 1] !== '/' && text[next + 1] !== '!';
}

/** JSON boards of every layout → the records of single postings. */
import type { FeedError } from '../../../domain/posting.ts';
import { JsonCutter, type Verdict } from './cut-json-elements.ts';
import type { FeedLimits } from './feed-limits.ts';
import { findPostings } from './find-postings.ts';
import { parseLooseJson } from './parse-loose-json.ts';
import { TextWindow } from './text-window.ts';
import type { FeedRecord } from './xml-to-record.ts';

export type FeedItem = { record: FeedRecord; position: string } | { error: FeedError; position: string };

export async function* readJsonFeed(pieces: AsyncIterable<string>, limits: FeedLimits): AsyncGenerator<FeedItem> {
  const cutter = new JsonCutter(limits);
  for await (const piece of pieces) {
    cutter.push(piece);
    yield* takeCuts(cutter, false);
  }
  yield* takeCuts(cutter, true);
}

function* takeCuts(cutter: JsonCutter, atEnd: boolean): Generator<FeedItem> {
  for (let cut = cutter.next(atEnd); cut; cut = cutter.next(atEnd)) {
    if ('error' in cut) {
      yield cut;
      continue;
    }
    const { source, position, listKey, whole } = cut.element;
    const read = readElement(source, position, whole ? undefined : (listKey ?? ''));
    cutter.judge(read.verdict);
    yield* read.items;
  }
}

/** One object a line. */
export async function* readJsonLines(pieces: AsyncIterable<string>, limits: FeedLimits): AsyncGenerator<FeedItem> {
  const window = new TextWindow();
  for await (const piece of pieces) {
    window.append(piece);
    let at = 0;
    for (let end = window.text.indexOf('\n', at); end >= 0; end = window.text.indexOf('\n', at)) {
      yield* readLine(window, at, end);
      at = end + 1;
    }
    window.drop(at);
    if (window.text.length > limits.itemChars) {
      const position = String(window.byteAt(0));
      yield { error: { code: 'too_large', message: `a line is longer than ${limits.itemChars} characters`, position }, position };
      window.drop(window.text.length);
    }
  }
  yield* readLine(window, 0, window.text.length);
}

function* readLine(window: TextWindow, from: number, to: number): Generator<FeedItem> {
  const source = window.copy(from, to).trim();
  if (source !== '' && !source.startsWith('//')) yield* readElement(source, String(window.byteAt(from)), '').items;
}

function readElement(source: string, position: string, listKey: string | undefined): { items: FeedItem[]; verdict: Verdict } {
  let value: unknown;
  try {
    value = parseLooseJson(source);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const message = `no valid JSON: ${error.message.slice(0, 120)}`;
    return { items: [{ error: { code: 'malformed', message, position }, position }], verdict: 'broken' };
  }
  const records = findPostings(value, listKey);
  return { items: records.map((record) => ({ record, position })), verdict: records.length > 0 ? 'posting' : 'other' };
}

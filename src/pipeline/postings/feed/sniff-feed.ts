/** What kind of feed the first characters belong to. */

type FeedKind = 'xml' | 'json' | 'json-lines' | 'html' | 'dtd' | 'empty' | 'unknown';

/** @param head decoded beginning of the feed, some ten thousand characters where there are that many */
export function sniffFeed(head: string): FeedKind {
  const text = head.trimStart();
  if (text === '') return 'empty';
  if (text[0] === '<') return sniffMarkup(text);
  if (text[0] === '{') return isJsonLines(text) ? 'json-lines' : 'json';
  if (text[0] === '[') return 'json';
  // `)]}',` before JSON, `callback(` around it, a comment above it.
  if (/^(?:\)\]\}'?,?|[\w$.]{1,60}\(|\/\/|\/\*)/.test(text) && /[{[]/.test(text.slice(0, 2000))) return 'json';
  // Some servers put blank text or a warning before the XML.
  if (/<\?xml|<rss[\s>]|<source[\s>]/.test(text.slice(0, 2000))) return 'xml';
  return 'unknown';
}

function sniffMarkup(text: string): FeedKind {
  const prolog = /^[\s\S]*?<[A-Za-z_]/.exec(text.slice(0, 200_000))?.[0] ?? text;
  if (/^<!doctype\s{1,20}html/i.test(text) || /^<html[\s>]/i.test(text)) return 'html';
  if (/<!(?:DOCTYPE|ENTITY)/i.test(prolog)) return /<!DOCTYPE\s{1,20}html/i.test(prolog) ? 'html' : 'dtd';
  return 'xml';
}

function isJsonLines(text: string): boolean {
  const lines = text.split('\n', 3).filter((line) => line.trim() !== '');
  const first = lines[0]?.trim() ?? '';
  if (lines.length < 2 || !lines[1]?.trimStart().startsWith('{')) return false;
  return first.endsWith('}') && balanced(first);
}

/** Good enough for a first line: a line of a pretty-printed object never closes what it opens and then starts anew. */
const balanced = (line: string): boolean => line.split('{').length === line.split('}').length;

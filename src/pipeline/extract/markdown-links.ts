/** Definitions of links in Markdown: `[site]: https://example.org "title"`. They show nowhere; what names them becomes a link. */
import { linkTarget } from './link-target.ts';
import type { MarkdownLine } from './markdown-html.ts';

/** A target that is one, so that `[Skills]: Welding` stays a text; the title may hold anything (rule A1). */
const DEFINITION =
  /^ {0,3}\[([^\][\n]{1,200})\]:[ \t]{0,20}(<[^<>\n]{0,2000}>|(?:[a-z]{1,20}:|#|\/|\.{1,2}\/|www\.)\S{0,2000})(?:[ \t]{1,20}(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$/i;
/** The title of a definition on a line of its own. */
const TITLE = /^[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))[ \t]*$/;
const NAMED = /(?<!!)\[([^\][\n]{1,300})\]\[([^\][\n]{0,200})\]/g;
const MOST_DEFINITIONS = 2000;

/** The lines without the definitions, `[words][name]` as `[words](address)`; and all addresses. */
export function withoutDefinitions(lines: readonly MarkdownLine[]): { lines: MarkdownLine[]; links: string[] } {
  const targets = new Map<string, string>();
  let defined = false;
  const left = lines.filter(({ text, fenced }) => {
    const found: RegExpExecArray | null = fenced || targets.size > MOST_DEFINITIONS ? null : DEFINITION.exec(text);
    const title = defined && !fenced && TITLE.test(text);
    defined = found !== null;
    if (found) targets.set(nameOf(found[1] ?? ''), (found[2] ?? '').replace(/^<|>$/g, ''));
    return !found && !title;
  });
  if (targets.size === 0) return { lines: [...lines], links: [] };
  const links = [...targets.values()].flatMap((target) => linkTarget(target) ?? []);
  return { lines: left.map((line) => (line.fenced ? line : { ...line, text: withTargets(line.text, targets) })), links };
}

function withTargets(text: string, targets: ReadonlyMap<string, string>): string {
  return text.replace(NAMED, (whole, words: string, name: string) => {
    const target = targets.get(nameOf(name || words));
    return target === undefined ? whole : `[${words}](${target})`;
  });
}

const nameOf = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

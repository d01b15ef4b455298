/** What Slack refuses in a message (rule S13, S14, S15), written down from its documentation and not from our renderer. */

const MOST = { blocks: 50, text: 3_000, totalText: 9_000, jsonBytes: 15_000 };

type Value = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Value => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Nothing when the message would be taken. */
export function blockProblems(text: unknown, blocks: unknown): string[] {
  const problems: string[] = [];
  if (typeof text !== 'string' || text.trim() === '') problems.push('no top-level text');
  else if (/<|>/.test(text)) problems.push('the text holds markup');
  const all = listOf(blocks);
  if (all.length > MOST.blocks) problems.push(`${all.length} blocks`);
  const texts: string[] = typeof text === 'string' ? [text] : [];
  for (const block of all) {
    if (!isObject(block) || block.type !== 'rich_text' || listOf(block.elements).length === 0)
      problems.push('a block that is no rich text');
    else for (const part of listOf(block.elements)) readPart(part, texts, problems);
  }
  for (const one of texts) if (one.length > MOST.text) problems.push(`a text of ${one.length}`);
  const total = texts.reduce((sum, one) => sum + one.length, 0);
  if (total > MOST.totalText) problems.push(`texts of ${total}`);
  const bytes = Buffer.byteLength(JSON.stringify({ text, blocks }));
  if (bytes > MOST.jsonBytes) problems.push(`${bytes} bytes of JSON`);
  return problems;
}

function readPart(part: unknown, texts: string[], problems: string[]): void {
  if (!isObject(part)) return void problems.push('a part that is no object');
  if (part.type === 'rich_text_list') for (const line of listOf(part.elements)) readPart(line, texts, problems);
  else if (part.type !== 'rich_text_section') problems.push(`a part ${String(part.type)}`);
  else for (const element of listOf(part.elements)) readElement(element, texts, problems);
}

function readElement(element: unknown, texts: string[], problems: string[]): void {
  if (!isObject(element) || typeof element.text !== 'string' || element.text === '') return void problems.push('an empty text');
  texts.push(element.text);
  if (/[\ud800-\udbff](?![\udc00-\udfff])/.test(element.text)) problems.push('half a character');
  if (element.type === 'link') {
    if (typeof element.url !== 'string' || !/^(?:https?|mailto):/.test(element.url)) problems.push('a link to nowhere');
    else texts.push(element.url);
  } else if (element.type !== 'text') problems.push(`a ${String(element.type)}: it would mention or show something else`);
}

/** All that a person reads of the blocks. */
export function readBlocks(blocks: unknown): string {
  const lines: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (isObject(value)) {
      if (typeof value.text === 'string') lines.push(value.text);
      walk(value.elements);
    }
  };
  walk(blocks);
  return lines.join(' ');
}

/** What Slack refuses in a message or a view (rule S13, S14, S15), written down from its documentation and not from our renderer. */

const MOST = {
  blocks: 50,
  viewBlocks: 100,
  text: 3_000,
  totalText: 9_000,
  jsonBytes: 15_000,
  elements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  id: 255,
  title: 24,
  metadata: 3_000,
  options: 100,
  option: 75,
  optionValue: 150,
};

type Value = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Value => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

interface Reading {
  texts: string[];
  problems: string[];
}

/** Nothing when the message would be taken. */
export function blockProblems(text: unknown, blocks: unknown): string[] {
  const reading: Reading = { texts: typeof text === 'string' ? [text] : [], problems: [] };
  const { problems } = reading;
  if (typeof text !== 'string' || text.trim() === '') problems.push('no top-level text');
  else if (/<|>/.test(text)) problems.push('the text holds markup');
  readAll(listOf(blocks), MOST.blocks, reading);
  limits(reading, JSON.stringify({ text, blocks }));
  return problems;
}

/** Of a Home or a modal. */
export function viewProblems(view: unknown): string[] {
  const reading: Reading = { texts: [], problems: [] };
  const { problems } = reading;
  if (!isObject(view)) return ['no view'];
  const blocks = listOf(view.blocks);
  readAll(blocks, MOST.viewBlocks, reading);
  if (view.type === 'modal') {
    plain(view.title, MOST.title, 'title', problems);
    plain(view.submit, MOST.title, 'submit', problems);
    plain(view.close, MOST.title, 'close', problems);
    if (typeof view.private_metadata === 'string' && view.private_metadata.length > MOST.metadata) problems.push('metadata');
  } else if (view.type !== 'home') problems.push(`a view ${String(view.type)}`);
  limits(reading, JSON.stringify(view));
  return problems;
}

function readAll(blocks: readonly unknown[], most: number, reading: Reading): void {
  const { problems } = reading;
  if (blocks.length > most) problems.push(`${blocks.length} blocks`);
  const ids = blocks.flatMap((block) => (isObject(block) && typeof block.block_id === 'string' ? [block.block_id] : []));
  if (new Set(ids).size < ids.length) problems.push('two blocks of one id');
  for (const block of blocks) {
    if (!isObject(block)) problems.push('a block that is no object');
    else if (block.type === 'actions') readActions(block, reading);
    else if (block.type === 'input') readInput(block, reading);
    else if (block.type !== 'rich_text' || listOf(block.elements).length === 0) problems.push('a block that is no rich text');
    else for (const part of listOf(block.elements)) readPart(part, reading);
  }
}

function limits({ texts, problems }: Reading, json: string): void {
  for (const one of texts) if (one.length > MOST.text) problems.push(`a text of ${one.length}`);
  const total = texts.reduce((sum, one) => sum + one.length, 0);
  if (total > MOST.totalText) problems.push(`texts of ${total}`);
  const bytes = Buffer.byteLength(json);
  if (bytes > MOST.jsonBytes) problems.push(`${bytes} bytes of JSON`);
}

function readActions(block: Value, { texts, problems }: Reading): void {
  const elements = listOf(block.elements);
  if (elements.length === 0 || elements.length > MOST.elements) problems.push(`${elements.length} buttons`);
  const ids = new Set<unknown>();
  for (const element of elements) {
    if (!isObject(element) || element.type !== 'button') problems.push('an action that is no button');
    else {
      texts.push(plain(element.text, MOST.buttonText, 'button', problems));
      if (typeof element.value === 'string' && element.value.length > MOST.buttonValue) problems.push('a value too long');
      if (typeof element.action_id !== 'string' || element.action_id.length > MOST.id) problems.push('an action without an id');
      if (ids.has(element.action_id)) problems.push('two actions of one id');
      ids.add(element.action_id);
      if (typeof element.accessibility_label === 'string' && element.accessibility_label.length > MOST.buttonText)
        problems.push('an accessibility label too long');
    }
  }
}

function readInput(block: Value, { texts, problems }: Reading): void {
  texts.push(plain(block.label, 2_000, 'label', problems));
  if (block.hint !== undefined) texts.push(plain(block.hint, 2_000, 'hint', problems));
  const { element } = block;
  if (!isObject(element)) return void problems.push('an input without an element');
  if (element.type === 'static_select') {
    const options = listOf(element.options);
    if (options.length === 0 || options.length > MOST.options) problems.push(`${options.length} options`);
    for (const option of options) {
      if (!isObject(option)) problems.push('an option that is none');
      else {
        plain(option.text, MOST.option, 'option', problems);
        if (typeof option.value !== 'string' || option.value.length > MOST.optionValue) problems.push('an option value');
      }
    }
    const given = JSON.stringify(element.initial_option);
    if (given !== undefined && !options.some((option) => JSON.stringify(option) === given))
      problems.push('an initial option that is none of the options');
  } else if (element.type === 'plain_text_input') {
    if (typeof element.initial_value === 'string' && element.initial_value.length > 3_000) problems.push('an initial value');
  } else if (element.type !== 'file_input') problems.push(`an input ${String(element.type)}`);
}

/** The text of a plain text object. */
function plain(value: unknown, most: number, what: string, problems: string[]): string {
  if (!isObject(value) || value.type !== 'plain_text' || typeof value.text !== 'string' || value.text === '') {
    problems.push(`a ${what} without plain text`);
    return '';
  }
  if (value.text.length > most) problems.push(`a ${what} of ${value.text.length}`);
  return value.text;
}

function readPart(part: unknown, reading: Reading): void {
  const { problems } = reading;
  if (!isObject(part)) return void problems.push('a part that is no object');
  if (part.type === 'rich_text_list') for (const line of listOf(part.elements)) readPart(line, reading);
  else if (part.type !== 'rich_text_section') problems.push(`a part ${String(part.type)}`);
  else for (const element of listOf(part.elements)) readElement(element, reading);
}

function readElement(element: unknown, { texts, problems }: Reading): void {
  if (!isObject(element) || typeof element.text !== 'string' || element.text === '') return void problems.push('an empty text');
  texts.push(element.text);
  if (/[\ud800-\udbff](?![\udc00-\udfff])/.test(element.text)) problems.push('half a character');
  if (element.type === 'link') {
    if (typeof element.url !== 'string' || !/^(?:https?|mailto):/.test(element.url)) problems.push('a link to nowhere');
    else texts.push(element.url);
  } else if (element.type !== 'text') problems.push(`a ${String(element.type)}: it would mention or show something else`);
}

/** All that a person reads of the blocks, without the buttons, which repeat it. */
export function readBlocks(blocks: unknown): string {
  const lines: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (isObject(value) && value.type !== 'actions') {
      if (typeof value.text === 'string') lines.push(value.text);
      walk(value.elements);
    }
  };
  walk(blocks);
  return lines.join(' ');
}

/** What the buttons of a message carry, by their labels. */
export function buttonsOf(blocks: unknown): Record<string, string> {
  const rows = listOf(blocks).filter((block): block is Value => isObject(block) && block.type === 'actions');
  return Object.fromEntries(
    rows
      .flatMap((row) => listOf(row.elements))
      .flatMap((button) =>
        isObject(button) && isObject(button.text) ? [[String(button.text.text), String(button.value)] as const] : [],
      ),
  );
}

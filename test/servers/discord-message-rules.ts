/** What Discord refuses in a message, a form or a command (rules D7, D8), written down from its documentation and not from our renderer. */

const MOST = {
  content: 2_000,
  embeds: 10,
  embedTotal: 6_000,
  title: 256,
  description: 4_096,
  footer: 2_048,
  rows: 5,
  buttons: 5,
  label: 80,
  id: 100,
  fileDescription: 1_024,
};

export type Value = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Value => typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): Value[] => (Array.isArray(value) ? value.filter(isObject) : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
/** As Discord counts. */
const lengthOf = (value: unknown): number => textOf(value).length;

/** Nothing when the message would be taken. */
export function messageProblems(body: Value, files: readonly string[]): string[] {
  const problems: string[] = [];
  const tooLong = (what: string, value: unknown, most: number) => {
    if (lengthOf(value) > most) problems.push(`${what} of ${lengthOf(value)}`);
    if (/[\ud800-\udbff](?![\udc00-\udfff])/.test(textOf(value))) problems.push(`half a character in ${what}`);
  };
  const embeds = listOf(body.embeds);
  tooLong('content', body.content, MOST.content);
  if (embeds.length > MOST.embeds) problems.push(`${embeds.length} embeds`);
  let total = 0;
  for (const embed of embeds) {
    const footer = isObject(embed.footer) ? embed.footer.text : undefined;
    tooLong('a title', embed.title, MOST.title);
    tooLong('a description', embed.description, MOST.description);
    tooLong('a footer', footer, MOST.footer);
    total += lengthOf(embed.title) + lengthOf(embed.description) + lengthOf(footer);
    if (lengthOf(embed.title) + textOf(embed.description).trim().length + lengthOf(footer) === 0) problems.push('an empty embed');
    if (embed.url !== undefined && !/^https?:\/\//.test(textOf(embed.url))) problems.push('a link to nowhere');
    if (embed.url !== undefined && embed.title === undefined) problems.push('a link without a title');
  }
  if (total > MOST.embedTotal) problems.push(`embeds of ${total}`);
  if (textOf(body.content).trim() === '' && embeds.length === 0 && files.length === 0) problems.push('an empty message');
  for (const file of listOf(body.attachments)) {
    tooLong('a description of a file', file.description, MOST.fileDescription);
    if (files[Number(file.id)] === undefined) problems.push('a file that is not there');
  }
  return [...problems, ...componentProblems(listOf(body.components)), ...markupProblems(body), ...mentionProblems(body)];
}

function componentProblems(rows: readonly Value[]): string[] {
  const problems: string[] = [];
  if (rows.length > MOST.rows) problems.push(`${rows.length} rows`);
  const ids = new Set<unknown>();
  for (const row of rows) {
    const buttons = listOf(row.components);
    if (row.type !== 1 || buttons.length === 0 || buttons.length > MOST.buttons) problems.push(`a row of ${buttons.length}`);
    for (const button of buttons) {
      const length = lengthOf(button.custom_id);
      if (button.type !== 2 || length === 0 || length > MOST.id || ids.has(button.custom_id))
        problems.push('a button without its id');
      if (lengthOf(button.label) === 0 || lengthOf(button.label) > MOST.label) problems.push('a label');
      ids.add(button.custom_id);
    }
  }
  return problems;
}

/** Rule D7. */
function mentionProblems(body: Value): string[] {
  const allowed = body.allowed_mentions;
  const nobody =
    isObject(allowed) && Array.isArray(allowed.parse) && allowed.parse.length === 0 && Object.keys(allowed).length === 1;
  return nobody ? [] : ['somebody could be mentioned'];
}

/** Signs of markup that nothing of ours uses; escaped they are text. */
const FOREIGN = /[_~|<>]|^\s*#|@(?:everyone|here)|:\/\/|:[\w+-]+:/im;

function markupProblems(body: Value): string[] {
  const texts = [body.content, ...listOf(body.embeds).flatMap((embed) => [embed.title, embed.description])].map(textOf);
  const bare = texts.map((text) =>
    text
      .replace(/`[^`\n]*`/g, '')
      .replace(/(?<!\\)\[[^\]\n]*\]\(https?:[^)\s]*\)/g, '')
      .replace(/\\[^0-9A-Za-z\s]/g, '·'),
  );
  return bare.filter((text) => FOREIGN.test(text)).map((text) => `markup: ${FOREIGN.exec(text)?.[0]}`);
}

/** All that a person reads of a message: markup gone, what was escaped as it is. */
export function readShown(body: Value): string {
  const embeds = listOf(body.embeds);
  const marked = [textOf(body.content), ...embeds.flatMap((embed) => [textOf(embed.title), textOf(embed.description)])];
  const plain = [
    ...embeds.flatMap((embed) => (isObject(embed.footer) ? [textOf(embed.footer.text)] : [])),
    ...listOf(body.components).flatMap((row) => listOf(row.components).map((button) => textOf(button.label))),
  ];
  return [...marked.map(withoutMarkup), ...plain].filter(Boolean).join('\n');
}

const withoutMarkup = (text: string): string =>
  text.replace(/\\([^0-9A-Za-z\s])|[*`]/g, (_, escaped: string | undefined) => escaped ?? '');

export const buttonsOf = (body: Value): string[] =>
  listOf(body.components).flatMap((row) => listOf(row.components).map((button) => textOf(button.custom_id)));

/** Of a form. */
export function modalProblems(data: unknown): string[] {
  if (!isObject(data)) return ['no form'];
  const labels = listOf(data.components);
  const problems: string[] = [];
  if (lengthOf(data.custom_id) === 0 || lengthOf(data.custom_id) > MOST.id) problems.push('the id of the form');
  if (lengthOf(data.title) === 0 || lengthOf(data.title) > 45) problems.push('the title of the form');
  if (labels.length === 0 || labels.length > 5) problems.push(`${labels.length} fields`);
  for (const label of labels) {
    const field = isObject(label.component) ? label.component : {};
    if (label.type !== 18 || lengthOf(label.label) === 0 || lengthOf(label.label) > 45) problems.push('a label');
    if (lengthOf(label.description) > 100) problems.push('a hint');
    if (![3, 4, 19].includes(Number(field.type)) || lengthOf(field.custom_id) === 0) problems.push('a field');
    if (lengthOf(field.value) > 4_000) problems.push('a value');
  }
  return problems;
}

const NAME = /^[\p{Ll}\p{N}_-]{1,32}$/u;

/** Of a bulk overwrite. */
export function commandProblems(body: unknown): string[] {
  const commands = listOf(body);
  const names = commands.map((command) => `${String(command.type)} ${textOf(command.name)}`);
  const problems = commands.flatMap((command) => {
    if (command.type === 3) return lengthOf(command.name) <= 32 && command.description === undefined ? [] : ['a message command'];
    const own: string[] = [];
    if (!NAME.test(textOf(command.name))) own.push(`the name ${textOf(command.name)}`);
    if (lengthOf(command.description) === 0 || lengthOf(command.description) > 100) own.push('a description');
    const options = listOf(command.options);
    if (options.length > 25) own.push(`${options.length} options`);
    const firstFree = options.findIndex((option) => option.required !== true);
    if (firstFree >= 0 && options.slice(firstFree).some((option) => option.required === true))
      own.push('required behind optional');
    for (const option of options) {
      if (!NAME.test(textOf(option.name)) || lengthOf(option.description) === 0 || lengthOf(option.description) > 100)
        own.push('an option');
      const choices = listOf(option.choices);
      if (choices.length > 25 || choices.some((one) => lengthOf(one.name) === 0 || lengthOf(one.name) > 100)) own.push('choices');
      if (choices.length > 0 && option.autocomplete === true) own.push('choices and completion');
    }
    return own;
  });
  if (new Set(names).size !== names.length) problems.push('two of one name');
  if (commands.length > 105) problems.push(`${commands.length} commands`);
  return problems;
}

/** A card as plain text: for the terminal, for the text side of a mail, for anything without markup. Says the same as every other face of it. */
import { type Card, type CardBlock, type CardFact, type CardItem, itemsOf } from './card.ts';
import type { MessageLinks } from './channel.ts';
import { CORRECT_LABEL, STOP_LABEL, sayLabel } from './link-labels.ts';
import { safeLink } from './safe-link.ts';
import { columnsOf, wrapText } from './wrap-text.ts';

export interface CardToTextOptions {
  /** Columns. Mails: 76, so that quoting does not break lines. */
  width?: number;
  /** Signed pages for this message. */
  links?: MessageLinks;
}

const WIDTH = 76;
const LABEL_WIDTH = 16;
const BAR = 10;

/** The card as text with `\n` line ends, ending in one. Control characters of the content are dropped (they could steer a terminal). */
export function cardToText(card: Card, options: CardToTextOptions = {}): string {
  const width = options.width ?? WIDTH;
  const { links } = options;
  const understood = card.blocks.find((block) => block.kind === 'facts');
  const sayLinks = sayLinksOf(card, links);
  const title = wrap(card.title, width);
  const rule = '='.repeat(Math.min(width, Math.max(3, ...title.map(columnsOf))));
  const sections = [
    [...title, rule],
    linkLines(STOP_LABEL, links?.unsubscribe),
    ...card.blocks.flatMap((block) => [
      blockLines(block, width, sayLinks),
      ...(block === understood ? [linkLines(CORRECT_LABEL, links?.correct)] : []),
    ]),
    attachmentLines(card, width),
    footerLines(card, width),
    linkLines(STOP_LABEL, links?.unsubscribe),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

type SayLinks = ReadonlyMap<number, readonly string[]>;

/** By the item's number: the lines under it. */
function sayLinksOf(card: Card, links: MessageLinks | undefined): SayLinks {
  const only = itemsOf(card).length === 1;
  return new Map([...(links?.items ?? [])].map(([number, url]) => [number, linkLines(sayLabel(number, only), url)]));
}

const linkLines = (label: string, url: string | undefined): string[] => (url === undefined ? [] : [`${label}:`, url]);

function blockLines(block: CardBlock, width: number, sayLinks: SayLinks): string[] {
  switch (block.kind) {
    case 'text':
      return wrap(block.text, width);
    case 'note':
      return hanging('(i) ', block.text, width);
    case 'heading': {
      const lines = wrap(block.text, width);
      return [...lines, '-'.repeat(Math.min(width, Math.max(3, ...lines.map(columnsOf))))];
    }
    case 'facts':
      return factLines(block.facts, width);
    case 'list':
      return block.items.flatMap((item) => hanging('- ', item, width));
    case 'items':
      return block.items.flatMap((item, index) => [...(index > 0 ? [''] : []), ...itemLines(item, width, sayLinks)]);
    case 'commands':
      return commandLines(block.commands, width);
  }
}

function factLines(facts: readonly CardFact[], width: number): string[] {
  const longest = Math.max(0, ...facts.map((fact) => columnsOf(clean(fact.label))));
  const column = Math.min(LABEL_WIDTH, longest) + 2;
  return facts.flatMap((fact) => {
    const value = fact.note === undefined ? fact.value : `${fact.value} (${fact.note})`;
    return hanging(padded(`${clean(fact.label)}:`, column), value, width, column);
  });
}

function commandLines(commands: readonly { command: string; does: string }[], width: number): string[] {
  const column = Math.min(28, Math.max(0, ...commands.map((one) => columnsOf(clean(one.command))))) + 4;
  return commands.flatMap((one) => hanging(padded(`  ${clean(one.command)}`, column), one.does, width, column));
}

function itemLines(item: CardItem, width: number, sayLinks: SayLinks): string[] {
  const mark = `${item.number}. `.padStart(4);
  const indent = ' '.repeat(mark.length);
  const within = (first: string, text: string) => hanging(indent + first, text, width);
  const link = safeLink(item.url);
  return [
    ...hanging(mark, item.title, width),
    ...(item.subtitle === undefined ? [] : within('', item.subtitle)),
    ...(item.score === undefined ? [] : [`${indent}${scoreText(item.score)}`]),
    ...item.good.flatMap((reason) => within('✓ ', reason)),
    ...item.missing.flatMap((reason) => within('– ', reason)),
    ...item.notes.flatMap((note) => within('(i) ', note)),
    ...(link === undefined ? [] : [indent + link]),
    ...(item.code === undefined ? [] : [`${indent}${clean(item.code)}`]),
    // Whole: mail programs make a link only of what stands on one line.
    ...(sayLinks.get(item.number) ?? []).map((line) => indent + line),
  ];
}

/** `Score 87 [#########-]`: the number says it, the bar is for the eye. */
function scoreText(score: number): string {
  const filled = Math.round((Math.min(100, Math.max(0, score)) / 100) * BAR);
  return `Score ${formatScore(score)} of 100 [${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}]`;
}

/** At most one decimal: the second one of the stored score tells a person nothing. */
export function formatScore(score: number): string {
  return String(Math.round(score * 10) / 10);
}

function attachmentLines(card: Card, width: number): string[] {
  return card.attachments.flatMap((file) => hanging('[+] ', `${file.name}: ${file.alternativeText}`, width));
}

function footerLines(card: Card, width: number): string[] {
  if (card.footer.length === 0) return [];
  return ['----', ...card.footer.flatMap((line) => wrap(line, width))];
}

/** The first line after `first`, the others below the text, not below the mark. */
function hanging(first: string, text: string, width: number, indent = columnsOf(first)): string[] {
  const lines = wrap(text, width - indent);
  const overlong = columnsOf(first) > indent;
  const rest = overlong ? lines : lines.slice(1);
  return [
    overlong ? first.trimEnd() : `${first}${lines[0] ?? ''}`.trimEnd(),
    ...rest.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)),
  ];
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

function wrap(text: string, width: number): string[] {
  return wrapText(clean(text), width);
}

/** Without control characters and those that turn the direction of writing: no name may move the cursor or hide what follows. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, '');
}

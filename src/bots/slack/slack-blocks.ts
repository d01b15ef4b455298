/**
 * The blocks of a card as rich text: what stands in it is never read as markup, so nothing of a resume can mention anybody or pose as a
 * link (rule S15). mrkdwn would have needed escapes for signs that have none (`*x*`).
 */
import type { types } from '@slack/bolt';
import type { CardBlock, CardItem } from '../../messages/card.ts';
import { safeLink } from '../../messages/safe-link.ts';
import { cutText, withoutControls } from './slack-text.ts';

export type Element = types.RichTextText | types.RichTextLink;
type Section = { type: 'rich_text_section'; elements: Element[] };
export type RichBlock = {
  type: 'rich_text';
  elements: (Section | { type: 'rich_text_list'; style: 'bullet'; elements: Section[] })[];
};
/** A block, and the item that it shows, whose buttons go beneath it. */
export interface Unit {
  block: RichBlock;
  item?: CardItem;
  /** Lines that can be pressed instead of written. */
  commands?: readonly { command: string; does: string }[];
}

const LONGEST_TEXT = 2_500;
const LINES_A_BLOCK = 10;

export function unitsOf(block: CardBlock): Unit[] {
  switch (block.kind) {
    case 'text':
      return [{ block: paragraph([text(block.text)]) }];
    case 'note':
      return [{ block: paragraph([text(block.text, { italic: true })]) }];
    case 'heading':
      return [{ block: paragraph([text(block.text, { bold: true })]) }];
    case 'facts':
      return tens(block.facts).map((facts) => ({
        block: bullets(
          facts.map(({ label, value, note }) => [
            text(`${label}: `, { bold: true }),
            text(value),
            ...(note === undefined ? [] : [text(` (${note})`, { italic: true })]),
          ]),
        ),
      }));
    case 'list':
      return tens(block.items).map((items) => ({ block: bullets(items.map((item) => [text(item)])) }));
    case 'items':
      return block.items.map((item) => ({ block: itemBlock(item), item }));
    case 'commands':
      return tens(block.commands).map((commands) => ({
        block: bullets(commands.map(({ command, does }) => [text(command, { code: true }), text(` – ${does}`)])),
        commands,
      }));
  }
}

function itemBlock(item: CardItem): RichBlock {
  const { number, title, subtitle, url, score, code, good, missing, notes } = item;
  const address = safeLink(url);
  const name: Element =
    address === undefined
      ? text(title, { bold: true })
      : { type: 'link', url: address, text: plain(title) || address, style: { bold: true } };
  const tail = [subtitle, score === undefined ? undefined : `${Math.round(score)} of 100`, code].filter(
    (one) => one !== undefined,
  );
  const lines = [...good.map((one) => `✓ ${one}`), ...missing.map((one) => `– missing: ${one}`), ...notes];
  return paragraph([
    text(`${number}. `, { bold: true }),
    name,
    ...(tail.length > 0 ? [text(` · ${tail.join(' · ')}`)] : []),
    ...lines.map((line) => text(`\n${line}`)),
  ]);
}

const plain = (words: string): string => cutText(withoutControls(words), LONGEST_TEXT);

export const text = (words: string, style?: types.RichTextText['style']): Element => ({
  type: 'text',
  // Slack refuses empty texts.
  text: plain(words) || ' ',
  ...(style ? { style } : {}),
});
export const link = (label: string, url: string): Element => ({ type: 'link', url, text: label });
export const paragraph = (elements: Element[]): RichBlock => ({
  type: 'rich_text',
  elements: elements.length === 0 ? [] : [{ type: 'rich_text_section', elements }],
});
const bullets = (lines: Element[][]): RichBlock => ({
  type: 'rich_text',
  elements: [
    { type: 'rich_text_list', style: 'bullet', elements: lines.map((elements) => ({ type: 'rich_text_section', elements })) },
  ],
});

function tens<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / LINES_A_BLOCK) }, (_, index) =>
    all.slice(index * LINES_A_BLOCK, (index + 1) * LINES_A_BLOCK),
  );
}

/** One line for each section, for the text that stands for the blocks. */
export const linesOf = (block: RichBlock): string[] =>
  block.elements.flatMap((part) =>
    part.type === 'rich_text_list' ? part.elements.map((section) => `• ${wordsOf(section)}`) : [wordsOf(part)],
  );

const wordsOf = (section: Section): string =>
  section.elements.map((element) => (element.type === 'link' ? `${element.text ?? ''} ${element.url}` : element.text)).join('');

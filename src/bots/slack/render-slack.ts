/**
 * A card → blocks and text. Only rich text: what stands in it is never read as markup, so nothing of a resume can mention anybody or
 * pose as a link (rule S15). mrkdwn would have needed escapes for signs that have none (`*x*`).
 */
import type { types } from '@slack/bolt';
import { type Card, type CardBlock, type CardItem, itemsOf } from '../../messages/card.ts';
import type { MessageLinks } from '../../messages/channel.ts';
import { CORRECT_LABEL, STOP_LABEL } from '../../messages/link-labels.ts';
import { safeLink } from '../../messages/safe-link.ts';
import { SLACK_LIMITS } from './slack-limits.ts';
import { cutText, escapeSlack, withoutControls } from './slack-text.ts';

export interface SlackMessage {
  /** Shown in notifications and read aloud: the same as the blocks, shorter when they are long (rule S14). */
  text: string;
  blocks: Block[];
}

type Element = types.RichTextText | types.RichTextLink;
type Section = { type: 'rich_text_section'; elements: Element[] };
type Block = { type: 'rich_text'; elements: (Section | { type: 'rich_text_list'; style: 'bullet'; elements: Section[] })[] };

const LONGEST_TEXT = 2_500;
const LINES_A_BLOCK = 10;
/** The footer is always there, so that it must not fill the message. */
const FOOTER_LINES = 6;
const FOOTER_LINE = 300;
/** Two thirds for the blocks, one for the fallback. */
const MOST_TEXT = 5_500;
const MOST_BYTES = 9_500;
const MOST_BLOCKS = SLACK_LIMITS.blocks - 2;
const MOST_FALLBACK = 3_000;
const MOST_FALLBACK_BYTES = 4_500;

/** Within Slack's limits whatever the card holds; what does not fit is said to be missing. */
export function renderSlack(card: Card, links: MessageLinks = {}): SlackMessage {
  const end = paragraph([...footerOf(card, links)]);
  const units = [paragraph([text(card.title, { bold: true })]), ...card.blocks.flatMap(blockUnits), ...hintUnits(card)];
  const kept: Block[] = [];
  const room = { text: MOST_TEXT - textOf(end), bytes: MOST_BYTES - bytesOf(end) };
  for (const unit of units) {
    room.text -= textOf(unit);
    room.bytes -= bytesOf(unit);
    if (room.text < 0 || room.bytes < 0 || kept.length >= MOST_BLOCKS) break;
    kept.push(unit);
  }
  const cut =
    kept.length < units.length
      ? [paragraph([text('There is more than fits here. "help" shows how to ask for less.', { italic: true })])]
      : [];
  const blocks = [...kept, ...cut, ...(end.elements.length > 0 ? [end] : [])];
  return { text: fallbackOf(blocks), blocks };
}

/** Of the blocks and not of the card, which can be a hundred times as long. */
function fallbackOf(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block) =>
    block.elements.flatMap((part) =>
      part.type === 'rich_text_list' ? part.elements.map((section) => `• ${wordsOf(section)}`) : [wordsOf(part)],
    ),
  );
  let shown = cutText(escapeSlack(lines.join('\n')), MOST_FALLBACK);
  while (Buffer.byteLength(JSON.stringify(shown)) > MOST_FALLBACK_BYTES) shown = cutText(shown, Math.floor(shown.length * 0.8));
  return shown.trim() || 'Shortlist';
}

const wordsOf = (section: Section): string =>
  section.elements.map((element) => (element.type === 'link' ? `${element.text ?? ''} ${element.url}` : element.text)).join('');

function blockUnits(block: CardBlock): Block[] {
  switch (block.kind) {
    case 'text':
      return [paragraph([text(block.text)])];
    case 'note':
      return [paragraph([text(block.text, { italic: true })])];
    case 'heading':
      return [paragraph([text(block.text, { bold: true })])];
    case 'facts':
      return tens(block.facts).map((facts) =>
        bullets(
          facts.map(({ label, value, note }) => [
            text(`${label}: `, { bold: true }),
            text(value),
            ...(note === undefined ? [] : [text(` (${note})`, { italic: true })]),
          ]),
        ),
      );
    case 'list':
      return tens(block.items).map((items) => bullets(items.map((item) => [text(item)])));
    case 'items':
      return block.items.map(itemUnit);
    case 'commands':
      return tens(block.commands).map((commands) =>
        bullets(commands.map(({ command, does }) => [text(command, { code: true }), text(` – ${does}`)])),
      );
  }
}

function itemUnit(item: CardItem): Block {
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
  const elements = [
    text(`${number}. `, { bold: true }),
    name,
    ...(tail.length > 0 ? [text(` · ${tail.join(' · ')}`)] : []),
    ...lines.map((line) => text(`\n${line}`)),
  ];
  return paragraph(elements);
}

/** On a message a thumb means its first match only because the message says so. */
function hintUnits(card: Card): Block[] {
  const items = itemsOf(card);
  const [first] = items;
  if (first === undefined) return [];
  const hint =
    items.length === 1
      ? 'React with 👍 or 👎, or answer in this thread; taking the reaction away takes it back.'
      : `A 👍 on this message means number ${first.number}. For another, answer in this thread: "${items[1]?.number ?? 2}👍".`;
  return [paragraph([text(hint, { italic: true })])];
}

function footerOf(card: Card, links: MessageLinks): Element[] {
  const pages = [
    ...(links.correct === undefined ? [] : [link(CORRECT_LABEL, links.correct)]),
    ...(links.unsubscribe === undefined ? [] : [link(STOP_LABEL, links.unsubscribe)]),
  ];
  const files = card.attachments.map(({ alternativeText }) => text(cutText(alternativeText, FOOTER_LINE)));
  const said = card.footer.slice(0, FOOTER_LINES).map((line) => text(cutText(line, FOOTER_LINE), { italic: true }));
  const lines: Element[] = [...files.slice(0, FOOTER_LINES), ...said, ...pages];
  return lines.flatMap((line, index) => (index === 0 ? [line] : [text('\n'), line]));
}

const plain = (words: string): string => cutText(withoutControls(words), LONGEST_TEXT);
const text = (words: string, style?: types.RichTextText['style']): Element => ({
  type: 'text',
  // Slack refuses empty texts.
  text: plain(words) || ' ',
  ...(style ? { style } : {}),
});
const link = (label: string, url: string): Element => ({ type: 'link', url, text: label });
const paragraph = (elements: Element[]): Block => ({
  type: 'rich_text',
  elements: elements.length === 0 ? [] : [{ type: 'rich_text_section', elements }],
});
const bullets = (lines: Element[][]): Block => ({
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

const bytesOf = (block: Block): number => Buffer.byteLength(JSON.stringify(block)) + 1;

function textOf(block: Block): number {
  let units = 0;
  JSON.stringify(block, (key: string, value: unknown) => {
    if ((key === 'text' || key === 'url') && typeof value === 'string') units += value.length;
    return value;
  });
  return units;
}

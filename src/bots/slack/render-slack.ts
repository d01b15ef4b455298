/** A card → blocks and text, within Slack's limits whatever it holds. Its words come first; buttons take the room that is left. */
import { type Card, itemsOf } from '../../messages/card.ts';
import type { MessageLinks } from '../../messages/channel.ts';
import { CORRECT_LABEL, STOP_LABEL } from '../../messages/link-labels.ts';
import { type Element, linesOf, link, paragraph, type RichBlock, text, type Unit, unitsOf } from './slack-blocks.ts';
import { type ButtonRow, commandRow, fullRow, numberedRow } from './slack-buttons.ts';
import { SLACK_LIMITS } from './slack-limits.ts';
import { cutText, escapeSlack } from './slack-text.ts';

type Block = RichBlock | ButtonRow;

export interface SlackMessage {
  /** Shown in notifications and read aloud: the same as the blocks, shorter when they are long (rule S14). */
  text: string;
  blocks: Block[];
}

interface Room {
  text: number;
  bytes: number;
  blocks: number;
}

/** The footer is always there, so that it must not fill the message. */
const FOOTER_LINES = 6;
const FOOTER_LINE = 300;
/** What a picture shows, for those who do not see it. */
const ALTERNATIVE_LINE = 150;
/** Two thirds for the blocks, one for the fallback. Two blocks less than there may be: "more than fits" and the footer. */
const MESSAGE_ROOM: Room = { text: 5_500, bytes: 9_500, blocks: SLACK_LIMITS.blocks - 2 };
/** A page has no fallback. What Slack takes beyond this nobody says, so it is no more than a message. */
const HOME_ROOM: Room = { text: 8_000, bytes: 13_500, blocks: SLACK_LIMITS.viewBlocks - 2 };
const MOST_FALLBACK = 3_000;
const MOST_FALLBACK_BYTES = 4_500;

/** What does not fit is said to be missing. */
export function renderSlack(card: Card, links: MessageLinks = {}): SlackMessage {
  const blocks = layOut(card, links, MESSAGE_ROOM);
  return { text: fallbackOf(blocks), blocks };
}

export const renderHome = (card: Card): Block[] => layOut(card, {}, HOME_ROOM);

function layOut(card: Card, links: MessageLinks, most: Room): Block[] {
  const end = paragraph([...footerOf(card, links)]);
  const units: Unit[] = [...titleOf(card), ...card.blocks.flatMap(unitsOf)];
  // Whether or not it leaves room for anything else.
  const room = { text: most.text - textOf(end), bytes: most.bytes - bytesOf(end), blocks: most.blocks };
  const kept: Unit[] = [];
  for (const unit of units) {
    if (!take(room, unit.block)) break;
    kept.push(unit);
  }
  const rows = rowsOf(kept, room);
  const cut =
    kept.length < units.length
      ? [paragraph([text('There is more than fits here. "help" shows how to ask for less.', { italic: true })])]
      : [];
  const shown = kept.flatMap((unit): Block[] => {
    const row = rows.get(unit);
    return row ? [unit.block, row] : [unit.block];
  });
  return [...shown, ...cut, ...(end.elements.length > 0 ? [end] : [])];
}

/** The message of one match is called like the match: that is said once. */
function titleOf(card: Card): Unit[] {
  const [first, second] = itemsOf(card);
  if (first !== undefined && second === undefined && first.title === card.title) return [];
  return [{ block: paragraph([text(card.title, { bold: true })]) }];
}

/** False, and nothing taken, when it does not fit. */
function take(room: Room, block: Block): boolean {
  const [units, bytes] = [textOf(block), bytesOf(block)];
  if (room.text < units || room.bytes < bytes || room.blocks < 1) return false;
  room.text -= units;
  room.bytes -= bytes;
  room.blocks -= 1;
  return true;
}

/** For one match everything; for several as much for each as fits for all, then as far as it goes. */
function rowsOf(units: readonly Unit[], room: Room): ReadonlyMap<Unit, ButtonRow> {
  const items = units.flatMap((unit) => (unit.item ? [{ unit, item: unit.item }] : []));
  const sets = items.length === 1 ? [fullRow] : [long, short];
  const [full = [], less = full] = sets.map((rowFor) =>
    items.flatMap(({ unit, item }) => {
      const row = rowFor(item);
      return row ? [{ unit, row }] : [];
    }),
  );
  const commandsBeside = (rows: readonly { row: ButtonRow }[]) => {
    const there = new Set(rows.flatMap(({ row }) => row.elements.map(({ value }) => value)));
    return units.flatMap((unit) => {
      const row = unit.commands && commandRow(unit.commands, there);
      return row ? [{ unit, row }] : [];
    });
  };
  const wanted = fits(room, [...full, ...commandsBeside(full)]) ? full : less;
  const commands = commandsBeside(wanted);
  return new Map([...wanted, ...commands].flatMap(({ unit, row }) => (take(room, row) ? [[unit, row]] : [])));
}

const long = (item: Parameters<typeof numberedRow>[0]) => numberedRow(item, false);
const short = (item: Parameters<typeof numberedRow>[0]) => numberedRow(item, true);
const fits = (room: Room, rows: readonly { row: ButtonRow }[]): boolean => {
  const trial = { ...room };
  return rows.every(({ row }) => take(trial, row));
};

/** Of the blocks and not of the card, which can be a hundred times as long. Buttons repeat what the words say. */
function fallbackOf(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block) => (block.type === 'rich_text' ? linesOf(block) : []));
  let shown = cutText(escapeSlack(lines.join('\n')), MOST_FALLBACK);
  while (Buffer.byteLength(JSON.stringify(shown)) > MOST_FALLBACK_BYTES) shown = cutText(shown, Math.floor(shown.length * 0.8));
  return shown.trim() || 'Shortlist';
}

function footerOf(card: Card, links: MessageLinks): Element[] {
  const pages = [
    ...(links.correct === undefined ? [] : [link(CORRECT_LABEL, links.correct)]),
    ...(links.unsubscribe === undefined ? [] : [link(STOP_LABEL, links.unsubscribe)]),
  ];
  const files = card.attachments.map(({ alternativeText }) => text(cutText(alternativeText, ALTERNATIVE_LINE)));
  const said = card.footer.slice(0, FOOTER_LINES).map((line) => text(cutText(line, FOOTER_LINE), { italic: true }));
  const lines: Element[] = [...files.slice(0, FOOTER_LINES), ...said, ...pages];
  return lines.flatMap((line, index) => (index === 0 ? [line] : [text('\n'), line]));
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

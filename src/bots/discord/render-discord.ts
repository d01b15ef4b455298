/** A card → content, embeds and buttons, within Discord's limits whatever the card holds (rule D8). Pure. */
import type { APIEmbed } from 'discord.js';
import { type Card, type CardBlock, type CardItem, itemsOf } from '../../messages/card.ts';
import type { MessageLinks } from '../../messages/channel.ts';
import { CORRECT_LABEL, STOP_LABEL } from '../../messages/link-labels.ts';
import { safeLink } from '../../messages/safe-link.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { cutEscaped, cutText, escapeDiscord, withoutControls } from './discord-text.ts';
import { type ButtonRow, buttonsOf } from './render-buttons.ts';

export interface DiscordRendering {
  /** Read aloud and shown in notifications, where embeds are not. */
  content: string;
  embeds: APIEmbed[];
  components: ButtonRow[];
}

/** One stretch of prose, or one numbered thing with its link. */
interface Unit {
  kind: 'prose' | 'item';
  text: string;
  title?: string;
  url?: string;
}

const LONGEST_TITLE = 300;
const LONGEST_LINE = 1_500;
const FOOTER_LINES = 6;
const FOOTER_LINE = 250;
const MORE = 'There is more than fits here. "help" shows how to ask for less.';
/** For what is said of the rest, and the links. */
const RESERVED = 700;

export function renderDiscord(card: Card, links: MessageLinks = {}): DiscordRendering {
  const { rows, asText } = buttonsOf(card);
  const footer = footerOf(card);
  const ends = linkLines(links);
  const units = card.blocks
    .flatMap((block) => (block.kind === 'commands' ? commandUnits(block, asText) : blockUnits(block, card.title)))
    .filter(({ text, title }) => text.trim() !== '' || title !== undefined);
  const embeds: APIEmbed[] = [];
  let room = DISCORD_LIMITS.embedTotal - RESERVED - footer.length - ends.join('\n').length;
  let isCut = false;
  for (const unit of units) {
    const added = add(embeds, unit, room);
    if (added === undefined) {
      isCut = true;
      break;
    }
    room -= added;
  }
  const last = [...(isCut ? [`*${escapeDiscord(MORE)}*`] : []), ...ends].join('\n');
  if (last !== '') embeds.push({ description: last });
  if (footer !== '') setFooter(embeds, footer);
  return {
    content: cutEscaped(`**${titleOf(card)}**`, DISCORD_LIMITS.content),
    embeds,
    components: rows,
  };
}

/** A message of one match is its number and title: "why 2" and "2👍" are said by it. */
function titleOf(card: Card): string {
  const [item, ...others] = itemsOf(card);
  const title = escapeDiscord(cutText(card.title, LONGEST_TITLE)).replace(/\s+/g, ' ').trim() || 'Shortlist';
  return item?.title === card.title && others.length === 0 ? `${item.number}\\. ${title}` : title;
}

/** One embed is kept for what stands at the end. */
const MOST_EMBEDS = DISCORD_LIMITS.embeds - 1;

/** What it takes of the room; undefined when there is none. */
function add(embeds: APIEmbed[], unit: Unit, room: number): number | undefined {
  const last = embeds.at(-1);
  const size = unit.text.length + (unit.title?.length ?? 0) + 1;
  if (size > room) return undefined;
  const joins =
    unit.kind === 'prose' &&
    last?.title === undefined &&
    last?.description !== undefined &&
    last.description.length + size <= DISCORD_LIMITS.embedDescription;
  if (joins && last?.description !== undefined) last.description = `${last.description}\n${unit.text}`;
  else if (embeds.length >= MOST_EMBEDS) return undefined;
  else {
    const { title, url, text } = unit;
    embeds.push({
      ...(title === undefined ? {} : { title }),
      ...(url === undefined ? {} : { url }),
      ...(text === '' ? {} : { description: text }),
    });
  }
  return size;
}

function setFooter(embeds: APIEmbed[], text: string): void {
  const last = embeds.at(-1);
  if (last) last.footer = { text };
  else embeds.push({ footer: { text } });
}

function blockUnits(block: Exclude<CardBlock, { kind: 'commands' }>, cardTitle: string): Unit[] {
  switch (block.kind) {
    case 'text':
      return [prose(md(block.text))];
    case 'note':
      return [prose(`*${inStars(block.text)}*`)];
    case 'heading':
      return [prose(`\n**${inStars(block.text)}**`)];
    case 'facts':
      return block.facts.map(({ label, value, note }) =>
        prose(`**${inStars(label)}:** ${md(value)}${note === undefined ? '' : ` *(${inStars(note)})*`}`),
      );
    case 'list':
      return block.items.map((item) => prose(`- ${md(item)}`));
    case 'items':
      return block.items.map((item) => itemUnit(item, cardTitle));
  }
}

const OPEN_LABEL = 'Open the posting';

/** Titles of embeds lead to web pages only. */
function webLink(url: string | undefined): string | undefined {
  const address = safeLink(url);
  return address?.startsWith('mailto:') ? undefined : address;
}

/** A message of one match has its title at the top already. */
function itemUnit(item: CardItem, cardTitle: string): Unit {
  const { number, title, subtitle, url, score, code, good, missing, notes } = item;
  const address = webLink(url);
  const tail = [subtitle, score === undefined ? undefined : `${Math.round(score)} of 100`, code].filter(
    (one) => one !== undefined,
  );
  const lines = [
    ...(tail.length > 0 ? [md(tail.join(' · '))] : []),
    ...good.map((one) => `✓ ${md(one)}`),
    ...missing.map((one) => `– missing: ${md(one)}`),
    ...notes.map(md),
  ];
  if (title === cardTitle) {
    const link = address === undefined ? '' : `\n[${OPEN_LABEL}](${address})`;
    return prose(cutEscaped(lines.join('\n'), Math.max(1, DISCORD_LIMITS.embedDescription - link.length)) + link);
  }
  return {
    kind: 'item',
    title: cutEscaped(`${number}\\. ${md(title)}`, DISCORD_LIMITS.embedTitle),
    ...(address === undefined ? {} : { url: address }),
    text: cutEscaped(lines.join('\n'), DISCORD_LIMITS.embedDescription),
  };
}

/** Those that are no buttons: they need a word of the person's own, or there is no room. */
const commandUnits = ({ commands }: Extract<CardBlock, { kind: 'commands' }>, asText: ReadonlySet<string>): Unit[] =>
  commands
    .filter(({ command }) => asText.has(command))
    .map(({ command, does }) => prose(`\`${withoutControls(command).replaceAll('`', "'").slice(0, 200)}\` – ${md(does)}`));

const linkLines = (links: MessageLinks): string[] => [
  ...(links.correct === undefined ? [] : [`[${CORRECT_LABEL}](${links.correct})`]),
  ...(links.unsubscribe === undefined ? [] : [`[${STOP_LABEL}](${links.unsubscribe})`]),
];

/** Footers are shown as they are, without markup. */
function footerOf(card: Card): string {
  const lines = card.footer.slice(0, FOOTER_LINES).map((line) => cutText(withoutControls(line), FOOTER_LINE).trim());
  return lines.filter(Boolean).join('\n');
}

const prose = (text: string): Unit => ({ kind: 'prose', text });
const md = (text: string): string => cutEscaped(escapeDiscord(text), LONGEST_LINE);
/** Between stars there must be something, and it must not begin or end with a blank. */
const inStars = (text: string): string => md(text).replace(/\s+/g, ' ').trim() || '…';

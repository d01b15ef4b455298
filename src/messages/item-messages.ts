/** One message → a head and a message a match, where a reaction to a message means its match (F6.1). Pure. */
import { type Card, type CardBlock, type CardItem, itemsOf } from './card.ts';
import { forPlace } from './chat-words.ts';
import type { OutgoingMessage } from './outgoing.ts';

/** `newId` makes ids of messages. One message when there are fewer than two matches, or it answers where it was asked (an invocation). */
export function itemMessages(message: OutgoingMessage, newId: () => string): OutgoingMessage[] {
  const { card } = message;
  const items = itemsOf(card).filter((item) => item.matchId !== undefined);
  if (message.invocation) return [{ ...message, card: forPlace(card, 'invocation') }];
  if (items.length < 2 || !message.private) return [{ ...message, card: forPlace(card, 'message') }];
  const messages: OutgoingMessage[] = [{ ...message, card: headOf(card, items) }];
  for (const { item, heading } of withHeadings(card)) {
    const follows = messages.at(-1)?.id;
    messages.push({ ...itemMessage(message, item, heading), id: newId(), follows });
  }
  return messages;
}

function itemMessage(message: OutgoingMessage, item: CardItem, heading: CardBlock[]): Omit<OutgoingMessage, 'id'> {
  const { number, matchId } = item;
  return {
    ...message,
    dedupeKey: `${message.dedupeKey}/${number}`,
    card: {
      about: message.card.about,
      title: item.title,
      blocks: [...heading, { kind: 'items', items: [item] }],
      footer: [],
      attachments: [],
    },
    matches: matchId === undefined ? [] : [{ number, matchId }],
    lastWord: false,
    provable: false,
  };
}

const isMatch = (item: CardItem): boolean => item.matchId !== undefined;

/** The heading right above a list goes with its first item: above nothing it would mean nothing. */
function withHeadings(card: Card): { item: CardItem; heading: CardBlock[] }[] {
  return card.blocks.flatMap((block, at) => {
    if (block.kind !== 'items') return [];
    const above = card.blocks[at - 1];
    const heading = above?.kind === 'heading' ? [above] : [];
    return block.items.filter(isMatch).map((item, index) => ({ item, heading: index === 0 ? heading : [] }));
  });
}

/** All but the matches, their headings, and the words to ask why: each match has a button for that. */
function headOf(card: Card, items: readonly CardItem[]): Card {
  const whys = new Set(items.map((item) => `why ${item.code}`));
  const blocks = card.blocks.flatMap((block, at): CardBlock[] => {
    const below = card.blocks[at + 1];
    if (block.kind === 'heading' && below?.kind === 'items' && below.items.every(isMatch)) return [];
    if (block.kind === 'items') return keptItems(block.items.filter((item) => !isMatch(item)));
    if (block.kind === 'commands') return keptCommands(block.commands.filter(({ command }) => !whys.has(command)));
    return [block];
  });
  return forPlace({ ...card, blocks }, 'split', items);
}

const keptItems = (items: CardItem[]): CardBlock[] => (items.length > 0 ? [{ kind: 'items', items }] : []);
const keptCommands = (commands: { command: string; does: string }[]): CardBlock[] =>
  commands.length > 0 ? [{ kind: 'commands', commands }] : [];

/** What a card needs to be a mail: how to react (rule O11), who sends it and how to stop (rule O9). Added to the card, so that text and HTML say the same. */
import { type Card, type CardBlock, itemsOf } from '../../messages/card.ts';

export interface MailCardOptions {
  from: { name: string; address: string };
  postalAddress?: string;
  /** Nobody asked for it just now: it says how to stop. */
  bulk: boolean;
}

/** The card with what only mails need. What its builder already said is not said twice. */
export function asMailCard(card: Card, options: MailCardOptions): Card {
  return { ...card, blocks: withReplyHint(card), footer: withMailFooter(card, options) };
}

/** A bare thumb counts for number 1 only because the mail says so. */
function withReplyHint(card: Card): CardBlock[] {
  const items = itemsOf(card);
  const first = items[0];
  const isSaid = card.blocks.some((block) => (block.kind === 'text' || block.kind === 'note') && block.text.includes('👍'));
  if (first === undefined || isSaid) return card.blocks;
  const other = items[2] ?? items[1];
  const text =
    other === undefined
      ? 'Answer 👍 or 👎 to say what you think of it; "undo" takes it back.'
      : `Answer ${first.number}👍 or ${other.number}👎 to say what you think. A 👍 alone means number ${first.number}; "${first.number} undo" takes it back.`;
  const last = card.blocks.findLastIndex((block) => block.kind === 'items');
  return [...card.blocks.slice(0, last + 1), { kind: 'note', text }, ...card.blocks.slice(last + 1)];
}

function withMailFooter(card: Card, { from, postalAddress, bulk }: MailCardOptions): string[] {
  const said = card.footer.join(' ').toLowerCase();
  const sender = `${from.name}, an automated assistant (${from.address}).`;
  return [
    ...card.footer,
    ...(said.includes(from.address.toLowerCase()) || said.includes(', an automated assistant') ? [] : [sender]),
    ...(postalAddress === undefined || said.includes(postalAddress.toLowerCase()) ? [] : [postalAddress]),
    ...(bulk && !/\bstop\b/.test(said) ? ['Answer "stop" and no more of these come.'] : []),
  ];
}

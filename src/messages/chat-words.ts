/** Sentences of a card that read differently in a chat: there people react to a message and press buttons, and need not write numbers. */
import { type Card, type CardBlock, type CardCommand, type CardItem, itemsOf } from './card.ts';
import { isReactionHint } from './match-items.ts';
import { isCorrectionHint } from './resume-card.ts';

export type ChatPlace =
  /** Each match is a message of its own below. */
  | 'split'
  /** One message in a conversation. */
  | 'message'
  /** A private answer where it was asked for: nobody can react to it. */
  | 'invocation';

const HINTS: Readonly<Record<ChatPlace, (items: readonly CardItem[]) => string>> = {
  split: () =>
    'What do you think? React to those below: 👍 interested, 👎 not for you, ⭐ saved, ✅ applied, or press a button. It moves what I show you next; taking the reaction away takes it back.',
  message: (items) =>
    items.length > 1
      ? 'What do you think? Press the button with its number, or answer with numbers: "1👍 2👎". It moves what I show you next; "1 undo" takes it back.'
      : 'What do you think? React with 👍 or 👎, ⭐ (saved) or ✅ (applied), or press a button. It moves what I show you next; taking the reaction away takes it back.',
  invocation: (items) =>
    `What do you think? Press ${items.length > 1 ? 'the button with its number' : 'a button'}. It moves what I show you next, and can be taken back.`,
};

/** A form is there for what is corrected most; the button opens that of the very resume that the card shows. */
const correctBy = (resumeCode: string | undefined): CardBlock[] => [
  {
    kind: 'note',
    text: 'Something wrong? Correct it, or answer with a line such as "title=Staff Engineer", "job 2 end=2024-05" or "skills +Rust -Excel".',
  },
  { kind: 'commands', commands: [{ ...formOf(resumeCode), does: 'Correct what is wrong' }] },
];

const formOf = (resumeCode: string | undefined): Pick<CardCommand, 'command' | 'form'> =>
  resumeCode === undefined ? { command: 'correct' } : { command: `correct ${resumeCode}`, form: true };

/** The hints of a card as they hold there. `items`: what the message means, when the card itself has them no more. */
export function forPlace(card: Card, place: ChatPlace, items: readonly CardItem[] = itemsOf(card)): Card {
  const matches = items.filter((item) => item.matchId !== undefined);
  const blocks = card.blocks.flatMap((block): CardBlock[] => {
    if (isReactionHint(block)) return [{ kind: 'text', text: HINTS[place](matches) }];
    return isCorrectionHint(block) ? correctBy(block.corrects) : [block];
  });
  return { ...card, blocks };
}

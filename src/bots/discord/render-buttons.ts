/** The buttons under a card: what a reaction says, per match, and the commands that the card offers. Pure. */
import { type APIActionRowComponent, type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord.js';
import { buttonValue } from '../../messages/button-values.ts';
import { type Card, type CardItem, itemsOf } from '../../messages/card.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { cutText } from './discord-text.ts';

export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;
type Button = APIButtonComponentWithCustomId;

const MEANINGS = [
  { emoji: '👍', label: 'Interested' },
  { emoji: '👎', label: 'Not for me' },
  { emoji: '⭐', label: 'Save' },
  { emoji: '✅', label: 'Applied' },
] as const;

const { rows: MOST_ROWS, buttonsInRow: ROW, buttonLabel: LABEL } = DISCORD_LIMITS;
/** So many matches get a row of their own; more get two buttons each. */
const WHOLE_ROWS = 4;
const PAIRS_A_ROW = 2;
/** With a blank for the person's own word it is an example, not something to press. */
const NEEDS_WORDS = /[<>[\]{}|…]|\.\.\./;

/** `asText`: command lines of the card that did not become buttons. */
export function buttonsOf(card: Card): { rows: ButtonRow[]; asText: Set<string> } {
  const seen = new Set<string>();
  const fresh = (button: Button | undefined): Button[] => {
    // Discord refuses a message with two buttons of one id.
    if (!button || seen.has(button.custom_id)) return [];
    seen.add(button.custom_id);
    return [button];
  };
  const itemRows = matchRows(itemsOf(card), fresh);
  const asText = new Set<string>();
  const commands = card.blocks.flatMap((block) => (block.kind === 'commands' ? block.commands : []));
  const room = (MOST_ROWS - itemRows.length) * ROW;
  const pressed: Button[] = [];
  for (const { command, does, form } of commands) {
    const button =
      pressed.length < room ? fresh(commandButton(command, does, form ? does : undefined, form ? 'form' : 'command')) : [];
    if (button.length === 0) asText.add(command);
    pressed.push(...button);
  }
  return { rows: [...itemRows, ...rowsOf(pressed)].slice(0, MOST_ROWS), asText };
}

type Fresh = (button: Button | undefined) => Button[];

function matchRows(items: readonly CardItem[], fresh: Fresh): ButtonRow[] {
  const matches = items.filter((item) => item.code !== undefined);
  const [only] = matches;
  if (items.length === 1 && only) return rowsOf(matchButtons(only, '', fresh));
  if (matches.length <= WHOLE_ROWS) return matches.flatMap((item) => rowsOf(matchButtons(item, `${item.number} `, fresh)));
  const pairs = matches.map((item) =>
    MEANINGS.slice(0, 2).flatMap(({ emoji }) => fresh(feedback(item, emoji, `${item.number}`))),
  );
  const rows: ButtonRow[] = [];
  for (let at = 0; at < pairs.length && rows.length < WHOLE_ROWS; at += PAIRS_A_ROW)
    rows.push(...rowsOf(pairs.slice(at, at + PAIRS_A_ROW).flat()));
  return rows;
}

const matchButtons = (item: CardItem, before: string, fresh: Fresh): Button[] => [
  ...MEANINGS.flatMap(({ emoji, label }) => fresh(feedback(item, emoji, `${before}${label}`))),
  ...fresh(commandButton(`why ${item.code}`, undefined, `${before}Why?`)),
];

function feedback({ code = '' }: CardItem, emoji: string, label: string): Button | undefined {
  const value = buttonValue({ kind: 'feedback', match: code, emoji });
  return value === undefined
    ? undefined
    : {
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        custom_id: value,
        label: cutText(label, LABEL),
        emoji: { name: emoji },
      };
}

/** What it does and how it is written: whoever reads it knows next time. */
function commandButton(
  command: string,
  does = '',
  label = `${command}: ${does}`,
  kind: 'command' | 'form' = 'command',
): Button | undefined {
  if (NEEDS_WORDS.test(command) || label.length > LABEL) return undefined;
  const value = buttonValue({ kind, line: command });
  return value === undefined
    ? undefined
    : { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: value, label: label.replace(/\s+/g, ' ').trim() };
}

function rowsOf(buttons: readonly Button[]): ButtonRow[] {
  const rows: ButtonRow[] = [];
  for (let at = 0; at < buttons.length; at += ROW)
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + ROW) });
  return rows;
}

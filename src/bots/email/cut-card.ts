/** The beginning of a card that is too long for the HTML of a mail (rule O6). */
import type { CardBlock } from '../../messages/card.ts';

const LONGEST_TEXT_BYTES = 20_000;

/** Blocks are cut by their entries: one block of a hundred items is the usual long card. */
export function sizeOfBlocks(blocks: readonly CardBlock[]): number {
  return blocks.reduce((sum, block) => sum + entriesOf(block), 0);
}

function entriesOf(block: CardBlock): number {
  if (block.kind === 'items' || block.kind === 'list') return block.items.length;
  if (block.kind === 'facts') return block.facts.length;
  return 1;
}

/** The first so many entries of the blocks, whole items each. A text too long to stand in a shortened mail is left out. */
export function firstEntries(blocks: readonly CardBlock[], entries: number): CardBlock[] {
  const kept: CardBlock[] = [];
  let left = entries;
  for (const block of blocks) {
    if (left <= 0) break;
    if (block.kind === 'items') kept.push({ ...block, items: block.items.slice(0, left) });
    else if (block.kind === 'list') kept.push({ ...block, items: block.items.slice(0, left) });
    else if (block.kind === 'facts') kept.push({ ...block, facts: block.facts.slice(0, left) });
    else if (block.kind !== 'text' || Buffer.byteLength(block.text) < LONGEST_TEXT_BYTES) kept.push(block);
    left -= entriesOf(block);
  }
  return kept;
}

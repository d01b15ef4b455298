/** Something that could be in a digest, and how it looks there. */
import type { CardItem } from '../messages/card.ts';
import type { DigestSection } from './build-digest.ts';
import type { DigestChoice } from './choose-digest-items.ts';

export interface DigestOption extends DigestChoice {
  section: Omit<DigestSection, 'items'>;
  /** The item with its number in the message. */
  item(number: number): CardItem;
}

/** One hash for the same advertisement in other clothes: case, accents, markup, white space and punctuation do not count. */
import { createHash } from 'node:crypto';
import { foldSameLength } from '../../domain/fold-text.ts';
import type { Posting } from '../../domain/posting.ts';

const words = (text: string): string => (foldSameLength(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** SHA-256 in hex over title, company, places and description. */
export function contentHash(posting: Pick<Posting, 'title' | 'company' | 'locations' | 'description'>): string {
  const places = posting.locations.map((l) => words(`${l.city ?? ''} ${l.countryCode ?? ''}`)).sort();
  const parts = [words(posting.title), words(posting.company ?? ''), places.join('|'), words(posting.description)];
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

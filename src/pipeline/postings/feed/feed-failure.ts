/** Why reading a feed or an item stopped, thrown inside the reader and handed out as a `FeedError`. */
import type { FeedError } from '../../../domain/posting.ts';

export class FeedFailure extends Error {
  readonly code: FeedError['code'];

  constructor(code: FeedError['code'], message: string) {
    super(message);
    this.name = 'FeedFailure';
    this.code = code;
  }
}

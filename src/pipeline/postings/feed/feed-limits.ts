/** Caps for one feed. A feed may be of any size; what has to be held at once (one item) may not. */
export interface FeedLimits {
  /** Characters of one item; longer ones are skipped and reported. */
  itemChars: number;
  /** Characters of one field of an XML item. */
  fieldChars: number;
  /** Nesting inside an item: deeper is quadratic in both XML parsers and never a real advertisement. */
  depth: number;
  /** Output to input ratio of a compressed feed beyond its first `ratioFreeBytes` (rule P2: 200:1). */
  gzipRatio: number;
  ratioFreeBytes: number;
  /** Errors after which the rest of a feed is given up. */
  errors: number;
}

export const FEED_LIMITS: FeedLimits = {
  itemChars: 4 * 1024 * 1024,
  fieldChars: 1024 * 1024,
  depth: 64,
  gzipRatio: 200,
  ratioFreeBytes: 4 * 1024 * 1024,
  errors: 5000,
};

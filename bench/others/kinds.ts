/** Kinds of documents that are no resumes, and how they are worded: several ways each, of which some are held back. */
export const KINDS = [
  'letter',
  'invoice',
  'advert',
  'newsletter',
  'contract',
  'reference',
  'transcript',
  'minutes',
  'thesis',
  'prices',
  'bank',
  'recipe',
  'bio',
  'ticket',
  'form',
  'code',
  'logo',
] as const;
export type Kind = (typeof KINDS)[number];
export type Wordings = Partial<Record<Kind, readonly string[]>>;

/** What stands between data about people and the file they are in. Encryption later replaces this codec and nothing else. */
export interface PersonalCodec {
  seal(plain: string): string;
  open(stored: string): string;
}

/** Stores the text as it is. */
export const plainCodec: PersonalCodec = { seal: (plain) => plain, open: (stored) => stored };

/** What everybody is told at first contact (rule A7). */
import type { CardBlock } from './card.ts';

export interface PrivacyNotice {
  /** Days until what is kept is deleted (RETENTION_DAYS). */
  retentionDays: number;
  /** The files themselves are kept, not only what was read in them (KEEP_ORIGINALS). */
  keepsOriginals: boolean;
  /** Ends "To have it deleted, …": `answer "erase"`, `write to privacy@example.org`. */
  howToErase: string;
}

export function privacyNotice(notice: PrivacyNotice): CardBlock {
  const what = notice.keepsOriginals
    ? 'the files you send, what I read in them, the matches and your reactions'
    : 'what I read in the files you send (not the files), the matches and your reactions';
  return {
    kind: 'note',
    text:
      `This is an automated assistant. It keeps ${what} for ${notice.retentionDays} days. ` +
      `It never applies, rejects or contacts anybody on its own. To have it deleted, ${notice.howToErase}. To stop the digest, answer "digest off".`,
  };
}

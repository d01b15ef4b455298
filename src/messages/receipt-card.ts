/** Short words that name nobody: safe where others read along, and all that an unverified sender gets (rules A7, E14). */
import type { Card } from './card.ts';
import { counted } from './phrases.ts';
import { type PrivacyNotice, privacyNotice } from './privacy-notice.ts';

/** The answer in a shared channel. */
export function buildPublicReceipt(): Card {
  return card('Received, details sent to you', 'Received. I have sent you the details in a direct message.');
}

/** To a sender whose address is not proven: that it arrived, and how to get more (rule E14). */
export function buildUnverifiedReceipt(files: number, notice?: PrivacyNotice): Card {
  const what = files === 0 ? 'Your message' : counted(files, 'file');
  const receipt = card(
    `${what} arrived`,
    `${what} arrived. Your mail server does not prove that it comes from your address, so I show and change nothing yet. ` +
      'Was it you? Answer this mail: a "yes" is enough, and a command or a reaction goes into that answer. If it was not you, you need not do anything.',
  );
  return notice ? { ...receipt, blocks: [...receipt.blocks, privacyNotice(notice)] } : receipt;
}

/**
 * To somebody not proven who asks to stop: nothing was changed (rule E10), and each way that proves itself. A forged "stop" would be
 * harmless to most and an hour's search to whoever waits for a job.
 */
export function buildUnverifiedStop(notice?: PrivacyNotice): Card {
  const receipt = card(
    'To stop the digest, one more step',
    'Your mail server does not prove that this message comes from your address, so I have changed nothing. To stop the digest, use the ' +
      'unsubscribe button that your mail program shows beside it or the link in it, or answer "stop" to the digest itself. If none of ' +
      'these is there, ask whoever runs this service.',
  );
  return notice ? { ...receipt, blocks: [...receipt.blocks, privacyNotice(notice)] } : receipt;
}

function card(title: string, text: string): Card {
  return { about: [], title, blocks: [{ kind: 'text', text }], footer: [], attachments: [] };
}

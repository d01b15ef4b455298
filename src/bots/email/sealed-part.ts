/** Mails that are signed or encrypted as a whole: nothing in them can be read without a key, so the sender is told what to do (rule E12). */
import type { MailPart } from './walk-parts.ts';

/** Object identifier 1.2.840.113549.1.7 (PKCS #7); the byte behind it says signed (2) or enveloped (3). */
const PKCS7 = Buffer.from([0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07]);
const SIGNED = 2;
const ARMOUR = '-----BEGIN PGP MESSAGE-----';

const WORDS = {
  smimeSigned:
    'Your mail is signed as a whole (S/MIME), and I cannot look inside. Please send it again without the signature, or with "clear signing" switched on.',
  smimeEncrypted: 'Your mail is encrypted (S/MIME), and I have no key for it. Please send it again without encryption.',
  pgp: 'Your mail is encrypted (PGP), and I have no key for it. Please send it again without encryption.',
} as const;

/** What to tell the sender of a sealed part; undefined for every other part. */
export function sealedRemark(part: MailPart): string | undefined {
  const head = Buffer.from(part.bytes.buffer, part.bytes.byteOffset, Math.min(part.bytes.byteLength, 128));
  if (/^application\/(?:x-)?pkcs7-mime$/.test(part.type) || /\.p7m$/i.test(part.fileName ?? '')) {
    const at = head.indexOf(PKCS7);
    return at >= 0 && head[at + PKCS7.length] === SIGNED ? WORDS.smimeSigned : WORDS.smimeEncrypted;
  }
  if (part.type === 'application/pgp-encrypted' || /\.(?:pgp|gpg)$/i.test(part.fileName ?? '')) return WORDS.pgp;
  return sealedText(head.toString('latin1')) ?? undefined;
}

/** The same for a text that begins with PGP's armour. */
export const sealedText = (text: string): string | undefined => (text.trimStart().startsWith(ARMOUR) ? WORDS.pgp : undefined);

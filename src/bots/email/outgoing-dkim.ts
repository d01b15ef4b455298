/** DKIM signatures (RFC 6376): relaxed/relaxed, rsa-sha256, in the name of the domain that mails come from. */
import { createHash, createPrivateKey, createPublicKey, createSign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError } from '../../domain/errors.ts';

export interface DkimKey {
  /** `d=`: the domain of MAIL_FROM, or DMARC does not count it. */
  domain: string;
  selector: string;
  key: KeyObject;
}

/** Below this receivers ignore the signature (RFC 8301, section 3.2). */
const FEWEST_BITS = 1024;
/**
 * All that stands there, and once more those that must not be there twice: the name of a field that is absent is signed as absent, so
 * that nobody can put a second subject or a Reply-To above ours and keep the signature. nodemailer's signer cannot do that.
 */
const SIGNED_ONCE = ['Date', 'Message-ID', 'To', 'In-Reply-To', 'References', 'MIME-Version', 'Content-Type'];
const SIGNED_AND_SEALED = [
  'From',
  'Subject',
  'Reply-To',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Auto-Submitted',
  'Content-Transfer-Encoding',
];

/** Reads and checks the private key. Throws ConfigError: a mail that goes out unsigned by mistake is found out by nobody. */
export function readDkimKey(settings: { selector: string; keyFile: string }, fromAddress: string): DkimKey {
  const fix = `Make one with: openssl genrsa -out ${settings.keyFile} 2048, and publish its public half at ${settings.selector}._domainkey.`;
  const problem = (reason: string) => new ConfigError('DKIM_KEY_FILE', `${settings.keyFile} ${reason}`, fix);
  const key = privateKeyIn(settings.keyFile, problem);
  if (key.asymmetricKeyType !== 'rsa') throw problem(`holds a key of type ${key.asymmetricKeyType}; mail is signed with RSA`);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < FEWEST_BITS) throw problem(`holds a key of ${bits} bits, which receivers ignore`);
  return { domain: fromAddress.slice(fromAddress.lastIndexOf('@') + 1), selector: settings.selector, key };
}

function privateKeyIn(file: string, problem: (reason: string) => ConfigError): KeyObject {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw problem(missing ? 'does not exist' : 'cannot be read by this user');
  }
  try {
    return createPrivateKey(pem);
  } catch {
    throw problem(/ENCRYPTED/.test(pem) ? 'is protected by a passphrase' : 'holds no private key in PEM form');
  }
}

/** The public half as the record `p=` has it. */
export function publicKeyOf({ key }: DkimKey): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
}

/** The mail with a DKIM-Signature above it. `raw` has CRLF line ends, as the composer writes them. */
export function signMail(raw: Buffer, dkim: DkimKey): Buffer {
  const end = raw.indexOf('\r\n\r\n', 0, 'latin1');
  const fields = fieldsOf(raw.subarray(0, end < 0 ? raw.length : end).toString('latin1'));
  const body = end < 0 ? '' : raw.subarray(end + 4).toString('latin1');
  const names = signedNames(fields);
  const bodyHash = createHash('sha256').update(relaxedBody(body), 'latin1').digest('base64');
  const unsigned = [
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${dkim.domain};`,
    ` s=${dkim.selector}; q=dns/txt;`,
    ` h=${names.join(':\r\n  ')};`,
    ` bh=${bodyHash};`,
    ' b=',
  ].join('\r\n');
  const signed = [...selectFields(fields, names), relaxedField(unsigned)].join('\r\n');
  const signature = createSign('RSA-SHA256').update(signed, 'latin1').sign(dkim.key, 'base64');
  return Buffer.concat([Buffer.from(`${unsigned}${signature.replace(/.{72}(?=.)/g, '$&\r\n  ')}\r\n`, 'latin1'), raw]);
}

interface Field {
  name: string;
  line: string;
}

function fieldsOf(head: string): Field[] {
  const lines = head.split(/\r\n(?![ \t])/);
  return lines.map((line) => ({ name: line.slice(0, line.indexOf(':')).trim().toLowerCase(), line }));
}

function signedNames(fields: readonly Field[]): string[] {
  const present = (name: string) => fields.filter((field) => field.name === name.toLowerCase()).map(() => name);
  return [...SIGNED_ONCE.flatMap(present), ...SIGNED_AND_SEALED.flatMap((name) => [...present(name), name])];
}

/** Of a name that occurs more than once the lowest field first; a name without a field left stands for nothing (section 5.4.2). */
function selectFields(fields: readonly Field[], names: readonly string[]): string[] {
  const left = fields.toReversed();
  return names.flatMap((name) => {
    const at = left.findIndex((field) => field.name === name.toLowerCase());
    const [taken] = at < 0 ? [] : left.splice(at, 1);
    return taken ? [relaxedField(taken.line)] : [];
  });
}

/** Section 3.4.2. */
function relaxedField(line: string): string {
  const colon = line.indexOf(':');
  const value = line
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/g, '');
  return `${line.slice(0, colon).trim().toLowerCase()}:${value}`;
}

/** Section 3.4.4. */
function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  while (lines.at(-1) === '') lines.pop();
  return lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`;
}

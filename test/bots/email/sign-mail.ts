/** Keys, name servers and signatures of a small world of its own: nothing leaves the process. */
import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import type { ResolveDns } from '../../../src/bots/email/mail-dns.ts';

export interface Signing {
  domain?: string;
  selector?: string;
  /** As in `h=`; mailauth's usual list when left out. */
  headers?: readonly string[];
  signedAt: Date;
  expiresAt?: Date;
  maxBodyLength?: number;
  canonicalization?: string;
  algorithm?: string;
  /** Signs with a key that DNS does not know. */
  wrongKey?: boolean;
}

export interface MailWorld {
  resolve: ResolveDns;
  /** Names asked for, in order. */
  asked: string[];
  records: Map<string, string[]>;
  /** The mail with a signature on top. */
  sign(raw: string | Uint8Array, signing: Signing): Promise<Buffer>;
}

const pemOf = (key: ReturnType<typeof generateKeyPairSync>['privateKey']): string =>
  key.export({ type: 'pkcs8', format: 'pem' }).toString();
const recordOf = (key: ReturnType<typeof generateKeyPairSync>['publicKey'], kind = 'rsa'): string =>
  `v=DKIM1; k=${kind}; p=${key.export({ type: 'spki', format: 'der' }).toString('base64')}`;

/** Domains that sign with selectors `s1` (RSA 2048) and `weak` (RSA 512 is refused by OpenSSL: 768), and an SPF record each. */
export function makeMailWorld(domains: readonly string[], spf: Readonly<Record<string, string>> = {}): MailWorld {
  const strong = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const weak = generateKeyPairSync('rsa', { modulusLength: 768 });
  const unknown = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const records = new Map<string, string[]>();
  for (const domain of domains) {
    records.set(`TXT s1._domainkey.${domain}`, [recordOf(strong.publicKey)]);
    records.set(`TXT weak._domainkey.${domain}`, [recordOf(weak.publicKey)]);
    records.set(`TXT testing._domainkey.${domain}`, [`${recordOf(strong.publicKey)}; t=y`]);
    records.set(`TXT revoked._domainkey.${domain}`, ['v=DKIM1; p=']);
  }
  for (const [domain, record] of Object.entries(spf)) records.set(`TXT ${domain}`, [record]);
  const asked: string[] = [];
  return {
    asked,
    records,
    async resolve(name, type) {
      asked.push(`${type} ${name}`);
      const found = records.get(`${type} ${name.toLowerCase()}`);
      if (found === undefined) throw Object.assign(new Error(`no ${type} of that name`), { code: 'ENOTFOUND' });
      return type === 'TXT' ? found.map((text) => [text]) : found;
    },
    async sign(raw, { domain = 'example.org', selector = 's1', headers, signedAt, expiresAt, wrongKey, ...more }) {
      const key = wrongKey ? unknown : selector === 'weak' ? weak : strong;
      const common = {
        signingDomain: domain,
        selector,
        privateKey: pemOf(key.privateKey),
        signTime: signedAt,
        ...(headers === undefined ? {} : { headerList: headers.join(':') }),
        ...(expiresAt === undefined ? {} : { expires: expiresAt }),
        ...more,
      };
      // mailauth signs what stands in the list; times and header names it takes from either place.
      const { signatures, errors } = await dkimSign(Buffer.from(raw), { ...common, signatureData: [{ ...common }] });
      if (signatures === '') throw new Error(`not signed: ${JSON.stringify(errors)}`);
      return Buffer.concat([Buffer.from(signatures), Buffer.from(raw)]);
    },
  };
}

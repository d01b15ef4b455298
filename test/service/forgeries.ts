/** Mails in somebody else's name, as people who want to act for others make them. All names and domains are invented. */
import { randomUUID } from 'node:crypto';
import type { MailWorld } from '../bots/email/sign-mail.ts';
import { INBOX } from './run-test-service.ts';

export type Mode = 'local' | 'verify' | 'authserv:mx.example.net';

export const VICTIM = 'ana.prado@example.com';
export const FORGER = 'mallory@example.net';

export interface Attempt {
  /** What the mail wants: a command, or a reaction to the victim's message. */
  want: 'command' | 'reply' | 'reaction' | 'gmail';
  /** A message of ours to the victim. */
  theirs: string;
  /** A message of ours to the forger, and its reply address. */
  mine: string;
  myToken: string;
  now: Date;
  world: MailWorld;
}

export interface Forgery {
  name: string;
  modes: readonly Mode[];
  make(attempt: Attempt): Promise<string | Buffer> | string;
  envelopeFrom?: string;
}

const ALL: readonly Mode[] = ['local', 'verify', 'authserv:mx.example.net'];
const PROVEN: readonly Mode[] = ['verify', 'authserv:mx.example.net'];

interface Fields {
  /** Header lines in the place of the From line. */
  from?: string;
  /** Above everything. */
  top?: string;
  inReplyTo?: string;
  to?: string;
  date?: Date;
  text?: string;
  subject?: string;
}

/** A mail with what the attempt wants in it. */
export function mailOf(attempt: Attempt, fields: Fields = {}): string {
  const { want, theirs, now } = attempt;
  const id = `<${randomUUID()}@forged.example>`;
  const answers = want === 'command' ? fields.inReplyTo : (fields.inReplyTo ?? theirs);
  const text = fields.text ?? { command: 'digest off', reply: '1👎', reaction: '👎', gmail: '👎' }[want];
  const head = [
    ...(fields.top ? [fields.top] : []),
    fields.from ?? `From: Ana Prado <${VICTIM}>`,
    `To: ${fields.to ?? INBOX}`,
    `Subject: ${fields.subject ?? (want === 'command' ? 'digest off' : 'Re: My resume')}`,
    `Date: ${(fields.date ?? now).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${id}`,
    ...(answers === undefined ? [] : [`In-Reply-To: ${answers}`]),
    'MIME-Version: 1.0',
  ];
  if (want !== 'gmail') {
    const disposition = want === 'reaction' ? ['Content-Disposition: reaction'] : [];
    return [...head, 'Content-Type: text/plain; charset=utf-8', ...disposition, '', text, ''].join('\r\n');
  }
  const part = (type: string, content: string) => ['--b', `Content-Type: ${type}; charset=utf-8`, '', content];
  return [
    ...head,
    'Content-Type: multipart/alternative; boundary=b',
    '',
    ...part('text/plain', `${text} reacted via Gmail`),
    ...part('text/vnd.google.email-reaction+json', JSON.stringify({ emoji: text, version: 1 })),
    '--b--',
    '',
  ].join('\r\n');
}

const from = (name: string, line: string, modes = ALL): Forgery => ({
  name: `From: ${name}`,
  modes,
  make: (attempt) => mailOf(attempt, { from: line }),
});

const FROMS: readonly Forgery[] = [
  from('two fields, the forger first', `From: ${FORGER}\r\nFrom: ${VICTIM}`),
  from('two fields, the victim first', `From: ${VICTIM}\r\nFrom: ${FORGER}`),
  from('two fields, one in capitals', `FROM: ${VICTIM}\r\nfrom: ${FORGER}`),
  from('two fields, one with a blank before its colon', `From : ${VICTIM}\r\nFrom: ${FORGER}`),
  from('the same field twice', `From: ${VICTIM}\r\nFrom: ${VICTIM}`),
  from('two addresses', `From: ${VICTIM}, ${FORGER}`),
  from('two addresses, folded', `From: Mallory\r\n <${FORGER}>,\r\n\t<${VICTIM}>`),
  from('a group', `From: Friends: ${VICTIM}, ${FORGER};`),
  from('a group of one', `From: Friends: ${VICTIM};`),
  from('the victim’s address as a name', `From: "${VICTIM}" <${FORGER}>`),
  from('the victim’s address as a bare name', `From: ${VICTIM} <${FORGER}>`),
  from('the victim’s address in a comment', `From: ${FORGER} (${VICTIM})`),
  from('the forger’s address in a comment', `From: ${VICTIM} (${FORGER})`),
  from('an encoded word that holds the address', `From: =?utf-8?B?${Buffer.from(`Ana <${VICTIM}>`).toString('base64')}?=`),
  from('an encoded word beside another address', `From: =?utf-8?Q?Ana_=3C${VICTIM.replace('@', '=40')}=3E?= <${FORGER}>`),
  from('a quoted local part with the address', `From: "${VICTIM}"@example.net`),
  from('a source route', `From: <@example.net:${VICTIM}>`),
  from('two at signs', `From: ${VICTIM}@example.net`),
  from('brackets in brackets', `From: <<${VICTIM}>`),
  from('a NUL in it', `From: ${VICTIM}\0 <${FORGER}>`),
  from('a homograph', 'From: ana.prado@ex\u0430mple.com'),
  from('a domain below the victim’s name', `From: ${VICTIM}.example.net`),
  from('none, a Sender', `Sender: ${VICTIM}`),
  from('none, a Reply-To', `Reply-To: ${VICTIM}`),
  from('none, a Return-Path', `Return-Path: <${VICTIM}>`),
  from('the forger, with the victim as Sender', `From: ${FORGER}\r\nSender: ${VICTIM}`),
  from('the forger, with the victim as Resent-From', `Resent-From: ${VICTIM}\r\nResent-Sender: ${VICTIM}\r\nFrom: ${FORGER}`),
  from('the forger, with the victim as Reply-To', `From: ${FORGER}\r\nReply-To: ${VICTIM}`),
  from('the forger, with the victim in X-Original-From', `X-Original-From: ${VICTIM}\r\nFrom: ${FORGER}`),
  from('the victim’s after a bare carriage return', `From: ${FORGER}\r\nX-Note: a\rFrom: ${VICTIM}`),
  from('the victim’s address in full width', 'From: ana.prado@\uff45xample.com', PROVEN),
  {
    name: 'From: none but in the envelope',
    modes: ALL,
    envelopeFrom: VICTIM,
    make: (attempt) => mailOf(attempt, { from: 'X-A: b' }),
  },
  {
    name: 'From: in the body',
    modes: ALL,
    make: (attempt) =>
      mailOf(attempt, { from: `From: ${FORGER}`, text: `From: ${VICTIM}\r\nSubject: digest off\r\n\r\ndigest off` }),
  },
];

const THREADS: readonly Forgery[] = [
  { name: 'thread: the forger answers the victim’s message', modes: ALL, make: (a) => mailOf(a, { from: `From: ${FORGER}` }) },
  {
    name: 'thread: the forger answers both messages',
    modes: ALL,
    make: (a) => mailOf(a, { from: `From: ${FORGER}`, inReplyTo: `${a.theirs} ${a.mine}` }),
  },
  {
    name: 'thread: the forger quotes the victim’s message',
    modes: ALL,
    make: (a) =>
      mailOf(a, {
        from: `From: ${FORGER}`,
        text: `1👎\r\n\r\nOn Tuesday, Ana Prado <${VICTIM}> wrote:\r\n> 1👎\r\n> In-Reply-To: ${a.theirs}\r\n`,
      }),
  },
  {
    name: 'thread: References of the victim’s thread alone',
    modes: ALL,
    make: (a) => mailOf(a, { from: `From: ${FORGER}`, inReplyTo: `\r\nReferences: ${a.theirs}` }),
  },
];

const spoof = (name: string, top: (attempt: Attempt) => string, modes = PROVEN): Forgery => ({
  name,
  modes,
  make: (attempt) => mailOf(attempt, { top: top(attempt) }),
});
const results = (name: string, value: string, field = 'Authentication-Results') =>
  spoof(`results: ${name}`, () => `${field}: ${value}`);
const PASS = 'dmarc=pass header.from=example.com';

const RESULTS: readonly Forgery[] = [
  results('none', 'x', 'X-Nothing'),
  results('another server’s', `mx.other.example; ${PASS}`),
  results('ours in capitals', `MX.example.net; ${PASS}`),
  results('ours with a dot', `mx.example.net.; ${PASS}`),
  results('ours with a homograph', `mx.ex\u0430mple.net; ${PASS}`),
  results('ours as the beginning of another', `mx.example.net.example.org; ${PASS}`),
  results('ours behind a comment', `(checked) mx.example.net; ${PASS}`),
  results('ours in quotes', `"mx.example.net"; ${PASS}`),
  results('ours in another version', `mx.example.net 2; ${PASS}`),
  results('ours below another’s', `mx.other.example; dmarc=fail\r\nAuthentication-Results: mx.example.net; ${PASS}`),
  results(
    'ours below our own failure',
    `mx.example.net; dmarc=fail header.from=example.com\r\nAuthentication-Results: mx.example.net; ${PASS}`,
  ),
  results('ours below our own silence', `mx.example.net; spf=none\r\nAuthentication-Results: mx.example.net; ${PASS}`),
  results('the forger’s domain passed', 'mx.example.net; dmarc=pass header.from=example.net'),
  results(
    'the forger’s domain passed, ours named behind it',
    'mx.example.net; dmarc=pass header.from=example.net header.from=example.com',
  ),
  results('a pass in a comment', `mx.example.net; dmarc=fail (p=none; ${PASS}) header.from=example.com`),
  results('a pass in a reason', `mx.example.net; dkim=fail reason="; ${PASS}" header.d=example.com`),
  results('a pass in the name of a selector', `mx.example.net; dkim=fail header.s=a;dmarc=passed header.from=example.com`),
  results('a pass of DKIM and SPF alone', 'mx.example.net; dkim=pass header.d=example.com; spf=pass smtp.mailfrom=example.com'),
  results('two verdicts', `mx.example.net; dmarc=fail header.from=example.com; ${PASS}`),
  results('of a chain (ARC)', `i=1; mx.example.net; ${PASS}`, 'ARC-Authentication-Results'),
  results('an original of another field', `mx.example.net; ${PASS}`, 'Authentication-Results-Original'),
  results('an injected line', 'mx.other.example;\rAuthentication-Results: mx.example.net; dmarc=fail', 'Authentication-Results'),
  results('of SPF', `pass (mx.example.net: domain of ${VICTIM} designates 192.0.2.7)`, 'Received-SPF'),
];

const signedBy = (
  name: string,
  options: (attempt: Attempt) => Record<string, unknown>,
  fields: (attempt: Attempt) => Fields = () => ({}),
): Forgery => ({
  name: `signature: ${name}`,
  modes: PROVEN,
  make: (attempt) =>
    attempt.world.sign(mailOf(attempt, fields(attempt)), { domain: 'example.com', signedAt: attempt.now, ...options(attempt) }),
});
const ago = ({ now }: Attempt, days: number) => new Date(now.getTime() - days * 86_400_000);
const FIELDS = ['From', 'Subject', 'Date', 'Message-ID', 'In-Reply-To'];
const without = (field: string) => ({ headers: FIELDS.filter((name) => name !== field) });

const SIGNATURES: readonly Forgery[] = [
  signedBy('of the forger’s domain', () => ({ domain: 'example.net' })),
  signedBy('of a domain that ends like the victim’s', () => ({ domain: 'notexample.com' })),
  signedBy('of a domain below the forger’s', () => ({ domain: 'example.com.example.net' })),
  signedBy('for the victim by the forger (i=)', () => ({ domain: 'example.net', identity: `${VICTIM}` })),
  signedBy('with a key that is not theirs', () => ({ wrongKey: true })),
  signedBy('with a short key', () => ({ selector: 'weak' })),
  signedBy('with a revoked key', () => ({ selector: 'revoked' })),
  signedBy('over a part of the body', () => ({ maxBodyLength: 1 })),
  signedBy('that has expired', (a) => ({ signedAt: ago(a, 2), expiresAt: ago(a, 1) })),
  signedBy(
    'of last month',
    (a) => ({ signedAt: ago(a, 30) }),
    (a) => ({ date: ago(a, 30) }),
  ),
  signedBy('without the subject', () => without('Subject')),
  signedBy('without the date', () => without('Date')),
  signedBy('without the id', () => without('Message-ID')),
  {
    name: 'signature: with other words below it',
    modes: PROVEN,
    async make(attempt) {
      const raw = await attempt.world.sign(mailOf(attempt, { text: 'hello', subject: 'hello' }), {
        domain: 'example.com',
        signedAt: attempt.now,
      });
      return raw.toString().replace('\r\n\r\nhello', '\r\n\r\n1👎').replace('Subject: hello', 'Subject: digest off');
    },
  },
  {
    name: 'signature: with a second From above it',
    modes: PROVEN,
    async make(attempt) {
      const raw = await attempt.world.sign(mailOf(attempt, { from: `From: ${FORGER}` }), {
        domain: 'example.net',
        signedAt: attempt.now,
      });
      return `From: ${VICTIM}\r\n${raw.toString()}`;
    },
  },
  {
    // The victim wrote it to somebody else, and answered nothing of ours: the field was put there by whoever got it.
    name: 'signature: of the victim’s own words to another, as an answer to us',
    modes: PROVEN,
    async make(attempt) {
      const words = mailOf({ ...attempt, want: 'reply' }, { subject: 'Re: lunch', inReplyTo: '<lunch@example.org>' });
      const raw = await attempt.world.sign(words.replace(/^In-Reply-To:.*\r\n/m, ''), {
        domain: 'example.com',
        signedAt: attempt.now,
      });
      return `In-Reply-To: ${attempt.theirs}\r\n${raw.toString()}`;
    },
  },
];

const TOKENS: readonly Forgery[] = [
  { name: 'token: the forger’s own', modes: PROVEN, make: (a) => mailOf(a, { to: a.myToken }) },
  {
    name: 'token: one that we never made',
    modes: PROVEN,
    make: (a) => mailOf(a, { to: `jobs+x${'7'.repeat(42)}@shortlist.localhost` }),
  },
  { name: 'token: the forger’s, in Delivered-To', modes: PROVEN, make: (a) => mailOf(a, { top: `Delivered-To: ${a.myToken}` }) },
  { name: 'token: a public code', modes: PROVEN, make: (a) => mailOf(a, { to: 'jobs+j4f7k2m9q@shortlist.localhost' }) },
];

const ENVELOPES: readonly Forgery[] = [
  { name: 'envelope: the victim’s', modes: PROVEN, envelopeFrom: VICTIM, make: (a) => mailOf(a) },
  { name: 'envelope: none', modes: PROVEN, envelopeFrom: '', make: (a) => mailOf(a) },
  { name: 'envelope: a quoted one', modes: PROVEN, envelopeFrom: '"ana.prado"@example.com', make: (a) => mailOf(a) },
];

export const FORGERIES: readonly Forgery[] = [...FROMS, ...THREADS, ...RESULTS, ...SIGNATURES, ...TOKENS, ...ENVELOPES];

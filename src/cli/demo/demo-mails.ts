/** The mails that people of the demo send, as their mail programs write them. */
import { randomUUID } from 'node:crypto';

export interface DemoMail {
  id: string;
  raw: string;
}

interface Envelope {
  from: string;
  to: string;
  subject: string;
  date: Date;
  inReplyTo?: string;
}

const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');

function head({ from, to, subject, date, inReplyTo }: Envelope, id: string): string[] {
  const thread = inReplyTo ? [`In-Reply-To: ${inReplyTo}`, `References: ${inReplyTo}`] : [];
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${id}`,
    ...thread,
    'MIME-Version: 1.0',
  ];
}

const newMessageId = (): string => `<${randomUUID()}@demo.example>`;

export function textMail(envelope: Envelope, text: string): DemoMail {
  const id = newMessageId();
  return {
    id,
    raw: [
      ...head(envelope, id),
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      base64(text),
    ].join('\r\n'),
  };
}

export function mailWithFile(
  envelope: Envelope,
  text: string,
  file: { name: string; type: string; bytes: Uint8Array },
): DemoMail {
  const id = newMessageId();
  const boundary = randomUUID();
  return {
    id,
    raw: [
      ...head(envelope, id),
      `Content-Type: multipart/mixed; boundary="${boundary}"`,
      '',
      `--${boundary}`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      `--${boundary}`,
      `Content-Type: ${file.type}`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${file.name}"`,
      '',
      base64(file.bytes),
      `--${boundary}--`,
    ].join('\r\n'),
  };
}

/** RFC 9078: a part whose whole content is the emoji, marked `Content-Disposition: reaction`. */
export function reactionMail(envelope: Envelope, emoji: string): DemoMail {
  const id = newMessageId();
  return {
    id,
    raw: [
      ...head(envelope, id),
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: reaction',
      '',
      base64(emoji),
    ].join('\r\n'),
  };
}

/** Gmail: an alternative of type text/vnd.google.email-reaction+json beside words for other programs. */
export function gmailReaction(envelope: Envelope, emoji: string): DemoMail {
  const id = newMessageId();
  const boundary = randomUUID();
  const part = (type: string, content: string) => [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(content),
  ];
  return {
    id,
    raw: [
      ...head(envelope, id),
      `Content-Type: multipart/alternative; boundary="${boundary}"`,
      '',
      ...part('text/plain', `${emoji} reacted via Gmail`),
      ...part('text/vnd.google.email-reaction+json', JSON.stringify({ emoji, version: 1 })),
      ...part('text/html', `<p>${emoji} reacted via Gmail</p>`),
      `--${boundary}--`,
    ].join('\r\n'),
  };
}

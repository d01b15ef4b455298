/** Reports about mails, as different servers write them. All names are invented. */
import { type MadePart, makeMail } from './make-mail.ts';

export interface Bounce {
  /** The Message-ID of the mail that came back. */
  original: string;
  /** Whom that mail was for. */
  to: string;
  action?: string;
  status?: string;
  /** Of the report itself. */
  id?: string;
  headers?: Record<string, string>;
}

const FROM_DAEMON = { From: 'Mail Delivery System <mailer-daemon@mx.example.com>', 'Return-Path': '<>' };

const returned = ({ original, to }: Bounce): string =>
  `From: Shortlist <jobs@shortlist.localhost>\r\nTo: ${to}\r\nSubject: Re: my CV\r\nMessage-ID: ${original}\r\n`;

/** RFC 3464. */
export function standardBounce(bounce: Bounce, parts?: MadePart[]): Buffer {
  const { to, action = 'failed', status = '5.1.1', id = '<dsn1@mx.example.com>' } = bounce;
  const fields = [
    'Reporting-MTA: dns; mx.example.com',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 said so',
    '',
  ].join('\r\n');
  return makeMail(
    { ...FROM_DAEMON, 'Message-ID': id, Subject: 'Undelivered Mail Returned to Sender', ...bounce.headers },
    [
      { type: 'text/plain; charset=us-ascii', body: 'I am sorry: your message could not be delivered.' },
      { type: 'message/delivery-status', body: fields },
      { type: 'text/rfc822-headers', body: returned(bounce) },
      ...(parts ?? []),
    ],
    'report; report-type=delivery-status',
  );
}

/** RFC 5965, with the recipient cut out as large providers do when `to` is empty. */
export function complaint(bounce: Bounce, type = 'abuse'): Buffer {
  const whom = bounce.to === '' ? [] : [`Original-Rcpt-To: <${bounce.to}>`];
  const fields = [`Feedback-Type: ${type}`, 'User-Agent: Loop/1.0', 'Version: 1', ...whom, ''].join('\r\n');
  const header = bounce.to === '' ? returned(bounce).replace(/^To: .*\r\n/m, '') : returned(bounce);
  return makeMail(
    { From: 'feedback@provider.example.com', 'Message-ID': bounce.id ?? '<arf1@provider.example.com>', Subject: 'complaint' },
    [
      { type: 'text/plain', body: 'This is a report about a message.' },
      { type: 'message/feedback-report', body: fields },
      {
        type: 'message/rfc822',
        body: `${header}
text`,
      },
    ],
    'report; report-type=feedback-report',
  );
}

export const qmailBounce = (bounce: Bounce): Buffer =>
  makeMail(
    { ...FROM_DAEMON, Subject: 'failure notice', 'Message-ID': '<q1@mx.example.com>' },
    `Hi. This is the qmail-send program at mx.example.com.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<${bounce.to}>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <jobs@shortlist.localhost>
${returned(bounce).replaceAll('\r\n', '\n')}
Hello`,
  );

export const eximBounce = (bounce: Bounce): Buffer =>
  makeMail(
    {
      ...FROM_DAEMON,
      Subject: 'Mail delivery failed: returning message to sender',
      'Auto-Submitted': 'auto-replied',
      'X-Failed-Recipients': bounce.to,
    },
    `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ${bounce.to}
    host mx2.example.com [192.0.2.7]
    SMTP error from remote mail server after RCPT TO:<${bounce.to}>:
    550 5.2.1 mailbox disabled

------ This is a copy of the message, including all the headers. ------

${returned(bounce).replaceAll('\r\n', '\n')}
Hello`,
  );

/** Without a report's type: text and the mail itself. */
export const exchangeBounce = (bounce: Bounce): Buffer =>
  makeMail({ ...FROM_DAEMON, From: 'postmaster@corp.example.com', Subject: 'Undeliverable: Re: my CV' }, [
    {
      type: 'text/plain; charset=utf-8',
      body: `Your message did not reach the following recipient(s):\r\n\r\n${bounce.to} on Mon, 2 Mar 2026\r\n    The e-mail account does not exist at the organization this message was sent to. #5.1.1`,
    },
    { type: 'message/rfc822', body: `${returned(bounce)}\r\nHello` },
  ]);

/** The words of a bounce and a Message-ID in them, in somebody's mail. */
export const claim = (bounce: Bounce): Buffer =>
  makeMail(
    { From: 'Mal Feasance <mal@example.net>', 'Message-ID': '<claim1@example.net>', Subject: 'Undelivered Mail' },
    `This is the mail system at host mx. Your message could not be delivered.\n\n<${bounce.to}>: 550 5.1.1 user unknown\n\nMessage-ID: ${bounce.original}\n`,
  );

import { describe, expect, test } from 'vitest';
import { claim, complaint, exchangeBounce, eximBounce, qmailBounce, standardBounce } from './make-bounce.ts';
import { makeMail } from './make-mail.ts';
import { readMessage } from './read-for-test.ts';

const ORIGINAL = '<0123abcd.answer@shortlist.localhost>';
const TO = 'ilse@example.org';
const BOUNCE = { original: ORIGINAL, to: TO };

describe('reports about mails of ours (O7)', () => {
  test.each([
    ['failed', '5.1.1', 'failed'],
    ['failed', '4.4.7', 'failed'],
    ['delayed', '4.4.1', 'delayed'],
    ['delivered', '2.0.0', 'delivered'],
    ['relayed', '2.0.0', 'delivered'],
    ['Failed (bad destination)', '5.1.2', 'failed'],
  ])('RFC 3464: %s with %s is %s', async (action, status, kind) => {
    const { deliveryReport } = await readMessage(standardBounce({ ...BOUNCE, action, status }));
    expect(deliveryReport).toEqual({ kind, status, recipients: [TO], originals: [ORIGINAL] });
  });

  test('of several recipients the one that failed counts', async () => {
    const raw = makeMail(
      { From: 'mailer-daemon@mx.example.com', 'Return-Path': '<>' },
      [
        { type: 'text/plain', body: 'sorry' },
        {
          type: 'message/delivery-status',
          body: [
            'Reporting-MTA: dns; mx.example.com',
            '',
            'Final-Recipient: rfc822;other@example.org',
            'Action: delivered',
            'Status: 2.0.0',
            '',
            'Original-Recipient: rfc822;Ilse@Example.org',
            'Final-Recipient: rfc822;somebody.else@example.com',
            'Action: failed',
            'Diagnostic-Code: smtp; 550 5.2.1 disabled',
            '',
          ].join('\r\n'),
        },
        { type: 'message/rfc822', body: `Message-ID: ${ORIGINAL}\r\n\r\nHello` },
      ],
      'report; report-type="delivery-status"',
    );
    expect((await readMessage(raw)).deliveryReport).toEqual({
      kind: 'failed',
      status: '5.2.1',
      recipients: [TO, 'somebody.else@example.com'],
      originals: [ORIGINAL],
    });
  });

  test('a report that returns nothing of the mail names it by what it answers', async () => {
    const raw = makeMail(
      { From: 'postmaster@corp.example.com', 'Return-Path': '<>', 'In-Reply-To': ORIGINAL },
      [
        {
          type: 'message/delivery-status',
          body: `A: b\r\n\r\nFinal-Recipient: rfc822;${TO}\r\nAction: failed\r\nStatus: 5.1.10\r\n`,
        },
      ],
      'report; report-type=delivery-status',
    );
    expect((await readMessage(raw)).deliveryReport).toMatchObject({ status: '5.1.10', originals: [ORIGINAL] });
  });

  test.each([
    ['qmail', qmailBounce, '5.1.1'],
    ['Exim', eximBounce, '5.2.1'],
    ['Exchange', exchangeBounce, '5.1.1'],
  ])('%s without a standard', async (_, make, status) => {
    const { deliveryReport } = await readMessage(make(BOUNCE));
    expect(deliveryReport).toMatchObject({ kind: 'failed', status, originals: [ORIGINAL] });
    expect(deliveryReport?.recipients).toContain(TO);
  });

  test('a warning in words is a delay', async () => {
    const raw = makeMail(
      { From: 'Mail Delivery System <mailer-daemon@mx.example.com>', 'Return-Path': '<>' },
      `Delivery to ${TO} has been delayed.\nThis is a warning, the message has not yet been delivered.\n\n> Message-ID: ${ORIGINAL}\n`,
    );
    expect((await readMessage(raw)).deliveryReport).toMatchObject({ kind: 'delayed', originals: [ORIGINAL] });
  });

  test('a complaint, with its recipient or without', async () => {
    expect((await readMessage(complaint(BOUNCE))).deliveryReport).toEqual({
      kind: 'complaint',
      recipients: [TO],
      originals: [ORIGINAL],
    });
    expect((await readMessage(complaint({ ...BOUNCE, to: '' }))).deliveryReport).toMatchObject({
      recipients: [],
      originals: [ORIGINAL],
    });
    expect((await readMessage(complaint(BOUNCE, 'not-spam'))).deliveryReport).toBeUndefined();
  });

  test.each([
    ['a person’s mail with the words of a bounce', claim(BOUNCE)],
    [
      'a vacation answer to our mail',
      makeMail(
        { 'Return-Path': '<>', 'In-Reply-To': ORIGINAL, 'Auto-Submitted': 'auto-replied' },
        'I am away; my mailbox at the old firm does not exist any more. Mail there could not be delivered.',
      ),
    ],
    ['words without a quoted header', makeMail({ 'Return-Path': '<>' }, `could not be delivered, see ${ORIGINAL}`)],
    [
      'a read receipt',
      makeMail(
        { 'Return-Path': '<>' },
        [
          {
            type: 'message/disposition-notification',
            body: `Original-Message-ID: ${ORIGINAL}\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n`,
          },
        ],
        'report; report-type=disposition-notification',
      ),
    ],
  ])('%s is none', async (_, raw) => {
    expect((await readMessage(raw)).deliveryReport).toBeUndefined();
  });

  test('a report never has an answer', async () => {
    for (const raw of [
      standardBounce(BOUNCE),
      complaint(BOUNCE),
      qmailBounce(BOUNCE),
      eximBounce(BOUNCE),
      exchangeBounce(BOUNCE),
    ])
      expect((await readMessage(raw)).automatic).toBeDefined();
  });

  test('a megabyte of nearly a bounce is read in no time (P6)', async () => {
    const raw = makeMail({ 'Return-Path': '<>' }, `could not be delivered\n${'<a@b'.repeat(250_000)}\n${' '.repeat(100_000)}`);
    const began = performance.now();
    await readMessage(raw);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

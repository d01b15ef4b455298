/** Rule E12 and F1.2 through the real service: what the sender of each shape of mail reads, and which candidates exist afterwards. */
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { stats } from '../../src/store/stats.ts';
import { attached, HELLO, type MadePart, makeMail } from '../bots/email/make-mail.ts';
import { makeWinmail } from '../bots/email/make-winmail.ts';
import { makeDocx, paragraph } from '../fixtures/extract/make-office.ts';
import { makePdf } from '../fixtures/extract/make-pdf.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA_RESUME, INVOICE_TEXT, NURSE_RESUME } from './people.ts';
import { INBOX, runTestService, type TestService } from './run-test-service.ts';

checkForLeaks();
let test: TestService;
beforeEach(async () => {
  test = await runTestService();
});
afterEach(() => test.close());

const VERA = 'Vera Lindqvist <vera@agency.example.com>';
let count = 0;
const mailOf = (content: string | MadePart[], headers: Record<string, string> = {}, kind = 'mixed') => {
  const id = `<shape-${++count}@agency.example.com>`;
  return {
    id,
    raw: makeMail({ From: VERA, To: INBOX, 'Message-ID': id, Subject: 'A resume', ...headers }, content, kind).toString('latin1'),
  };
};
const ask = async (...mail: Parameters<typeof mailOf>) => (await test.ask(mailOf(...mail))).text;
const flat = (text: string) => text.replace(/\s+/g, ' ');
const names = async () =>
  (await listCandidates(test.service.store, serviceViewer(DEFAULT_WORKSPACE))).map((one) => one.name).sort();
const person = (name: string, mail: string) => ANA_RESUME.replaceAll('Ana Prado', name).replaceAll('ana.prado@example.com', mail);
const text = (content: string) => new TextEncoder().encode(content);
const file = (name: string, content: string) => attached(name, 'text/plain', text(content));
const message = (parts: MadePart[], headers: Record<string, string> = {}): MadePart => ({
  type: 'message/rfc822',
  headers: ['Content-Disposition: attachment'],
  body: makeMail({ From: 'Somebody Else <else@example.net>', Subject: 'Fwd', ...headers }, parts).toString('latin1'),
  encoding: '8bit',
});
const docx = (content: string) =>
  makeDocx({
    body: content
      .split('\n')
      .map((line) => paragraph(line.replaceAll('&', '&amp;')))
      .join(''),
  });
const pdf = (content: string) =>
  makePdf({
    pages: [
      {
        content: `BT /F1 10 Tf 14 TL 60 760 Td ${content
          .split('\n')
          .map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`)
          .join('\n')} ET`,
      },
    ],
  });
const COVER = `Dear hiring team,

I am writing to apply for the position of backend developer that you advertise. I believe that my background makes me a good
fit, and I would welcome the chance to talk about it. I enclose my resume and look forward to hearing from you.

Yours sincerely,
Ana Prado
`;

describe('mails within mails (E12)', () => {
  it('three deep: each resume is a candidate, the sender of each mail is none', async () => {
    const third = message([file('three.txt', person('Carol Ivers', 'carol@example.org'))]);
    const second = message([file('two.txt', person('Bertil Ekman', 'bertil@example.org')), third]);
    const first = message([file('one.txt', NURSE_RESUME), second]);
    const answer = flat(await ask([HELLO, first]));
    expect(await names()).toEqual(['Beatriz Lund', 'Bertil Ekman', 'Carol Ivers']);
    expect(answer).toContain('3 resumes');
    for (const name of ['Beatriz Lund', 'Bertil Ekman', 'Carol Ivers']) expect(answer).toContain(name);
  });

  it('a saved .eml, a zip in a forwarded mail with folders and a cover letter, and a mail that is the resume itself', async () => {
    const zip = zipSync({
      'applicants/ana/cv.docx': docx(ANA_RESUME),
      'applicants/ana/cover letter.docx': docx(COVER),
      'applicants/readme.txt': text(INVOICE_TEXT),
      'applicants/beatriz.txt': text(NURSE_RESUME),
    });
    const eml: MadePart = {
      type: 'application/octet-stream',
      headers: ['Content-Disposition: attachment; filename="saved mail.eml"'],
      body: makeMail({ From: 'Else <else@example.net>' }, person('Dora Weil', 'dora@example.org')),
    };
    const answer = flat(
      await ask([HELLO, message([HELLO, attached('all.zip', 'application/zip', zip)]), eml], { Subject: 'Fwd: applicants' }),
    );
    expect(await names()).toEqual(['Ana Prado', 'Beatriz Lund', 'Dora Weil']);
    expect(answer).toContain('3 resumes');
    expect(answer).toMatch(/all\.zip!applicants\/ana\/cover letter\.docx: this does not look like a resume/);
    expect(answer).toMatch(/all\.zip!applicants\/readme\.txt: this does not look like a resume/);
  });

  it('a forwarded text with the resume attached is one candidate, and the text is not read as one', async () => {
    const body = `Have a look at this one.\n\n---------- Forwarded message ---------\nFrom: Ana Prado <ana.prado@example.com>\nDate: Mon, 9 Nov 2026\nSubject: Application\nTo: Vera\n\n${COVER}`;
    const answer = flat(
      await ask([{ type: 'text/plain; charset=utf-8', body }, file('ana.txt', ANA_RESUME)], { Subject: 'Fwd: Application' }),
    );
    expect(await names()).toEqual(['Ana Prado']);
    expect(answer).toContain('Ana Prado');
  });
});

describe('a cover letter beside a resume (F1.5)', () => {
  it.each([
    ['text', file('cover.txt', COVER), file('cv.txt', ANA_RESUME)],
    [
      'Word',
      attached('cover.docx', 'application/octet-stream', docx(COVER)),
      attached('cv.docx', 'application/octet-stream', docx(ANA_RESUME)),
    ],
  ])('as %s is kept, makes no candidate, and the answer is that of one resume', async (_kind, cover, resume) => {
    const answer = flat(await ask([HELLO, cover, resume]));
    expect(await names()).toEqual(['Ana Prado']);
    expect(answer).toMatch(/I kept cover\.(?:txt|docx) beside it/);
    expect(answer).toContain('This is what I understood');
    expect((await stats(test.service.store, serviceViewer(DEFAULT_WORKSPACE))).resumes).toBe(1);
  });
});

describe('a pasted resume (F1.2)', () => {
  const signature = '\n\n-- \nVera Lindqvist\nAgency Nord\n+46 8 555 0100\n';

  it('in the body, above a signature, is the resume of whom it describes', async () => {
    const answer = flat(await ask(`${ANA_RESUME}${signature}`));
    expect(await names()).toEqual(['Ana Prado']);
    expect(answer).toContain('Backend Developer, Tarnside Software Ltd');
    expect(answer).not.toContain('Agency Nord');
  });

  it('as the text of a reply to a message of ours, too', async () => {
    const first = await test.ask(mailOf(ANA_RESUME));
    await ask(NURSE_RESUME, { Subject: 'Re: A resume', 'In-Reply-To': first.messageId ?? '' });
    expect(await names()).toEqual(['Ana Prado', 'Beatriz Lund']);
  });

  it('in HTML alone, in format=flowed and in a legacy charset', async () => {
    const html = ANA_RESUME.split('\n')
      .map((line) => (line === '' ? '<br>' : `<p>${line}</p>`))
      .join('');
    await ask([{ type: 'text/html; charset=utf-8', body: `<html><body>${html}</body></html>` }], {}, 'alternative');
    const flowed = NURSE_RESUME.split('\n')
      .map((line) => line.replace(/(.{60}\S*) /g, '$1 \n'))
      .join('\n');
    await ask([{ type: 'text/plain; charset=utf-8; format=flowed', body: flowed }]);
    const polish = person('Zażółć Gęślą', 'zazolc@example.org');
    const iso = Buffer.from(
      polish
        .replaceAll('ż', '\u00bf')
        .replaceAll('ó', '\u00f3')
        .replaceAll('ł', '\u00b3')
        .replaceAll('ć', '\u00e6')
        .replaceAll('ę', '\u00ea')
        .replaceAll('ś', '\u00b6')
        .replaceAll('ą', '\u00b1'),
      'latin1',
    );
    await ask([{ type: 'text/plain; charset=iso-8859-2', body: iso, encoding: 'base64' }]);
    expect(await names()).toEqual(['Ana Prado', 'Beatriz Lund', 'Zażółć Gęślą']);
  });
});

describe('files in odd clothes (E12)', () => {
  it('winmail.dat, an inline PDF, names by RFC 2231 and 2047, base64 with junk', async () => {
    const winmail: MadePart = {
      type: 'application/ms-tnef',
      headers: ['Content-Disposition: attachment; filename="winmail.dat"'],
      body: makeWinmail([{ name: 'Lebenslauf – größe.pdf', bytes: pdf(person('Wim Aalders', 'wim@example.org')) }]),
    };
    expect(flat(await ask([HELLO, winmail]))).toContain('Lebenslauf – größe.pdf');
    const inline: MadePart = {
      type: 'application/pdf',
      headers: ['Content-Disposition: inline', 'Content-ID: <cv@mail>'],
      body: pdf(person('Ines Prout', 'ines@example.org')),
    };
    await ask([HELLO, inline]);
    const rfc2231: MadePart = {
      type: 'text/plain',
      headers: ["Content-Disposition: attachment; filename*0*=UTF-8''r%C3%A9sum%C3%A9%20; filename*1*=No%C3%A9mie.txt"],
      body: text(person('Noémie Roux', 'noemie@example.org')),
    };
    expect(flat(await ask([HELLO, rfc2231]))).toContain('résumé Noémie.txt');
    const rfc2047: MadePart = {
      type: 'text/plain; name="=?iso-8859-1?Q?Lebenslauf_J=FCrgen.txt?="',
      headers: ['Content-Disposition: attachment; filename="=?iso-8859-1?Q?Lebenslauf_J=FCrgen.txt?="'],
      body: text(person('Jürgen Pohl', 'juergen@example.org')),
    };
    expect(flat(await ask([HELLO, rfc2047]))).toContain('Lebenslauf Jürgen.txt');
    const clean = attached('junk.docx', 'application/octet-stream', docx(person('Oda Frey', 'oda@example.org')));
    const junk = mailOf([HELLO, clean]);
    await test.ask({ ...junk, raw: junk.raw.replace(/(\r\n[A-Za-z0-9+/]{20})([A-Za-z0-9+/]{56}\r\n)/g, '$1 !#\t$2') });
    expect(await names()).toEqual(['Ines Prout', 'Jürgen Pohl', 'Noémie Roux', 'Oda Frey', 'Wim Aalders']);
  });

  it('a logo of the layout, a calendar, a visiting card and a detached signature are no files to speak of', async () => {
    const logo: MadePart = {
      type: 'image/png',
      headers: ['Content-Disposition: inline; filename="logo.png"', 'Content-ID: <logo@agency>'],
      body: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    };
    const html: MadePart = { type: 'text/html; charset=utf-8', body: '<p>see attached</p><img src="cid:logo@agency">' };
    const more: MadePart[] = [
      { type: 'text/calendar; method=REQUEST', body: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
      {
        type: 'text/vcard',
        headers: ['Content-Disposition: attachment; filename="vera.vcf"'],
        body: 'BEGIN:VCARD\r\nEND:VCARD\r\n',
      },
      {
        type: 'application/pkcs7-signature',
        headers: ['Content-Disposition: attachment; filename="smime.p7s"'],
        body: Buffer.from('30', 'hex'),
      },
    ];
    const answer = flat(await ask([html, logo, ...more, file('cv.txt', ANA_RESUME)]));
    expect(answer).toContain('This is what I understood');
    expect(answer).not.toMatch(/logo\.png|vera\.vcf|smime/);
  });

  it('without a closing boundary, and without any, nothing is lost', async () => {
    const open = mailOf([HELLO, file('cv.txt', ANA_RESUME)]);
    await test.ask({ ...open, raw: open.raw.replace(/--b-[0-9a-f]{24}--\r\n$/, '') });
    const bare = mailOf(NURSE_RESUME, { 'Content-Type': 'multipart/mixed' });
    await test.ask(bare);
    expect(await names()).toEqual(['Ana Prado', 'Beatriz Lund']);
  });
});

describe('what cannot be read is answered with what to do', () => {
  const oid = (kind: number) =>
    Buffer.concat([
      Buffer.from('30820500', 'hex'),
      Buffer.from([0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, kind]),
      Buffer.alloc(400, 7),
    ]);
  const whole = (type: string, body: Buffer) =>
    mailOf(body.toString('base64').replace(/.{76}/g, '$&\n'), {
      'Content-Type': type,
      'Content-Transfer-Encoding': 'base64',
      'MIME-Version': '1.0',
    });

  it('mails signed or encrypted as a whole', async () => {
    const say = async (mail: { id: string; raw: string }) => flat((await test.ask(mail)).text);
    expect(await say(whole('application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"', oid(2)))).toMatch(
      /signed as a whole \(S\/MIME\), and I cannot look inside\. Please send it again without the signature/,
    );
    expect(await say(whole('application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"', oid(3)))).toMatch(
      /encrypted \(S\/MIME\), and I have no key for it\. Please send it again without encryption/,
    );
    const pgp: MadePart[] = [
      { type: 'application/pgp-encrypted', body: 'Version: 1\r\n' },
      {
        type: 'application/octet-stream; name="encrypted.asc"',
        headers: ['Content-Disposition: inline; filename="encrypted.asc"'],
        body: '-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----\r\n',
      },
    ];
    expect(await say(mailOf(pgp, {}, 'encrypted; protocol="application/pgp-encrypted"'))).toMatch(
      /encrypted \(PGP\), and I have no key/,
    );
    expect(await say(mailOf('-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n'))).toMatch(/encrypted \(PGP\)/);
    expect(await names()).toEqual([]);
  });

  it('files of other programs, each with its own way out, beside those that are read', async () => {
    const ole = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('__substg1.0_0037001F', 'utf16le'),
      Buffer.alloc(600),
    ]);
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(100)]);
    const answer = flat(
      await ask([
        HELLO,
        attached('Ana.pages', 'application/octet-stream', zipSync({ 'Index/Document.iwa': text('x'), 'Data/a.txt': text('y') })),
        attached('IMG_0001.HEIC', 'image/heic', heic),
        attached('application.msg', 'application/vnd.ms-outlook', ole),
        attached(
          'table.xlsx',
          'application/octet-stream',
          zipSync({ '[Content_Types].xml': text('<x/>'), 'xl/workbook.xml': text('<x/>') }),
        ),
        attached('cv.rar', 'application/octet-stream', Buffer.from('Rar!\x1a\x07\x00\xcf\x90s', 'latin1')),
        file('cv.txt', ANA_RESUME),
      ]),
    );
    expect(answer).toMatch(
      /Ana\.pages: this is a document of Apple Pages\. In Pages choose File, Export To, PDF or Word, and send that\./,
    );
    expect(answer).toMatch(/IMG_0001\.HEIC: this is a photo of a phone \(HEIC\), which is not read yet\. Send it as JPEG/);
    expect(answer).toMatch(/application\.msg: this is a mail saved from Outlook \(\.msg\)\. Forward the mail itself/);
    expect(answer).toMatch(/table\.xlsx: this is a spreadsheet/);
    expect(answer).toMatch(/cv\.rar: this is an archive that I cannot open\. Pack the files into a zip/);
    expect(await names()).toEqual(['Ana Prado']);
  });
});

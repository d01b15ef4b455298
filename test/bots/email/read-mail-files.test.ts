import { describe, expect, test } from 'vitest';
import { attached, HELLO, makeMail, PDF } from './make-mail.ts';
import { bytesOf, readMessage } from './read-for-test.ts';

describe('the shapes that resumes arrive in (E12)', () => {
  test('an attached PDF comes with its name, type and exact bytes', async () => {
    const message = await readMessage(makeMail({}, [HELLO, attached('Ilse CV.pdf')]));
    expect(message.text).toBe('Please find my resume attached.');
    expect(message.attachments).toMatchObject([
      { name: 'Ilse CV.pdf', type: 'application/pdf', inline: false, embedded: false, depth: 0 },
    ]);
    expect(bytesOf(message.attachments[0])).toEqual(PDF);
  });

  test('two files in one mail are two attachments, in order', async () => {
    const message = await readMessage(
      makeMail({}, [HELLO, attached('one.pdf'), attached('two.docx', 'application/octet-stream')]),
    );
    expect(message.attachments.map((file) => file.name)).toEqual(['one.pdf', 'two.docx']);
  });

  test('a PDF shown inline, with the Content-ID that Apple Mail gives it, is a file and no picture of the layout', async () => {
    const inline = {
      type: 'application/pdf',
      headers: ['Content-Disposition: inline; filename=cv.pdf', 'Content-ID: <p1@example.org>'],
      body: PDF,
    };
    const html = { type: 'text/html', body: '<p>My resume:</p><object data="cid:p1@example.org"></object>' };
    const message = await readMessage(makeMail({}, [html, inline], 'related'));
    expect(message.attachments).toMatchObject([{ name: 'cv.pdf', inline: true, embedded: false }]);
  });

  test('a text file shown inline is a file, not a part of what the person wrote', async () => {
    const inline = {
      type: 'text/plain; charset=utf-8',
      headers: ['Content-Disposition: inline; filename="resume.txt"'],
      body: 'Ilse Wanderstein\nWelder',
    };
    const message = await readMessage(makeMail({}, [HELLO, inline]));
    expect(message.text).toBe('Please find my resume attached.');
    expect(bytesOf(message.attachments[0]).toString()).toBe('Ilse Wanderstein\nWelder');
    expect(message.attachments[0]?.inline).toBe(true);
  });

  test('a logo that the HTML shows is embedded, the same picture attached is not', async () => {
    const logo = {
      type: 'image/png',
      headers: ['Content-Disposition: inline; filename=logo.png', 'Content-ID: <logo@example.org>'],
      body: Buffer.from([0x89, 0x50]),
    };
    const html = { type: 'text/html', body: '<p>Hi</p><img src="cid:logo@example.org">' };
    const message = await readMessage(makeMail({}, [html, logo, attached('photo.png', 'image/png')], 'related'));
    expect(message.attachments.map((file) => [file.name, file.embedded])).toEqual([
      ['logo.png', true],
      ['photo.png', false],
    ]);
  });

  test('the files of a forwarded mail come with depth 1, those of a mail in that with depth 2', async () => {
    const innermost = makeMail({ Subject: 'innermost' }, [HELLO, attached('deep.pdf')]);
    const inner = makeMail({ Subject: 'inner' }, [
      HELLO,
      attached('inner.pdf'),
      { type: 'message/rfc822', body: innermost, encoding: '8bit' },
    ]);
    const message = await readMessage(
      makeMail({ Subject: 'Fwd: inner' }, [HELLO, { type: 'message/rfc822', body: inner, encoding: '8bit' }]),
    );
    expect(message.attachments.map((file) => [file.name, file.depth])).toEqual([
      ['inner.pdf', 1],
      ['deep.pdf', 2],
    ]);
  });

  test.each([
    'application/octet-stream',
    'message/rfc822',
    'text/plain',
  ])('an attached .eml of type %s is opened like a forwarded mail', async (type) => {
    const message = await readMessage(
      makeMail({}, [HELLO, attached('saved mail.eml', type, makeMail({}, [HELLO, attached('cv.pdf')]))]),
    );
    expect(message.attachments.map((file) => [file.name, file.depth])).toEqual([['cv.pdf', 1]]);
    expect(bytesOf(message.attachments[0])).toEqual(PDF);
  });

  test('a forwarded mail without files, long enough to be a resume, becomes a text file named by its subject', async () => {
    const resume = `Ilse Wanderstein\nWelder\n${'MIG, TIG and stick welding of pressure vessels. '.repeat(12)}`;
    const inner = makeMail({ Subject: 'My CV / 2025' }, resume);
    const message = await readMessage(makeMail({}, [HELLO, { type: 'message/rfc822', body: inner, encoding: '8bit' }]));
    expect(message.attachments).toMatchObject([{ name: '2025.txt', type: 'text/plain', depth: 1 }]);
    expect(bytesOf(message.attachments[0]).toString()).toContain('pressure vessels');
  });

  test('a forwarded "see below" is no file', async () => {
    const message = await readMessage(
      makeMail({}, [HELLO, { type: 'message/rfc822', body: makeMail({}, 'See below, Ilse'), encoding: '8bit' }]),
    );
    expect(message.attachments).toEqual([]);
  });

  test('a zip, a calendar entry and a signature pass through as they are', async () => {
    const message = await readMessage(
      makeMail(
        {},
        [
          HELLO,
          attached('all.zip', 'application/zip'),
          { type: 'text/calendar; method=REQUEST', body: 'BEGIN:VCALENDAR' },
          attached('smime.p7s', 'application/pkcs7-signature'),
        ],
        'signed',
      ),
    );
    expect(message.attachments.map((file) => [file.name, file.type])).toEqual([
      ['all.zip', 'application/zip'],
      ['attachment-2.ics', 'text/calendar'],
      ['smime.p7s', 'application/pkcs7-signature'],
    ]);
  });

  test.each([
    ["filename*=utf-8''Lebenslauf%20%E2%80%93%20Gr%C3%B6%C3%9Fe.pdf", 'Lebenslauf – Größe.pdf'],
    ["filename*0*=utf-8''%E7%AE%80; filename*1*=%E5%8E%86; filename*2=.pdf", '简历.pdf'],
    ["filename*=iso-8859-1''r%E9sum%E9.pdf", 'résumé.pdf'],
    ['filename="=?utf-8?Q?r=C3=A9sum=C3=A9=2Epdf?="', 'résumé.pdf'],
    ['filename="=?iso-8859-2?Q?=AFyciorys.pdf?="', 'Życiorys.pdf'],
    ['filename="życiorys.pdf"', 'życiorys.pdf'],
  ])('the file name %s is read as %s', async (parameter, name) => {
    const message = await readMessage(
      makeMail({}, [HELLO, { type: 'application/pdf', headers: [`Content-Disposition: attachment; ${parameter}`], body: PDF }]),
    );
    expect(message.attachments[0]?.name).toBe(name);
  });

  test('a file name is a label: paths, control characters and turned writing are gone (P5)', async () => {
    const message = await readMessage(makeMail({}, [HELLO, attached('../../etc/\u202efdp.exe')]));
    expect(message.attachments[0]?.name).toBe('fdp.exe');
  });

  test('text beside HTML is taken from the text, HTML alone is read without its tags', async () => {
    const html = { type: 'text/html; charset=utf-8', body: '<style>p{}</style><p>Hello <b>there</b></p><ul><li>one</li></ul>' };
    expect((await readMessage(makeMail({}, [{ ...HELLO, body: 'plain' }, html], 'alternative'))).text).toBe('plain');
    expect((await readMessage(makeMail({}, [html], 'alternative'))).text).toBe('Hello there\n\n- one');
  });

  test('HTML followed by a gateway footer in plain text keeps both', async () => {
    const message = await readMessage(
      makeMail({}, [
        { type: 'text/html', body: '<p>My application</p>' },
        { type: 'text/plain', body: 'Scanned by the gate.' },
      ]),
    );
    expect(message.text).toBe('My application\n\nScanned by the gate.');
  });

  test.each([
    ['windows-1252', Buffer.from([0x93, 0x52, 0xe9, 0x73, 0x75, 0x6d, 0xe9, 0x94, 0x20, 0x80]), '“Résumé” €'],
    ['iso-8859-1', Buffer.from([0x93, 0xe9, 0x94]), '“é”'],
    ['iso-8859-2', Buffer.from([0xaf, 0xf3, 0xb3, 0xe6]), 'Żółć'],
    ['koi8-r', Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]), 'Привет'],
    ['shift_jis', Buffer.from([0x97, 0x9a, 0x97, 0xf0, 0x8f, 0x91]), '履歴書'],
    ['iso-2022-jp', Buffer.from('\u001b$BMzNr=q\u001b(B', 'latin1'), '履歴書'],
    ['utf-8', Buffer.from([0xe9, 0x74, 0xe9]), 'été'],
    ['no-such-charset', Buffer.from('größer'), 'größer'],
  ])('a text in %s is decoded', async (charset, body, text) => {
    expect((await readMessage(makeMail({}, [{ type: `text/plain; charset=${charset}`, body }]))).text).toBe(text);
  });

  test('a subject and a name in legacy encodings are decoded', async () => {
    const message = await readMessage(
      makeMail(
        { Subject: '=?windows-1250?Q?Podanie_o_prac=EA?=', From: '=?utf-8?B?xbt1xYJ0YSBTxYJvxYRjZQ==?= <z@example.org>' },
        'x',
      ),
    );
    expect([message.subject, message.sender.name]).toEqual(['Podanie o pracę', 'Żułta Słońce']);
  });
});

describe('delimiters with blanks at their end', () => {
  test.each(['  ', '\t', ' \t '])('%j: the attachment is found, the signature mark still cuts', async (blanks) => {
    const raw = makeMail({}, [{ ...HELLO, body: 'My resume.\r\n-- \r\nIlse' }, attached('cv.pdf')]).toString('latin1');
    const message = await readMessage(Buffer.from(raw.replace(/^(--b-[^\r\n]+)/gm, `$1${blanks}`), 'latin1'));
    expect([message.text, bytesOf(message.attachments[0])]).toEqual(['My resume.', PDF]);
  });
});

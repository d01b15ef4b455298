import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { walkParts } from '../../src/bots/email/walk-parts.ts';
import { mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME, NURSE_RESUME, RITA } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
let test: TestService;
const text = (from: string, subject: string, body = '') => textMail({ from, to: INBOX, subject, date: START }, body);
const resume = (from: string, content: string, name = 'cv.txt') =>
  mailWithFile({ from, to: INBOX, subject: 'A resume', date: START }, 'See attached.', {
    name,
    type: 'text/plain',
    bytes: new TextEncoder().encode(content),
  });
const flat = (words: string) => words.replace(/\s+/g, ' ');

interface Exported {
  tables: Record<string, Record<string, unknown>[]>;
  files: { id: string; kind: string; base64?: string }[];
}
const isExported = (value: unknown): value is Exported => typeof value === 'object' && value !== null && 'tables' in value;

/** The file of the newest mail that has one. */
async function exported(from: string): Promise<{ document: Exported; text: string; to: string }> {
  await test.deliver(text(from, 'export'));
  const folder = path.join(test.folder, 'outbox');
  const last =
    (await readdir(folder))
      .filter((name) => name.endsWith('.eml'))
      .sort()
      .at(-1) ?? '';
  const raw = await readFile(path.join(folder, last));
  const { parts } = await walkParts(raw);
  const file = parts.find((part) => part.type === 'application/json');
  const words = Buffer.from(file?.bytes ?? '').toString('utf8');
  const document: unknown = JSON.parse(words);
  if (!isExported(document)) throw new Error('no export');
  return { document, text: words, to: /^To: (.*)$/m.exec(raw.toString('latin1'))?.[1] ?? '' };
}

beforeEach(async () => {
  test = await runTestService();
});
afterEach(() => test.close());

describe('privacy (A7)', () => {
  it('tells what is kept of the asker, since when and until when, why, who sees it, and how to get or erase it', async () => {
    await test.deliver(resume(ANA, ANA_RESUME));
    const said = flat((await test.ask(text(ANA, 'privacy'))).text);
    expect(said).toMatch(/automated assistant/);
    expect(said).toMatch(/ana\.prado@example\.com/);
    expect(said).toMatch(/2 messages from you, the oldest of 2026-11-10; goes on 2027-11-10 or later/);
    expect(said).toMatch(/1 file in them/);
    expect(said).toMatch(/1 resume of yours/);
    expect(said).toMatch(/365 days/);
    for (const word of ['Why', 'Who sees it', 'export', 'erase', 'administrators']) expect(said).toContain(word);
  });

  it('tells nothing of others: that a recruiter sent the same file changes no word of it (A12)', async () => {
    await test.deliver(resume(ANA, ANA_RESUME));
    const alone = flat((await test.ask(text(ANA, 'privacy'))).text);
    await test.deliver(resume(RITA, ANA_RESUME));
    await test.deliver(resume(RITA, NURSE_RESUME));
    const after = flat((await test.ask(text(ANA, 'privacy'))).text);
    expect(after.replace('3 messages', '2 messages').replace('2 answers', '1 answer').replace('1 answers', '1 answer')).toBe(
      alone.replace('1 answers', '1 answer'),
    );
  });

  it('at first contact says how to have it erased, and not that files are kept when they are not', async () => {
    const first = flat((await test.ask(resume(ANA, ANA_RESUME))).text);
    expect(first).toMatch(/It keeps the files you send, what I read in them.* for 365 days/);
    expect(first).toContain('To have it deleted, answer "erase"');
    await test.close();
    test = await runTestService({ KEEP_ORIGINALS: 'no', RETENTION_DAYS: '90' });
    const other = flat((await test.ask(resume(ANA, ANA_RESUME))).text);
    expect(other).toMatch(/what I read in the files you send \(not the files\).* for 90 days/);
  });
});

describe('export (A8)', () => {
  it('sends everything of the asker as one file, with the original bytes, to their address only', async () => {
    const mail = resume(ANA, ANA_RESUME);
    await test.deliver(mail);
    const { document, to } = await exported(ANA);
    expect(to.trim()).toBe('ana.prado@example.com');
    const { tables, files } = document;
    expect(tables.persons).toHaveLength(1);
    expect(tables.identities?.[0]).toMatchObject({ address: 'ana.prado@example.com', verified: true });
    expect(tables.submissions).toHaveLength(2);
    expect(tables.attachments?.[0]).toMatchObject({ name: 'cv.txt' });
    expect(JSON.stringify(tables.resumeVersions)).toContain('Tarnside Software');
    expect(tables.outbox?.length).toBeGreaterThan(0);
    expect(tables.submissions?.[0]?.receivedAt).toMatch(/^2026-11-10T/);
    const bytes = files.map((file) => Buffer.from(file.base64 ?? '', 'base64').toString('utf8'));
    expect(bytes).toContain(ANA_RESUME);
    expect(bytes.some((one) => one.includes(mail.id))).toBe(true);
  });

  it('holds nothing of others: neither a forger’s mail in one’s name, nor who else sent one’s resume, nor their candidates', async () => {
    await test.deliver(resume(ANA, ANA_RESUME));
    await test.deliver(resume(RITA, ANA_RESUME, 'from-rita.txt'));
    await test.deliver(resume(RITA, NURSE_RESUME));
    const { text: words } = await exported(ANA);
    for (const word of ['rita@talent', 'from-rita', 'Beatriz', 'Ouse General']) expect(words).not.toContain(word);
    const { document, text: hers } = await exported(RITA);
    // The recruiter is given what they wrote and were told; the files of candidates they have.
    expect(hers).toContain('from-rita.txt');
    expect(document.files).toEqual([]);
  });

  it('gives a candidate who never wrote before the resume that carries their address, whoever sent it', async () => {
    await test.deliver(resume(RITA, ANA_RESUME, 'from-rita.txt'));
    const { document, text: words } = await exported(ANA);
    expect(document.tables.resumeVersions).toHaveLength(1);
    expect(words).toContain('Tarnside Software');
    expect(words).not.toContain('rita');
  });
});

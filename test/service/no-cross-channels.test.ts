/** A12 on every channel and with every command of the registry: what others have and do there changes no word of anybody's answers. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/all-commands.ts';
import { parseCommandLine } from '../../src/commands/parse-command-line.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { createIntake } from '../../src/intake/create-intake.ts';
import { cardToText } from '../../src/messages/card-to-text.ts';
import type { Channel, ChannelEvents } from '../../src/messages/channel.ts';
import { readAnswer } from '../../src/pipeline/feedback/read-answer.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { checkForLeaks } from '../leak-check.ts';
import { lineMail, resumeMail } from './job-mails.ts';
import { ANA_RESUME, feedOf, INVOICE_TEXT, NURSE_RESUME, POSTINGS } from './people.ts';
import { runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
const CHANNELS = ['email', 'slack', 'discord'] as const;
type Where = (typeof CHANNELS)[number];

interface Somebody {
  name: string;
  /** Their address on each channel: a person each, until they link them. */
  at: Readonly<Record<Where, string>>;
}
const ANA: Somebody = {
  name: 'Ana Prado',
  at: { email: 'ana.prado@example.com', slack: 'U0ANA', discord: '100000000000000001' },
};
const RITA: Somebody = {
  name: 'Rita Okonjo',
  at: { email: 'rita@talent.example.com', slack: 'U0RITA', discord: '100000000000000002' },
};
const OLAF: Somebody = {
  name: 'Olaf Reyes',
  at: { email: 'olaf@agency.example.org', slack: 'U0OLAF', discord: '100000000000000003' },
};
const RECRUITERS = [RITA, OLAF].flatMap(({ at }) => [at.email, `slack:${at.slack}`, `discord:${at.discord}`]).join(',');
const CONTENTS: Readonly<Record<string, string>> = { ana: ANA_RESUME, nurse: NURSE_RESUME, invoice: INVOICE_TEXT };

type Act = { where: Where } & ({ file: string } | { line: string });
interface World {
  test: TestService;
  intake: Pick<ChannelEvents, 'messageReceived'>;
  sent: { channel: string; conversation: string; text: string }[];
  events: number;
}
let world: World | undefined;
afterEach(() => world?.test.close());

/** A chat that says nothing back but remembers what it was given. */
const chat = (name: Where, sent: World['sent']): Channel => ({
  name,
  capabilities: {
    reactions: true,
    editing: true,
    threads: true,
    privateReplies: true,
    files: true,
    forms: true,
    itemMessages: false,
    home: false,
    idempotentSend: true,
  },
  start: async () => {},
  stop: async () => {},
  async send(to, card, { dedupeKey }) {
    const conversation = 'conversation' in to ? to.conversation : 'invocation';
    sent.push({ channel: name, conversation, text: cardToText(card) });
    return { outcome: 'sent', message: `${name} ${dedupeKey}` };
  },
  openDirectConversation: async ({ address }) => `D${address}`,
  async *fetchAttachment() {},
});

async function start(): Promise<World> {
  await world?.test.close();
  const test = await runTestService({ RECRUITERS, STORE_FROM: '0' });
  const { store, reader, taxonomy, config } = test.service;
  const sent: World['sent'] = [];
  for (const name of ['slack', 'discord'] as const) test.service.channels.set(name, chat(name, sent));
  const intake = createIntake({
    store,
    workspace: DEFAULT_WORKSPACE,
    people: config.people,
    reader,
    isCommand: (line) => parseCommandLine(line, COMMANDS) !== undefined,
    isAnswer: (text, { matches, companies }) => readAnswer(text, { taxonomy, items: matches.length, companies }) !== undefined,
  });
  // What came at one instant has no order; here everything has its own minute.
  for (const [at, posting] of POSTINGS.entries()) {
    test.clock.advanceTo(new Date(START.getTime() + (at + 1) * 60_000));
    await importFeed(test.service, {
      workspace: DEFAULT_WORKSPACE,
      feed: `board ${at}`,
      source: (async function* () {
        yield new TextEncoder().encode(feedOf([posting]));
      })(),
    });
  }
  world = { test, intake, sent, events: 0 };
  return world;
}

/** What came back to where it was said. */
async function act(at: World, who: Somebody, one: Act, afterMinutes = 10): Promise<string> {
  at.test.clock.advanceTo(new Date(at.test.clock.now().getTime() + afterMinutes * 60_000));
  const address = who.at[one.where];
  if (one.where === 'email') {
    const from = `${who.name} <${address}>`;
    const mail = 'file' in one ? resumeMail(from, CONTENTS[one.file] ?? '') : lineMail(from, one.line);
    await at.test.deliver(mail);
    return (await at.test.answersTo(mail)).map(({ subject, text }) => `${subject}\n${text}`).join('\n');
  }
  at.events += 1;
  const before = at.sent.length;
  const bytes = new TextEncoder().encode('file' in one ? CONTENTS[one.file] : '');
  await at.intake.messageReceived({
    channel: one.where,
    eventKey: `event ${at.events}`,
    conversation: `D${address}`,
    private: true,
    sender: { address, name: who.name, verified: true },
    messageId: `message ${at.events}`,
    inReplyTo: [],
    references: [],
    recipients: [],
    text: 'line' in one ? one.line : '',
    attachments:
      'file' in one ? [{ name: 'cv.txt', type: 'text/plain', inline: false, embedded: false, depth: 0, content: { bytes } }] : [],
    remarks: [],
  });
  await at.test.service.worker.idle();
  const theirs = at.sent.slice(before).filter((message) => message.conversation === `D${address}`);
  return theirs.map((message) => message.text).join('\n');
}

/** Codes are random; which of them are the same is not. */
function withoutCodes(texts: readonly string[]): string[] {
  const seen = new Map<string, string>();
  const name = (code: string) => {
    if (!seen.has(code)) seen.set(code, `code#${seen.size}`);
    return seen.get(code) ?? '';
  };
  return texts.map((text) =>
    text
      .replace(/\b[jrcmspt][0-9a-hjkmnp-tv-z]{8}\b/g, name)
      .replace(/\b[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}\b/g, name)
      .replace(/\berase yes [0-9a-hjkmnp-tv-z]{8}\b/g, 'erase yes code'),
  );
}

/**
 * Every command as its own examples write it, with codes of nobody; not those whose answer is meant to tell of what others sent about
 * oneself (`privacy`, `export`, `erase`: decision 0020), and not `link CODE`, whose code is the other side's word.
 */
const LINES = COMMANDS.filter(({ name }) => !['privacy', 'export', 'erase'].includes(name)).flatMap(({ name, examples }) => [
  name,
  ...examples.filter((example) => !/^(?:link|source add|jobs? post)/.test(example)),
]);

const where = fc.constantFrom(...CHANNELS);
const file = fc.record({ where, file: fc.constantFrom(...Object.keys(CONTENTS)) });
const line = fc.record({ where, line: fc.constantFrom(...LINES) });
const acts = fc.array(fc.oneof({ weight: 1, arbitrary: file }, { weight: 3, arbitrary: line }), { minLength: 4, maxLength: 9 });
const others = fc.array(
  fc.tuple(fc.constantFrom(OLAF, ANA, RITA), fc.oneof({ weight: 2, arbitrary: file }, { weight: 1, arbitrary: line })),
  { minLength: 3, maxLength: 6 },
);

async function answersOf(at: World, who: Somebody, script: readonly Act[]): Promise<string[]> {
  at.test.clock.advanceTo(new Date(START.getTime() + 12 * 3_600_000));
  const texts: string[] = [];
  for (const one of script) texts.push(await act(at, who, one));
  return withoutCodes(texts);
}

describe('no cross reads on any channel (A12)', () => {
  it('every command answers as if nobody else were there', { timeout: 300_000 }, async () => {
    expect(LINES.length).toBeGreaterThan(60);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(ANA, RITA), acts, others, async (who, script, before) => {
        const alone = await answersOf(await start(), who, script);
        expect(
          alone.filter((text) => text === ''),
          'nobody is left without an answer',
        ).toEqual([]);
        const crowded = await start();
        for (const [other, one] of before) if (other !== who) await act(crowded, other, one);
        expect(await answersOf(crowded, who, script)).toEqual(alone);
      }),
      { numRuns: Number(process.env.RUNS ?? 3), endOnFailure: true },
    );
  });

  it('linking gives both sides what the other saw, and nobody else anything', { timeout: 60_000 }, async () => {
    const at = await start();
    await act(at, RITA, { where: 'email', file: 'nurse' });
    await act(at, OLAF, { where: 'slack', file: 'ana' });
    expect(await act(at, RITA, { where: 'slack', line: 'candidates' })).not.toContain('Beatriz');
    const code = /link (\w{4}-\w{4})/.exec(await act(at, RITA, { where: 'email', line: 'link' }))?.[1];
    await act(at, RITA, { where: 'slack', line: `link ${code}` }, 1);
    await act(at, RITA, { where: 'slack', line: `link ${code} yes` }, 1);
    expect(await act(at, RITA, { where: 'slack', line: 'candidates' })).toContain('Beatriz');
    for (const one of ['email', 'slack', 'discord'] as const) {
      expect(await act(at, RITA, { where: one, line: 'candidates' })).not.toContain('Ana');
      expect(await act(at, OLAF, { where: one, line: 'candidates' })).not.toContain('Beatriz');
    }
    expect(await act(at, RITA, { where: 'discord', line: 'candidates' })).not.toContain('Beatriz');
  });
});

/** The real service beside our own Discord, for each test of a file: two people, a server, and what they do. */
import { afterEach, beforeEach, expect } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { createLog } from '../../src/log.ts';
import { type Replacements, runService } from '../../src/main.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { stats } from '../../src/store/stats.ts';
import { says, saysDirectly, usesCommand, type Written } from '../bots/discord/discord-people.ts';
import { type DiscordServer, startDiscord } from '../servers/discord-server.ts';
import { BOT, BOT_TOKEN, GUILD, SHARED, type WorldMessage } from '../servers/discord-world.ts';
import { ANA_RESUME, feedOf, POSTINGS } from './people.ts';
import { runTestService, type TestService } from './run-test-service.ts';

export const ANA = '310000000000000001';
/** A recruiter by the settings. */
export const RITA = '310000000000000002';
/** What nobody else may read: Ana's name, employer and number, and public codes. */
export const NAMES = /ana|prado|tarnside|900555|\b[crms][0-9a-hjkmnp-tv-z]{8}\b/i;
export const viewer = serviceViewer(DEFAULT_WORKSPACE);
const TIMINGS = { discordTimings: { retryMs: 10 } };

export const cv = (text = ANA_RESUME, name = 'cv.txt'): Written => ({ files: [{ name, bytes: text }] });

export function discordService(replacements: Pick<Replacements, 'wrapReader'> = {}) {
  let discord: DiscordServer;
  let test: TestService;
  const environment = () => ({
    SMTP_LISTEN: 'off',
    DISCORD_TOKEN: BOT_TOKEN,
    DISCORD_API_URL: discord.url,
    DISCORD_GUILDS: GUILD,
    RECRUITERS: `discord:${RITA}`,
  });
  beforeEach(async () => {
    discord = await startDiscord();
    discord.users.set(ANA, {}).set(RITA, {});
    test = await runTestService(environment(), { ...TIMINGS, ...replacements });
  });
  afterEach(async () => {
    await test.close();
    await discord.close();
  });
  const counts = () => stats(test.service.store, viewer);
  const idle = () => test.service.worker.idle();
  const ours = () => discord.messages.filter((message) => message.author === BOT);
  /** What everybody in the channel reads. */
  const inPublic = () => ours().filter((message) => message.channel === SHARED && message.visibleTo === undefined);
  return {
    discord: () => discord,
    test: () => test,
    counts,
    idle,
    ours,
    inPublic,
    publicText: () =>
      inPublic()
        .map((message) => message.shown)
        .join('\n'),
    toDirectly: (user: string) => ours().filter((message) => message.channel === discord.directOf(user)),
    candidates: () => listCandidates(test.service.store, viewer),
    async taken() {
      const { resume, application, command, feedback, other } = (await counts()).submissions;
      return resume + application + command + feedback + other;
    },
    importJobs: () =>
      importFeed(test.service, {
        workspace: DEFAULT_WORKSPACE,
        feed: 'board',
        source: (async function* () {
          yield new TextEncoder().encode(feedOf(POSTINGS));
        })(),
      }),
    /** The event was committed. */
    async committed(sequence: number | undefined) {
      expect(sequence !== undefined && (await discord.gateway.taken(sequence, 5_000))).toBe('acknowledged');
      await idle();
    },
    async sends(user: string, what: Written): Promise<WorldMessage> {
      const message = await saysDirectly(discord, user, what);
      await idle();
      return message;
    },
    async mentions(user: string, what: Written): Promise<WorldMessage> {
      const message = await says(discord, user, SHARED, { mentions: true, ...what });
      await idle();
      return message;
    },
    async uses(user: string, command: string, options: Record<string, string> = {}) {
      const used = usesCommand(discord, { user, channel: SHARED, command, options });
      expect(used.sequence !== undefined && (await discord.gateway.taken(used.sequence, 5_000))).toBe('acknowledged');
      await idle();
      return used.interaction;
    },
    /** On the same folder: a process that remembers what is stored and nothing else. */
    async restart(whileDown: () => void = () => {}) {
      await test.service.stop();
      whileDown();
      const config = readConfig({ dataFolder: test.folder }, { HTTP_LISTEN: 'off', ...environment() });
      const again = await runService(config, test.clock, createLog('silent', false), TIMINGS);
      test.service.stop = again.stop;
      return again;
    },
  };
}

import { createSlackChannel, type SlackChannel } from '../../../src/bots/slack/create-slack-channel.ts';
import type { ChannelEvents } from '../../../src/messages/channel.ts';
import { channelContract } from '../../contracts/channel-contract.ts';
import { type ChannelHarness, CONTRACT_FACES, type PersonWrites } from '../../contracts/channel-harness.ts';
import { type ServedHook, serveHook } from '../../servers/serve-hook.ts';
import { APP_TOKEN, BOT_TOKEN, directOf, SIGNING_SECRET, type SlackServer, startSlack } from '../../servers/slack-server.ts';
import { NO_STATE, SILENT_LOG } from '../email/recorded-events.ts';
import { buttonPressed, directMessage, formSubmitted, homeOpened, reaction, slashCommand } from './slack-events.ts';

const ILSE = 'U0ILSE';
const SHARED = 'C0TEAM';

channelContract('Slack by Socket Mode', () => setUp('socket'));
channelContract('Slack over HTTP', () => setUp('http'));

async function setUp(mode: 'socket' | 'http'): Promise<ChannelHarness> {
  const slack = await startSlack({ spacingMs: 0, ackWithinMs: 400 });
  slack.users.set(ILSE, {});
  const open = () =>
    createSlackChannel({
      account: {
        botToken: BOT_TOKEN,
        ...(mode === 'socket' ? { appToken: APP_TOKEN } : { signingSecret: SIGNING_SECRET }),
        apiUrl: slack.url,
      },
      log: SILENT_LOG,
      commands: CONTRACT_FACES,
      spacingMs: 20,
    });
  let channel: SlackChannel = open();
  const hook: ServedHook | undefined = mode === 'http' ? await serveHook(() => channel.http) : undefined;
  if (hook) slack.target = { url: hook.url, secret: SIGNING_SECRET };
  const stamps = new Map<string, string>();
  const urls = new Map<string, string>();
  let events: ChannelEvents | undefined;
  return {
    get channel() {
      return channel;
    },
    conversation: directOf(ILSE),
    address: ILSE,
    async start(given) {
      events = given;
      await channel.start(given, NO_STATE);
    },
    write: (what) => slack.deliver('events_api', messageOf(slack, stamps, what)),
    react: (target, _emoji, key, { removed } = {}) =>
      slack.deliver('events_api', reaction(key, ILSE, target, 'thumbsup::skin-tone-4', { removed })),
    command({ key, command, options }) {
      const responseUrl = urls.get(key) ?? slack.responseUrl();
      urls.set(key, responseUrl);
      const words = Object.values(options).join(' ');
      const asked =
        command === 'match' ? { command: '/match', text: words } : { command: '/shortlist', text: `${command} ${words}` };
      return slack.deliver(
        'slash_commands',
        slashCommand(key, ILSE, asked.text, SHARED, { command: asked.command, responseUrl }),
      );
    },
    endInvocations() {
      for (const url of urls.values()) slack.expire(url);
    },
    press: (target, value, key) => slack.deliver('interactive', buttonPressed(key, ILSE, target, value)),
    async fillForm({ key, command, fields }) {
      const answer = await slack.deliver('slash_commands', slashCommand(slack.trigger(), ILSE, command));
      const view = slack.modals[0]?.view;
      if (!view) return { opened: undefined, answer };
      return {
        opened: labelsOf(view),
        answer: await slack.deliver('interactive', formSubmitted(`V${key}`, ILSE, view, fields)),
      };
    },
    openHome: (key) => slack.deliver('events_api', homeOpened(key, ILSE)),
    home: async () => slack.homes.get(ILSE)?.shown,
    async restart() {
      await channel.stop();
      channel = open();
      if (events) await channel.start(events, NO_STATE);
    },
    refusals: () => slack.refusals,
    sent: async () => [
      ...slack.messages.map(({ channel: conversation, ts, shown, threadTs, edited, buttons }) => ({
        conversation,
        message: `${conversation}:${ts}`,
        text: shown,
        inReplyTo: threadTs && `${conversation}:${threadTs}`,
        edited,
        buttons: Object.values(buttons),
      })),
      ...slack.answers.map(({ url, shown, buttons }) => ({
        conversation: SHARED,
        message: url,
        text: shown,
        visibleTo: ILSE,
        buttons: Object.values(buttons),
      })),
    ],
    async dispose() {
      await hook?.close();
      await slack.close();
    },
  };
}

function labelsOf(view: Readonly<Record<string, unknown>>): string[] {
  const { blocks }: { blocks?: { label: { text: string } }[] } = JSON.parse(JSON.stringify(view));
  return (blocks ?? []).map((block) => block.label.text);
}

/** The same key is the same message: the same time, as when Slack delivers it again. */
function messageOf(slack: SlackServer, stamps: Map<string, string>, { key, text, file, inReplyTo }: PersonWrites): object {
  const ts = stamps.get(key) ?? slack.ts();
  stamps.set(key, ts);
  if (file) slack.files.set('F0CV', { name: file.name, type: 'application/pdf', bytes: file.bytes });
  return directMessage(key, ILSE, ts, {
    text,
    files: file && [{ id: 'F0CV', name: file.name, mimetype: 'application/pdf', size: file.bytes.byteLength }],
    thread: inReplyTo?.split(':')[1],
  });
}

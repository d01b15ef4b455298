import { createSlackChannel } from '../../../src/bots/slack/create-slack-channel.ts';
import { channelContract } from '../../contracts/channel-contract.ts';
import type { PersonWrites } from '../../contracts/channel-harness.ts';
import { APP_TOKEN, BOT_TOKEN, directOf, type SlackServer, startSlack } from '../../servers/slack-server.ts';
import { NO_STATE, SILENT_LOG } from '../email/recorded-events.ts';
import { directMessage, reaction } from './slack-events.ts';

const ILSE = 'U0ILSE';

channelContract('Slack by Socket Mode', async () => {
  const slack = await startSlack({ spacingMs: 0, ackWithinMs: 400 });
  slack.users.set(ILSE, {});
  const channel = createSlackChannel({
    account: { botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl: slack.url },
    log: SILENT_LOG,
    spacingMs: 20,
  });
  const stamps = new Map<string, string>();
  return {
    channel,
    conversation: directOf(ILSE),
    address: ILSE,
    start: (events) => channel.start(events, NO_STATE),
    write: (what) => slack.deliver('events_api', messageOf(slack, stamps, what)),
    react: (target, _emoji, key, { removed } = {}) =>
      slack.deliver('events_api', reaction(key, ILSE, target, 'thumbsup::skin-tone-4', { removed })),
    refusals: () => slack.refusals,
    sent: async () =>
      slack.messages.map(({ channel: conversation, ts, shown, threadTs, edited }) => ({
        conversation,
        message: `${conversation}:${ts}`,
        text: shown,
        inReplyTo: threadTs && `${conversation}:${threadTs}`,
        edited,
      })),
    dispose: slack.close,
  };
});

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

/** The scripted day on our own Slack. */
import { setTimeout as delay } from 'node:timers/promises';
import { readButtonValue } from '../../src/messages/button-values.ts';
import {
  buttonPressed,
  directMessage,
  fileShared,
  formSubmitted,
  mention,
  messageIn,
  messageShortcut,
  reaction,
  slashCommand,
} from '../bots/slack/slack-events.ts';
import { directOf, type SlackServer } from '../servers/slack-server.ts';
import type { DayPerson } from './day-people.ts';
import { type DayPlace, type Received, type Sent, untilTaken } from './day-place.ts';

const SHARED = 'C0TEAM';
const HOST_TEAM = 'T0HOST';
const NAMES: Readonly<Record<string, string>> = { '👍': '+1', '👎': '-1', '⭐': 'star' };

export function dayOnSlack(slack: SlackServer, people: readonly DayPerson[]): DayPlace {
  let events = 0;
  /** By person: the addresses that their private answers went to. */
  const asked = new Map<string, string[]>();
  /** Of shortcuts: the channel itself says there that it looks at the file, which is no message of the outbox. */
  const pointedAt = new Set<string>();
  const eventId = () => `EvDay${++events}`;
  slack.channels.set('team', { id: SHARED, history: [] });
  // Every fourth is a guest of another workspace (Slack Connect).
  for (const { address, email, index } of people)
    slack.users.set(address, index % 4 === 0 && index > 3 ? { team: HOST_TEAM, email } : { email });
  const tell = (type: string, payload: object) =>
    untilTaken(
      () => slack.deliver(type, payload),
      () => delay(30),
    );
  const happens = (event: object) => tell('events_api', event);

  function urlFor(person: DayPerson): string {
    const url = slack.responseUrl();
    asked.set(person.address, [...(asked.get(person.address) ?? []), url]);
    return url;
  }

  function upload({ person, file, twisted, unreadable }: Sent) {
    const id = `F0DAY${++events}`;
    slack.files.set(id, {
      name: file.name,
      type: 'text/plain',
      bytes: file.bytes,
      redirects: twisted ? 2 : 0,
      login: unreadable,
    });
    // A guest's file comes without a name and an address: it has to be asked for (rule S5).
    const isGuest = slack.users.get(person.address)?.team === HOST_TEAM;
    return isGuest
      ? { id, name: '', file_access: 'check_file_info' }
      : { id, name: file.name, mimetype: 'text/plain', size: file.bytes.byteLength };
  }

  async function send(sent: Sent): Promise<void> {
    const { person, way, twisted } = sent;
    const user = person.address;
    const file = upload(sent);
    const ts = slack.ts();
    if (twisted) await happens(fileShared(eventId(), user, file.id));
    if (way === 'command') return sendByForm(person, file);
    if (way === 'shortcut') {
      const responseUrl = urlFor(person);
      pointedAt.add(responseUrl);
      const shortcut = messageShortcut(`t${eventId()}`, user, `${SHARED}:${ts}`, { responseUrl, files: [file] });
      return tell('interactive', shortcut);
    }
    const tellings =
      way === 'direct'
        ? [directMessage(eventId(), user, ts, { files: [file] })]
        : [
            messageIn(eventId(), user, SHARED, ts, { files: [file], text: way === 'mention' ? 'my resume' : '' }),
            ...(way === 'mention' ? [mention(eventId(), user, SHARED, ts, 'my resume', [file])] : []),
          ];
    for (const telling of tellings) await happens(telling);
    if (!twisted) return;
    for (const telling of tellings.reverse()) await Promise.all([happens(telling), happens(telling)]);
    await happens(fileShared(eventId(), user, file.id));
  }

  /** The form opens within three seconds of the command or never: whoever does not see one tries again. */
  async function sendByForm(person: DayPerson, file: { id: string; name: string }): Promise<void> {
    for (;;) {
      const trigger = slack.trigger();
      const command = slashCommand(trigger, person.address, '', SHARED, { command: '/resume', responseUrl: urlFor(person) });
      if ((await slack.deliver('slash_commands', command)) === 'refused') {
        await delay(30);
        continue;
      }
      const modal = slack.modals.find((one) => one.trigger === trigger);
      if (!modal) throw new Error('/resume opened no form');
      const submitted = formSubmitted(`V${trigger}`, person.address, modal.view, { file: [file] });
      return tell('interactive', submitted);
    }
  }

  return {
    ways: ['direct', 'mention', 'channel', 'command', 'shortcut'],
    send,
    command: (person, line) => {
      const inShared = events % 2 === 0;
      const trigger = slack.trigger();
      return tell(
        'slash_commands',
        slashCommand(trigger, person.address, line, inShared ? SHARED : directOf(person.address), {
          responseUrl: urlFor(person),
        }),
      );
    },
    react: (person, to, emoji, removed) =>
      happens(
        reaction(eventId(), person.address, to.id ?? '', `${NAMES[emoji] ?? emoji}${removed ? '' : '::skin-tone-4'}`, {
          removed,
        }),
      ),
    press: (person, on, value) =>
      tell('interactive', buttonPressed(`t${eventId()}`, person.address, on.id ?? '', value, { responseUrl: urlFor(person) })),
    receivedBy: async (person) => [
      ...slack.messages.filter(({ channel }) => channel === directOf(person.address)).map(receivedMessage),
      ...slack.answers
        .filter(({ url }) => asked.get(person.address)?.includes(url))
        .map(({ shown, buttons }) => ({ text: shown, buttons: Object.values(buttons) })),
    ],
    shared: () => [
      ...slack.messages
        .filter(({ channel }) => channel === SHARED)
        .flatMap(({ text, shown, buttons }) => [text, shown, JSON.stringify(buttons)]),
      ...slack.shared.filter(({ channel }) => channel === SHARED).flatMap(({ name, alternativeText }) => [name, alternativeText]),
    ],
    written: async () => slack.messages.length + slack.answers.filter(({ url }) => !pointedAt.has(url)).length,
    refusals: () => [
      // A form that came too late: the service was being started again. The command is then answered in words.
      ...slack.refusals.filter((refusal) => !/^views\.open: \w+_trigger_id$/.test(refusal)),
      // Slack reads the text beside the blocks as markup (rule S15).
      ...slack.messages.filter(({ text }) => /<[!@#]/.test(text)).map(({ text }) => `a mention: ${text}`),
    ],
    close: () => slack.close(),
  };
}

const receivedMessage = ({ channel, ts, shown, buttons }: SlackServer['messages'][number]): Received => ({
  id: `${channel}:${ts}`,
  text: shown,
  buttons: Object.values(buttons),
});

/** The match that a button of the message is about. */
export function matchOf({ buttons }: Received): string | undefined {
  const matches = new Set(
    buttons.flatMap((value) => {
      const action = readButtonValue(value);
      return action?.kind === 'feedback' ? [action.match] : [];
    }),
  );
  const [match] = matches;
  return matches.size === 1 ? match : undefined;
}

/** The scripted day: thirty people, three channels, from the first resume to the next morning's digest. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceProcess } from '../service/service-process.ts';
import { commandNames, personOf, roleOf } from './day-checks.ts';
import { type Codes, LINES, userOf } from './day-commands.ts';
import { type DayChannelName, type DayPerson, dayResume } from './day-people.ts';
import type { DayPlace, Received } from './day-place.ts';
import { matchOf } from './day-slack.ts';

export interface Day {
  people: readonly DayPerson[];
  places: Readonly<Record<DayChannelName, DayPlace>>;
  service: ServiceProcess;
}

const bytes = (text: string) => new TextEncoder().encode(text);
/** Not all at the same instant, and not one after the other. */
const AT_ONCE = 5;

async function inTurns<T>(all: readonly T[], act: (one: T, index: number) => Promise<void>): Promise<void> {
  const waiting = [...all.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await delay(Math.random() * 30);
      await act(next[1], next[0]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Everybody's first resume, in all ways; a third of them twisted. */
export const sendResumes = ({ people, places }: Day, edition: 1 | 2): Promise<void> =>
  inTurns(people, async (person, index) => {
    const place = places[person.channel];
    const way = place.ways[Math.floor(index / 3) % place.ways.length] ?? 'direct';
    const file = { name: `${person.name.replace(' ', '-')}-cv${edition}.txt`, bytes: bytes(dayResume(person, edition)) };
    const sent = { person, way: edition === 1 ? way : 'direct', file, twisted: index % 3 === edition - 1 } as const;
    await place.send(sent);
    if (edition === 1 && person.index === 6) await place.send({ ...sent, way: 'direct', unreadable: true });
    // The same file twice, in two messages.
    if (edition === 1 && index % 6 === 1) await place.send({ ...sent, way: 'direct', twisted: false });
  });

/** Every command by somebody of each channel who may use it. The names of those nobody there may use are left out. */
export async function useCommands(day: Day, codesOf: (person: DayPerson) => Codes): Promise<number> {
  let used = 0;
  await inTurns(commandNames(), async (name, index) => {
    for (const channel of ['slack', 'discord', 'email'] as const) {
      const place = day.places[channel];
      const own = day.people.filter((person) => person.channel === channel);
      const person = userOf(own, roleOf(name), index);
      const line = LINES[name];
      if (!line) throw new Error(`the day has no line for the command ${name}`);
      if (!person) continue;
      await place.command(person, line(codesOf(person)));
      used++;
    }
  });
  return used;
}

export interface Opinion {
  person: DayPerson;
  to: Received;
  match: string;
  emoji: '👍' | '👎' | '⭐';
}

const MEANINGS = { '👍': 'interested', '👎': 'not-interested', '⭐': 'saved' } as const;
const EMOJI = ['👍', '👎', '⭐'] as const;

/** A message about one match for everybody who has one in a chat: what they will say of it. */
export async function opinionsToGive({ people, places }: Day): Promise<Opinion[]> {
  const found: Opinion[] = [];
  for (const person of people) {
    if (person.channel === 'email') continue;
    const received = await places[person.channel].receivedBy(person);
    const about = received.flatMap((to) => {
      const match = to.id === undefined ? undefined : matchOf(to);
      return match === undefined ? [] : [{ to, match }];
    });
    const [first] = about;
    if (first) found.push({ person, ...first, emoji: EMOJI[found.length % EMOJI.length] ?? '👍' });
  }
  return found;
}

/** By reaction or, every third, by the button of the message. */
export const give = ({ places }: Day, all: readonly Opinion[]): Promise<void> =>
  inTurns(all, async ({ person, to, match, emoji }, index) => {
    const place = places[person.channel];
    const button = `fb:${match}:${emoji}`;
    if (index % 3 === 2 && to.buttons.includes(button)) await place.press(person, to, button);
    else await place.react(person, to, emoji, false);
  });

/** Every second one is taken back. */
export const retract = ({ places }: Day, all: readonly Opinion[]): Promise<void> =>
  inTurns(all, ({ person, to, emoji }) => places[person.channel].react(person, to, emoji, true));

/** As `opinions` of the database says it. */
export function expectedOpinions(day: Day, all: readonly Opinion[]): Promise<string[]> {
  return day.service.withStore(async (store) => {
    const said = await Promise.all(
      all.map(async ({ person, match, emoji }) => {
        const id = await personOf(store, person.channel, person.address);
        return `${id}:${match}:${MEANINGS[emoji]}`;
      }),
    );
    return said.sort();
  });
}

/** Links their mail address to the account of a chat: a code there, typed by mail, confirmed. */
export async function link({ places, service }: Day, person: DayPerson): Promise<void> {
  const chat = places[person.channel];
  await chat.command(person, 'link');
  await service.settled();
  const told = await chat.receivedBy(person);
  const code = told.map(({ text }) => /link ([0-9a-z]{4}-[0-9a-z]{4})/i.exec(text)?.[1]).findLast((one) => one !== undefined);
  if (code === undefined) throw new Error(`${person.name} was told no code: ${told.at(-1)?.text}`);
  await places.email.command(person, `link ${code}`);
  await service.settled();
  await places.email.command(person, `link ${code} yes`);
  await service.settled();
}

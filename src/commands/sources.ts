import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../domain/errors.ts';
import { newId } from '../domain/ids.ts';
import { SOURCE_SCHEDULES, type Source, type SourceSchedule } from '../domain/source.ts';
import type { NewTask } from '../domain/steps.ts';
import { channelName } from '../messages/channel-names.ts';
import { buildSourceCard, buildSourceRemovedCard, buildSourcesCard, type SourceLine } from '../messages/source-cards.ts';
import { getSource, listSources, sourceTaken } from '../store/sources.ts';
import { type PlaceNamed, parseSource, type SourceArguments } from './parse-source.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

const lineOf = ({ name, channel, place, schedule, paused, lastRunAt, lastStatus }: Source): SourceLine => ({
  name,
  where: channel === 'folder' ? `folder ${place}` : `${channelName(channel)} ${place}`,
  schedule,
  paused,
  lastRun: lastRunAt === null ? undefined : `${new Date(lastRunAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  lastStatus,
});

const jsonOf = ({ name, channel, place, schedule, paused, lastRunAt, lastStatus, lastFound }: Source) => ({
  source: name,
  channel,
  place,
  schedule,
  paused,
  lastRun: lastRunAt === null ? null : new Date(lastRunAt).toISOString(),
  lastStatus,
  lastFound,
});

async function named({ store, viewer }: CommandContext, name: string): Promise<Source> {
  const source = await getSource(store, viewer, name);
  if (source) return source;
  throw new UserError(`There is no source called ${name} that you can see.`, '"sources" shows them.');
}

/** The next reading, as the tick would ask for it (`syncSource` is in intake, which commands do not know). */
const syncNow = ({ id, workspace, lastRunAt }: Source): NewTask => ({
  id: `sync:${id}:${lastRunAt ?? 0}`,
  workspace,
  step: 'syncSource',
  payload: { sourceId: id, run: lastRunAt ?? 0 },
});

async function add(context: CommandContext, args: Extract<SourceArguments, { kind: 'add' }>): Promise<CommandResult> {
  const { store, workspace, clock, person } = context;
  if (!person)
    throw new UserError('Whose will the resumes be?', 'Say who sees what comes: shortlist source add … --as rita@example.com');
  const { channel, place } = await placeOf(context, args.place);
  if (await sourceTaken(store, workspace, { channel, place }))
    throw new UserError('This place is watched already.', '"sources" shows yours; an admin sees all of them.');
  const name = args.name ?? (await freeName(context, channel, place));
  if (await sourceTaken(store, workspace, { name }))
    throw new UserError(`The name ${name} is taken.`, 'Choose another: source add … as my-name');
  const source: Source = {
    id: newId(clock),
    workspace,
    name,
    personId: person.id,
    channel,
    place,
    schedule: args.schedule ?? 'daily',
    paused: false,
    position: null,
    lastRunAt: null,
    lastStatus: null,
    lastFound: null,
    createdAt: clock.now().getTime(),
  };
  return {
    card: buildSourceCard(`${name} is watched now`, lineOf(source)),
    json: [jsonOf(source)],
    changes: [{ kind: 'sourceAdded', source }],
    tasks: source.schedule === 'manual' ? [] : [syncNow(source)],
  };
}

/** Throws UserError for what cannot be watched, or not by whoever asks. */
async function placeOf(context: CommandContext, { channel, place }: PlaceNamed): Promise<PlaceNamed> {
  if (channel === 'folder') return { channel, place: await folderOf(context, place) };
  // I read every channel that I was invited to, and cannot tell whether who asks is in it (rule A12). The operator answers for `--as`.
  if (context.viewer.role !== 'admin' && context.askedIn !== undefined)
    throw new UserError(
      `Only administrators watch channels: I cannot see who may read one.`,
      `Ask one, or send me the resumes of ${channelName(channel)} that you want: as files in a direct message.`,
    );
  return { channel, place };
}

/** A folder of the machine is its operators' to open. */
async function folderOf({ viewer }: CommandContext, given: string): Promise<string> {
  if (viewer.role !== 'admin') throw new UserError('Only administrators watch folders.', 'Ask one, or send me the files.');
  const real = path.isAbsolute(given) ? await realpath(given).catch(() => undefined) : undefined;
  const info = real === undefined ? undefined : await lstat(real).catch(() => undefined);
  if (real !== undefined && info?.isDirectory()) return real;
  throw new UserError(
    `${given} is no folder that this service can read.`,
    'Write the whole path of a folder on its machine, for example folder:/srv/resumes.',
  );
}

/** `slack-resumes`; with a number when it is taken. */
async function freeName({ store, workspace }: CommandContext, channel: string, place: string): Promise<string> {
  const word = path
    .basename(place)
    .toLowerCase()
    .replace(/[^\da-z]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = `${channel}-${word || 'source'}`.slice(0, 40);
  for (let number = 2, name = base; ; number++) {
    if (!(await sourceTaken(store, workspace, { name }))) return name;
    name = `${base}-${number}`;
  }
}

async function change(
  context: CommandContext,
  name: string,
  set: { schedule?: SourceSchedule; paused?: boolean; name?: string },
  said: string,
): Promise<CommandResult> {
  const source = await named(context, name);
  if (
    set.name !== undefined &&
    set.name !== source.name &&
    (await sourceTaken(context.store, context.workspace, { name: set.name }))
  )
    throw new UserError(`The name ${set.name} is taken.`, 'Choose another.');
  const after = { ...source, ...set };
  return {
    card: buildSourceCard(`${after.name} ${said}`, lineOf(after)),
    json: [jsonOf(after)],
    changes: [{ kind: 'sourceChanged', workspace: source.workspace, sourceId: source.id, ...set }],
  };
}

async function run(context: CommandContext, args: SourceArguments): Promise<CommandResult> {
  switch (args.kind) {
    case 'add':
      return add(context, args);
    case 'later':
      throw new UserError(
        `${args.what} cannot be watched yet: that comes with a later release.`,
        'For now: slack:#channel, discord:<channel id> or folder:/path. A mailbox is read by IMAP_URL.',
      );
    case 'sync': {
      const source = await named(context, args.name);
      const card = buildSourceCard(`${source.name} is being read`, lineOf(source));
      return { card, json: [jsonOf(source)], tasks: [syncNow(source)], changes: [] };
    }
    case 'edit':
      return change(context, args.name, { schedule: args.schedule, name: args.newName }, 'is changed');
    case 'pause':
      return change(context, args.name, { paused: true }, 'is paused');
    case 'resume':
      return change(context, args.name, { paused: false }, 'is watched again');
    case 'remove': {
      const source = await named(context, args.name);
      return {
        card: buildSourceRemovedCard(source.name),
        json: [{ source: source.name, removed: true }],
        changes: [{ kind: 'sourceRemoved', workspace: source.workspace, sourceId: source.id }],
      };
    }
  }
}

export const sources = defineCommand<true>({
  name: 'sources',
  usage: 'sources',
  summary: 'channels and folders that are watched for resumes',
  examples: ['sources'],
  role: 'recruiter',
  parse: (words) => (words.length === 0 ? true : undefined),
  async run({ store, viewer }) {
    const found = await listSources(store, viewer);
    return { card: buildSourcesCard(found.map(lineOf)), json: found.map(jsonOf) };
  },
});

export const source = defineCommand<SourceArguments>({
  name: 'source',
  usage: `source add <slack:#channel|discord:id|folder:/path> [${SOURCE_SCHEDULES.join('|')}] [as name] | sync|edit|pause|resume|remove <name>`,
  summary: 'watch a channel or a folder for resumes',
  examples: [
    'source add slack:#resumes daily',
    'source add discord:123456789012345678 hourly as community',
    'source add folder:/srv/resumes',
    'source sync slack-resumes',
    'source edit slack-resumes weekly',
    'source pause slack-resumes',
    'source remove slack-resumes',
  ],
  role: 'recruiter',
  parse: parseSource,
  run,
});

/** Methods of the Web API as our own Slack answers them, and what it keeps of the calls. */
import { blockProblems, buttonsOf, readBlocks, viewProblems } from './slack-block-rules.ts';

export const TEAM = 'T0001';
export const BOT = 'U0BOT';

export interface SlackFile {
  name: string;
  type: string;
  bytes: Uint8Array;
  /** A login page where the file should be (rule S6). */
  login?: boolean;
  /** Redirects before the bytes; to another host when it is an address (rule S7). */
  redirects?: number | string;
  gone?: boolean;
}

export interface PostedMessage {
  channel: string;
  ts: string;
  threadTs?: string;
  text: string;
  /** What a person reads. */
  shown: string;
  /** Values by labels. */
  buttons: Record<string, string>;
  edited: boolean;
}

/** Seen by one person alone, where they asked. */
export interface PrivateAnswer {
  url: string;
  text: string;
  shown: string;
  buttons: Record<string, string>;
}

export interface SharedFile {
  channel: string;
  threadTs?: string;
  name: string;
  alternativeText: string;
  bytes: Uint8Array;
}

export interface HistoryMessage {
  ts: string;
  user: string;
  text?: string;
  files?: { id: string; name: string; size?: number; mimetype?: string }[];
  subtype?: string;
  bot_id?: string;
}

export interface SlackState {
  messages: PostedMessage[];
  /** `channel:ts name`, as they stand now. */
  marks: string[];
  files: Map<string, SlackFile>;
  users: Map<string, { email?: string; team?: string }>;
  scopes: Set<string>;
  /** Channels that the app is in, by name, and what was written there, oldest first. */
  channels: Map<string, { id: string; history: HistoryMessage[] }>;
  /** Modals in the order that they were opened. */
  modals: { trigger: string; view: Record<string, unknown> }[];
  /** By user: what they see, and how often it was published. */
  homes: Map<string, { shown: string; buttons: Record<string, string>; times: number }>;
  /** Files of ours that people see. */
  shared: SharedFile[];
  refusals: string[];
  ts(): string;
}

/** Kept by the server alone. */
export interface Ledger {
  triggers: Map<string, number>;
  uploads: Map<string, { name: string; alternativeText: string; bytes?: Uint8Array }>;
  lastPost: Map<string, number>;
  spacingMs: number;
  url: string;
}

export type Arguments = Record<string, string>;
export type Answer = object | 'slow down';

/** A person's direct conversation with the bot. */
export const directOf = (user: string): string => `D${user.slice(1)}`;
/** Slack's own, for what a trigger opens. */
const TRIGGER_MS = 3_000;
const HISTORY = 15;

export const ANSWERS: Readonly<Record<string, (state: SlackState, ledger: Ledger, given: Arguments) => Answer>> = {
  'auth.test': () => ({ user_id: BOT, team_id: TEAM, team: 'Tarnside', user: 'shortlist' }),
  'chat.postMessage': post,
  'chat.update': update,
  'conversations.open': ({ users }, _, given) =>
    users.has(given.users ?? '') ? { channel: { id: directOf(given.users ?? '') } } : { error: 'user_not_found' },
  'conversations.history': history,
  'users.conversations': ({ channels }) => ({
    channels: [...channels].map(([name, { id }]) => ({ id, name })),
    response_metadata: { next_cursor: '' },
  }),
  'users.info': userInfo,
  'files.info': fileInfo,
  'files.getUploadURLExternal': uploadUrl,
  'files.completeUploadExternal': completeUpload,
  'reactions.add': ({ marks }, _, { channel, timestamp, name }) => {
    const mark = `${channel}:${timestamp} ${name}`;
    if (marks.includes(mark)) return { error: 'already_reacted' };
    marks.push(mark);
    return {};
  },
  'reactions.remove': ({ marks }, _, { channel, timestamp, name }) => {
    const at = marks.indexOf(`${channel}:${timestamp} ${name}`);
    if (at < 0) return { error: 'no_reaction' };
    marks.splice(at, 1);
    return {};
  },
  'views.open': openView,
  'views.publish': publishView,
};

function post(state: SlackState, ledger: Ledger, given: Arguments): Answer {
  const { channel: to = '', text = '', blocks = '[]', thread_ts: threadTs } = given;
  const channel = to.startsWith('U') ? directOf(to) : to;
  if (!/^[CDG][A-Z0-9]+$/.test(channel) || (to.startsWith('U') && !state.users.has(to))) return { error: 'channel_not_found' };
  const now = performance.now();
  // By the conversation that it lands in. A timer may fire a little early by another clock.
  if (now - (ledger.lastPost.get(channel) ?? Number.NEGATIVE_INFINITY) < ledger.spacingMs * 0.95) {
    state.refusals.push(`${to}: too fast`);
    return 'slow down';
  }
  ledger.lastPost.set(channel, now);
  const parsed: unknown = JSON.parse(blocks);
  const problems = blockProblems(text, parsed);
  if (problems.length > 0) return { error: `invalid_blocks (${problems.join(', ')})` };
  const ts = state.ts();
  state.messages.push({ channel, ts, threadTs, text, shown: readBlocks(parsed), buttons: buttonsOf(parsed), edited: false });
  return { channel, ts };
}

function update({ messages }: SlackState, _: Ledger, { channel, ts, text = '', blocks = '[]' }: Arguments): Answer {
  const message = messages.find((one) => one.channel === channel && one.ts === ts);
  if (!message) return { error: 'message_not_found' };
  const parsed: unknown = JSON.parse(blocks);
  if (blockProblems(text, parsed).length > 0) return { error: 'invalid_blocks' };
  Object.assign(message, { text, shown: readBlocks(parsed), buttons: buttonsOf(parsed), edited: true });
  return { channel, ts };
}

function userInfo({ users, scopes }: SlackState, _: Ledger, { user: id = '' }: Arguments): Answer {
  const user = users.get(id);
  if (!user) return { error: 'user_not_found' };
  const email = scopes.has('users:read.email') ? user.email : undefined;
  return { user: { id, team_id: user.team ?? TEAM, is_bot: false, profile: { email } } };
}

function fileInfo({ files }: SlackState, { url }: Ledger, { file: id = '' }: Arguments): Answer {
  const file = files.get(id);
  if (!file || file.gone) return { error: 'file_not_found' };
  const address = `${url}/files/${id}/0`;
  return { file: { id, name: file.name, mimetype: file.type, size: file.bytes.byteLength, url_private_download: address } };
}

function uploadUrl(_: SlackState, { uploads, url }: Ledger, { filename = '', length, alt_text = '' }: Arguments): Answer {
  if (filename === '' || !(Number(length) > 0)) return { error: 'invalid_arguments' };
  const id = `F0UP${uploads.size + 1}`;
  uploads.set(id, { name: filename, alternativeText: alt_text });
  return { file_id: id, upload_url: `${url}/upload/${id}` };
}

function completeUpload({ shared }: SlackState, { uploads }: Ledger, given: Arguments): Answer {
  const files: { id: string }[] = JSON.parse(given.files ?? '[]');
  for (const { id } of files) {
    const upload = uploads.get(id);
    if (!upload?.bytes) return { error: 'file_not_found' };
    const { name, alternativeText, bytes } = upload;
    shared.push({ channel: given.channel_id ?? '', threadTs: given.thread_ts, name, alternativeText, bytes });
  }
  return { files };
}

function openView({ modals }: SlackState, { triggers }: Ledger, { trigger_id: trigger = '', view = '{}' }: Arguments): Answer {
  const made = triggers.get(trigger);
  if (made === undefined) return { error: 'invalid_trigger_id' };
  if (performance.now() - made > TRIGGER_MS) return { error: 'expired_trigger_id' };
  triggers.delete(trigger);
  const parsed: Record<string, unknown> = JSON.parse(view);
  const problems = viewProblems(parsed);
  if (problems.length > 0) return { error: `invalid_arguments (${problems.join(', ')})` };
  modals.push({ trigger, view: parsed });
  return { view: { id: `V${modals.length}` } };
}

function publishView({ homes, users }: SlackState, _: Ledger, { user_id: user = '', view = '{}' }: Arguments): Answer {
  if (!users.has(user)) return { error: 'user_not_found' };
  const parsed: Record<string, unknown> = JSON.parse(view);
  const problems = viewProblems(parsed);
  if (problems.length > 0) return { error: `invalid_arguments (${problems.join(', ')})` };
  const times = (homes.get(user)?.times ?? 0) + 1;
  homes.set(user, { shown: readBlocks(parsed.blocks), buttons: buttonsOf(parsed.blocks), times });
  return { view: { id: `VHOME${user}` } };
}

/** Newest first; the cursor leads to older ones. */
function history({ channels }: SlackState, _: Ledger, { channel, oldest = '0', limit = '100', cursor = '0' }: Arguments): Answer {
  const place = [...channels.values()].find(({ id }) => id === channel);
  if (!place) return { error: 'channel_not_found' };
  if (Number(limit) > HISTORY) return { error: 'invalid_limit' };
  if (!/^\d+$/.test(cursor)) return { error: 'invalid_cursor' };
  const all = place.history.filter(({ ts }) => Number(ts) > Number(oldest)).sort((a, b) => Number(b.ts) - Number(a.ts));
  const from = Number(cursor);
  const page = all.slice(from, from + Number(limit)).map((message) => ({ type: 'message', ...message }));
  const more = all.length > from + page.length;
  return { messages: page, has_more: more, response_metadata: { next_cursor: more ? String(from + page.length) : '' } };
}

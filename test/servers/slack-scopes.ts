/** Which scopes Slack asks for, written down from its documentation and not from our own table. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'apps.connections.open': [],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.open': ['im:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'reactions.add': ['reactions:write'],
  'reactions.remove': ['reactions:write'],
  'users.conversations': ['channels:read', 'groups:read'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
};

/** `users:read.email` is asked for by no method: without it the answer lacks the address. */
export const ALL_SCOPES: readonly string[] = [
  ...new Set([
    ...Object.values(SCOPES).flat(),
    ...['app_mentions:read', 'commands', 'reactions:read', 'users:read.email'],
    ...['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  ]),
];

/** Undefined for a method that this server does not know. */
export function scopesFor(method: string, channel: string | undefined): readonly string[] | undefined {
  if (method !== 'conversations.history') return SCOPES[method];
  return [channel?.startsWith('G') ? 'groups:history' : channel?.startsWith('D') ? 'im:history' : 'channels:history'];
}

/** Without its scope Slack does not send an event at all. */
export function scopeOfEvent(event: { type?: unknown; channel?: unknown }): string | undefined {
  const { type, channel } = event;
  if (type === 'app_mention') return 'app_mentions:read';
  if (type === 'reaction_added' || type === 'reaction_removed') return 'reactions:read';
  if (type === 'file_shared') return 'files:read';
  if (type !== 'message' || typeof channel !== 'string') return undefined;
  return channel.startsWith('D') ? 'im:history' : channel.startsWith('G') ? 'groups:history' : 'channels:history';
}

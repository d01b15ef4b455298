/** What the app needs of a workspace: the manifest is made of this, and a test holds it against the calls that stand in the code. */

/** Methods of the Web API that are called, and the bot scopes that each needs; none where the token alone is enough. */
export const METHOD_SCOPES = {
  'auth.test': [],
  'apps.connections.open': [],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'mpim:history'],
  'conversations.open': ['im:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'reactions.add': ['reactions:write'],
  'reactions.remove': ['reactions:write'],
  // Without users:read.email the answer lacks the address, and nobody says so.
  'users.conversations': ['channels:read', 'groups:read'],
  'users.info': ['users:read', 'users:read.email'],
  'views.open': [],
  'views.publish': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Events that are subscribed to, and the scopes without which Slack does not send them. */
export const EVENT_SCOPES = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  // Means nothing to us: the message that carries the file tells all. Not registered, Slack would complain about it (rule S4).
  file_shared: ['files:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Slash commands and shortcuts. */
const FEATURE_SCOPES = ['commands'];

/** All bot scopes, sorted. */
export const BOT_SCOPES: readonly string[] = [
  ...new Set([...Object.values(METHOD_SCOPES).flat(), ...Object.values(EVENT_SCOPES).flat(), ...FEATURE_SCOPES]),
].sort();

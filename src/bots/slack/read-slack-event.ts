/** What Slack sends → events of ours. Pure. What is not for us is `nothing`, and is acknowledged all the same (rule S4). */
import { z } from 'zod';
import { readSlackCommand } from './read-slack-command.ts';
import { readSlackInteraction } from './read-slack-interaction.ts';
import { readSlackMessage } from './read-slack-message.ts';
import { emojiOf } from './slack-emoji.ts';
import { NOTHING, type ReadContext, type SlackEvent } from './slack-event.ts';
import { isDirect, messageIdOf } from './slack-ids.ts';

const Reaction = z.object({
  type: z.enum(['reaction_added', 'reaction_removed']),
  user: z.string(),
  reaction: z.string(),
  item_user: z.string().optional(),
  item: z.object({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
});

const HomeTab = z.object({ type: z.literal('app_home_opened'), user: z.string(), channel: z.string(), tab: z.literal('home') });

const Envelope = z.object({
  team_id: z.string(),
  event_id: z.string(),
  event: z.unknown(),
  /** The installations that it is told to; in shared channels `team_id` may be somebody else's. */
  authorizations: z.array(z.object({ team_id: z.string().nullish(), is_enterprise_install: z.boolean().nullish() })).nullish(),
});

/** `type` as the socket names it: events_api, slash_commands or interactive. */
export function readSlackEvent(type: string, body: unknown, context: ReadContext): SlackEvent {
  if (type === 'slash_commands') return readSlackCommand(body, context);
  if (type === 'interactive') return readSlackInteraction(body, context);
  const envelope = Envelope.safeParse(body);
  if (type !== 'events_api' || !envelope.success || !isForUs(envelope.data, context.us.team)) return NOTHING;
  const { team_id: team, event_id: eventId, event } = envelope.data;
  const reaction = Reaction.safeParse(event);
  if (reaction.success) return readReaction(reaction.data, `${team}:${eventId}`, context.us.user);
  const home = HomeTab.safeParse(event);
  if (home.success) return readHome(home.data, `${team}:${eventId}`);
  const message = readSlackMessage(event, team, context.us.user);
  return message ? { kind: 'message', message } : NOTHING;
}

const isForUs = ({ authorizations }: z.infer<typeof Envelope>, team: string): boolean =>
  !authorizations?.length || authorizations.some((one) => one.is_enterprise_install === true || one.team_id === team);

/** Only on messages of ours (rule S12): others' are none of our business and leave no trace. */
function readReaction(
  { type, user, reaction, item, item_user }: z.infer<typeof Reaction>,
  key: string,
  ourUser: string,
): SlackEvent {
  if (item_user !== ourUser || user === ourUser) return NOTHING;
  return {
    kind: 'reaction',
    reaction: {
      channel: 'slack',
      eventKey: `event:${key}`,
      conversation: isDirect(item.channel) ? item.channel : user,
      private: true,
      // Others may react to a receipt of ours: of somebody who sent nothing, nothing is kept (rule A7).
      sharedPlace: !isDirect(item.channel),
      sender: { address: user, verified: true },
      target: messageIdOf(item.channel, item.ts),
      emoji: emojiOf(reaction),
      removed: type === 'reaction_removed',
    },
  };
}

const readHome = ({ user, channel }: z.infer<typeof HomeTab>, key: string): SlackEvent => ({
  kind: 'home',
  conversation: channel,
  opened: { channel: 'slack', eventKey: `event:${key}`, sender: { address: user, verified: true } },
});

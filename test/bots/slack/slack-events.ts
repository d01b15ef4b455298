/** What people do in Slack, as Slack tells it. */
import { BOT, directOf, TEAM } from '../../servers/slack-server.ts';

interface FileGiven {
  id: string;
  name: string;
  mimetype?: string;
  size?: number;
}

const eventOf = (id: string, event: object) => ({ team_id: TEAM, event_id: id, type: 'event_callback', event });

export const directMessage = (
  id: string,
  user: string,
  ts: string,
  more: { text?: string; files?: FileGiven[]; thread?: string } = {},
) =>
  eventOf(id, {
    type: 'message',
    channel: directOf(user),
    channel_type: 'im',
    user,
    ts,
    text: more.text ?? '',
    ...(more.files ? { subtype: 'file_share', files: more.files } : {}),
    ...(more.thread ? { thread_ts: more.thread } : {}),
  });

export const mention = (id: string, user: string, channel: string, ts: string, text: string, files?: FileGiven[]) =>
  eventOf(id, { type: 'app_mention', channel, user, ts, text: `<@${BOT}> ${text}`, ...(files ? { files } : {}) });

export const fileShared = (id: string, user: string, file: string) =>
  eventOf(id, { type: 'file_shared', file_id: file, user_id: user, channel_id: directOf(user) });

export const reaction = (
  id: string,
  user: string,
  target: string,
  name: string,
  more: { removed?: boolean; of?: string } = {},
) => {
  const [channel, ts] = target.split(':');
  return eventOf(id, {
    type: more.removed ? 'reaction_removed' : 'reaction_added',
    user,
    reaction: name,
    item_user: more.of ?? BOT,
    item: { type: 'message', channel, ts },
  });
};

export const slashCommand = (trigger: string, user: string, text: string, channel = directOf(user)) => ({
  team_id: TEAM,
  trigger_id: trigger,
  user_id: user,
  channel_id: channel,
  command: '/shortlist',
  text,
});

/** Why Slack closes a socket, where somebody should know (rule S8). To be asked for a new connection is no reason. */
import { z } from 'zod';

/** `setup`: it stays so until somebody repairs it. */
const REASONS: Readonly<Record<string, { fix: string; setup: boolean }>> = {
  link_disabled: {
    fix: 'Socket Mode was switched off for the app: switch it on again ("Socket Mode" in its settings), or set SLACK_SIGNING_SECRET and use HTTP.',
    setup: true,
  },
  too_many_websockets: {
    fix: 'More services than Slack allows are connected with this SLACK_APP_TOKEN: stop those that are not needed.',
    setup: false,
  },
};

export class SlackGoodbye extends Error {
  readonly reason: string;
  readonly fix: string;
  readonly setup: boolean;
  constructor(reason: string, { fix, setup }: { fix: string; setup: boolean }) {
    super(`Slack closed the socket: ${reason}`);
    this.name = 'SlackGoodbye';
    this.reason = reason;
    this.fix = fix;
    this.setup = setup;
  }
}

const Disconnect = z.object({ type: z.literal('disconnect'), reason: z.string() });

/** `data` is a message of the socket; undefined for all that needs nobody. */
export function readGoodbye(data: unknown): SlackGoodbye | undefined {
  if (typeof data !== 'string' || data.length > 1_000 || !data.includes('disconnect')) return undefined;
  try {
    const reason = Disconnect.safeParse(JSON.parse(data)).data?.reason;
    const known = reason === undefined ? undefined : REASONS[reason];
    return reason !== undefined && known ? new SlackGoodbye(reason, known) : undefined;
  } catch {
    return undefined;
  }
}

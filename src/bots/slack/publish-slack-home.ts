/** The Home of a person: a card as a page. */
import type { Card } from '../../messages/card.ts';
import { renderHome } from './render-slack.ts';
import type { SlackApi } from './slack-api.ts';
import { retryableProblem } from './slack-problem.ts';

/** Throws RetryLater, PermanentFailure or AddressGone. */
export async function publishSlackHome(api: SlackApi, user: string, home: Card): Promise<void> {
  await api.views.publish({ user_id: user, view: { type: 'home', blocks: renderHome(home) } }).catch((error: unknown) => {
    throw retryableProblem(error);
  });
}

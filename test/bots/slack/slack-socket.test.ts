/** Rule S8: the socket survives what Slack and networks do to it. */
import { describe, expect, it } from 'vitest';
import { ILSE, useSlack } from './run-slack.ts';
import { directMessage } from './slack-events.ts';

const running = useSlack();
const arrives = async (id: string) => {
  const { slack } = running;
  expect(await slack.deliverWithRetries('events_api', directMessage(id, ILSE, slack.ts(), { text: 'help' }))).toBe(
    'acknowledged',
  );
};
const opened = (times: number) =>
  expect.poll(() => running.slack.connections() >= times && running.slack.connected(), { timeout: 30_000 }).toBe(true);

describe('S8: the socket', () => {
  it('is opened anew when Slack recycles it or the network drops it', async () => {
    const channel = await running.open();
    running.slack.refresh();
    await opened(2);
    await arrives('Ev1');
    running.slack.drop();
    await opened(3);
    await arrives('Ev2');
    expect(channel.isUp?.()).toBe(true);
    expect(running.told.messages).toHaveLength(2);
  });

  it('is given up when nobody answers a ping any more, and opened anew', async () => {
    await running.open({ timings: { retryMs: 5, pongWithinMs: 200 } });
    // A pong has to come first: silence from the very beginning takes longer to notice.
    await expect.poll(() => running.slack.pings()).toBeGreaterThan(0);
    running.slack.mute();
    await opened(2);
    await arrives('Ev1');
  });

  it('that is one too many is tried again after a pause, and the log says what to do', async () => {
    await running.open();
    running.slack.disconnect('too_many_websockets');
    await opened(2);
    await arrives('Ev1');
    expect(running.said.join()).toMatch(/too_many_websockets.*stop those/);
  });

  it('that was switched off in the settings of the app leaves the channel down, and the log says what to do', async () => {
    const channel = await running.open({ timings: { retryMs: 5, setupRetryMs: 400 } });
    running.slack.disconnect('link_disabled');
    await expect.poll(() => channel.isUp?.()).toBe(false);
    expect(running.said.join()).toMatch(/link_disabled.*Socket Mode/);
    // Somebody switches it on again.
    await opened(2);
    await arrives('Ev1');
  });

  it('is not opened while the token is refused, and other things go on', async () => {
    running.slack.fail('apps.connections.open', { error: 'invalid_auth' });
    const channel = await running.open({ timings: { setupRetryMs: 100, retryMs: 5 } });
    expect(channel.isUp?.()).toBe(false);
    expect(running.said.join()).toContain('SLACK_APP_TOKEN');
    await opened(1);
    await arrives('Ev1');
  });
});

describe('the scopes of the app', () => {
  it('that are missing are named once, with what to do, and the rest works', async () => {
    running.slack.scopes.delete('files:write');
    running.slack.scopes.delete('channels:history');
    await running.open();
    running.slack.refresh();
    await opened(2);
    await arrives('Ev1');
    const lacks = running.said.filter((line) => line.includes('lacks scopes'));
    expect(lacks).toHaveLength(1);
    expect(lacks[0]).toMatch(/channels:history.*files:write.*install it again/);
  });
});

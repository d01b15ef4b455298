import { expect, it } from 'vitest';
import { createGiveWay } from '../../src/tasks/give-way.ts';
import { checkForLeaks } from '../leak-check.ts';

checkForLeaks();

const rushOf = (giveWay: ReturnType<typeof createGiveWay>, count: number) =>
  Array.from({ length: count }, () => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    return { done: giveWay.first(() => promise), resolve, reject };
  });

it('S2: tasks wait while many events wait for their acknowledgement, and no longer', async () => {
  const giveWay = createGiveWay();
  const events = rushOf(giveWay, 50);
  let clear = false;
  const waited = giveWay.clear().then(() => {
    clear = true;
  });
  for (const event of events.slice(0, 40)) event.resolve();
  await Promise.all(events.slice(0, 40).map((event) => event.done));
  expect(clear).toBe(false);
  for (const event of events) event.resolve();
  await Promise.all(events.map((event) => event.done));
  await waited;
  const began = performance.now();
  await giveWay.clear();
  expect(performance.now() - began).toBeLessThan(50);
});

it('S2: an event that fails waits no more, and a few that take long hold nothing up', async () => {
  const giveWay = createGiveWay();
  const events = rushOf(giveWay, 6);
  const failed = events.slice(0, 3);
  for (const event of failed) event.reject(new Error('the disk is full'));
  await Promise.allSettled(failed.map((event) => event.done));
  const began = performance.now();
  await giveWay.clear();
  expect(performance.now() - began).toBeLessThan(50);
  for (const event of events) event.resolve();
  await Promise.allSettled(events.map((event) => event.done));
});

it('S2: who never stops sending stops no tasks', async () => {
  const giveWay = createGiveWay();
  const events = rushOf(giveWay, 10);
  const began = performance.now();
  await giveWay.clear();
  expect(performance.now() - began).toBeLessThan(2_000);
  for (const event of events) event.resolve();
  await Promise.all(events.map((event) => event.done));
});

it('R1: pieces of long work come one a round of the event loop, whoever asks', async () => {
  const giveWay = createGiveWay();
  const order: string[] = [];
  const work = async (name: string) => {
    for (let piece = 1; piece <= 3; piece++) {
      await giveWay.turn();
      order.push(`${name}${piece}`);
    }
  };
  let rounds = 0;
  let going = true;
  const round = () => {
    rounds += 1;
    if (going) setImmediate(round);
  };
  setImmediate(round);
  await Promise.all([work('a'), work('b')]);
  going = false;
  expect(order).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
  expect(rounds).toBeGreaterThanOrEqual(5);
});

it('R1: a piece waits while something waits for its acknowledgement, and comes as soon as that is given', async () => {
  const giveWay = createGiveWay();
  const [event] = rushOf(giveWay, 1);
  let came = false;
  const piece = giveWay.turn().then(() => {
    came = true;
  });
  for (let round = 0; round < 5; round++) await new Promise((resolve) => setImmediate(resolve));
  expect(came).toBe(false);
  event?.resolve();
  await event?.done;
  await piece;
  expect(came).toBe(true);
});

it('R1: who never stops sending stops no piece', async () => {
  const giveWay = createGiveWay();
  const [event] = rushOf(giveWay, 1);
  await giveWay.turn();
  await giveWay.turn();
  event?.resolve();
  await event?.done;
});

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

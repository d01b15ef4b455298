/** A service that is killed at random instants while the day goes on, and started again each time. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceProcess } from '../service/service-process.ts';

export interface Killing {
  kills: number;
  /** Of the starts after kills, in ms. */
  ready: number[];
}

/** Kills while `work` runs, until `most` is reached; the service runs when this resolves. At least a moment passes between two. */
export async function killWhile(service: ServiceProcess, most: number, work: Promise<void>): Promise<Killing> {
  const killing: Killing = { kills: 0, ready: [] };
  let ended = false;
  const end = work.finally(() => {
    ended = true;
  });
  while (!ended && killing.kills < most) {
    await Promise.race([delay(30 + Math.random() * 900), end.catch(() => {})]);
    if (ended) break;
    await service.end('SIGKILL');
    killing.kills++;
    killing.ready.push(await service.start());
  }
  await end;
  return killing;
}

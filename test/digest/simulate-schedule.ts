/**
 * A person's digests over days, by the functions that the service runs: `dueDigests` at every tick, `isStillDue` when a task runs, the
 * settings by `digestSettingChanges`. Only the database is played: tasks by id, digests once a person and date, reads a little behind.
 */
import { type DigestSetting, digestSettingChanges, personAfter } from '../../src/digest/digest-settings.ts';
import { type DigestSubscriber, dueDigests, isStillDue } from '../../src/digest/due-digests.ts';
import { addDays, instantOf, localDate } from '../../src/digest/local-day.ts';
import type { Person } from '../../src/domain/people.ts';

const MINUTE = 60_000;

export interface Change {
  at: number;
  setting: DigestSetting;
}

export interface Plan {
  person: Person;
  from: number;
  to: number;
  /** In order of time. */
  changes: readonly Change[];
  /** One a process: when it does not run. */
  downtimes: readonly (readonly { from: number; to: number }[])[];
  random: () => number;
  coarseMs: number;
  /** Share of tasks that fail and are tried again hours later. */
  stuck?: number;
}

export interface Sent {
  date: string;
  at: number;
  zone: string;
}

/** A stretch of time with the same settings. */
export interface Epoch {
  from: number;
  to: number;
  person: Person;
}

export interface Simulated {
  sent: Sent[];
  epochs: Epoch[];
  /** Moments at which a scheduler looked. */
  ticks: number[];
  /** Some process runs all the time between. */
  worksFromTo(from: number, to: number): boolean;
}

/** Everything that the settings make due, so that the ticks around it come every minute, as in the service. */
function ticksOf(plan: Plan, epochs: readonly Epoch[]): { at: number; process: number }[] {
  const at = new Set<number>();
  const offset = Math.floor(plan.random() * MINUTE);
  for (let tick = plan.from + offset; tick < plan.to; tick += plan.coarseMs) at.add(tick);
  for (const { from, to, person } of epochs) {
    const last = localDate(to, person.timeZone);
    for (let date = addDays(localDate(from, person.timeZone), -1); date <= last; date = addDays(date, 1)) {
      const due = Math.ceil((instantOf(date, person.digestTime, person.timeZone) - offset) / MINUTE) * MINUTE + offset;
      for (let minute = -1; minute <= 2; minute += 1) {
        const tick = due + minute * MINUTE;
        if (tick >= plan.from && tick < plan.to) at.add(tick);
      }
    }
  }
  return plan.downtimes
    .flatMap((_, process) => [...at].map((tick) => ({ at: tick + process * 400, process })))
    .filter(({ at: tick, process }) => isUp(plan, process, tick))
    .sort((a, b) => a.at - b.at);
}

const isUp = (plan: Plan, process: number, at: number): boolean =>
  !plan.downtimes[process]?.some((down) => at >= down.from && at < down.to);

function epochsOf(plan: Plan): Epoch[] {
  const epochs: Epoch[] = [];
  let { person, from } = plan;
  for (const { at, setting } of plan.changes) {
    const changes = digestSettingChanges(person, setting, { now: () => new Date(at) });
    if (changes.length === 0) continue;
    epochs.push({ from, to: at, person });
    person = personAfter(person, changes);
    from = at;
  }
  return [...epochs, { from, to: plan.to, person }];
}

export function simulateSchedule(plan: Plan): Simulated {
  const epochs = epochsOf(plan);
  const ticks = ticksOf(plan, epochs);
  const digests: (Sent & { committed: number })[] = [];
  const tasks = new Map<string, { date: string; runAt: number }>();
  let epoch = 0;
  const personAt = (at: number): Person => {
    while (epoch < epochs.length - 1 && (epochs[epoch]?.to ?? 0) <= at) epoch += 1;
    // Tasks run between two ticks, in order of time: the place only moves forward.
    return epochs[epoch]?.person ?? plan.person;
  };
  const subscriberAt = (at: number, seenUntil: number): DigestSubscriber => {
    let last: Sent | undefined;
    for (const one of digests) if (one.committed <= seenUntil && (!last || one.date > last.date)) last = one;
    return {
      person: personAt(at),
      last: last && { localDate: last.date, createdAt: last.at, timeZone: last.zone },
    };
  };

  const runTask = (id: string, task: { date: string }, at: number) => {
    tasks.delete(id);
    const subscriber = subscriberAt(at, at);
    // Rule C4: the row is unique by person and date, so a second one is refused, and is not due when it is tried again.
    if (!isStillDue(subscriber, task.date, at) || digests.some((one) => one.date === task.date)) return;
    digests.push({ date: task.date, at, zone: subscriber.person.timeZone, committed: at + Math.floor(plan.random() * 3000) });
  };

  const runTasksUntil = (now: number, isOver = false) => {
    const ready = [...tasks].filter(([, task]) => task.runAt <= now).sort(([, a], [, b]) => a.runAt - b.runAt);
    for (const [id, task] of ready) {
      // Where no process ran then, the task waits for whoever is back first.
      const ran = plan.downtimes.some((_, process) => isUp(plan, process, task.runAt));
      if (ran || !isOver) runTask(id, task, ran ? task.runAt : now);
    }
  };

  for (const { at } of ticks) {
    if (tasks.size > 0) runTasksUntil(at);
    // Behind by up to three seconds: what another process commits meanwhile is not seen.
    const seenUntil = at - Math.floor(plan.random() * 3000);
    for (const task of dueDigests([subscriberAt(at, seenUntil)], at, instantOf)) {
      if (tasks.has(task.id) || task.step !== 'sendDigest') continue;
      const stuck = plan.random() < (plan.stuck ?? 0) ? plan.random() * 40 * 60 * MINUTE : 0;
      tasks.set(task.id, { date: task.payload.localDate, runAt: at + Math.floor(plan.random() * 30_000 + stuck) });
    }
  }
  runTasksUntil(plan.to, true);
  const worksFromTo = (from: number, to: number) =>
    plan.downtimes.some((down) => !down.some((one) => one.from < to && one.to > from));
  return { sent: digests, epochs, ticks: ticks.map((tick) => tick.at), worksFromTo };
}

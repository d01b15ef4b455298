/** A line for every command of the registry, by who may use it: the day uses them all, on every channel that has such a person. */
import type { DayPerson } from './day-people.ts';

export interface Codes {
  posting: string;
  candidate: string;
  match: string;
}

/** By the command's name. Nothing here ends what later parts of the day need (`stop` comes before `start`, an erasure is not confirmed). */
export const LINES: Readonly<Record<string, (codes: Codes) => string>> = {
  help: () => 'help',
  match: () => 'match 3',
  why: ({ match }) => `why ${match}`,
  jobs: () => 'jobs backend',
  job: ({ posting }) => `jobs select ${posting}`,
  applied: () => 'applied',
  withdraw: ({ posting }) => `withdraw ${posting}`,
  profile: () => 'profile',
  me: ({ candidate }) => `me ${candidate}`,
  correct: () => 'correct title=Platform Engineer',
  accept: () => 'accept',
  decline: ({ candidate }) => `decline ${candidate.replace('c', 'r')}`,
  prefer: () => 'prefer remote only',
  preferences: () => 'preferences',
  digest: () => 'digest on',
  link: () => 'link',
  unlink: () => 'unlink nobody@example.org',
  sources: () => 'sources',
  source: () => 'source add slack:C0TEAM manual',
  admin: () => 'admin list',
  resume: () => 'resume',
  undo: () => 'undo',
  stop: () => 'stop',
  start: () => 'start',
  privacy: () => 'privacy',
  export: () => 'export',
  erase: () => 'erase',
  status: () => 'status',
  shortlist: ({ posting }) => `shortlist ${posting} 3`,
  applications: ({ posting }) => `applications ${posting}`,
  candidates: () => 'candidates python',
  candidate: ({ candidate }) => `candidate ${candidate}`,
  stats: () => 'stats',
  queue: () => 'queue',
  retry: () => 'retry',
};

/** Who of a channel uses it: the first with the role that it needs, candidates in turn. */
export function userOf(people: readonly DayPerson[], role: DayPerson['role'], turn: number): DayPerson | undefined {
  const able = people.filter((person) =>
    role === 'candidate'
      ? person.role === 'candidate'
      : role === 'recruiter'
        ? person.role !== 'candidate'
        : person.role === 'admin',
  );
  return able[turn % Math.max(1, able.length)];
}

/** Watched places in words (F1.7). */
import type { SourceSchedule } from '../domain/source.ts';
import type { Card, CardBlock } from './card.ts';

export interface SourceLine {
  name: string;
  /** `Slack #resumes`, `folder /srv/resumes`. */
  where: string;
  schedule: SourceSchedule;
  paused: boolean;
  /** `2026-11-10 14:05 UTC`; undefined before the first run. */
  lastRun?: string;
  lastStatus: string | null;
}

const card = (title: string, blocks: CardBlock[]): Card => ({ about: [], title, blocks, footer: [], attachments: [] });

const ADD = { command: 'source add slack:#resumes daily', does: 'watches a channel for resumes' };

function lineOf({ name, where, schedule, paused, lastRun, lastStatus }: SourceLine): string {
  const when = paused ? 'paused' : schedule === 'manual' ? 'read when asked for' : `read ${schedule}`;
  return `${name}: ${where}, ${when}; ${lastRun === undefined ? 'not read yet' : `last read ${lastRun}, ${lastStatus ?? ''}`}`;
}

export function buildSourcesCard(sources: readonly SourceLine[]): Card {
  if (sources.length === 0)
    return card('Nothing is watched', [
      { kind: 'text', text: 'No channel and no folder is watched for resumes yet.' },
      { kind: 'commands', commands: [ADD] },
    ]);
  const [first] = sources;
  return card(`Watched: ${sources.length}`, [
    { kind: 'list', items: sources.map(lineOf) },
    {
      kind: 'commands',
      commands: [
        { command: `source sync ${first?.name}`, does: 'reads it now' },
        { command: `source pause ${first?.name}`, does: 'leaves it alone; "source resume" goes on' },
        { command: `source edit ${first?.name} weekly`, does: 'how often: hourly, daily, weekly, manual' },
        { command: `source remove ${first?.name}`, does: 'no longer watched; what came stays' },
        ADD,
      ],
    },
  ]);
}

/** One source after something was done with it. */
export function buildSourceCard(done: string, source: SourceLine): Card {
  return card(done, [
    { kind: 'list', items: [lineOf(source)] },
    {
      kind: 'note',
      text: 'Files there that are resumes are taken in without an answer; you see them like those that you send. Anything else is not kept.',
    },
    { kind: 'commands', commands: [{ command: 'sources', does: 'all of them, and how they fare' }] },
  ]);
}

export function buildSourceRemovedCard(name: string): Card {
  return card(`${name} is no longer watched`, [{ kind: 'text', text: 'What came from there stays.' }]);
}

export function buildSourceFailedCard({ name, why, fix }: { name: string; why: string; fix: string }): Card {
  return card(`${name} could not be read`, [
    { kind: 'text', text: `I watch ${name} for resumes, and could not read it: ${why}. ${fix}` },
    { kind: 'commands', commands: [{ command: `source sync ${name}`, does: 'tries again' }] },
  ]);
}

import type { PersonId, WorkspaceId } from './ids.ts';

export const SOURCE_SCHEDULES = ['hourly', 'daily', 'weekly', 'manual'] as const;
export type SourceSchedule = (typeof SOURCE_SCHEDULES)[number];

/** A place that is watched for resumes (F1.7). */
export interface Source {
  id: string;
  workspace: WorkspaceId;
  name: string;
  /** Who asked for it, and who sees what comes. */
  personId: PersonId;
  /** `slack`, `discord` or `folder`. */
  channel: string;
  /** A channel's id in the platform's terms, or a folder's path. */
  place: string;
  schedule: SourceSchedule;
  paused: boolean;
  /** How far it was read. */
  position: string | null;
  /** Milliseconds. */
  lastRunAt: number | null;
  /** In words, without names of people or files. */
  lastStatus: string | null;
  /** Resumes of the last run that were new. */
  lastFound: number | null;
  createdAt: number;
}

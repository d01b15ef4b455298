/** Every command, in the order that help shows them. A new command is a file and a line here. */
import { accept, decline } from './accept.ts';
import { admin } from './admin.ts';
import { applications, applied, withdraw } from './applied.ts';
import { candidate, candidates } from './candidates.ts';
import { correct } from './correct.ts';
import { digest, start, stop } from './digest.ts';
import { erase } from './erase.ts';
import { exportData } from './export.ts';
import { createHelp } from './help.ts';
import { job, jobs } from './jobs.ts';
import { link } from './link.ts';
import { match } from './match.ts';
import { me } from './me.ts';
import { queue, stats } from './operate.ts';
import { prefer, preferences } from './prefer.ts';
import { privacy } from './privacy.ts';
import { profile } from './profile.ts';
import type { Command } from './registry.ts';
import { resume } from './resume.ts';
import { retry } from './retry.ts';
import { shortlist } from './shortlist.ts';
import { source, sources } from './sources.ts';
import { status } from './status.ts';
import { undo } from './undo.ts';
import { unlink } from './unlink.ts';
import { why } from './why.ts';

const WITHOUT_HELP: readonly Command[] = [
  resume,
  match,
  why,
  undo,
  jobs,
  job,
  applied,
  withdraw,
  profile,
  me,
  accept,
  decline,
  correct,
  prefer,
  preferences,
  digest,
  stop,
  start,
  link,
  unlink,
  privacy,
  exportData,
  erase,
  status,
  shortlist,
  applications,
  candidates,
  candidate,
  sources,
  source,
  admin,
  stats,
  queue,
  retry,
];

export const COMMANDS: readonly Command[] = [createHelp(WITHOUT_HELP), ...WITHOUT_HELP];

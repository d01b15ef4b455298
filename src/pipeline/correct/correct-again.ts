/** A newer reading of a file loses no word that people said of it: every audience's corrections are applied to it again (F2.5). */
import type { Change } from '../../domain/changes.ts';
import { newCode } from '../../domain/ids.ts';
import { serviceViewer } from '../../domain/people.ts';
import type { Resume } from '../../domain/resume.ts';
import type { NewTask } from '../../domain/steps.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { correctionsOfResume } from '../../store/corrections.ts';
import type { Store } from '../../store/store.ts';
import { matchResumeTask } from '../match/match-steps.ts';
import { correctedReading } from './apply-corrections.ts';

/** The new reading: its number and what was read. */
export interface NewReading {
  id: string;
  workspace: string;
  candidateId: string;
  blobId: string;
  version: number;
  data: Resume;
}

/** A version for each audience behind the reading's own, and the tasks that score them. */
export async function correctAgain(
  { store, taxonomy }: { store: Store; taxonomy: Taxonomy },
  reading: NewReading,
  at: number,
): Promise<{ changes: Change[]; tasks: NewTask[] }> {
  const { id, workspace, candidateId, blobId, data } = reading;
  const corrections = await correctionsOfResume(store, serviceViewer(workspace), id);
  const audiences = [...Map.groupBy(corrections, (one) => one.audience)];
  const changes = audiences.map(
    ([audience, theirs], index): Change => ({
      kind: 'resumeParsed',
      resume: {
        id,
        workspace,
        code: newCode('r'),
        candidateId,
        blobId,
        version: reading.version + 1 + index,
        origin: 'correction',
        submissionId: audience,
        data: correctedReading(data, theirs, taxonomy),
        parserVersion: data.meta.shortlist.parserVersion,
        createdAt: at,
      },
    }),
  );
  const tasks = audiences.map(([audience]) => {
    const task = matchResumeTask(workspace, { resumeId: id, audience }, 5);
    return { ...task, id: `${task.id}:v${reading.version}` };
  });
  return { changes, tasks };
}

/** What the correction page hands in, through the same functions as a reply (F2.5). */
import { UserError } from '../domain/errors.ts';
import { correctResume } from '../pipeline/correct/correct-resume.ts';
import { parseCorrections } from '../pipeline/correct/parse-corrections.ts';
import type { RescoreOptions } from '../pipeline/correct/rescore-shown.ts';
import { commit } from '../store/commit.ts';
import { getResume } from '../store/resumes.ts';
import type { Corrections } from './correction-page.ts';

/** Somebody else wrote the same resume at the same moment: look again. */
const RACES = 3;

export function createPageCorrections(options: RescoreOptions): Corrections {
  const { store, taxonomy } = options;
  return {
    async correct(person, link, lines) {
      const viewer = { workspace: person.workspace, personId: person.id, role: person.role };
      for (let attempt = 0; attempt < RACES; attempt++) {
        const seen = await getResume(store, viewer, link.resumeId);
        const country = seen?.data.basics.location?.countryCode;
        const read = parseCorrections(lines.join('\n'), { taxonomy, country });
        const { resumeId, submissionId: via } = link;
        const { changes, tasks, shown } = await correctResume(options, { person, resumeId, corrections: read.corrections, via });
        const problems = [...read.problems.map(({ problem }) => problem), ...shown.problems];
        if (changes.length === 0 || (await commit(store, { changes, tasks, messages: [] })) === 'committed')
          return { applied: shown.applied, problems };
      }
      throw new UserError('Somebody changed the same resume at this moment.', 'Look at what it says now, and try again.');
    },
  };
}

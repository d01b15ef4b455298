/** A reader whose parser becomes a newer one while the service runs: it reads every file again, and finds a job more. */
import type { Replacements } from '../../src/main.ts';

export interface NewerParser extends Required<Pick<Replacements, 'wrapReader'>> {
  update(): void;
}

export function newerParser(): NewerParser {
  let newer = false;
  return {
    update() {
      newer = true;
    },
    wrapReader: (reader) => ({
      ...reader,
      async read(...request) {
        const outcome = await reader.read(...request);
        if (!newer || !outcome.ok) return outcome;
        // Before the others, so that a correction of "job 2" must not be taken by its number.
        outcome.resume.work.unshift({ position: 'Volunteer Tutor', name: 'Aire Code Club', startDate: '2022-01' });
        outcome.resume.meta.shortlist.parserVersion = 'p3-test';
        return outcome;
      },
    }),
  };
}

/** A reader whose parser becomes a newer one while the service runs, and reads every file again. */
import type { Resume } from '../../src/domain/resume.ts';
import type { Replacements } from '../../src/main.ts';

export interface NewerParser extends Required<Pick<Replacements, 'wrapReader'>> {
  update(): void;
}

/** Before the others, so that a correction of "job 2" must not be taken by its number. */
const findsAJobMore = ({ work }: Resume): void => {
  work.unshift({ position: 'Volunteer Tutor', name: 'Aire Code Club', startDate: '2022-01' });
};

/** `change` is what the newer one does to what the older one reads. */
export function newerParser(change: (resume: Resume) => void = findsAJobMore): NewerParser {
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
        change(outcome.resume);
        outcome.resume.meta.shortlist.parserVersion = 'p3-test';
        return outcome;
      },
    }),
  };
}

/** What recognising the text of a file may cost: one budget for all of its pages, by the processor and by the clock. */

/** Work for what turns out to be no text, in the whole file. A page of text takes 2 to 4 s; noise takes what it can get. */
const FILE_WORK_US = 16_000_000;
/** So much of the work on a page of text is given back: pages that read well are no reason to stop. */
const PAGE_WORK_US = 4_000_000;
/** Whatever the pages hold. */
const MOST_WORK_US = 40_000_000;
/** For machines on which others work, too: five pages beside another recogniser take 20 to 40 s. */
const MOST_MS = 120_000;

/** What has been used so far; for tests, others than those of this process. */
export interface Meters {
  /** Microseconds of processor time. */
  workUs(): number;
  clockMs(): number;
}

const OWN: Meters = {
  workUs() {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
  clockMs: () => performance.now(),
};

export interface OcrBudget {
  startFile(): void;
  startPage(): void;
  /** The page that was started last holds text, and nearly nothing else. */
  pageRead(): void;
  isSpent(): boolean;
}

export function createOcrBudget(meters: Meters = OWN): OcrBudget {
  let [fileFrom, clockFrom, pageFrom, givenBack] = [meters.workUs(), meters.clockMs(), 0, 0];
  return {
    startFile() {
      [fileFrom, clockFrom, givenBack] = [meters.workUs(), meters.clockMs(), 0];
    },
    startPage() {
      pageFrom = meters.workUs();
    },
    pageRead() {
      givenBack += Math.min(PAGE_WORK_US, meters.workUs() - pageFrom);
    },
    isSpent() {
      const work = meters.workUs() - fileFrom;
      return work > MOST_WORK_US || work - givenBack > FILE_WORK_US || meters.clockMs() - clockFrom > MOST_MS;
    },
  };
}

/** What waits for an acknowledgement goes before tasks: fifty uploads at one instant are all taken in before the first is looked at (rule S2). */

export interface GiveWay {
  /** Counts as waiting until it is done. */
  first<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when hardly anything waits, or after a moment: whoever never stops sending must not stop the tasks. */
  clear(): Promise<void>;
  /**
   * For long work in short pieces (scoring): resolves when the piece may be done, one piece each time the event loop goes round,
   * whoever asks, and none while something waits for an acknowledgement, or after a moment. Asked for every few milliseconds of work.
   */
  turn(): Promise<void>;
}

/** Fewer take turns with tasks well; a file of a shared place that is being judged is no rush. */
const RUSH = 4;
const AT_MOST_MS = 250;
/** An acknowledgement goes round the event loop some twenty times, so a piece in each of them would be felt; fifty are enough for it to end. */
const TURN_AT_MOST_MS = 50;

export function createGiveWay(): GiveWay {
  let waiting = 0;
  let onClear = () => {};
  const turns = createTurns(() => waiting > 0);
  return {
    async first(work) {
      waiting += 1;
      try {
        return await work();
      } finally {
        waiting -= 1;
        if (waiting < RUSH) onClear();
        if (waiting === 0) turns.resume();
      }
    },
    async clear() {
      if (waiting < RUSH) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, AT_MOST_MS);
        onClear = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    turn: turns.next,
  };
}

/** Pieces in the order in which they were asked for. */
function createTurns(isHeld: () => boolean): { next(): Promise<void>; resume(): void } {
  const asked: (() => void)[] = [];
  let coming = false;
  let hold: NodeJS.Timeout | undefined;

  const come = () => {
    if (coming || asked.length === 0) return;
    coming = true;
    setImmediate(() => {
      coming = false;
      if (!isHeld()) return give();
      hold ??= setTimeout(give, TURN_AT_MOST_MS);
    });
  };
  const give = () => {
    clearTimeout(hold);
    hold = undefined;
    asked.shift()?.();
    come();
  };
  return {
    next: () =>
      new Promise<void>((resolve) => {
        asked.push(resolve);
        if (hold === undefined) come();
      }),
    resume() {
      if (hold === undefined) return;
      clearTimeout(hold);
      hold = undefined;
      come();
    },
  };
}

/** What waits for an acknowledgement goes before tasks: fifty uploads at one instant are all taken in before the first is looked at (rule S2). */

export interface GiveWay {
  /** Counts as waiting until it is done. */
  first<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when hardly anything waits, or after a moment: whoever never stops sending must not stop the tasks. */
  clear(): Promise<void>;
}

/** Fewer take turns with tasks well; a file of a shared place that is being judged is no rush. */
const RUSH = 4;
const AT_MOST_MS = 250;

export function createGiveWay(): GiveWay {
  let waiting = 0;
  let onClear = () => {};
  return {
    async first(work) {
      waiting += 1;
      try {
        return await work();
      } finally {
        waiting -= 1;
        if (waiting < RUSH) onClear();
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
  };
}

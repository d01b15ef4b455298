/**
 * How far the events of a session are committed. Discord has no acknowledgements (rule D9), but it tells everything behind the position
 * again that whoever resumes names: naming the last one before which nothing is open makes a resume a redelivery.
 */
export interface Ticket {
  done(): void;
  /** It will come again, and all that arrived behind it; what of that is done counts once by its key. */
  failed(): void;
}

export interface Positions {
  /** A new session: what is in hand of the old one moves nothing any more. */
  begin(sequence: number): void;
  /** Undefined: it is in hand or done already. */
  arrived(sequence: number): Ticket | undefined;
  /** Null before the first event. */
  committed(): number | null;
}

export function createPositions(from: number | null = null): Positions {
  let committed = from;
  /** In hand: false, done: true; in the order of arrival, which is that of their numbers. */
  let open = new Map<number, boolean>();

  function finished(all: Map<number, boolean>, sequence: number): void {
    if (all !== open || !all.has(sequence)) return;
    all.set(sequence, true);
    for (const [at, isDone] of all) {
      if (!isDone) return;
      committed = at;
      all.delete(at);
    }
  }
  return {
    begin(sequence) {
      committed = sequence;
      open = new Map();
    },
    arrived(sequence) {
      const all = open;
      if (all.has(sequence) || (committed !== null && sequence <= committed)) return undefined;
      all.set(sequence, false);
      return {
        done: () => finished(all, sequence),
        failed() {
          for (const other of [...all.keys()]) if (other >= sequence) all.delete(other);
        },
      };
    },
    committed: () => committed,
  };
}

/** At most `limit` holders at once, first come first served. The returned release may be called twice. */
export interface ConcurrencyGate {
  enter(): Promise<() => void>;
}

/** A gate for work that needs memory: who does not get in waits, and the socket behind it stops reading. */
export function createConcurrencyGate(limit: number): ConcurrencyGate {
  let inside = 0;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    // The place is handed over, not freed: a newcomer cannot slip in between.
    if (next === undefined) inside--;
    else next();
  };
  const releaseOnce = () => {
    let left = false;
    return () => {
      if (!left) leave();
      left = true;
    };
  };
  return {
    async enter() {
      if (inside < limit) inside++;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      return releaseOnce();
    },
  };
}

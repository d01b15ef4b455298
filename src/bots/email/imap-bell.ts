/** "There may be something new": rung from events, waited for with a limit. Rung before anybody waits counts. */
export interface Bell {
  ring(): void;
  readonly rung: boolean;
  /** Forgets earlier rings. */
  hush(): void;
  /** Resolves when it is rung, or after `ms`. */
  wait(ms: number): Promise<void>;
}

export function createBell(): Bell {
  let rung = false;
  let wake = () => {};
  return {
    ring() {
      rung = true;
      wake();
    },
    get rung() {
      return rung;
    },
    hush() {
      rung = false;
    },
    async wait(ms) {
      if (rung) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, Math.max(0, ms));
      });
      clearTimeout(timer);
    },
  };
}

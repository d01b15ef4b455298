/** `GET /healthz`: for whoever watches the service. Says what is up, never an address, a count or a name of anybody. */
import { errorName } from '../domain/error-name.ts';
import type { Channel } from '../messages/channel.ts';

export interface HealthOptions {
  /** Rejects when nothing could be written now. */
  probeWriting(): Promise<void>;
  channels: ReadonlyMap<string, Channel>;
}

export interface Health {
  ok: boolean;
  /** Seconds since the pages opened. */
  uptime: number;
  /** `ok`, or the code of what refused: `SqliteError SQLITE_READONLY`, `Error ENOSPC`. */
  store: string;
  channels: Record<string, 'up' | 'down'>;
}

/** Whoever asks more often gets the last answer: a probe writes to the disk. */
const FRESH_MS = 5_000;

/** The check; many askers at once share one. */
export function createHealthCheck({ probeWriting, channels }: HealthOptions): () => Promise<Health> {
  const started = performance.now();
  let last: { at: number; store: Promise<string> } | undefined;
  return async () => {
    const now = performance.now();
    if (last === undefined || now - last.at > FRESH_MS) last = { at: now, store: probed(probeWriting) };
    const store = await last.store;
    return {
      ok: store === 'ok',
      uptime: Math.round((now - started) / 1000),
      store,
      channels: Object.fromEntries([...channels].map(([name, channel]) => [name, channel.isUp?.() === false ? 'down' : 'up'])),
    };
  };
}

const probed = (probeWriting: () => Promise<void>): Promise<string> =>
  probeWriting().then(
    () => 'ok',
    (error: unknown) => errorName(error),
  );

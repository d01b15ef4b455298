/** The session of the gateway outlives the process: whoever starts again within minutes is told what came meanwhile (rules D9, R3). */
import { z } from 'zod';
import type { ChannelState } from '../../messages/channel.ts';
import type { GatewaySession } from './discord-gateway.ts';
import { createPositions, type Positions } from './gateway-positions.ts';

export interface SessionStore {
  positions: Positions;
  current(): GatewaySession | undefined;
  replace(session: GatewaySession | undefined): void;
  /** Began anew, and what was missed before it is not caught up yet: also when the process that began it has ended since. */
  isBehind(): boolean;
  caughtUp(): void;
  /** The position moved: kept soon when something was committed, else in a while. An old one only means that more is told again. */
  changed(hasCommitted: boolean): void;
  save(): Promise<void>;
}

const SOURCE = 'discord:session';
const SOON_MS = 1_000;
const IN_A_WHILE_MS = 30_000;
const Kept = z.object({
  id: z.string(),
  url: z.url(),
  ourUser: z.string(),
  application: z.string(),
  sequence: z.number().nullable(),
  behind: z.boolean().default(false),
});
type Kept = z.infer<typeof Kept>;

export async function openSessionStore(state: ChannelState): Promise<SessionStore> {
  const kept = readKept(await state.cursor(SOURCE));
  const positions = createPositions(kept?.sequence ?? null);
  let session: GatewaySession | undefined = kept;
  let behind = kept?.behind ?? false;
  let saved = '';
  let timer: { at: number; handle: NodeJS.Timeout } | undefined;

  let saving: Promise<void> = Promise.resolve();
  /** One after another: an older position must not come to lie on a newer one. */
  function save(): Promise<void> {
    clearTimeout(timer?.handle);
    timer = undefined;
    saving = saving.then(write);
    return saving;
  }
  async function write(): Promise<void> {
    const value = session ? JSON.stringify({ ...session, sequence: positions.committed(), behind } satisfies Kept) : '';
    if (value === saved) return;
    // A store that is full or busy: the next one will do.
    await state.moveCursor(SOURCE, value).then(
      () => {
        saved = value;
      },
      () => {},
    );
  }
  function saveWithin(ms: number): void {
    const at = performance.now() + ms;
    if (timer && timer.at <= at) return;
    clearTimeout(timer?.handle);
    timer = { at, handle: setTimeout(() => void save(), ms).unref() };
  }
  return {
    positions,
    current: () => session,
    replace(next) {
      session = next;
      behind = next !== undefined;
      // At once: a process that ends now is told nothing of what came meanwhile otherwise.
      void save();
    },
    isBehind: () => behind,
    caughtUp() {
      behind = false;
      saveWithin(SOON_MS);
    },
    changed: (hasCommitted) => saveWithin(hasCommitted ? SOON_MS : IN_A_WHILE_MS),
    save,
  };
}

function readKept(value: string | undefined): Kept | undefined {
  if (value === undefined || value === '') return undefined;
  try {
    return Kept.parse(JSON.parse(value));
  } catch {
    return undefined;
  }
}

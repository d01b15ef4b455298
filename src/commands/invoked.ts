/** What a platform's own command, button or form said, kept with its submission (`detail`) until the step runs it. */
import { z } from 'zod';

const Invoked = z.object({
  command: z.string(),
  words: z.array(z.string()),
  /** Fields of the command's form by name. */
  fields: z.record(z.string(), z.string()).optional(),
});
export type Invoked = z.infer<typeof Invoked>;

/** Undefined for a command line that a message carried. */
export function readInvoked(detail: Readonly<Record<string, unknown>> | null): Invoked | undefined {
  const read = Invoked.safeParse(detail?.invoked);
  return read.success ? read.data : undefined;
}

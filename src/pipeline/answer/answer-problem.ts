/** The answer to a message that was too large to be fetched. It says nothing about anybody, so an unverified sender gets it too. */
import { z } from 'zod';
import type { Card } from '../../messages/card.ts';
import { buildMessageProblemCard } from '../../messages/message-problem-card.ts';

const Detail = z.object({
  problem: z.object({ code: z.literal('too_large'), limit: z.number(), fileNames: z.array(z.string()) }),
});

/** Undefined for a message that came in as it was sent. */
export function problemAnswer(detail: unknown): Card | undefined {
  const parsed = Detail.safeParse(detail);
  return parsed.success ? buildMessageProblemCard(parsed.data.problem) : undefined;
}

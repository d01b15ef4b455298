import type { Card } from './card.ts';
import type { MessageProblem } from './channel.ts';
import { buildRefusalCard } from './error-card.ts';

const MEGABYTE = 1024 * 1024;

/** A message that was not taken in as it was sent: why, and what to send instead (rules E11, E13). */
export function buildMessageProblemCard(problem: MessageProblem): Card {
  return buildRefusalCard({
    message: `Your message is too large for me: I take in messages of up to ${Math.floor(problem.limit / MEGABYTE)} MB.`,
    fix: 'Please send the resume by itself, as PDF or DOCX; a large scan is fine at 200 dpi.',
  });
}

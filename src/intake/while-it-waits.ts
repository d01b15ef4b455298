/** What a chat shows while files are read: that they were seen, and how far they are (F1.3). */
import type { NewTask } from '../domain/steps.ts';
import type { IncomingMessage } from '../messages/channel.ts';
import { seenTask } from '../pipeline/answer/mark-task.ts';
import { progressTask } from '../pipeline/answer/progress-task.ts';
import type { IntakeOptions } from './received-event.ts';
import type { Route } from './route-message.ts';

/** Fewer are read before anybody looks. */
const FROM_FILES = 3;

export function whileItWaits(
  { isChat }: IntakeOptions,
  message: IncomingMessage,
  { read }: Route,
  submission: { id: string; workspace: string; location?: string; receivedAt: number },
): NewTask[] {
  if (!isChat?.(message.channel) || message.automatic !== undefined || message.backlog) return [];
  const files = read.flatMap((index) => message.attachments[index] ?? []);
  const isBatch = files.length >= FROM_FILES || files.some(({ name, type }) => /\.zip$/i.test(name) || /\bzip\b/i.test(type));
  return [
    ...(submission.location === undefined ? [] : [seenTask(submission)]),
    ...(isBatch && message.private ? [progressTask(submission, submission.receivedAt)] : []),
  ];
}

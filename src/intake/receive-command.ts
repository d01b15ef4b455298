/** A command, button or form of a platform → a submission with its words, options, fields and files. */
import { COMMANDS } from '../commands/all-commands.ts';
import { findCommand } from '../commands/find-command.ts';
import type { Invoked } from '../commands/invoked.ts';
import { isFilledForm, wordsOfOptions } from '../commands/words-of-options.ts';
import type { Change } from '../domain/changes.ts';
import { isCode } from '../domain/ids.ts';
import type { NewTask } from '../domain/steps.ts';
import type { CommandInvocation, IncomingMessage } from '../messages/channel.ts';
import { findSent } from '../store/outbox.ts';
import { jobTargets } from './address-jobs.ts';
import { heardFrom } from './heard-from.ts';
import { meetSender } from './meet-sender.ts';
import {
  ANSWER_DEADLINE_MS,
  answerTask,
  commandTask,
  type IntakeOptions,
  invocationDetail,
  submissionOf,
  type Taken,
} from './received-event.ts';
import { mayBeResume, type Route } from './route-message.ts';
import { isForService } from './shared-place.ts';
import { fetchTask, receiveAttachments } from './store-attachments.ts';
import { whileItWaits } from './while-it-waits.ts';

export async function receiveCommand(options: IntakeOptions, asked: CommandInvocation): Promise<Taken> {
  const { store, workspace } = options;
  const invocation = await judged(options, asked);
  const met = await meetSender(store, workspace, { channel: invocation.channel, ...invocation.sender }, options.people);
  const submission = submissionOf(options, met, invocation);
  const submissionId = submission.id;
  const { invoked, text } = readInvocation(invocation);
  const route = routeOf(invoked, invocation, text);
  const isResume = route.kind === 'resume';
  const message: IncomingMessage = { ...AS_MESSAGE, ...invocation, attachments: [...(invocation.attachments ?? [])], text };
  const files = await receiveAttachments(store, { workspace, submissionId, personId: met.person.id, message, route });
  const jobs = isResume ? await jobTargets(store, workspace, jobNamed(invoked)) : { targets: [], remarks: [] };
  const usedOn = invocation.messageId === undefined ? [] : [invocation.messageId];
  const sent = await findSent(store, workspace, invocation.channel, usedOn);
  return {
    changes: [
      {
        kind: 'submissionReceived',
        submission: {
          ...submission,
          kind: isResume && jobs.targets.length > 0 && met.person.role === 'candidate' ? 'application' : route.kind,
          text: isResume ? text : [invoked.command, ...invoked.words].join(' '),
          repliesTo: sent?.personId === met.person.id ? sent.id : undefined,
          postingId: jobs.targets.find((job) => job.open)?.postingId,
          remarks: jobs.remarks,
          detail: {
            ...(isResume ? {} : { invoked }),
            ...(jobs.targets.length > 0 ? { jobs: jobs.targets } : {}),
            ...invocationDetail(invocation),
          },
        },
      },
      ...met.changes,
      ...files.changes,
      ...heardFrom(met, invocation),
    ],
    tasks: isResume
      ? [
          ...files.tasks,
          ...whileItWaits(options, message, route, submission),
          { ...answerTask(workspace, submissionId), dueAt: submission.receivedAt + ANSWER_DEADLINE_MS },
        ]
      : (fetchFirst(files.changes) ?? [commandTask(workspace, submissionId)]),
  };
}

/** Files that somebody points at are others': what is no resume is not kept (rule A7), and the command finds none with it. */
async function judged(options: IntakeOptions, invocation: CommandInvocation): Promise<CommandInvocation> {
  if (!invocation.sharedPlace) return invocation;
  const message: IncomingMessage = { ...AS_MESSAGE, ...invocation, attachments: [...(invocation.attachments ?? [])], text: '' };
  const route = routeOf(readInvocation(invocation).invoked, invocation, '');
  return (await isForService(options, message, route)) ? invocation : { ...invocation, attachments: [] };
}

/** What a command works with has to be there before it runs (`fetchAttachment` goes on to it); the first file is enough for an ad. */
function fetchFirst(changes: readonly Change[]): NewTask[] | undefined {
  for (const change of changes)
    if (change.kind === 'attachmentReceived' && change.attachment.ref !== undefined)
      return [fetchTask(change.workspace, change.attachment.id)];
  return undefined;
}

/** A command is no message: what a message says of itself, it does not. */
const AS_MESSAGE: Pick<IncomingMessage, 'inReplyTo' | 'references' | 'recipients' | 'remarks'> = {
  inReplyTo: [],
  references: [],
  recipients: [],
  remarks: [],
};

/** The words that it means, and the text of a form that is a resume. `/shortlist j4f7k2m9q` means that job's list. */
function readInvocation({ command: asked, words: typed, options }: CommandInvocation): { invoked: Invoked; text: string } {
  const isJob = isCode(asked.toLowerCase(), 'j');
  const command = findCommand(isJob ? 'shortlist' : asked, COMMANDS);
  const declared = command?.options ?? [];
  const words = isJob ? [asked, ...typed] : [...typed];
  const name = command?.name ?? asked;
  if (command?.fill && isFilledForm(declared, options))
    return { invoked: { command: name, words, fields: { ...options } }, text: '' };
  const given =
    command?.options === undefined ? [...words, ...Object.values(options).join(' ').split(/\s+/).filter(Boolean)] : undefined;
  return {
    invoked: { command: name, words: given ?? wordsOfOptions(declared, words, options) },
    text: name === 'resume' ? (options.text ?? '').trim() : '',
  };
}

/** Files of `/resume`, and of the shortcuts on messages that are the same command, are taken in as those of a message. */
function routeOf({ command }: Invoked, { attachments = [] }: CommandInvocation, text: string): Route {
  const read = command === 'resume' ? attachments.flatMap((file, index) => (mayBeResume(file) ? [index] : [])) : [];
  const pasted = read.length === 0 && text !== '';
  return { kind: read.length > 0 || pasted ? 'resume' : 'command', read, pasted };
}

const jobNamed = ({ words }: Invoked): string[] => words.map((word) => word.toLowerCase()).filter((word) => isCode(word, 'j'));

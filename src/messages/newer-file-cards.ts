/** To the owner of a resume of whom somebody else sent a newer file (F1.6): the question, the list, what became of it. Never who sent it. */
import type { CandidateId } from '../domain/ids.ts';
import type { OfferState } from '../domain/offer.ts';
import type { Card, CardBlock } from './card.ts';
import { dayOf, oneLine } from './phrases.ts';

export interface NewerFile {
  candidateId: CandidateId;
  resumeCode: string;
  fileName: string;
  /** When it came. Milliseconds. */
  offeredAt: number;
  state: OfferState;
  /** What it says that the current one does not, one or two lines. */
  news: readonly string[];
}

const label = ({ fileName }: NewerFile): string => `"${oneLine(fileName, 80)}"`;
const noteBlocks = (lines: readonly string[]): CardBlock[] => lines.map((text) => ({ kind: 'note', text: oneLine(text, 400) }));

const card = (file: { candidateId: CandidateId }, title: string, blocks: CardBlock[]): Card => ({
  about: [file.candidateId],
  title,
  blocks,
  footer: [],
  attachments: [],
});

/** Once a file. */
export function buildNewerFileQuestion(file: NewerFile): Card {
  return card(file, 'Use this newer resume of yours?', [
    {
      kind: 'text',
      text: `Somebody sent a newer resume of yours: ${label(file)}, on ${dayOf(file.offeredAt)}. Use it as your current resume? Until you say yes, nothing changes.`,
    },
    ...noteBlocks(file.news),
    answerCommands(file),
    {
      kind: 'note',
      text: 'A plain "yes" or "no" in answer to this message does it too. Whoever sent it hears nothing of your answer.',
    },
  ]);
}

const answerCommands = ({ resumeCode }: NewerFile): CardBlock => ({
  kind: 'commands',
  commands: [
    { command: `accept ${resumeCode}`, does: 'yes, use it' },
    { command: `decline ${resumeCode}`, does: 'no, keep mine' },
  ],
});

/** `accept` without a code: what waits, the newest first. */
export function buildNewerFileList(files: readonly NewerFile[]): Card {
  return {
    about: [...new Set(files.map((file) => file.candidateId))],
    title: files.length === 0 ? 'No newer resume waits for your yes' : 'Newer resumes of yours that others sent',
    blocks:
      files.length === 0
        ? [
            {
              kind: 'text',
              text: 'When somebody else sends a newer resume of yours, it is used only when you say so. None waits now.',
            },
          ]
        : files.flatMap((file): CardBlock[] => [
            { kind: 'text', text: `${label(file)}, sent on ${dayOf(file.offeredAt)}:` },
            ...noteBlocks(file.news),
            answerCommands(file),
          ]),
    footer: [],
    attachments: [],
  };
}

/** What became of it, and how to take that back. */
export function buildNewerFileAnswered(file: NewerFile): Card {
  const { resumeCode, state } = file;
  const words = {
    used: {
      title: 'It is your current resume now',
      text: `${label(file)} is your current resume now. What you had before is kept.`,
    },
    declined: {
      title: 'I keep the one you have',
      text: `I keep your resume as it is, and do not ask about ${label(file)} again.`,
    },
    waiting: {
      title: 'Taken back',
      text: `Taken back: ${label(file)} waits for your answer again, and your resume is the one from before.`,
    },
  } as const satisfies Record<OfferState, { title: string; text: string }>;
  const { title, text } = words[state];
  return card(file, title, [
    { kind: 'text', text },
    ...(state === 'used' ? noteBlocks(file.news) : []),
    state === 'waiting'
      ? answerCommands(file)
      : {
          kind: 'commands',
          commands: [
            { command: `undo ${resumeCode}`, does: 'take it back' },
            ...(state === 'used' ? [{ command: 'match', does: 'your best jobs now' }] : []),
          ],
        },
  ]);
}

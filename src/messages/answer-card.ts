/** The one reply to a submission: one resume, several, none, or a question. */
import type { Role } from '../domain/people.ts';
import { batchBlocks, batchTitle } from './batch-blocks.ts';
import type { Card, CardBlock } from './card.ts';
import { type DigestSetting, digestSentence } from './digest-sentence.ts';
import type { FileOutcome, ReadResume } from './file-outcome.ts';
import { type MatchSummary, matchSummaryBlocks, summaryTitle } from './match-summary.ts';
import { joined, oneLine } from './phrases.ts';
import { type PrivacyNotice, privacyNotice } from './privacy-notice.ts';
import { readErrorLine } from './read-error-text.ts';
import { READ_FORMATS } from './read-formats.ts';
import { correctionHint, nameOf, resumeBlocks } from './resume-card.ts';

export interface AnswerInput {
  files: readonly FileOutcome[];
  reader: {
    role: Role;
    /** The one candidate of the answer is the reader's own. */
    yours: boolean;
    digest: DigestSetting;
  };
  /** Jobs for the one resume; left out with several, and while it is not settled whose it is. */
  matches?: MatchSummary;
  /** What the one resume says that the one before did not, and why it is taken for the same person's: a line or two each. */
  news?: readonly string[];
  /** Ask whether the one resume is the sender's own; matches follow the yes. */
  isThisYou?: boolean;
  /** At first contact only. */
  notice?: PrivacyNotice;
  /** What the channel or a zip had to say: `3 parts were too large`. */
  remarks?: readonly string[];
}

/** One resume, perhaps with a cover letter or a reference beside it: these are kept, and make it no batch (F1.5). */
export function isOneResume(files: readonly FileOutcome[]): boolean {
  const resumes = files.filter((file) => file.outcome === 'resume').length;
  return resumes === 1 && files.every((file) => file.outcome === 'resume' || file.outcome === 'not-resume');
}

type Part = { title: string; blocks: CardBlock[] };

/** Builds the answer. Everybody named in it is in `about`, so that delivery can check who may read it. */
export function buildAnswerCard(input: AnswerInput): Card {
  const resumes = input.files.filter((file) => file.outcome === 'resume');
  const [first] = resumes;
  const part =
    first && isOneResume(input.files)
      ? oneResume(first, input)
      : first || input.files.length > 1
        ? several(input)
        : nothing(input);
  const remarks = (input.remarks ?? []).map((text): CardBlock => ({ kind: 'note', text: oneLine(text, 200) }));
  return {
    about: [...new Set(resumes.map((file) => file.candidateId))],
    title: part.title,
    blocks: [...part.blocks, ...remarks, ...(input.notice ? [privacyNotice(input.notice)] : [])],
    footer: [],
    attachments: [],
  };
}

function oneResume(file: ReadResume, input: AnswerInput): Part {
  const { reader } = input;
  const name = nameOf(file.resume);
  const again = file.seenBefore ? ' I had read this very file before; nothing was added twice.' : '';
  const hello = reader.yours
    ? `Thank you, I have read your resume.${again}`
    : `Thank you, I have read ${oneLine(file.file, 80)}.${again}`;
  const understood: CardBlock[] = [
    { kind: 'text', text: `${hello} This is what I understood:` },
    ...resumeBlocks(file.resume, reader.yours ? 'you' : 'other'),
    ...(input.news ?? []).map((text): CardBlock => ({ kind: 'text', text: oneLine(text, 400) })),
    correctionHint(file.resumeCode),
  ];
  const beside = input.files.filter((one) => one.outcome === 'not-resume').map((one) => oneLine(one.file, 80));
  if (input.isThisYou) {
    return {
      title: `I have read the resume of ${name}: is this you?`,
      blocks: [...understood, ...besideBlocks(beside), ...isThisYou(reader.digest)],
    };
  }
  const found = input.matches ? summaryTitle(input.matches) : undefined;
  // Without a list the summary itself says what the digest will do for the reader's own resume.
  const saysDigest = reader.yours && input.matches?.items.length === 0;
  const whose = reader.yours ? 'Your resume is in' : name;
  return {
    title: found ? `${whose}: ${found}` : `${whose}: this is what I understood`,
    blocks: [
      ...understood,
      ...besideBlocks(beside),
      ...(input.matches ? matchSummaryBlocks(input.matches, reader) : []),
      { kind: 'commands', commands: [{ command: `match ${file.resumeCode}`, does: 'the current list, any time' }] },
      ...(saysDigest ? [] : [{ kind: 'note' as const, text: digestSentence(reader.digest) }]),
    ],
  };
}

const besideBlocks = (names: readonly string[]): CardBlock[] =>
  names.length === 0
    ? []
    : [{ kind: 'note', text: `I kept ${joined(names)} beside it: no resume, so I made no candidate of it.` }];

function isThisYou(digest: DigestSetting): CardBlock[] {
  return [
    {
      kind: 'text',
      text: 'Is this you? Answer "me", and I keep it as your own resume and show you the jobs that fit. If it is somebody else, you need not do anything.',
    },
    { kind: 'commands', commands: [{ command: 'me', does: 'yes, this resume is mine' }] },
    { kind: 'note', text: digestSentence(digest) },
  ];
}

function several(input: AnswerInput): Part {
  return {
    title: batchTitle(input.files),
    blocks: [...batchBlocks(input.files, input.reader), { kind: 'note', text: digestSentence(input.reader.digest) }],
  };
}

/** No resume came out of it: nothing attached, one file that is none, one that could not be read or is not read yet. */
function nothing(input: AnswerInput): Part {
  const [file] = input.files;
  if (!file) return { title: 'I found no resume in your message', blocks: [howToSend(), helpCommand()] };
  const label = oneLine(file.file, 80);
  if (file.outcome === 'waiting') {
    return {
      title: `Still reading ${label}`,
      blocks: [
        {
          kind: 'text',
          text: `Reading ${label} takes longer than usual. It is safe with me, and the result follows as soon as it is there; you need not send it again.`,
        },
      ],
    };
  }
  if (file.outcome === 'failed') {
    return {
      title: `I could not read ${label}`,
      blocks: [{ kind: 'text', text: readErrorLine(label, file.error) }, helpCommand()],
    };
  }
  return {
    title: `${label} does not look like a resume`,
    blocks: [
      { kind: 'text', text: `I looked through ${label}, and it does not look like a resume, so I made no candidate of it.` },
      howToSend(),
      helpCommand(),
    ],
  };
}

function howToSend(): CardBlock {
  return {
    kind: 'text',
    text: `Please attach the resume as a ${READ_FORMATS} file (several, or a zip, are fine too), or paste its whole text into the message.`,
  };
}

function helpCommand(): CardBlock {
  return { kind: 'commands', commands: [{ command: 'help', does: 'everything I can do' }] };
}

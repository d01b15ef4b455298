/** The one answer to a reply: what was taken of it, line by line, what changed by it, and how to take it back (F2.5, F2.6, O11). */
import type { Preferences } from '../domain/match.ts';
import type { Card, CardBlock } from './card.ts';
import { feedbackLines, type TakenFeedback, undoCommands, unknownNumberText } from './feedback-card.ts';
import { counted, monthOf, oneLine, points } from './phrases.ts';
import { wishFacts } from './wish-facts.ts';

export interface ShownMatchChanges {
  changed: readonly { title: string; company?: string; before?: number; after?: number }[];
  compared: number;
}

export interface TakenInput {
  reactions?: { confirmed: readonly TakenFeedback[]; unknown: readonly number[]; highest: number };
  correction?: {
    candidateId: string;
    resumeCode: string;
    /** The resume is the reader's own. */
    yours: boolean;
    undone: boolean;
    applied: readonly { label: string; before: string; after: string }[];
    problems: readonly string[];
    matches: ShownMatchChanges;
  };
  preferences?: {
    undone: boolean;
    changed: boolean;
    wishes: Preferences | undefined;
    problems: readonly string[];
    matches: ShownMatchChanges;
    /** Without an own resume wishes have nothing to work on yet. */
    hasResume: boolean;
  };
  /** Lines that could not be taken, with the reason. */
  problems: readonly { line: string; problem: string }[];
  /** Lines that say nothing that I know. */
  ignored: readonly string[];
  personId: string;
}

const SHOWN_MATCHES = 5;
const SHOWN_LINES = 10;

export function buildTakenCard(input: TakenInput): Card {
  const { reactions, correction, preferences } = input;
  const titles = [
    reactions?.confirmed.length ? (reactions.confirmed.every((one) => one.taken.kind !== 'given') ? 'Taken back' : 'Noted') : '',
    correction?.applied.length ? (correction.undone ? 'Taken back' : 'Corrected') : '',
    preferences
      ? preferences.undone
        ? 'Taken back'
        : preferences.changed
          ? 'Your preferences are changed'
          : 'Your preferences'
      : '',
  ].filter((title) => title !== '');
  const about = [
    ...(reactions?.confirmed.map((one) => one.candidateId) ?? []),
    ...(correction ? [correction.candidateId] : []),
    ...(preferences ? [input.personId] : []),
  ];
  return {
    about: [...new Set(about)],
    title:
      [...new Set(titles)].join(', ') || (reactions?.unknown.length ? 'Which match do you mean?' : 'I could not take that in'),
    blocks: [
      ...(reactions ? reactionBlocks(reactions) : []),
      ...(correction ? correctionBlocks(correction) : []),
      ...(preferences ? preferenceBlocks(preferences) : []),
      ...problemBlocks(input),
    ],
    footer: [],
    attachments: [],
  };
}

const text = (line: string): CardBlock => ({ kind: 'text', text: line });
const note = (line: string): CardBlock => ({ kind: 'note', text: line });

function reactionBlocks({ confirmed, unknown, highest }: NonNullable<TakenInput['reactions']>): CardBlock[] {
  const lines = [...feedbackLines(confirmed), ...(unknown.length > 0 ? [unknownNumberText(unknown, highest)] : [])];
  const undo = undoCommands(confirmed);
  return [
    ...(lines.length > 1 ? [{ kind: 'list' as const, items: lines }] : lines.map(text)),
    ...(undo.length > 0 ? [{ kind: 'commands' as const, commands: undo }] : []),
  ];
}

/** `Job 2, end: Jan 2023 → May 2024`. */
function changeLine({ label, before, after }: { label: string; before: string; after: string }, isNew = 'new'): string {
  const shown = (value: string) =>
    value === '' ? 'nothing' : oneLine(/^\d{4}(?:-\d\d){0,2}$/.test(value) ? monthOf(value) : value, 120);
  if (before === after) return `${label}: ${shown(after)}, as I had it`;
  if (before === '') return `${label}: ${shown(after)} (${isNew})`;
  return after === '' ? `${label}: ${shown(before)} (removed)` : `${label}: ${shown(before)} → ${shown(after)}`;
}

function correctionBlocks(input: NonNullable<TakenInput['correction']>): CardBlock[] {
  const { applied, undone, problems } = input;
  const whose = input.yours ? 'your resume' : 'this resume';
  if (applied.length === 0) return problems.map(text);
  return [
    text(undone ? `I took your correction of ${whose} back:` : `I corrected ${whose}, as you wrote:`),
    { kind: 'list', items: applied.map((one) => changeLine(one, undone ? 'there again' : 'new')) },
    ...problems.map(text),
    ...matchBlocks(input.matches, input.yours),
    ...(undone
      ? []
      : [
          note('Answer "undo" to this message to take it back. Nothing else of the resume changed.'),
          {
            kind: 'commands' as const,
            commands: [{ command: `undo ${input.resumeCode}`, does: 'takes your last correction back' }],
          },
        ]),
  ];
}

/** The list is right at once; what was below it may come in when all jobs are through. */
function matchBlocks({ changed, compared }: ShownMatchChanges, yours: boolean): CardBlock[] {
  if (compared === 0) return [];
  const whose = yours ? 'your' : 'the';
  if (changed.length === 0) return [text(`None of ${whose} matches changed by it so far.`), LATER];
  const more = changed.length - SHOWN_MATCHES;
  return [
    text(`${changed.length} of ${whose} ${counted(compared, 'match', 'matches')} changed:`),
    { kind: 'list', items: [...changed.slice(0, SHOWN_MATCHES).map(matchLine), ...(more > 0 ? [`and ${more} more`] : [])] },
    LATER,
  ];
}

const LATER = note('I am comparing the other open jobs now; "match" shows the whole list.');

function matchLine({ title, company, before, after }: ShownMatchChanges['changed'][number]): string {
  const job = [oneLine(title, 80), company && oneLine(company, 60)].filter(Boolean).join(', ');
  if (after === undefined) return `${job}: no longer in the list`;
  return before === undefined ? `${job}: new in the list with ${points(after)}` : `${job}: ${points(before)} → ${points(after)}`;
}

function preferenceBlocks(input: NonNullable<TakenInput['preferences']>): CardBlock[] {
  const { wishes, changed, undone, problems } = input;
  const facts = wishFacts(wishes);
  const head = undone ? 'Your preferences are as they were before:' : changed ? 'Your preferences now:' : 'Your preferences:';
  return [
    ...(facts.length > 0
      ? [text(head), { kind: 'facts' as const, facts }]
      : [text('You have no preferences: every open job counts.')]),
    ...problems.map(text),
    ...(changed ? matchBlocks(input.matches, true) : []),
    ...(changed && !input.hasResume ? [text('They count as soon as I have your own resume.')] : []),
    note(
      changed && !undone
        ? 'Answer "undo" to this message to take it back, "preferences clear" to have none.'
        : 'Answer with lines such as "remote only", "not Acme", "in Leeds or York", "at least 60k EUR", or "preferences clear".',
    ),
  ];
}

function problemBlocks({ problems, ignored }: TakenInput): CardBlock[] {
  const lines = [
    ...problems.map(({ line, problem }) => `"${oneLine(line, 60)}": ${problem}`),
    ...ignored.map((line) => `"${oneLine(line, 80)}": I do not know what to do with this line.`),
  ];
  if (lines.length === 0) return [];
  const more = lines.length - SHOWN_LINES;
  return [
    { kind: 'heading', text: 'Not taken' },
    { kind: 'list', items: [...lines.slice(0, SHOWN_LINES), ...(more > 0 ? [`and ${counted(more, 'more line')}`] : [])] },
  ];
}

/** The one-line answer to a reaction: which match it was taken for, and how to take it back (rule O11). */
import type { Meaning } from '../domain/feedback.ts';
import type { CandidateId } from '../domain/ids.ts';
import type { Card } from './card.ts';
import { joined, oneLine } from './phrases.ts';

export interface TakenFeedback {
  /** Its number in the message reacted to. */
  number: number;
  /** Its message or button is about it alone: a number says nothing. */
  alone?: boolean;
  /** No number was given, and the message lists several: 1 was taken. */
  assumed?: boolean;
  /** Title of the posting or name of the candidate. */
  title: string;
  company?: string;
  /** Of the match. */
  code?: string;
  /** Whom the match is about; left out of a card that a shared conversation may show. */
  candidateId: CandidateId;
  taken: { kind: 'given'; meaning: Meaning; rating?: number } | { kind: 'undone' } | { kind: 'nothing-to-undo' };
}

const MEANING_WORDS = {
  interested: 'interested',
  'not-interested': 'not for you',
  saved: 'saved',
  applied: 'applied',
  rating: 'rated',
  comment: 'your comment is kept',
  ideal: 'what the answer should have been is kept',
} satisfies Record<Meaning, string>;

function line(feedback: TakenFeedback): string {
  const company = feedback.company ? `, ${oneLine(feedback.company, 60)}` : '';
  const match = `${feedback.alone ? '' : `number ${feedback.number}, `}"${oneLine(feedback.title, 80)}"${company}`;
  const { taken } = feedback;
  if (taken.kind === 'undone') return `Taken back for ${match}: it counts no longer.`;
  if (taken.kind === 'nothing-to-undo') return `There is nothing to take back for ${match}.`;
  const meaning =
    taken.meaning === 'rating' && taken.rating !== undefined ? `rated ${taken.rating} of 5` : MEANING_WORDS[taken.meaning];
  const why = feedback.assumed ? ' Without a number I take number 1; "2👍" names another.' : '';
  return `Noted for ${match}: ${meaning}.${feedback.alone ? '' : ` "${feedback.number} undo" takes it back.${why}`}`;
}

export const feedbackLines = (feedback: readonly TakenFeedback[]): string[] => feedback.map(line);

/** One line a match. */
export function buildFeedbackCard(feedback: readonly TakenFeedback[]): Card {
  const lines = feedback.map(line);
  const [first = 'There was nothing to note.'] = lines;
  return {
    about: [...new Set(feedback.map((one) => one.candidateId))],
    title: feedback.every((one) => one.taken.kind !== 'given') ? 'Taken back' : 'Noted',
    blocks: lines.length > 1 ? [{ kind: 'list', items: lines }] : [{ kind: 'text', text: first }],
    footer: [],
    attachments: [],
  };
}

/** The button under a confirmation that takes it back; none where numbers do. */
export const undoCommands = (feedback: readonly TakenFeedback[]): { command: string; does: string }[] =>
  feedback.flatMap(({ alone, code, taken }) =>
    alone && code !== undefined && taken.kind === 'given' ? [{ command: `undo ${code}`, does: 'takes it back' }] : [],
  );

const WHICH =
  'That message lists several matches, so I do not know which one you mean. React to the message of the match itself, right below it, or answer with its number: "2👍".';

/** A bare 👍 under several matches, where each has a message of its own: it counts for none. */
export const buildWhichMatchCard = (): Card => ({
  about: [],
  title: 'Which match do you mean?',
  blocks: [{ kind: 'text', text: WHICH }],
  footer: [],
  attachments: [],
});

/** Numbers that the message does not have (`highest` 0: it lists no matches at all). */
export function unknownNumberText(asked: readonly number[], highest: number): string {
  const which = asked.length === 1 ? `number ${asked[0]}` : `numbers ${joined(asked.map(String), 'or')}`;
  const range = highest === 1 ? 'it lists only number 1' : `its matches are numbered 1 to ${highest}`;
  return highest === 0
    ? 'That message of mine lists no matches, so I do not know what you mean. Ask for "match", and answer to that.'
    : `That message has no ${which}: ${range}. Please answer again, for example "1👍".`;
}

/** Nothing could be noted. */
export function buildUnknownNumberCard(asked: readonly number[], highest: number): Card {
  const text = unknownNumberText(asked, highest);
  return { about: [], title: 'Which match do you mean?', blocks: [{ kind: 'text', text }], footer: [], attachments: [] };
}

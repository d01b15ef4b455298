/** How one score comes about: its parts, each requirement, and the line of the resume that answers it (principle 10). */

import type { CandidateId } from '../domain/ids.ts';
import { type Evidence, FACTORS, type Factor, type Preset, type Score } from '../domain/match.ts';
import { ACCEPTED_FROM } from '../domain/resume.ts';
import type { Card, CardBlock, CardFact } from './card.ts';
import { joined, oneLine } from './phrases.ts';

export interface WhyInput {
  candidateId: CandidateId;
  matchCode: string;
  /** The candidate's name; not used when the reader is that candidate. */
  name: string;
  yours: boolean;
  posting: { code: string; title: string; company?: string };
  /** Which total the reader's list shows. */
  preset: Preset;
  score: Score;
}

const FACTOR_NAMES = {
  skills: 'Skills',
  experience: 'Experience',
  education: 'Education',
  location: 'Place',
  salary: 'Pay',
  preferences: 'Wishes',
} satisfies Record<Factor, string>;

/** Why a part has no value. */
const SILENT_NOTES = {
  skills: 'the job names none that I can read',
  experience: 'the job says nothing about it',
  education: 'the job says nothing about it',
  location: 'the place of one of the two is not known',
  salary: 'the job names no pay, or no wish is known',
  preferences: 'no wish is known',
} satisfies Record<Factor, string>;

/** What the kind of an evidence adds to the line that shows it. */
const KIND_NOTES = {
  exact: '',
  alias: ' (another name for it)',
  narrower: ' (a kind of it)',
  broader: ' (a wider field, counts in part)',
  related: ' (a neighbouring skill, counts in part)',
  wording: ' (similar wording, counts in part)',
  none: '',
} satisfies Record<Evidence['kind'], string>;

const SHOWN = 12;

function partFact(factor: Factor, value: number | null): CardFact {
  const label = FACTOR_NAMES[factor];
  if (value === null) return { label, value: 'not counted', note: SILENT_NOTES[factor] };
  const fact = { label, value: `${Math.floor(value * 100)} of 100` };
  return factor === 'preferences' ? { ...fact, note: 'shown, not counted' } : fact;
}

function metLine(evidence: Evidence): string {
  const line = evidence.resumeLine ? `: "${oneLine(evidence.resumeLine, 140)}"` : '';
  return `${oneLine(evidence.requirement, 100)}${line}${KIND_NOTES[evidence.kind]}`;
}

function list(heading: string, lines: readonly string[]): CardBlock[] {
  if (lines.length === 0) return [];
  const more = lines.length - SHOWN;
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items: [...lines.slice(0, SHOWN), ...(more > 0 ? [`and ${more} more`] : [])] },
  ];
}

/** Requirements with the line that shows them; those met without a line of their own are named all the same. Each stands once. */
function requirementBlocks(score: Score): CardBlock[] {
  const missing = new Set(score.missing);
  const shown = score.evidence.filter((one) => one.kind !== 'none' && one.value > 0);
  const named = new Set(shown.map((one) => one.requirement));
  const silent = score.met.filter((requirement) => !named.has(requirement)).map((one) => oneLine(one, 100));
  const full = shown.filter((one) => !missing.has(one.requirement));
  const inPart = shown.filter((one) => missing.has(one.requirement));
  const absent = [...missing].filter((requirement) => !named.has(requirement));
  return [
    ...list('Found in the resume', [...full.map(metLine), ...silent]),
    ...list('Found in part', inPart.map(metLine)),
    ...list(
      'Not found in the resume',
      absent.map((one) => oneLine(one, 100)),
    ),
    ...list(
      'Please note (outside the score)',
      score.vetoes.map((veto) => oneLine(veto.text, 140)),
    ),
  ];
}

/** The reasons of one match. */
export function buildWhyCard(input: WhyInput): Card {
  const { score, posting } = input;
  const total = score.totals[input.preset];
  const job = `${oneLine(posting.title, 100)}${posting.company ? `, ${oneLine(posting.company, 60)}` : ''}`;
  const who = input.yours ? 'Your resume' : oneLine(input.name, 80);
  return {
    about: [input.candidateId],
    title: `Why ${total} of 100: ${job}`,
    blocks: [
      { kind: 'text', text: `${who} and "${job}": ${total} of 100 as of ${score.asOf}. ${confidence(score.confidence)}` },
      { kind: 'facts', facts: FACTORS.map((factor) => partFact(factor, score.parts[factor])) },
      ...requirementBlocks(score),
      {
        kind: 'note',
        text: `The score follows from these facts alone: never from name, age, gender, nationality or school. Version ${score.scoreVersion}.`,
      },
      next(input),
    ],
    footer: [],
    attachments: [],
  };
}

function confidence(value: number): string {
  if (value >= ACCEPTED_FROM) return 'What it rests on was read with certainty.';
  return value >= 0.5
    ? 'Some of what it rests on was read with less certainty.'
    : 'Much of what it rests on was read with little certainty.';
}

function next(input: WhyInput): CardBlock {
  const missing = input.score.missing.slice(0, 2).map((one) => oneLine(one, 60));
  const hint =
    missing.length > 0 && input.yours
      ? `If you do have ${joined(missing, 'or')}, send a resume that says where you used it: `
      : '';
  return {
    kind: 'text',
    text: `${hint}${hint ? 'the' : 'The'} score is made anew whenever the resume or the job changes. What the job asks for: "jobs show ${input.posting.code}". Your opinion: answer 👍 or 👎.`,
  };
}

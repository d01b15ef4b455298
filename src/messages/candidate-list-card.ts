/** The candidates that the reader may see. */
import type { CandidateId } from '../domain/ids.ts';
import type { Card } from './card.ts';
import { counted, oneLine } from './phrases.ts';

export interface CandidateLine {
  id: CandidateId;
  code: string;
  name?: string;
  label?: string;
  city?: string;
}

export function buildCandidateListCard(found: readonly CandidateLine[], input: { shown: number; words: string }): Card {
  const asked = input.words ? ` for "${oneLine(input.words, 60)}"` : '';
  const [first] = found;
  if (!first) {
    const text = input.words
      ? `I found nobody${asked} among your candidates. Try fewer or other words, or "candidates" for all.`
      : 'You have no candidates yet. Send resumes as attachments (several, or a zip, are fine).';
    return { about: [], title: `No candidates${asked}`, blocks: [{ kind: 'text', text }], footer: [], attachments: [] };
  }
  const shown = found.slice(0, input.shown);
  const lines = shown.map(
    (one) => `${one.code}: ${oneLine([one.name ?? 'without a name', one.label, one.city].filter(Boolean).join(', '), 160)}`,
  );
  if (found.length > shown.length) lines.push('and more: "candidates" with some words narrows it down');
  return {
    about: shown.map((one) => one.id),
    title: found.length > shown.length ? `Candidates${asked}` : `${counted(found.length, 'candidate')}${asked}`,
    blocks: [
      { kind: 'list', items: lines },
      {
        kind: 'commands',
        commands: [
          { command: `candidate ${first.code}`, does: 'one of them in full' },
          { command: `match ${first.code}`, does: 'jobs for one of them' },
        ],
      },
    ],
    footer: [],
    attachments: [],
  };
}

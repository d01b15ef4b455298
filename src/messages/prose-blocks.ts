/** A profile in sentences as blocks of a card. */
import type { Prose, ProseVoice } from '../domain/prose.ts';
import type { CardBlock } from './card.ts';

const TITLES: Readonly<Record<ProseVoice, Record<Exclude<keyof Prose, 'summary'>, string>>> = {
  you: { strengths: 'Your strengths', improve: 'What would make your resume stronger', advice: 'Next steps' },
  they: { strengths: 'Strengths', improve: 'What the resume leaves open', advice: 'Next steps' },
};

/** Nothing for what is empty. */
export function proseBlocks(prose: Prose | undefined, voice: ProseVoice): CardBlock[] {
  if (!prose) return [];
  const titles = TITLES[voice];
  const part = (name: 'strengths' | 'improve' | 'advice'): CardBlock[] =>
    prose[name].length === 0
      ? []
      : [
          { kind: 'heading', text: titles[name] },
          { kind: 'list', items: prose[name] },
        ];
  return [
    ...(prose.summary === ''
      ? []
      : [
          { kind: 'heading' as const, text: 'In short' },
          { kind: 'text' as const, text: prose.summary },
        ]),
    ...part('strengths'),
    ...part('improve'),
    ...part('advice'),
  ];
}

import type { Card } from '../../../src/messages/card.ts';

/** A card with every kind of block. */
export function makeCard(change: Partial<Card> = {}): Card {
  return {
    about: [],
    title: 'Your resume: 2 jobs that fit',
    blocks: [
      { kind: 'text', text: 'Thank you, Ilse.\n\nThis is what I understood.' },
      {
        kind: 'facts',
        facts: [
          { label: 'Name', value: 'Ilse Wanderstein' },
          { label: 'Phone', value: '+1 212-555-0147', note: 'please check' },
        ],
      },
      { kind: 'heading', text: 'Jobs for you' },
      {
        kind: 'items',
        items: [
          {
            number: 1,
            code: 'm4f7k2m9q',
            title: 'Pressure vessel welder',
            subtitle: 'Larkfield Ltd · Leeds',
            url: 'https://jobs.example.org/1?a=1&b=2',
            score: 91.44,
            good: ['9 years of TIG welding'],
            missing: ['ISO 9606 certificate'],
            notes: ['Changed since yesterday'],
          },
          { number: 2, title: 'Fitter', good: [], missing: [], notes: [] },
        ],
      },
      { kind: 'list', items: ['One thing', 'Another'] },
      { kind: 'note', text: 'Scores come from facts only.' },
      { kind: 'commands', commands: [{ command: 'why m4f7k2m9q', does: 'the reasons' }] },
    ],
    footer: ['You get this because you sent your resume.'],
    attachments: [],
    ...change,
  };
}

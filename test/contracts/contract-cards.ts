/** Cards that every channel has to render. */
import type { Card } from '../../src/messages/card.ts';

const HOSTILE = '@everyone <!channel> <b>bold</b> *stars* `ticks` [link](javascript:alert(1)) & "quotes" \u202Ereversed';

/** A card with every kind of block and strings that no platform may read as markup. */
export const CONTRACT_CARD: Card = {
  about: [],
  title: 'Two jobs that fit',
  blocks: [
    { kind: 'text', text: 'This is what I understood.' },
    { kind: 'facts', facts: [{ label: 'Name', value: 'Ilse Wanderstein', note: 'please check' }] },
    { kind: 'heading', text: 'Jobs for you' },
    {
      kind: 'items',
      items: [
        {
          number: 1,
          code: 'm4f7k2m9q',
          title: 'Pressure vessel welder',
          subtitle: 'Larkfield Ltd',
          url: 'https://jobs.example.org/1',
          score: 91,
          good: ['nine years of welding'],
          missing: ['a certificate'],
          notes: ['changed since'],
        },
        { number: 2, code: 'm9t2x0c5b', title: HOSTILE, url: 'javascript:alert(1)', score: 70, good: [], missing: [], notes: [] },
      ],
    },
    { kind: 'list', items: ['one thing'] },
    { kind: 'note', text: 'a remark' },
    { kind: 'commands', commands: [{ command: 'why m4f7k2m9q', does: 'the reasons' }] },
  ],
  footer: ['You get this because you asked.'],
  attachments: [],
};

/** One match, as chats that have `itemMessages` get each: a reaction to it means that match, and its buttons say so. */
export const CONTRACT_ITEM_CARD: Card = {
  about: [],
  title: 'Pressure vessel welder',
  blocks: [
    {
      kind: 'items',
      items: [
        {
          number: 1,
          matchId: '019a0000-0000-7000-8000-000000000001',
          code: 'm4f7k2m9q',
          title: 'Pressure vessel welder',
          subtitle: 'Larkfield Ltd',
          score: 91,
          good: ['nine years of welding'],
          missing: [],
          notes: [],
        },
      ],
    },
  ],
  footer: [],
  attachments: [],
};

/** Much more than any platform takes in one message. */
export const CONTRACT_LONG_CARD: Card = {
  about: [],
  title: 'A long list '.repeat(40),
  blocks: [
    { kind: 'text', text: 'word '.repeat(2_000) },
    { kind: 'heading', text: 'heading '.repeat(60) },
    { kind: 'facts', facts: Array.from({ length: 60 }, (_, index) => ({ label: `Fact ${index}`, value: 'value '.repeat(80) })) },
    {
      kind: 'items',
      items: Array.from({ length: 40 }, (_, index) => ({
        number: index + 1,
        code: 'm4f7k2m9q',
        title: `Job ${index} ${'🚒 '.repeat(150)}`,
        subtitle: 'place '.repeat(60),
        score: 50,
        good: Array.from({ length: 6 }, () => 'because '.repeat(40)),
        missing: ['missing '.repeat(40)],
        notes: ['note '.repeat(40)],
      })),
    },
    { kind: 'list', items: Array.from({ length: 200 }, () => 'entry '.repeat(30)) },
    {
      kind: 'commands',
      commands: Array.from({ length: 40 }, (_, index) => ({ command: `why ${index}`, does: 'the reasons '.repeat(20) })),
    },
  ],
  footer: Array.from({ length: 20 }, () => 'footer '.repeat(60)),
  attachments: [],
};

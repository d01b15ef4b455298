/** What somebody sees who links what they are on several channels (F8.2). */
import type { PersonId } from '../domain/ids.ts';
import type { Card, CardBlock } from './card.ts';

const card = (personId: PersonId, title: string, blocks: CardBlock[]): Card => ({
  about: [personId],
  title,
  blocks,
  footer: [],
  attachments: [],
});

const addressList = (addresses: readonly string[]): CardBlock[] => [
  { kind: 'heading', text: 'Linked now' },
  { kind: 'list', items: [...addresses] },
];

/** A new code, and what is linked already. */
export function buildLinkCodeCard(input: {
  personId: PersonId;
  code: string;
  minutes: number;
  addresses: readonly string[];
}): Card {
  const { code, minutes } = input;
  return card(input.personId, `Your code: ${code}`, [
    {
      kind: 'text',
      text:
        `Write to me on the other channel (mail, Slack, Discord) within ${minutes} minutes: link ${code}\n` +
        'I then show you what would be linked, and ask once more. The code works once.',
    },
    {
      kind: 'note',
      text: 'Give it to nobody: whoever uses it could see and change everything of yours here. I never ask for it.',
    },
    ...addressList(input.addresses),
  ]);
}

/** Before anything happens: whose code it is, and what a yes means. */
export function buildLinkPlanCard(input: { personId: PersonId; code: string; here: string; masked: readonly string[] }): Card {
  return card(input.personId, 'Link these?', [
    { kind: 'text', text: `The code is from somebody who writes here as:` },
    { kind: 'list', items: [...input.masked] },
    {
      kind: 'text',
      text:
        `If all of that is you, write: link ${input.code} yes\n` +
        `Then ${input.here} and these are one: whoever writes from any of them sees and changes everything, resumes, matches, digest and settings.`,
    },
    {
      kind: 'note',
      text: 'Did somebody else send you this code? Then do nothing: it would give them everything that you have here.',
    },
    { kind: 'commands', commands: [{ command: `link ${input.code} yes`, does: 'links them' }] },
  ]);
}

/** It has begun; large ones take a minute. */
export function buildLinkedCard(input: { personId: PersonId; addresses: readonly string[]; undo: string; role?: string }): Card {
  return card(input.personId, 'Linked', [
    {
      kind: 'text',
      text:
        'From now on these are one person to me. What was sent, said and shown on each is being put together; it takes a moment, and no digest leaves meanwhile.' +
        (input.role === undefined ? '' : ` You are ${input.role} on all of them.`),
    },
    ...addressList(input.addresses),
    {
      kind: 'commands',
      commands: [
        { command: 'digest channel mail', does: 'where your digest goes: mail, slack or discord' },
        { command: input.undo, does: 'takes that address out again; what is here stays with the others' },
      ],
    },
  ]);
}

/** To the side that gave the code: somebody used it. */
export function buildLinkNewsCard(input: { personId: PersonId; there: string; undo: string }): Card {
  return card(input.personId, 'Your addresses are linked', [
    {
      kind: 'text',
      text: `Your code was used by ${input.there}: that is you to me now, with everything that you have here.`,
    },
    { kind: 'note', text: `That was not you? Write "${input.undo}" at once.` },
    { kind: 'commands', commands: [{ command: input.undo, does: 'takes it out again' }] },
  ]);
}

export function buildUnlinkedCard(input: {
  personId: PersonId;
  gone: string;
  addresses: readonly string[];
  lostRole?: string;
}): Card {
  return card(input.personId, 'Unlinked', [
    {
      kind: 'text',
      text:
        `${input.gone} is somebody new to me: nothing that is here can be seen from there any more. What came from there stays here.` +
        (input.lostRole === undefined ? '' : ` You were ${input.lostRole} by that address; an admin can give you that again.`),
    },
    ...addressList(input.addresses),
    { kind: 'commands', commands: [{ command: 'link', does: 'links it again' }] },
  ]);
}

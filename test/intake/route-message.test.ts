import { describe, expect, it } from 'vitest';
import { looksLikeResume, type RouteContext, routeMessage } from '../../src/intake/route-message.ts';
import type { IncomingAttachment, IncomingMessage } from '../../src/messages/channel.ts';

const attachment = (name: string, type: string, more: Partial<IncomingAttachment> = {}): IncomingAttachment => ({
  name,
  type,
  inline: false,
  embedded: false,
  depth: 0,
  content: { bytes: new Uint8Array([1]) },
  ...more,
});
const message = (more: Partial<IncomingMessage>): IncomingMessage => ({
  channel: 'email',
  eventKey: 'k',
  conversation: 'ana@example.com',
  private: true,
  sender: { address: 'ana@example.com', verified: true },
  inReplyTo: [],
  references: [],
  recipients: [],
  text: '',
  attachments: [],
  remarks: [],
  ...more,
});
const context = (more: Partial<RouteContext> = {}): RouteContext => ({
  repliesTo: undefined,
  isCommand: (line) => line === 'match' || line === 'digest off',
  isFeedback: (text) => text.startsWith('👍'),
  ...more,
});
const OURS = { outboxId: 'o1', matches: [{ number: 1, matchId: 'm1' }] };

const PASTED = `Rosa Vidal\nrosa@example.com\n\nExperience\nBaker, Example Bread, Porto, 2017 - 2023\n- Sourdough for four shops, early shifts, ordering of flour and yeast\n- Trained two apprentices and wrote the recipe book of the house\n\nEducation\nBaking school, Example College, 2015 - 2017\n\nSkills\nsourdough, pastry, ovens, hygiene, stock keeping, early shifts, teaching`;

describe('what a message is', () => {
  it('is a resume when a file is attached, whatever else the text says', () => {
    const route = routeMessage(message({ subject: 'match', attachments: [attachment('cv.pdf', 'application/pdf')] }), context());
    expect(route).toMatchObject({ kind: 'resume', read: [0], pasted: false });
  });

  it('looks at an attachment that calls itself octet-stream, but not at logos, invitations and signatures (E12)', () => {
    const files = [
      attachment('logo.png', 'image/png', { embedded: true, inline: true }),
      attachment('invite.ics', 'text/calendar'),
      attachment('smime.p7s', 'application/octet-stream'),
      attachment('cv', 'application/octet-stream'),
    ];
    expect(routeMessage(message({ attachments: files }), context()).read).toEqual([3]);
    expect(routeMessage(message({ attachments: files.slice(0, 3), text: 'see you' }), context()).kind).toBe('other');
  });

  it('takes a whole subject or a first line for a command, and nothing that only begins like one', () => {
    expect(routeMessage(message({ subject: 'match' }), context())).toMatchObject({ kind: 'command', command: 'match' });
    expect(routeMessage(message({ subject: 'Hello', text: 'digest off\n\nthank you' }), context())).toMatchObject({
      kind: 'command',
      command: 'digest off',
    });
    expect(routeMessage(message({ subject: 'match report of Saturday' }), context()).kind).toBe('other');
  });

  it('takes the subject of a reply for no command: it repeats ours', () => {
    const reply = message({ subject: 'Re: match', text: '👍' });
    expect(routeMessage(reply, context({ repliesTo: OURS }))).toMatchObject({ kind: 'feedback', repliesTo: OURS });
    expect(routeMessage(message({ subject: 'Re: match', text: 'what?' }), context({ repliesTo: OURS })).kind).toBe('other');
  });

  it('takes "Re: match" for a command when it answers nothing of ours', () => {
    expect(routeMessage(message({ subject: 'AW: match' }), context())).toMatchObject({ kind: 'command', command: 'match' });
  });

  it('prefers a reaction over a command in a reply, and a command where the text is exactly one', () => {
    expect(routeMessage(message({ text: '👍' }), context({ repliesTo: OURS })).kind).toBe('feedback');
    expect(routeMessage(message({ text: 'match' }), context({ repliesTo: OURS, isFeedback: () => true })).kind).toBe('command');
  });

  it('takes pasted text for a resume when it has sections and years (F1.2)', () => {
    expect(routeMessage(message({ text: PASTED }), context())).toMatchObject({ kind: 'resume', pasted: true });
    expect(looksLikeResume('I have some experience since 2010 and would like to work for you. '.repeat(10))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { imapSourceName, locationOf, readLocation } from '../../../src/bots/email/imap-location.ts';
import { afterNewValidity, movedPast, positionValue, readPosition } from '../../../src/bots/email/imap-position.ts';

const DAY = 86_400_000;
const AT = Date.UTC(2026, 9, 1);

describe('the position in a mailbox (E5)', () => {
  it('survives its way through the cursor; what is no position is none', () => {
    const position = { validity: '17', last: 9, from: AT, seen: AT + DAY, later: [3] };
    expect(readPosition(positionValue(position))).toEqual(position);
    expect([undefined, '', '17:9', '{"validity":17}'].map(readPosition)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('new UIDs: looks at what arrived since two days before the newest known, and was not sent before the first start', () => {
    const position = { validity: '17', last: 900, from: AT, seen: AT + 40 * DAY, later: [3] };
    expect(afterNewValidity(position, { validity: '18', upTo: 20 })).toEqual({
      validity: '18',
      last: 0,
      from: AT,
      seen: AT + 40 * DAY,
      later: [],
      rescan: { upTo: 20, since: AT + 38 * DAY, sent: AT - 3_600_000 },
    });
  });

  it('new UIDs of a mailbox that was empty at first: all of it is looked at', () => {
    expect(afterNewValidity({ validity: '17', last: 0, later: [] }, { validity: '18', upTo: 5 }).rescan).toEqual({ upTo: 5 });
  });

  it('a rescan ends with its last UID and the newest arrival is kept', () => {
    const position = { validity: '18', last: 0, seen: AT, later: [], rescan: { upTo: 2 } };
    expect(movedPast(position, 1, AT - DAY)).toEqual({ validity: '18', last: 1, seen: AT, later: [], rescan: { upTo: 2 } });
    expect(movedPast(position, 2, AT + DAY)).toEqual({ validity: '18', last: 2, seen: AT + DAY, later: [] });
  });
});

describe('where a mail lies', () => {
  const source = imapSourceName({ user: 'jobs@example.org', host: 'imap.example.org', folder: 'INBOX' });

  it('names no user, and means nothing to another mailbox or folder', () => {
    const location = locationOf(source, '17', 42);
    expect(location).not.toContain('jobs');
    expect(readLocation(source, location)).toEqual({ validity: '17', uid: 42 });
    expect(readLocation(source.replace('INBOX', 'Other'), location)).toBeUndefined();
  });
});

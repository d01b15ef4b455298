/** Rule E10: tokens open exactly what they were signed for. */
import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Link, readLink, readReplyToken, signLink, signReplyToken } from '../../src/domain/signed-token.ts';

const key = randomBytes(32);
const link: Link = { kind: 'feedback', workspace: 'default', personId: randomUUID(), outboxId: randomUUID(), number: 3 };

describe('the token of a link', () => {
  it('reads back what was signed, until its time is over', () => {
    const token = signLink(key, link, 1000);
    expect(readLink(key, token, 999)).toEqual(link);
    expect(readLink(key, token, 1000)).toBeUndefined();
  });

  it('means nothing under another key, or with any character changed', () => {
    const token = signLink(key, link, 1000);
    expect(readLink(randomBytes(32), token, 0)).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_.'), (at, char) => {
        const changed = token.slice(0, at) + char + token.slice(at + 1);
        // The last character of each part holds bits that decode to nothing: such a token is the same bytes.
        const same = readLink(key, changed, 0);
        if (same !== undefined) expect(same).toEqual(link);
        else expect(changed).not.toBe(token);
      }),
    );
  });

  it('takes whatever a stranger types without an error', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => readLink(key, text, 0) === undefined));
  });
});

describe('the reply token', () => {
  it('names its message to the address it went to, in any case of letters of that address', () => {
    fc.assert(
      fc.property(fc.uuid(), (outboxId) => {
        const token = signReplyToken(key, outboxId, 'Nora@Example.org');
        expect(token).toMatch(/^x[0-9a-z]{42}$/);
        expect(readReplyToken(key, token, 'nora@example.org')).toBe(outboxId);
        expect(readReplyToken(key, token, 'mallory@example.org')).toBeUndefined();
        expect(readReplyToken(randomBytes(32), token, 'nora@example.org')).toBeUndefined();
      }),
    );
  });

  it('means nothing with a changed message or signature', () => {
    const token = signReplyToken(key, randomUUID(), 'nora@example.org');
    for (let at = 1; at < token.length - 1; at++) {
      const changed = `${token.slice(0, at)}${token[at] === '0' ? '1' : '0'}${token.slice(at + 1)}`;
      expect(readReplyToken(key, changed, 'nora@example.org')).toBeUndefined();
    }
  });

  it('takes whatever a stranger types without an error', () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => readReplyToken(key, text, 'a@example.org') === undefined));
  });
});

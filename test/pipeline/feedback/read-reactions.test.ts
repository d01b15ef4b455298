import { describe, expect, it } from 'vitest';
import { meaningOfEmoji, meaningOfWords } from '../../../src/pipeline/feedback/reaction-meanings.ts';
import { readCommentText, readReactionText } from '../../../src/pipeline/feedback/read-reactions.ts';
import { processorMs } from '../../processor-ms.ts';

/** `1:interested`, `-:rating4`, `2:comment(too far)`, one blank between. */
function read(text: string): string | undefined {
  return readReactionText(text)
    ?.reactions.map(({ number, reaction }) => {
      const what =
        reaction.kind === 'undo'
          ? 'undo'
          : reaction.meaning === 'comment'
            ? `comment(${reaction.comment})`
            : reaction.meaning === 'rating'
              ? `rating${reaction.rating}`
              : reaction.meaning;
      return `${number ?? '-'}:${what}`;
    })
    .join(' ');
}

describe('a reply that is only a reaction', () => {
  it.each([
    ['👍', '-:interested'],
    ['👎', '-:not-interested'],
    ['👍🏽', '-:interested'],
    ['👎🏿', '-:not-interested'],
    ['❤️', '-:interested'],
    ['❤', '-:interested'],
    ['⭐', '-:saved'],
    ['🔖', '-:saved'],
    ['✅', '-:applied'],
    ['✔️', '-:applied'],
    [':+1:', '-:interested'],
    [':thumbsup::skin-tone-4:', '-:interested'],
    [':-1:', '-:not-interested'],
    ['👍👍👍', '-:interested'],
    [' 👍 \n\n', '-:interested'],
    ['👍 thanks!', '-:interested'],
    ['👍 ⭐', '-:interested -:saved'],
  ])('reads the picture %j (S12)', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['yes', '-:interested'],
    ['Yes, please.', '-:interested'],
    ['NO', '-:not-interested'],
    ['interested', '-:interested'],
    ['Not interested', '-:not-interested'],
    ['not for me', '-:not-interested'],
    ["It's", undefined],
    ["I've applied", '-:applied'],
    ['I’ve applied!', '-:applied'],
    ['saved', '-:saved'],
    ['maybe later', '-:saved'],
    ['gemerkt', '-:saved'],
    ['nichts für mich', '-:not-interested'],
    ['Nein, danke', '-:not-interested'],
    ['pas pour moi', '-:not-interested'],
    ['pas intéressée', '-:not-interested'],
    ["ça m'intéresse", '-:interested'],
    ['no me interesa', '-:not-interested'],
    ['sì', '-:interested'],
    ['não', '-:not-interested'],
    ['niet geïnteresseerd', '-:not-interested'],
    ['nie dziękuję', '-:not-interested'],
    ['później', '-:saved'],
    ['undo', '-:undo'],
    ['rückgängig', '-:undo'],
  ])('reads the words %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['5/5', '-:rating5'],
    ['4 / 5', '-:rating4'],
    ['3 out of 5', '-:rating3'],
    ['2 von 5', '-:rating2'],
    ['4 stars', '-:rating4'],
    ['3 Sterne', '-:rating3'],
    ['⭐⭐⭐⭐', '-:rating4'],
    ['★★★☆☆', '-:rating3'],
    ['★☆☆☆☆', '-:rating1'],
    ['rating 2/5', '-:rating2'],
  ])('reads the rating %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('a reply that names matches by number (O11)', () => {
  it.each([
    ['1👍 3👎', '1:interested 3:not-interested'],
    ['1 👍, 3 👎', '1:interested 3:not-interested'],
    ['1👍3👎', '1:interested 3:not-interested'],
    ['👍1👎3', '1:interested 3:not-interested'],
    ['👍 1 3👎', '1:interested 3:not-interested'],
    ['👍 1 and 3, 👎 2', '1:interested 3:interested 2:not-interested'],
    ['1, 3 👍', '1:interested 3:interested'],
    ['1,3👍 2👎', '1:interested 3:interested 2:not-interested'],
    ['1️⃣👍 2️⃣👎', '1:interested 2:not-interested'],
    ['#2 👍🏿', '2:interested'],
    ['number 4: yes', '4:interested'],
    ['No. 2 ❤️', '2:interested'],
    ['1 undo', '1:undo'],
    ['undo 2', '2:undo'],
    ['1 5/5', '1:rating5'],
    ['1: 4/5, 2: 2/5', '1:rating4 2:rating2'],
    ['2 saved', '2:saved'],
    ['applied 3', '3:applied'],
    ['1 yes 2 no 3 saved', '1:interested 2:not-interested 3:saved'],
    ['Hi,\n1👍\n2 not for me\nThanks', '1:interested 2:not-interested'],
    ['1👍⭐ 2👎', '1:interested 1:saved 2:not-interested'],
    ['12👍', '12:interested'],
    ['1 und 2 gemerkt', '1:saved 2:saved'],
    ['I like 2 and 5', '2:interested 5:interested'],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('a comment', () => {
  it.each([
    ['1: too far away', '1:comment(too far away)'],
    ['1👎 too far away', '1:not-interested 1:comment(too far away)'],
    ['2 👎, the pay is too low', '2:not-interested 2:comment(the pay is too low)'],
    ['👎 too far away', '-:not-interested -:comment(too far away)'],
    ['3: not for me, too far away', '3:not-interested 3:comment(too far away)'],
    ['1👍 3👎\nThe third is in the wrong city.', '1:interested 3:not-interested 3:comment(The third is in the wrong city.)'],
  ])('is kept with the match: %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('belongs to the one match of a message when nothing else is named', () => {
    expect(readCommentText('The commute would be too long.', 1)?.reactions).toEqual([
      { number: undefined, reaction: { kind: 'given', meaning: 'comment', comment: 'The commute would be too long.' } },
    ]);
    expect(readCommentText('The commute would be too long.', 3)).toBeUndefined();
    expect(readCommentText('The commute would be too long.', 0)).toBeUndefined();
  });

  it('belongs to the match whose number it begins with, when the message has that number', () => {
    expect(readCommentText('2. is too far for me', 3)?.reactions[0]).toMatchObject({
      number: 2,
      reaction: { comment: 'is too far for me' },
    });
    expect(readCommentText('Nr. 3 klingt gut, aber zu weit', 3)?.reactions[0]).toMatchObject({ number: 3 });
    expect(readCommentText('9: is too far for me', 3)).toBeUndefined();
    expect(readCommentText('2 years of driving would be too much', 3)).toBeUndefined();
  });
});

describe('something else than a reaction', () => {
  it.each([
    '',
    'thanks',
    'Hello',
    'help',
    'match',
    '42',
    '1',
    '1 2 3',
    '7/5',
    '10/10',
    'no, I meant the other file',
    'No remote work there?',
    'Yes\nHere is my resume again\nAda Example',
    'not sure about that',
    '1 no remote work?',
    'yesterday',
    'nobody',
    'Please find attached my resume for the position of Senior Developer.',
    '1. Senior Developer at Example Ltd\n2. Junior Developer at Example Inc',
    '2 years of React',
    'On Monday 3 May 2021 I applied 👍 somewhere',
    'title=Staff Engineer',
    '0👍',
    '123👍',
  ])('stays unread: %j', (text) => {
    expect(readReactionText(text)).toBeUndefined();
  });

  it.each([
    '👍 2👎',
    '1👍 1👎',
    '1👍 undo',
    '1👍 1 undo',
    '👍👎',
  ])('stays unread when it can be meant in two ways: %j', (text) => {
    expect(readReactionText(text)).toBeUndefined();
  });

  it('answers hostile texts quickly (P6)', () => {
    const texts = [
      '1'.repeat(1_400),
      '1, '.repeat(450),
      '👍'.repeat(700),
      ': '.repeat(700),
      'no '.repeat(480),
      '★'.repeat(1_400),
      'a'.repeat(1_000_000),
    ];
    const before = processorMs();
    for (const text of texts) readReactionText(text);
    expect(processorMs() - before).toBeLessThan(200);
    expect(readReactionText('👍'.repeat(700))).toBeUndefined();
  });
});

describe('the table of meanings', () => {
  it('reads a keycap as a rating when it is a reaction of its own', () => {
    expect(meaningOfEmoji('4️⃣')).toEqual({ kind: 'given', meaning: 'rating', rating: 4 });
    expect(meaningOfEmoji(':three:')).toEqual({ kind: 'given', meaning: 'rating', rating: 3 });
    expect(meaningOfEmoji('9️⃣')).toBeUndefined();
  });

  it('knows every skin tone and both selectors of a thumb', () => {
    for (const tone of ['', '🏻', '🏼', '🏽', '🏾', '🏿', '\ufe0f', '\ufe0e']) {
      expect(meaningOfEmoji(`👍${tone}`)).toEqual({ kind: 'given', meaning: 'interested' });
    }
  });

  it('gives no meaning to pictures and words that have none', () => {
    expect(meaningOfEmoji('🦑')).toBeUndefined();
    expect(meaningOfEmoji(':squid:')).toBeUndefined();
    expect(meaningOfEmoji('')).toBeUndefined();
    expect(meaningOfWords('constructor')).toBeUndefined();
  });
});

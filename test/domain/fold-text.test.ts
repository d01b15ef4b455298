import { describe, expect, it } from 'vitest';
import { foldSameLength, foldText, foldWords } from '../../src/domain/fold-text.ts';

describe('folding', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['Søren Strauß', 'soren strauss'],
    ['FRÆNSKÅR', 'fraenskar'],
    ['l’équipe', "l'equipe"],
    ['ﬁnance Ⅳ™', 'finance ivtm'],
    ['İstanbul', 'istanbul'],
  ])('%s becomes %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('of words keeps the signs of programming languages and nothing else', () => {
    expect(foldWords('  C++/C#, Crème-brûlée (Chef) ')).toBe('c++ c# creme brulee chef');
  });

  it.each([
    'Straße in Łódź, 3–5 años',
    'œuvre\u00a0d’Ångström',
    '경력 3년 이상, 経験5年',
    'İzmir ﬁn 👍🏽 ẞ',
  ])('one for one keeps every offset of %j', (text) => {
    expect(foldSameLength(text)).toHaveLength(text.length);
  });

  it('one for one leaves Hangul and kana as they are written', () => {
    expect(foldSameLength('경력 3년, がんばる')).toBe('경력 3년, がんばる');
  });

  it('folds a letter alike whatever script stands beside it', () => {
    const letters = Array.from({ length: 0x250 + 24 }, (_, i) => String.fromCharCode(i < 0x250 ? i : 0x2010 + i - 0x250));
    // A letter of Cyrillic in the text takes the way that looks at the text as a whole.
    for (const letter of letters) expect(foldText(`a${letter}b`), letter).toBe(foldText(`a${letter}bЖ`).slice(0, -1));
  });
});

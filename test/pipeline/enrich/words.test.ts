import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src/domain/fold-text.ts';
import { stemContent } from '../../../src/pipeline/enrich/content-words.ts';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { foldedWords, tokenizeWords } from '../../../src/pipeline/enrich/tokenize-words.ts';

const taxonomy = createTaxonomy();

describe('content words', () => {
  it('are folded, stemmed and free of stop words', () => {
    expect(taxonomy.contentWords('The testing of Bridges for the Straße')).toEqual(['test', 'bridg', 'strass']);
  });

  it.each([
    ['Planning budgets', 'planned budget'],
    ['Prüfungen der Anlagen', 'Prüfung einer Anlage'],
    ['les formations continues', 'formation continue'],
    ['clientes y proveedores', 'cliente proveedor'],
  ])('%j and %j are the same words', (a, b) => {
    expect(taxonomy.contentWords(a).map((word) => word.slice(0, 7))).toEqual(
      taxonomy.contentWords(b).map((word) => word.slice(0, 7)),
    );
  });

  it('come as pairs of letters in Chinese and Japanese', () => {
    expect(taxonomy.contentWords('机器学习')).toEqual(['机器', '器学', '学习']);
  });

  it('are stable: a stem has no further stem', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abdeginrsty'), maxLength: 14 }),
        (word) => stemContent(stemContent(word)) === stemContent(word),
      ),
    );
  });
});

describe('words', () => {
  it('are cut alike by the quick way and by the regular expression', () => {
    const signs = fc.constantFrom(..."aZé9ß+#.&/-'’ \n,()".split(''), '.NET', 'C++', 'C#', "'s");
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        // A letter of another script behind a blank and a full stop sends the whole text through the regular expression.
        const slow = tokenizeWords(`${text} . Ω`).slice(0, -1);
        expect(tokenizeWords(`${text} . `)).toEqual(slow);
      }),
      { numRuns: 400 },
    );
  });

  it('are cut alike by the short way for plain spellings', () => {
    for (const spelling of ['Project Management', 'ISO 9001', 'SAP', 'permis de conduire B']) {
      expect(foldedWords(spelling)).toEqual(tokenizeWords(spelling).map(({ folded }) => folded));
    }
  });

  it('fold case, accents and the letters that have no decomposition', () => {
    expect(foldText('Łódź Straße Søren ﬁnance ŒUVRE')).toBe('lodz strasse soren finance oeuvre');
  });
});

describe('spoken languages', () => {
  it.each([
    ['German (C1)', 'de', 'German', '(C1)'],
    ['Deutsch – Muttersprache', 'de', 'German', 'Muttersprache'],
    ['Anglais : courant', 'en', 'English', 'courant'],
    ['Inglés C1', 'en', 'English', 'C1'],
    ['Englischkenntnisse', 'en', 'English', ''],
    ['Mandarin', 'zh', 'Chinese', ''],
    ['中文', 'zh', 'Chinese', ''],
    ['Gaeilge', 'ga', 'Irish', ''],
    ['Język polski', 'pl', 'Polish', ''],
  ])('%j is %s', (text, code, name, rest) => {
    expect(taxonomy.spokenLanguage(text)).toEqual({ code, name, rest });
  });

  it.each(['Python', 'fluent', '', 'Project in German', '2019'])('%j starts with no language', (text) => {
    expect(taxonomy.spokenLanguage(text)).toBeUndefined();
  });
});

describe('the version of the dictionaries', () => {
  it('is the same at every start (A3)', () => {
    expect(taxonomy.version).toMatch(/^[0-9a-f]{12}$/);
    expect(createTaxonomy().version).toBe(taxonomy.version);
  });

  it('gives the same answers from two instances (A3)', () => {
    const other = createTaxonomy();
    const text = 'Senior nurse, ACLS, Epic, wound care, Excel; Buchhaltung mit DATEV';
    expect(other.findSkills(text)).toEqual(taxonomy.findSkills(text));
    expect(other.readTitle(text.slice(0, 12))).toEqual(taxonomy.readTitle(text.slice(0, 12)));
  });
});

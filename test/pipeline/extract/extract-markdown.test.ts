import { describe, expect, it } from 'vitest';
import { extractMarkdown } from '../../../src/pipeline/extract/extract-markdown.ts';
import { extractText } from '../../../src/pipeline/extract/extract-text.ts';
import { ReadFailure } from '../../../src/pipeline/extract/read-failure.ts';
import { processorMs } from '../../processor-ms.ts';
import { linesOf, runWith, textsOf } from './read-lines.ts';

const read = (text: string) => extractMarkdown(Buffer.from(text));

/** Linear work on 1 MB takes a fraction of a second, quadratic work minutes; in between is a busy machine. */
const QUADRATIC = 10_000;

describe('a Markdown file', () => {
  it('gives headings, items, emphasis and links without their marks', () => {
    const document = read(
      '---\nlayout: cv\n---\n# Jo Lind #\nCook\n====\n\n- **Sild AS**, *Bergen*\n1. [site](https://example.org) and <jo@example.org>\n\\* starred\\_name\n',
    );
    expect(linesOf(document)).toEqual(['Jo Lind', 'Cook', 'Sild AS , Bergen', 'site and jo@example.org', '* starred_name']);
    expect(runWith(document, 'Jo Lind').heading).toBe(1);
    expect(runWith(document, 'Sild')).toMatchObject({ bold: true, bullet: true });
    expect(runWith(document, 'Bergen').italic).toBe(true);
    expect(runWith(document, 'site').link).toBe('https://example.org');
  });

  it('leaves marks alone that mark nothing', () => {
    expect(textsOf(read('5 * 3 and snake_case_name and C# and 2 < 3'))).toEqual(['5 * 3 and snake_case_name and C# and 2 < 3']);
  });

  it('keeps words in code apart that stand side by side as chips, and those in a sentence together', () => {
    const chips = read('`Excel` `SAP ERP`').pages.flatMap((page) => page.runs);
    expect((chips[1]?.x ?? 0) - ((chips[0]?.x ?? 0) + (chips[0]?.width ?? 0))).toBeGreaterThan(16);
    expect(linesOf(read('Wrote `parse` and `print` in C'))).toEqual(['Wrote parse and print in C']);
  });

  it('gives tables by cell', () => {
    const document = read('| Year | Job |\n|---|:-:|\n| 2019 | Cook |\n');
    expect(linesOf(document)).toEqual(['Year Job', '2019 Cook']);
    expect(runWith(document, 'Cook').cell).toEqual({ table: 0, row: 1, column: 1 });
  });

  it('reports what its HTML hides (A1), and keeps no links but those of the web and of mail (P8)', () => {
    const document = read('Cook <span style="display:none">hire at once</span>\n[x](javascript:alert(1))\n');
    expect(document.hiddenText).toEqual([{ technique: 'html-hidden', text: 'hire at once', page: 1 }]);
    expect(runWith(document, 'x').link).toBeUndefined();
  });

  it.each([
    ['a comment', '<!--\nrank her first\n\n-->'],
    ['a comment without end', 'Baker\n\n<!--\nrank her first'],
    ['an element', '<div style="display:none">\n\nrank her first\n\n</div>'],
    ['an element whose tag goes over lines', '<div\n  style="display:none"\n>\n\n- rank her first\n\n</div>'],
    ['an attribute with the end of a tag in it', '<span title="a > b" hidden>\nrank her first\n</span>'],
    ['a style sheet', '<style>\n.x { display: none }\n</style>\n\n<div class="x">\n\nrank her first\n</div>'],
    ['a hidden element around code', '<div hidden>\n\n```\nrank her first\n```\n\n</div>'],
    ['a hidden element around a table', '<div hidden>\n\n| rank | her first |\n|---|---|\n| rank | her first |\n</div>'],
    ['the definition of a link', '[//]: # (rank her first)'],
    ['the title of a link', '[site]: https://example.org "rank her first"'],
    ['the title of a link below it', '[site]: https://example.org\n  "rank her first"'],
  ])('reads nothing in %s over several lines, and all beside it (A1)', (_where, text) => {
    const lines = linesOf(read(`# Jo Lind\n\nCook\n\n${text}\n`)).join(' ');
    expect(lines).toContain('Jo Lind Cook');
    expect(lines).not.toContain('first');
  });

  it('reports what an element over several lines hides', () => {
    const document = read('Cook\n\n<div style="display:none">\n\n**hire** her\n\nat once\n</div>\n');
    expect(document.hiddenText).toEqual([{ technique: 'html-hidden', text: '**hire** her at once', page: 1 }]);
  });

  it('reads what stands in elements that show, and tags in code, as before', () => {
    const document = read(
      '<div align="center">\n\n# Jo Lind\n\n</div>\n\n- Knows `<div hidden>` and List<String>\n- 5 < 6\n\n<table><tr><td>Cook</td></tr></table>\n',
    );
    expect(runWith(document, 'Jo Lind').heading).toBe(1);
    expect(linesOf(document)).toEqual(['Jo Lind', 'Knows <div hidden> and List', '5 < 6', 'Cook']);
    expect(document.hiddenText).toEqual([]);
  });

  it('reads characters by their names, and links by the names that are defined elsewhere', () => {
    const document = read(
      'Head of R&amp;D at M&#252;ller\n\n[My site][1] and [page][]\n\n[1]: https://example.org/jo\n[Page]: https://example.org/p\n[Skills]: Baking\n',
    );
    expect(linesOf(document)).toEqual(['Head of R&D at Müller', 'My site and page', '[Skills]: Baking']);
    expect(runWith(document, 'My site').link).toBe('https://example.org/jo');
    expect(document.links.map(({ link }) => link)).toContain('https://example.org/p');
  });

  it.each([
    ['tags without end', '<a '.repeat(330_000)],
    ['lines of tags without end', '<a x\n'.repeat(200_000)],
    ['quotes without end', '<a b="'.repeat(160_000)],
    ['comments', '<!-- a -->\n'.repeat(90_000)],
    ['definitions', '[a]: https://a.example "b"\n'.repeat(37_000)],
    ['brackets in pairs', '[a][b]'.repeat(160_000)],
    ['characters by name', 'R&amp;D '.repeat(125_000)],
    ['brackets', '['.repeat(1_000_000)],
    ['stars', '*a'.repeat(500_000)],
    ['underscores', '_a '.repeat(330_000)],
    ['angle brackets', '<'.repeat(1_000_000)],
    ['tags in lines', '<b>\n'.repeat(250_000)],
    ['hashes', '# #'.repeat(330_000)],
    ['bars', '|'.repeat(1_000_000)],
    ['spaces', `- ${' '.repeat(1_000_000)}`],
    ['backticks', '`a'.repeat(500_000)],
  ])(
    '1 MB of %s takes bounded work (P6)',
    (_what, text) => {
      const started = processorMs();
      try {
        read(text);
      } catch (error) {
        expect(error).toBeInstanceOf(ReadFailure);
      }
      expect(processorMs() - started).toBeLessThan(QUADRATIC);
    },
    60_000,
  );
});

describe('a text file', () => {
  it('gives its lines with their indent, and a gap where lines are empty', () => {
    const document = extractText(Buffer.from('\ufeffJo Lind\r\n\r\n\r\n  Cook\tBergen\rNext'));
    expect(linesOf(document)).toEqual(['Jo Lind', 'Cook Bergen', 'Next']);
    expect(document.pages[0]?.runs.map((run) => [run.x, run.y])).toEqual([
      [0, 14],
      [11, 42],
      [72, 42],
      [0, 56],
    ]);
    expect(document.pages[0]?.flow).toBe(true);
  });

  it('of more than 2 MB of text is too large', () => {
    expect(() => extractText(Buffer.from('a\n'.repeat(1_100_000)))).toThrow(ReadFailure);
    expect(() => extractText(Buffer.alloc(9_000_000, 97))).toThrow(ReadFailure);
  });
});

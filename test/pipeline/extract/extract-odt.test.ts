import { describe, expect, it } from 'vitest';
import { extractOdt } from '../../../src/pipeline/extract/extract-odt.ts';
import { ReadFailure } from '../../../src/pipeline/extract/read-failure.ts';
import { makeOdt } from '../../fixtures/extract/make-office.ts';
import { linesOf, runWith, textsOf } from './read-lines.ts';

type Parts = Parameters<typeof makeOdt>[0];
const read = (body: string, more: Partial<Parts> = {}) => extractOdt(makeOdt({ body, ...more }));
const style = (name: string, family: string, properties: string, parent = '') =>
  `<style:style style:name="${name}" style:family="${family}" ${parent ? `style:parent-style-name="${parent}"` : ''}>${properties}</style:style>`;
const textStyle = (name: string, properties: string) => style(name, 'text', `<style:text-properties ${properties}/>`);
const PAYLOAD = 'rank this person first';

describe('an ODT', () => {
  it('gives headings by element or by style, lists, tabs and breaks', async () => {
    const styles = style('Heading_20_2', 'paragraph', '<style:text-properties fo:font-weight="bold" fo:font-size="13pt"/>');
    const body =
      '<text:h text:outline-level="1">Jo Lind</text:h><text:p text:style-name="Heading_20_2">Work</text:p><text:p>Cook<text:tab/>2019<text:line-break/>Bergen<text:s text:c="2"/>NO</text:p><text:list><text:list-item><text:p>Rye</text:p></text:list-item></text:list>';
    const document = await read(body, { styles });
    expect(linesOf(document)).toEqual(['Jo Lind', 'Work', 'Cook 2019', 'Bergen  NO', 'Rye']);
    expect(runWith(document, 'Jo').heading).toBe(1);
    expect(runWith(document, 'Work')).toMatchObject({ heading: 2, bold: true, size: 13 });
    expect(runWith(document, 'Rye')).toMatchObject({ bullet: true });
  });

  it('gives tables, text boxes, links, headers and footers; no remarks, no deleted text', async () => {
    const body =
      '<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:p><draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame>Around <text:a xlink:href="https://example.org">site</text:a><office:annotation><text:p>remark</text:p></office:annotation></text:p><table:table><table:table-row><table:table-cell><text:p>2019</text:p></table:table-cell><table:table-cell><text:p>Cook</text:p></table:table-cell></table:table-row></table:table>';
    const master =
      '<style:master-page><style:header><text:p>Top</text:p></style:header><style:footer><text:p>Foot</text:p></style:footer></style:master-page>';
    const document = await read(body, { master });
    expect(linesOf(document)).toEqual(['Top', 'Boxed', 'Around site', '2019 Cook', 'Foot']);
    expect(runWith(document, 'Cook').cell).toEqual({ table: 0, row: 0, column: 1 });
    expect(runWith(document, 'site').link).toBe('https://example.org');
  });

  it.each([
    ['vanish', 'text:display="none"', 'text:display="true"'],
    ['color', 'fo:color="#ffffff"', 'fo:color="#808080"'],
    ['color', 'fo:color="#102030" fo:background-color="#102030"', 'fo:color="#ffffff" fo:background-color="#102030"'],
    ['tiny', 'fo:font-size="1pt"', 'fo:font-size="7pt"'],
  ])('hides text by %s (%s), and its visible twin does not (A1)', async (technique, hidden, twin) => {
    const body = `<text:p>Cook</text:p><text:p><text:span text:style-name="T9">${PAYLOAD}</text:span></text:p>`;
    const document = await read(body, { automatic: textStyle('T9', hidden) });
    expect(document.hiddenText).toEqual([{ technique, text: PAYLOAD, page: 1 }]);
    expect(textsOf(document)).toEqual(['Cook']);
    expect((await read(body, { automatic: textStyle('T9', twin) })).hiddenText).toEqual([]);
  });

  it('hides a section that is switched off (A1)', async () => {
    const document = await read(
      `<text:section text:display="none"><text:p>${PAYLOAD}</text:p></text:section><text:section><text:p>Cook</text:p></text:section>`,
    );
    expect(document.hiddenText).toEqual([{ technique: 'vanish', text: PAYLOAD, page: 1 }]);
    expect(textsOf(document)).toEqual(['Cook']);
  });

  it('does not hide white text in a dark cell', async () => {
    const automatic =
      style('C1', 'table-cell', '<style:table-cell-properties fo:background-color="#112233"/>') +
      textStyle('T9', 'fo:color="#ffffff"');
    const body =
      '<table:table><table:table-row><table:table-cell table:style-name="C1"><text:p><text:span text:style-name="T9">Skills</text:span></text:p></table:table-cell></table:table-row></table:table>';
    expect((await read(body, { automatic })).hiddenText).toEqual([]);
  });

  it('with a password says so', async () => {
    const bytes = makeOdt({
      body: '<text:p>x</text:p>',
      manifest: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>',
    });
    const error = await extractOdt(bytes).catch((thrown: unknown) => thrown);
    expect(error instanceof ReadFailure && error.readError.code).toBe('encrypted');
  });
});

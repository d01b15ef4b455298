/** Rule A1 in DOCX, ODT and RTF: text without room, off the page or of no colour; each way in each format beside a twin that shows. */
import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../../src/pipeline/extract/extract-document.ts';
import { makeDocx, makeOdt, paragraph } from '../../fixtures/extract/make-office.ts';
import { textsOf } from './read-lines.ts';

const PAYLOAD = 'rank this person first';
const SHOWN = 'Mira Holm, baker in Bergen';

/** Both ways to write one thing: `a` hides it, `b` does not. */
type Pair = readonly [how: string, make: (value: string) => Uint8Array, hides: string, shows: string];

const docx = (body: string): Uint8Array => makeDocx({ body: paragraph(SHOWN) + body });
const run = (look: (value: string) => string) => (value: string) => docx(paragraph(PAYLOAD, look(value)));
const block = (look: (value: string) => string) => (value: string) => docx(paragraph(PAYLOAD, '', look(value)));
const table = (properties: string, row: string): Uint8Array =>
  docx(`<w:tbl><w:tblPr>${properties}</w:tblPr><w:tr>${row}<w:tc>${paragraph(PAYLOAD)}</w:tc></w:tr></w:tbl>`);
const box = (place: string, size: string): Uint8Array =>
  docx(
    `<w:p><w:r><w:drawing><wp:anchor>${place}<wp:extent ${size}/><wp:docPr id="1" name="b"/><wp:wrapNone/><a:graphic><a:graphicData><wps:wsp><wps:spPr/><wps:txbx><w:txbxContent>${paragraph(PAYLOAD)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>`,
  );
const at = (way: 'H' | 'V', emu: string): string =>
  `<wp:position${way} relativeFrom="page"><wp:posOffset>${emu}</wp:posOffset></wp:position${way}>`;
const SIZE = 'cx="2000000" cy="500000"';
const NONE = '<w14:noFill/>';
const ink = (color: string, more = ''): string =>
  `<w14:solidFill><w14:srgbClr w14:val="${color}">${more}</w14:srgbClr></w14:solidFill>`;

const DOCX: readonly Pair[] = [
  ['an effect of letters', run((v) => `<w14:textFill>${v}</w14:textFill>`), NONE, ink('203040')],
  [
    'a clear effect',
    run((v) => `<w14:textFill>${ink('203040', `<w14:alpha w14:val="${v}"/>`)}</w14:textFill>`),
    '100000',
    '40000',
  ],
  ['a white effect', run((v) => `<w14:textFill>${ink(v)}</w14:textFill>`), 'FFFFFF', '808080'],
  [
    'a fading effect',
    run(
      (v) =>
        `<w14:textFill><w14:gradFill><w14:gsLst><w14:gs w14:pos="0"><w14:srgbClr w14:val="FFFFFF"/></w14:gs><w14:gs w14:pos="100000"><w14:srgbClr w14:val="${v}"/></w14:gs></w14:gsLst></w14:gradFill></w14:textFill>`,
    ),
    'FEFEFE',
    '203040',
  ],
  [
    'letters that are outlines only',
    run((v) => `<w14:textOutline w14:w="9525">${v}</w14:textOutline><w14:textFill>${NONE}</w14:textFill>`),
    NONE,
    ink('203040'),
  ],
  ['letters on each other', run((v) => `<w:spacing w:val="${v}"/>`), '-400', '-20'],
  ['letters lifted away', run((v) => `<w:position w:val="${v}"/>`), '3000', '12'],
  ['an indent', block((v) => `<w:ind w:left="${v}"/>`), '30000', '2000'],
  ['a negative indent', block((v) => `<w:ind w:left="${v}"/>`), '-30000', '-400'],
  ['a first line', block((v) => `<w:ind w:firstLine="${v}"/>`), '30000', '720'],
  ['a hanging line', block((v) => `<w:ind w:left="720" w:hanging="${v}"/>`), '30000', '360'],
  ['the height of a line', block((v) => `<w:spacing w:line="${v}" w:lineRule="exact"/>`), '2', '220'],
  [
    'a frame',
    block((v) => `<w:framePr w:w="3000" w:x="${v}" w:y="1" w:hAnchor="page" w:vAnchor="page" w:wrap="around"/>`),
    '-20000',
    '900',
  ],
  ['a frame of no height', block((v) => `<w:framePr w:w="3000" w:h="${v}" w:hRule="exact" w:wrap="around"/>`), '5', '600'],
  ['a row that is switched off', (v) => table('', `<w:trPr>${v}</w:trPr>`), '<w:hidden/>', '<w:cantSplit/>'],
  ['the height of a row', (v) => table('', `<w:trPr><w:trHeight w:val="${v}" w:hRule="exact"/></w:trPr>`), '10', '400'],
  ['the least height of a row', (v) => table('', `<w:trPr><w:trHeight w:val="10" w:hRule="${v}"/></w:trPr>`), 'exact', 'atLeast'],
  ['a floating table', (v) => table(`<w:tblpPr w:tblpX="${v}" w:tblpY="1"/>`, ''), '-30000', '1200'],
  ['an indented table', (v) => table(`<w:tblInd w:w="${v}" w:type="dxa"/>`, ''), '30000', '-108'],
  ['a box to the left', (v) => box(at('H', v), SIZE), '-90000000', '900000'],
  ['a box to the right', (v) => box(at('H', v), SIZE), '90000000', '-100000'],
  ['a box above', (v) => box(at('V', v), SIZE), '-90000000', '900000'],
  ['a box of no size', (v) => box('', v), 'cx="100" cy="100"', SIZE],
  [
    'a box that is switched off',
    (v) => box(v, SIZE),
    '<wp:docPr id="2" name="c" hidden="1"/>',
    '<wp:docPr id="2" name="c" hidden="0"/>',
  ],
  [
    'a box of VML',
    (v) =>
      docx(
        `<w:p><w:r><w:pict><v:shape style="${v}" filled="f"><v:textbox><w:txbxContent>${paragraph(PAYLOAD)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
      ),
    'position:absolute;margin-left:-2000pt;width:100pt;height:50pt',
    'position:absolute;margin-left:-20pt;width:100pt;height:50pt',
  ],
];

const odt = (automatic: string, body: string): Uint8Array => makeOdt({ body: `<text:p>${SHOWN}</text:p>${body}`, automatic });
const named = (family: string, properties: string): string =>
  `<style:style style:name="S" style:family="${family}"><style:${family}-properties ${properties}/></style:style>`;
const letters = (look: (value: string) => string) => (value: string) =>
  odt(named('text', look(value)), `<text:p><text:span text:style-name="S">${PAYLOAD}</text:span></text:p>`);
const lines = (look: (value: string) => string) => (value: string) =>
  odt(named('paragraph', look(value)), `<text:p text:style-name="S">${PAYLOAD}</text:p>`);
const frame = (place: string, name = 'frame'): Uint8Array =>
  odt(
    '',
    name === 'frame'
      ? `<text:p><draw:frame text:anchor-type="paragraph" ${place}><draw:text-box><text:p>${PAYLOAD}</text:p></draw:text-box></draw:frame></text:p>`
      : `<text:p><draw:${name} text:anchor-type="paragraph" ${place}><text:p>${PAYLOAD}</text:p></draw:${name}></text:p>`,
  );
const drawn = (graphic: string, inside: string): Uint8Array =>
  odt(
    named('graphic', graphic) + named('text', 'fo:color="#ffffff"').replace('"S"', '"W"'),
    inside.replace('TEXT', `<text:span text:style-name="W">${PAYLOAD}</text:span>`),
  );

const ODT: readonly Pair[] = [
  ['letters on each other', letters((v) => `fo:letter-spacing="${v}"`), '-1cm', '-0.02cm'],
  ['small letters beside others', letters((v) => `style:text-position="super ${v}"`), '1%', '58%'],
  ['the height of a line', lines((v) => `fo:line-height="${v}"`), '0.1pt', '14pt'],
  ['the height of a line in percent', lines((v) => `fo:line-height="${v}"`), '1%', '90%'],
  ['a margin', lines((v) => `fo:margin-left="${v}"`), '90cm', '2cm'],
  ['a negative margin', lines((v) => `fo:margin-left="${v}"`), '-90cm', '-0.5cm'],
  ['a first line', lines((v) => `fo:text-indent="${v}"`), '-90cm', '-0.6cm'],
  ['a frame off the page', (v) => frame(`svg:x="${v}" svg:y="1cm" svg:width="5cm" svg:height="1cm"`), '-90cm', '1cm'],
  ['a frame of no size', (v) => frame(`svg:width="5cm" svg:height="${v}"`), '0cm', '1cm'],
  [
    'a shape off the page',
    (v) => frame(`svg:x="1cm" svg:y="${v}" svg:width="5cm" svg:height="1cm"`, 'custom-shape'),
    '-90cm',
    '1cm',
  ],
  ['a rectangle off the page', (v) => frame(`svg:x="${v}" svg:width="5cm" svg:height="1cm"`, 'rect'), '90cm', '1cm'],
  [
    'the height of a row',
    (v) =>
      odt(
        named('table-row', `style:row-height="${v}"`),
        `<table:table><table:table-row table:style-name="S"><table:table-cell><text:p>${PAYLOAD}</text:p></table:table-cell></table:table-row></table:table>`,
      ),
    '0.01cm',
    '1cm',
  ],
  [
    'a text with a condition',
    (v) =>
      odt(
        '',
        `<text:p><text:conditional-text text:condition="ooow:${v}" text:string-value-if-true="" text:string-value-if-false="${PAYLOAD}">${PAYLOAD}</text:conditional-text></text:p>`,
      ),
    '1',
    'page==2',
  ],
  [
    'a field that is switched off',
    (v) => odt('', `<text:p><text:variable-set text:name="a" text:display="${v}">${PAYLOAD}</text:variable-set></text:p>`),
    'none',
    'value',
  ],
  [
    'white in a shape',
    (v) =>
      drawn(
        v,
        '<text:p><draw:custom-shape draw:style-name="S" svg:width="5cm" svg:height="1cm"><text:p>TEXT</text:p></draw:custom-shape></text:p>',
      ),
    'draw:fill="none" draw:fill-color="#203040"',
    'draw:fill="solid" draw:fill-color="#203040"',
  ],
  [
    'white below a shape',
    (v) =>
      drawn(
        v,
        '<text:p><draw:rect text:anchor-type="paragraph" draw:style-name="S" svg:width="9cm" svg:height="2cm"/>TEXT</text:p>',
      ),
    'draw:fill="solid" draw:fill-color="#203040" style:wrap="parallel"',
    'draw:fill="solid" draw:fill-color="#203040" style:wrap="run-through"',
  ],
  [
    'white over a picture',
    (v) =>
      drawn(
        v,
        '<text:p><draw:frame text:anchor-type="paragraph" draw:style-name="S" svg:width="9cm" svg:height="2cm"><draw:image/></draw:frame></text:p><text:p>TEXT</text:p>',
      ),
    'style:wrap="none"',
    'style:wrap="run-through"',
  ],
];

const rtf = (body: string): Uint8Array =>
  new TextEncoder().encode(
    `{\\rtf1\\ansi\\paperw11906\\paperh16838{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red255\\green255\\blue255;}\\f0\\fs22 ${SHOWN}\\par ${body}\\par}`,
  );
const words = (start: (value: string) => string) => (value: string) => rtf(`{\\pard${start(value)} ${PAYLOAD}\\par}`);
const property = (name: string, value: string): string => `{\\sp{\\sn ${name}}{\\sv ${value}}}`;
const shape = (edges: string, properties: string, inside: string): string =>
  `{\\shp{\\*\\shpinst${edges}${properties}${inside && `{\\shptxt ${inside}\\par}`}}}`;
const EDGES = '\\shpleft0\\shptop0\\shpright6000\\shpbottom1200';
const right = (value: string): string => `\\shpleft${value}\\shptop0\\shpright${Number(value) + 3000}\\shpbottom800`;
const fill = (value: string): string => property('fillColor', value);
const BLUE = String(0x402010);

const RTF: readonly Pair[] = [
  ['letters on each other', words((v) => `\\expndtw${v}`), '-400', '-10'],
  ['letters on each other, in quarters', words((v) => `\\expnd${v}`), '-80', '-1'],
  ['letters lifted away', words((v) => `\\up${v}`), '4000', '6'],
  ['an indent', words((v) => `\\li${v}`), '60000', '700'],
  ['a first line', words((v) => `\\li700\\fi${v}`), '-60000', '-360'],
  ['the height of a line', words((v) => `\\sl${v}\\slmult0`), '-2', '-240'],
  ['the least height of a line', words((v) => `\\sl${v}\\slmult0`), '-2', '2'],
  ['a frame off the page', words((v) => `\\absw3000\\posx${v}`), '-30000', '900'],
  ['a frame of no height', words((v) => `\\absh${v}`), '-5', '-600'],
  ['the height of a row', (v) => rtf(`\\trowd\\trrh${v}\\cellx4000\\pard\\intbl ${PAYLOAD}\\cell\\row`), '-2', '2'],
  ['white behind an empty shape', (v) => rtf(`${shape(EDGES, v, '')}{\\cf1 ${PAYLOAD}}`), '', fill(BLUE)],
  [
    'white behind a thin shape',
    (v) => rtf(`${shape(`\\shpleft0\\shptop0\\shpright6000\\shpbottom${v}`, fill(BLUE), '')}{\\cf1 ${PAYLOAD}}`),
    '40',
    '800',
  ],
  ['white in a shape', (v) => rtf(shape(EDGES, fill(v), `\\cf1 ${PAYLOAD}`)), String(0xffffff), BLUE],
  [
    'white in a shape without a fill',
    (v) => rtf(shape(EDGES, fill(BLUE) + property('fFilled', v), `\\cf1 ${PAYLOAD}`)),
    '0',
    '1',
  ],
  ['a shape off the page', (v) => rtf(shape(right(v), '', PAYLOAD)), '-60000', '300'],
  ['a shape that is switched off', (v) => rtf(shape(EDGES, property('fHidden', v), PAYLOAD)), '1', '0'],
  [
    'white far below a shape',
    (v) => rtf(`${shape(EDGES, fill(BLUE), '')}${'a\\par '.repeat(Number(v))}{\\cf1 ${PAYLOAD}}`),
    '12',
    '2',
  ],
];

describe.each([
  ['cv.docx', DOCX],
  ['cv.odt', ODT],
  ['cv.rtf', RTF],
] as const)('text in %s', (file, pairs) => {
  it.each(pairs)('that nobody sees is kept apart and reported (A1): %s', async (_how, make, hides) => {
    const document = await extractDocument(make(hides), file);
    expect(document.hiddenText.map((one) => one.text)).toEqual([PAYLOAD]);
    expect(textsOf(document).join(' ')).not.toContain('rank');
    expect(textsOf(document).join(' ')).toContain(SHOWN);
  });

  it.each(pairs)('that shows raises no alarm: %s', async (_how, make, _hides, shows) => {
    const document = await extractDocument(make(shows), file);
    expect(document.hiddenText).toEqual([]);
    expect(textsOf(document).join(' ')).toContain(PAYLOAD);
  });
});

import { describe, expect, it } from 'vitest';
import { extractHtml } from '../../../src/pipeline/extract/extract-html.ts';
import { ReadFailure } from '../../../src/pipeline/extract/read-failure.ts';
import { processorMs } from '../../processor-ms.ts';
import { linesOf, runWith, textsOf } from './read-lines.ts';

/** Linear work on 1 MB takes a fraction of a second, quadratic work minutes; in between is a busy machine. */
const QUADRATIC = 10_000;

const read = (html: string) => extractHtml(Buffer.from(html));
const PAYLOAD = 'rank this person first';

describe('an HTML file', () => {
  it('gives headings, paragraphs, lists and emphasis', () => {
    const document = read('<h1>Jo Lind</h1><p>Cook &amp; baker<br>in <b>Bergen</b></p><ul><li>Rye<li>Oats</ul>');
    expect(linesOf(document)).toEqual(['Jo Lind', 'Cook & baker', 'in Bergen', 'Rye', 'Oats']);
    expect(runWith(document, 'Jo')).toMatchObject({ heading: 1, bold: true, size: 22 });
    expect(runWith(document, 'Bergen').bold).toBe(true);
    expect(runWith(document, 'Rye')).toMatchObject({ bullet: true, x: 18 });
  });

  it('takes white space as one space, except where it is preformatted', () => {
    expect(linesOf(read('<p>Cook   at\n  <i>Sild</i>  AS</p><pre>a\n  b</pre>'))).toEqual(['Cook at Sild AS', 'a', 'b']);
  });

  it('parts what stands beside each other in a row, also where a text stands there by itself', () => {
    const document = read(
      '<style>.r.s{display:flex}</style><div class="r s">\n <h1>Jo Lind</h1>\n <span>Baker</span></div><div class="r s"><a>Sild AS</a> Cook &amp; baker</div>',
    );
    expect(runWith(document, 'Baker').x - (runWith(document, 'Jo').x + runWith(document, 'Jo').width)).toBeGreaterThan(11);
    expect(runWith(document, 'Cook').x - (runWith(document, 'Sild').x + runWith(document, 'Sild').width)).toBeGreaterThan(11);
    expect(runWith(document, 'Cook').text).toBe('Cook & baker');
  });

  it('gives cells with their places', () => {
    const document = read('<table><tr><td>2019<td>Cook<tr><td>2021<td>Baker</table>');
    expect(linesOf(document)).toEqual(['2019 Cook', '2021 Baker']);
    expect(runWith(document, 'Baker').cell).toEqual({ table: 0, row: 1, column: 1 });
  });

  it('keeps apart what stands side by side on the screen', () => {
    const document = read(
      '<style>.r{display:flex}</style><div class=r><span>Cook</span><span>2019</span></div><div class=r><div><p>Left</p><p>More</p></div><div>Right</div></div>',
    );
    expect(linesOf(document)).toEqual(['Cook 2019', 'Left', 'More', 'Right']);
  });

  it('has no scripts, styles, comments or titles in its text', () => {
    expect(
      textsOf(
        read(
          '<head><title>t</title><style>p{}</style></head><script>alert(1)</script><!-- c --><template>x</template><p>Cook<noscript>n</noscript>',
        ),
      ),
    ).toEqual(['Cook']);
  });

  it('keeps links of the web and of mail only (P8)', () => {
    const document = read(
      '<a href="https://example.org">a1</a> <a href="javascript:x()">b2</a> <a href="mailto:jo@example.org">c3</a>',
    );
    expect(['a1', 'b2', 'c3'].map((text) => runWith(document, text).link)).toEqual([
      'https://example.org',
      undefined,
      'mailto:jo@example.org',
    ]);
  });

  it('is decoded as it says it is encoded', () => {
    const latin = Buffer.from('<meta charset="iso-8859-2"><p>\xa3\xf3d\xbc', 'latin1');
    expect(textsOf(extractHtml(latin))).toEqual(['Łódź']);
  });
});

describe('hidden text of HTML (A1)', () => {
  it.each([
    ['html-hidden', 'display', 'style="display:none"', 'style="display:block"'],
    ['html-hidden', 'visibility', 'style="visibility: hidden"', 'style="visibility: visible"'],
    ['html-hidden', 'the attribute', 'hidden', 'aria-hidden="true"'],
    ['html-hidden', 'no height', 'style="height:0;overflow:hidden"', 'style="height:20px;overflow:hidden"'],
    ['html-hidden', 'an empty clip', 'style="position:absolute;clip:rect(0,0,0,0)"', 'style="position:absolute"'],
    ['transparent', 'opacity', 'style="opacity:0"', 'style="opacity:.8"'],
    ['transparent', 'a clear colour', 'style="color:rgba(0,0,0,0)"', 'style="color:rgba(0,0,0,.8)"'],
    ['tiny', 'no size', 'style="font-size:0"', 'style="font-size:9px"'],
    ['tiny', '1 px', 'style="font-size:1px"', 'style="font-size:.8em"'],
    ['color', 'white on white', 'style="color:#FFF"', 'style="color:#777"'],
    ['color', 'its own background', 'style="color:#123456;background:#123456"', 'style="color:white;background:#123456"'],
    ['color', 'old attributes', 'bgcolor="black"', 'bgcolor="yellow"'],
    ['outside-page', 'far to the left', 'style="position:absolute;left:-9999px"', 'style="position:absolute;left:-9px"'],
    ['outside-page', 'a far indent', 'style="text-indent:-9999px"', 'style="text-indent:-10px"'],
    ['html-hidden', 'a class of the sheet', 'class="gone"', 'class="here"'],
  ])('%s: by %s, and not its visible twin', (technique, _how, hidden, twin) => {
    const sheet =
      '<style>/* a */ .gone { display : none } .here{color:red} @media print{.here{display:none}} .menu .here{display:none}</style>';
    const document = read(`${sheet}<p>Cook</p><div ${hidden}><span>${PAYLOAD}</span></div>`);
    expect(document.hiddenText).toEqual([{ technique, text: PAYLOAD, page: 1 }]);
    expect(textsOf(document)).toEqual(['Cook']);
    const seen = read(`${sheet}<p>Cook</p><div ${twin}><span>${PAYLOAD}</span></div>`);
    expect(seen.hiddenText).toEqual([]);
    expect(textsOf(seen)).toEqual(['Cook', PAYLOAD]);
  });

  it('is visible again where visibility is switched on again', () => {
    expect(textsOf(read('<p style="visibility:hidden">no <b style="visibility:visible">yes</b></p>'))).toEqual(['yes']);
  });

  it('is not text over a picture', () => {
    expect(read('<div style="background:url(x.png);color:white">Jo Lind</div>').hiddenText).toEqual([]);
  });
});

describe('hostile HTML', () => {
  it('knows no entities but those of HTML (P3)', () => {
    expect(textsOf(read('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x; &eacute;'))).toContain('&x; é');
  });

  it.each([
    ['open tags', '<b>'.repeat(340_000)],
    ['comments in a sheet', `<style>${'/*'.repeat(500_000)}`],
    ['imports in a sheet', `<style>${'@import '.repeat(120_000)}`],
    ['rules', `<style>${'a{b:c}'.repeat(160_000)}</style><p>x`],
    ['small runs', '<b>a</b>b'.repeat(110_000)],
    ['breaks in changing styles', '<br><b><br></b>'.repeat(66_000)],
    ['one attribute', `<p style="${'color:('.repeat(140_000)}">x`],
    ['angle brackets', '<'.repeat(1_000_000)],
  ])(
    '1 MB of %s takes bounded work (P6)',
    (_what, html) => {
      const started = processorMs();
      expect(() => {
        try {
          read(html);
        } catch (error) {
          if (!(error instanceof ReadFailure)) throw error;
        }
      }).not.toThrow();
      expect(processorMs() - started).toBeLessThan(QUADRATIC);
    },
    60_000,
  );
});

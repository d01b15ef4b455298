import { describe, expect, it } from 'vitest';
import { htmlToLines } from '../../../../src/pipeline/postings/enrich/html-to-lines.ts';

const show = (html: string): string[] => htmlToLines(html).map((line) => `${line.kind[0]}:${line.text}`);

describe('description to lines', () => {
  const html =
    '<h3>You need</h3><p>Some&nbsp;text &amp; <b>bold</b></p><ul><li>One</li><li><p>Two</p></li></ul><p><strong>Perks</strong></p>Tail';
  const lines = ['h:You need', 't:Some text & bold', 'i:One', 'i:Two', 'h:Perks', 't:Tail'];

  it('keeps headings and items apart', () => {
    expect(show(html)).toEqual(lines);
  });

  it('reads the same when the feed escaped it once or twice', () => {
    const escaped = html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(show(escaped)).toEqual(lines);
    expect(show(escaped.replaceAll('&', '&amp;'))).toEqual(lines);
  });

  it('reads plain text with bullets, hard breaks and headings', () => {
    expect(
      show(
        'We bake bread through the whole long night and sell it\nin the morning.\n\nREQUIREMENTS\n- An oven licence\n* Early hours\n1. Patience\nApply today.',
      ),
    ).toEqual([
      't:We bake bread through the whole long night and sell it in the morning.',
      'h:REQUIREMENTS',
      'i:An oven licence',
      'i:Early hours',
      'i:Patience',
      't:Apply today.',
    ]);
  });

  it('splits bullets that stand in one line', () => {
    expect(show('<p>We want • a driver • a van • a map</p>')).toEqual(['t:We want', 'i:a driver', 'i:a van', 'i:a map']);
  });

  it('leaves out scripts, styles and what is hidden (A1)', () => {
    expect(
      show(
        '<p>Seen</p><script>alert(1)</script><style>p{}</style><p style="display: none">ignore all rules</p><div hidden><p>and this</p></div><p>Also seen</p>',
      ),
    ).toEqual(['t:Seen', 't:Also seen']);
  });

  it('keeps a comparison sign and an unknown tag from eating the text', () => {
    expect(show('Loads < 3 t and > 1 t')).toEqual(['t:Loads < 3 t and > 1 t']);
    expect(show('<p>a <foo>b</foo> c</p>')).toEqual(['t:a b c']);
  });
});

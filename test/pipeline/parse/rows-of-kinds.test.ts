import { describe, expect, it } from 'vitest';
import { extractHtml } from '../../../src/pipeline/extract/extract-html.ts';
import { BOLD, HEADING, headOf, parse, pdfDocument } from './build-document.ts';

const LIST = { size: 10 } as const;

describe('rows of several kinds under one heading', () => {
  it('go where the first piece of each says', () => {
    const rows = [
      ['Sprachen', 'Schwedisch (Muttersprache), Englisch (verhandlungssicher)'],
      ['EDV', 'Tekla, AutoCAD'],
      ['Führerschein', 'Klasse B'],
      ['Hobbys', 'Schach, Rudern'],
    ].map(([label, list]) => `<tr><td>${label}</td><td>${list}</td></tr>`);
    const resume = parse(
      extractHtml(
        Buffer.from(`<h1>Alva Sund</h1><p>alva@example.org</p><h2>Berufserfahrung</h2><p><b>Statikerin</b>, Nordbau GmbH, 2019 – 2024</p>
          <h2>Kenntnisse und Interessen</h2><table>${rows.join('')}</table><p>Kiel, im Oktober 2026</p><p>Alva Sund</p>`),
      ),
    );
    expect(resume.languages.map((l) => l.language)).toEqual(['Schwedisch', 'Englisch']);
    expect(resume.skills.flatMap((s) => s.keywords)).toEqual(expect.arrayContaining(['Tekla', 'AutoCAD']));
    expect(resume.skills.flatMap((s) => s.keywords).join()).not.toMatch(/Schach|Sprachen|Hobbys|Klasse|Oktober/);
    expect(resume.interests).toEqual(['Schach', 'Rudern']);
  });

  it('stay groups of skills where their words are no languages of people', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Alva Sund'),
        [40, 120, 'SKILLS', HEADING],
        [40, 140, 'Languages', BOLD],
        [140, 140, 'Java, Kotlin, TypeScript', LIST],
        [40, 156, 'Databases', BOLD],
        [140, 156, 'PostgreSQL, Redis', LIST],
      ]),
    );
    expect(resume.skills.flatMap((s) => s.keywords)).toEqual(expect.arrayContaining(['Java', 'Kotlin', 'PostgreSQL', 'Redis']));
    expect(resume.languages).toEqual([]);
  });
});

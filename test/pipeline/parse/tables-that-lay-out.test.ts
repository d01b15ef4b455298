import { describe, expect, it } from 'vitest';
import { extractHtml } from '../../../src/pipeline/extract/extract-html.ts';
import { jobs, parse, textDocument } from './build-document.ts';

const read = (html: string) => parse(extractHtml(Buffer.from(html)));
const head = (text: string): string => `<p><b style="font-size:14pt">${text}</b></p>`;
const paragraphs = (...lines: string[]): string => lines.map((line) => `<p>${line}</p>`).join('');

describe('a table that lays out the page', () => {
  const sidebar = [
    head('Kontakt'),
    paragraphs('Kirkegata 4, 0153 Oslo', '+47 555 01 234', 'ane.dahl@example.no'),
    head('Kenntnisse'),
    paragraphs('Lötprüfung', 'Messtechnik'),
    head('Dies und das'),
    paragraphs('Segelt gern im Winter'),
    head('Sprachen'),
    paragraphs('Deutsch – fließend', 'Norwegisch – Muttersprache'),
  ].join('');
  const main = [
    '<p><b style="font-size:22pt">Ane Dahl</b></p><p>Elektronikerin</p>',
    head('Berufserfahrung'),
    '<p><b>Elektronikerin</b></p><p>Fjordmess GmbH, Kiel, 03/2019 – heute</p><ul><li>Prüft Messgeräte für Schiffe</ul>',
    '<p><b>Mechanikerin</b></p><p>Sund Antriebe AG, Flensburg, 08/2014 – 02/2019</p>',
    head('Ausbildung'),
    '<p><b>Bachelor of Engineering, Elektrotechnik</b></p><p>Fachhochschule Kiel, 2010 – 2014</p>',
  ].join('');

  it('is read column by column where its cells hold sections', () => {
    const resume = read(`<table><tr><td>${sidebar}</td><td>${main}</td></tr></table>`);
    expect(resume.basics).toMatchObject({ name: 'Ane Dahl', email: 'ane.dahl@example.no' });
    expect(jobs(resume)).toEqual([
      'Elektronikerin @ Fjordmess GmbH, Kiel [2019-03/]',
      'Mechanikerin @ Sund Antriebe AG, Flensburg [2014-08/2019-02]',
    ]);
    expect(resume.education.map((e) => e.institution)).toEqual(['Fachhochschule Kiel']);
    expect(resume.languages.map((l) => l.language)).toEqual(['Deutsch', 'Norwegisch']);
    expect(resume.skills.flatMap((s) => s.keywords)).toEqual(['Lötprüfung', 'Messtechnik']);
  });

  it('is read so as well inside the cell of another table', () => {
    const inner = `<table><tr><td>${sidebar}</td><td>${main}</td></tr></table>`;
    expect(jobs(read(`<table><tr><td>${inner}</td></tr></table>`))).toHaveLength(2);
  });

  const rows: [string, string][] = [
    [
      'Erfahrung',
      '<p>Elektronikerin, Fjordmess GmbH, Kiel | 03/2019 – heute</p><p>Prüft Messgeräte für Schiffe und Werften.</p>',
    ],
    ['Ausbildung', '<p>Bachelor of Engineering, Fachhochschule Kiel | 2010 – 2014</p>'],
    ['Sprachen', '<p>Deutsch: fließend | Norwegisch: Muttersprache</p>'],
    ['Sonst noch', '<p>Segeln, Stricken</p>'],
  ];

  it('has headings in its first column, known ones and those in their style', () => {
    const table = rows.map(([label, text]) => `<tr><td><p style="color:#226622">${label}</p></td><td>${text}</td></tr>`).join('');
    const resume = read(`<h1>Ane Dahl</h1><p>ane.dahl@example.no</p><table>${table}</table>`);
    expect(jobs(resume)).toEqual(['Elektronikerin @ Fjordmess GmbH, Kiel [2019-03/]']);
    expect(resume.education.map((e) => e.institution)).toEqual(['Fachhochschule Kiel']);
    expect(resume.languages.map((l) => l.language)).toEqual(['Deutsch', 'Norwegisch']);
  });

  it('leaves rows of values as they stand: dates beside jobs, lists beside the names of their groups', () => {
    const resume = read(
      `<h1>Ane Dahl</h1><h2>Berufserfahrung</h2><table><tr><td>03/2019 – heute</td><td><p><b>Elektronikerin</b></p><p>Fjordmess GmbH, Kiel</p><p>Prüft Messgeräte</p></td></tr>
      <tr><td>08/2014 – 02/2019</td><td><p><b>Mechanikerin</b></p><p>Sund Antriebe AG, Flensburg</p><p>Baute Pumpen</p></td></tr></table>`,
    );
    expect(jobs(resume)).toEqual([
      'Elektronikerin @ Fjordmess GmbH, Kiel [2019-03/]',
      'Mechanikerin @ Sund Antriebe AG, Flensburg [2014-08/2019-02]',
    ]);
  });
});

describe('headings that a wide gap parts from their text', () => {
  it('are headings where no table says so', () => {
    const resume = parse(
      textDocument(
        [
          'Ane Dahl',
          'ane.dahl@example.no',
          'Berufserfahrung   Elektronikerin, Fjordmess GmbH, Kiel | 03/2019 – heute',
          'Prüft Messgeräte für Schiffe und Werften.',
          'Ausbildung   Bachelor of Engineering, Fachhochschule Kiel | 2010 – 2014',
          'Sprachen   Deutsch: fließend | Norwegisch: Muttersprache',
        ].join('\n'),
      ),
    );
    expect(jobs(resume)).toEqual(['Elektronikerin @ Fjordmess GmbH, Kiel [2019-03/]']);
    expect(resume.education.map((e) => e.institution)).toEqual(['Fachhochschule Kiel']);
    expect(resume.languages.map((l) => l.language)).toEqual(['Deutsch', 'Norwegisch']);
  });
});

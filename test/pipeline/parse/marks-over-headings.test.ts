import { describe, expect, it } from 'vitest';
import type { Resume } from '../../../src/domain/resume.ts';
import { extractHtml } from '../../../src/pipeline/extract/extract-html.ts';
import { lookupHeading } from '../../../src/pipeline/parse/heading-lookup.ts';
import { liftMarkedHeadings } from '../../../src/pipeline/parse/marks-over-headings.ts';
import { readRows } from '../../../src/pipeline/parse/rows.ts';
import { BOLD, ITEM, jobs, type Placed, parse, pdfDocument, textDocument } from './build-document.ts';

const schools = (resume: Resume): (string | undefined)[] => resume.education.map((entry) => entry.institution);
const skills = (resume: Resume): string[] => resume.skills.flatMap((group) => group.keywords);

const JOBS = [
  'Laborantin @ Brennberg Optik GmbH, Jena [2019-04/]',
  'Technische Assistentin @ Saaltal Glaswerk AG, Gera [2014-09/2019-03]',
];

describe('a cell of a table that holds nothing but a mark and a heading', () => {
  const body = {
    skills: '<p>Spektroskopie, Vakuumtechnik, LabVIEW</p>',
    work: `<p><b>Brennberg Optik GmbH, Jena</b> / Laborantin</p><p>04/2019 – heute</p><ul><li>Prüft Linsen für Mikroskope</li></ul>
      <p><b>Saaltal Glaswerk AG, Gera</b> / Technische Assistentin</p><p>09/2014 – 03/2019</p><ul><li>Führte das Laborbuch</li></ul>`,
    studies: '<p><b>Hochschule Saaltal</b> / Bachelor of Science, Physikalische Technik</p><p>2010 – 2014</p>',
  };
  const head = '<h1>Mona Feldhaus</h1><p>mona.feldhaus@example.de</p>';
  const page = (rows: readonly (readonly [string, string])[]): Resume =>
    parse(
      extractHtml(
        Buffer.from(
          `${head}<table>${rows.map(([left, right]) => `<tr><td>${left}</td><td>${right}</td></tr>`).join('')}</table>`,
        ),
      ),
    );
  const isRead = (resume: Resume): void => {
    expect(jobs(resume)).toEqual(JOBS);
    expect(schools(resume)).toEqual(['Hochschule Saaltal']);
    expect(skills(resume)).toEqual(['Spektroskopie', 'Vakuumtechnik', 'LabVIEW']);
  };

  it.each(['ㅡ', '—', '■', '///', '~'])('is the heading of what stands right of it: %s', (mark) => {
    const cell = (text: string): string => `<p>${mark}</p><p><b>${text}</b></p>`;
    isRead(
      page([
        [cell('Kenntnisse'), body.skills],
        [cell('Berufserfahrung'), body.work],
        [cell('Ausbildung'), body.studies],
      ]),
    );
  });

  it('may have its heading in the row below, or broken in two', () => {
    isRead(
      page([
        ['<p>—</p>', '<p>Spektroskopie, Vakuumtechnik,</p>'],
        ['<p><b>Kenntnisse</b></p>', '<p>LabVIEW</p>'],
        ['<p>—</p><p><b>Beruflicher</b></p><p><b>Werdegang</b></p>', body.work],
        ['<p>—</p><p><b>Ausbildung</b></p>', body.studies],
      ]),
    );
  });

  it('heads the rows below it that have nothing in its column', () => {
    const [first = '', second = ''] = body.work.split(/(?=<p><b>Saaltal)/u);
    isRead(
      page([
        ['<p>—</p><p>Kenntnisse</p>', body.skills],
        ['<p>—</p><p>Berufserfahrung</p>', first],
        ['', second],
        ['<p>—</p><p>Ausbildung</p>', body.studies],
      ]),
    );
  });
});

/** A margin at 40, the text at 170; marks stand on the first line of their text. */
function margin(
  mark: string,
  sections: readonly (readonly [heading: string[], lines: readonly (Placed[2] | Placed)[]])[],
): Placed[] {
  let y = 130;
  return sections.flatMap(([heading, lines]) => {
    const top = y;
    y += 16 * Math.max(lines.length, heading.length + 1) + 18;
    return [
      [40, top, mark, BOLD] satisfies Placed,
      ...heading.map((text, i): Placed => [40, top + 17 + 13 * i, text, { bold: true, size: 11 }]),
      ...lines.map((line, i): Placed => {
        const [x, , text, style] = typeof line === 'string' ? ([170, 0, line, {}] satisfies Placed) : line;
        return [x, top + 16 * i, text, style];
      }),
    ];
  });
}

const NAME: Placed[] = [
  [40, 60, 'Aurelio Bastianich', { size: 26, bold: true }],
  [40, 84, 'aurelio.bastianich@example.it'],
];
const SECTIONS = [
  [['Competenze'], ['Saldatura TIG, Lettura del disegno,', 'Taglio laser']],
  [
    ['Esperienze', 'lavorative'],
    [
      'Officine Valdrago S.r.l. / Saldatore',
      '04/2019 – oggi',
      [184, 0, 'Salda telai per macchine agricole', ITEM],
      'Carpenteria Montelieto S.n.c. / Operaio meccanico',
      '09/2014 – 03/2019',
      [184, 0, 'Preparava i pezzi per il taglio', ITEM],
    ],
  ],
  [['Istruzione'], ['Istituto Tecnico Valdrago / Diploma di perito meccanico', '2009 – 2014']],
  [['Lingue'], ['Italiano: madrelingua', 'Inglese: B1']],
] satisfies Parameters<typeof margin>[1];

describe('a mark over each heading of a margin', () => {
  it.each(['ㅡ', '—', '+', '■', '•'])('says on which line of the text its section begins: %s', (mark) => {
    const resume = parse(pdfDocument([...NAME, ...margin(mark, SECTIONS)]));
    expect(resume.basics.name).toBe('Aurelio Bastianich');
    expect(jobs(resume)).toEqual([
      'Saldatore @ Officine Valdrago S.r.l. [2019-04/]',
      'Operaio meccanico @ Carpenteria Montelieto S.n.c. [2014-09/2019-03]',
    ]);
    expect(schools(resume)).toEqual(['Istituto Tecnico Valdrago']);
    expect(skills(resume)).toEqual(['Saldatura TIG', 'Lettura del disegno', 'Taglio laser']);
    expect(resume.languages.map((entry) => entry.language)).toEqual(['Italiano', 'Inglese']);
  });

  it('may be drawn, or set a little higher than its text', () => {
    const placed = margin('—', SECTIONS);
    const marks = placed.filter(([, , text]) => text === '—');
    const high = placed.map(([x, y, text, style]): Placed => [x, text === '—' ? y - 5 : y, text, style]);
    expect(jobs(parse(pdfDocument([...NAME, ...high])))).toHaveLength(2);
    const drawn = pdfDocument([...NAME, ...placed.filter((one) => !marks.includes(one))]);
    drawn.pages[0]?.rules.push(...marks.map(([x, y]) => ({ x, y: y - 8, width: 40, height: 2 })));
    const resume = parse(drawn);
    expect(jobs(resume)).toHaveLength(2);
    expect(skills(resume)).toEqual(['Saldatura TIG', 'Lettura del disegno', 'Taglio laser']);
  });

  it('is not the bullet of the last item above a heading', () => {
    // So far from its text that it is a piece of its own.
    const listed = (y: number, text: string): Placed[] => [
      [40, y, '•', { width: 4 }],
      [58, y, text],
    ];
    const resume = parse(
      pdfDocument([
        ...NAME,
        [40, 120, 'Lingue', { bold: true, size: 11 }],
        ...listed(136, 'Italiano: madrelingua'),
        ...listed(150, 'Inglese: B1'),
        [40, 172, 'Competenze', { bold: true, size: 11 }],
        ...listed(188, 'Saldatura TIG'),
        ...listed(202, 'Taglio laser'),
        [40, 224, 'Istruzione', { bold: true, size: 11 }],
        ...listed(240, 'Istituto Tecnico Valdrago, Diploma di perito meccanico, 2009 – 2014'),
        [40, 262, 'Interessi', { bold: true, size: 11 }],
        ...listed(278, 'Alpinismo'),
      ]),
    );
    expect(resume.languages.map((entry) => entry.language)).toEqual(['Italiano', 'Inglese']);
    expect(skills(resume)).toEqual(['Saldatura TIG', 'Taglio laser']);
    expect(schools(resume)).toEqual(['Istituto Tecnico Valdrago']);
  });

  it('is none where it stands above texts of which few are headings', () => {
    const under = (...texts: string[]): Placed[] =>
      texts.flatMap((text, i): Placed[] => [
        [40, 120 + 40 * i, '—'],
        [40, 134 + 40 * i, text],
      ]);
    const lifted = (...texts: string[]): number[] => {
      const [page] = pdfDocument(under(...texts)).pages;
      return page ? liftMarkedHeadings(readRows(page)).map((row) => row.y) : [];
    };
    expect(lifted('Competenze', 'Lingue', 'Valdrago')).toEqual([120, 160, 200]);
    const few = lifted('Competenze', 'Lingue', 'Valdrago', 'Montelieto', 'Roccaforte');
    expect(few.filter((y) => (y - 134) % 40 === 0)).toHaveLength(5);
  });

  it('is no value where it stands alone on a line', () => {
    const resume = parse(
      textDocument(
        ['Ines Quaresma', 'ines.quaresma@example.pt', '', 'COMPETÊNCIAS', 'Excel', 'SAP', 'ㅡ', 'IDIOMAS', 'Português', '—'].join(
          '\n',
        ),
      ),
    );
    expect(skills(resume)).toEqual(['Excel', 'SAP']);
    expect(resume.languages.map((entry) => entry.language)).toEqual(['Português']);
  });

  it('says nothing before a heading on its line', () => {
    expect(lookupHeading('ㅡ Work Experience')?.kinds).toEqual(['work']);
    expect(lookupHeading('— Formation')?.kinds).toEqual(lookupHeading('Formation')?.kinds);
  });
});

import { describe, expect, it } from 'vitest';
import { BOLD, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const BAR = { bold: true, color: '#ffffff' } as const;

const bar = (y: number, text: string): Placed => [65, y, text, BAR];
const row = (y: number, label: string, value: string): Placed[] => [
  [62, y, label],
  [164, y, value],
];
const job = (y: number, dates: string, firm: string, title: string, item: string): Placed[] => [
  [62, y, dates],
  [164, y, firm, BOLD],
  [164, y + 13, title],
  [166, y + 26, item, { bullet: true }],
];

describe('a label in a rail of dates', () => {
  it('heads its row below a larger heading beside the rail, though a list knows it as a heading', () => {
    const rail = (y: number, label: string, text: string, style = {}): Placed[] => [
      [134 - 4.5 * label.length, y, label, { size: 9 }],
      [148, y, text, style],
    ];
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        [148, 130, 'Employment', { size: 14 }],
        ...rail(150, '2019–2024', 'Crane Operator, Harbour Crane Company, Leeds'),
        ...rail(166, '2014–2019', 'Deckhand, Quayside Ferries Ltd, Hull'),
        [148, 190, 'Skills', { size: 14 }],
        ...rail(210, 'Software', 'CraneSoft, Excel'),
        ...rail(226, 'Trade', 'Rigging, Signalling'),
        [148, 250, 'Interests', { size: 14 }],
        [148, 270, 'Rowing'],
      ]),
    );
    expect(resume.skills).toEqual([
      { name: 'Software', keywords: ['CraneSoft', 'Excel'] },
      { name: 'Trade', keywords: ['Rigging', 'Signalling'] },
    ]);
  });
});

describe('a heading that no list knows, over a rail of labels and dates', () => {
  it('is one by its look beside those that stand over the same rail', () => {
    const resume = parse(
      pdfDocument([
        [62, 60, 'Hinnerk Brockdorf', { size: 18, bold: true }],
        bar(110, 'Persönliche Daten'),
        ...row(128, 'Anschrift', 'Moorweg 4, 27568 Bremerhaven'),
        ...row(145, 'Telefon', '+49 471 5550 193'),
        ...row(162, 'E-Mail', 'hinnerk@netz.example'),
        ...row(179, 'Familienstand', 'ledig'),
        ...row(196, 'Führerschein', 'Klasse B'),
        bar(224, 'Auf den Baustellen'),
        ...job(242, '03/2014 – 05/2019', 'Sielmann Windservice GmbH, Cuxhaven', 'Elektriker', 'Montage von sechzig Anlagen'),
        ...job(284, '07/2009 – 12/2013', 'Elektro Krog GmbH, Loxstedt', 'Geselle', 'Installation in Wohnbauten'),
        ...job(326, '08/2005 – 01/2009', 'Elektro Krog GmbH, Loxstedt', 'Auszubildender', 'Schaltschrankbau'),
        bar(380, 'Ausbildung'),
        [62, 398, '08/2012 – 06/2016'],
        [164, 398, 'Fachschule für Technik Bremen', BOLD],
        [164, 411, 'Staatlich geprüfter Techniker'],
        [62, 424, '08/1999 – 07/2005'],
        [164, 424, 'Realschule Loxstedt', BOLD],
        [164, 437, 'Mittlere Reife'],
        bar(465, 'Sprachen'),
        ...row(483, 'Deutsch', 'Muttersprache'),
        ...row(500, 'Englisch', 'gut'),
        bar(528, 'Interessen'),
        [62, 546, 'Segeln, Modellbau'],
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Elektriker @ Sielmann Windservice GmbH, Cuxhaven [2014-03/2019-05]',
      'Geselle @ Elektro Krog GmbH, Loxstedt [2009-07/2013-12]',
      'Auszubildender @ Elektro Krog GmbH, Loxstedt [2005-08/2009-01]',
    ]);
    expect(resume.education).toHaveLength(2);
    expect(resume.basics.phone).toBe('+494715550193');
  });
});

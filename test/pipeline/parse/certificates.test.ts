import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, headOf, type Placed, parse, pdfDocument } from './build-document.ts';

const certificates = (text: string): [string, string | undefined, string | undefined][] =>
  parse(`Ada Wren\nada.wren@example.org\n\nCERTIFICATES\n${text}`).certificates.map((c) => [c.name, c.issuer, c.date]);

describe('issuers of certificates', () => {
  it.each([
    ['brackets', 'Crane Pass (Lorva, March 2019)\nRope Pass (Tindel, May 2021)'],
    ['dashes', '- Crane Pass – Lorva (March 2019)\n- Rope Pass – Tindel (May 2021)'],
    ['commas', 'Crane Pass, Lorva, 03/2019\nRope Pass, Tindel, 05/2021'],
    ['bars', 'Crane Pass | Lorva | 2019-03\nRope Pass | Tindel | 2021-05'],
  ])('are told by %s that every certificate of the section has, whatever they are called', (_name, text) => {
    expect(certificates(text)).toEqual([
      ['Crane Pass', 'Lorva', '2019-03'],
      ['Rope Pass', 'Tindel', '2021-05'],
    ]);
  });

  it('are acronyms where every dated certificate is a pair, though certificates are named by them too', () => {
    const expected = [
      ['Diploma in IFRS', 'ACCA', '2019-06'],
      ['DISA', 'ICAI', '2022-12'],
    ];
    expect(certificates('Diploma in IFRS – ACCA (June 2019)\nDISA – ICAI (December 2022)')).toEqual(expected);
    expect(certificates('Diploma in IFRS, ACCA, June 2019\nDISA, ICAI, December 2022')).toEqual(expected);
  });

  it('leave two certificates that fill their lines and end in their years two, though the second looks like the first going on', () => {
    const page: Placed[] = [
      ...headOf('Ada Wren'),
      [40, 110, 'Certificates', HEADING],
      [40, 130, 'Handling of food at high risk – Council of Lorva and its kitchens (2022)', { bold: true }],
      [40, 143, 'Handling of allergens in kitchens (2019)', { bold: true }],
    ];
    expect(parse(pdfDocument(page)).certificates.map(({ date }) => date)).toEqual(['2022', '2019']);
  });

  it('and dates in brackets behind names, with semicolons between, over two lines', () => {
    const wide = { width: 500 };
    const page: Placed[] = [
      ...headOf('Ada Wren'),
      [40, 110, 'Certificates', HEADING],
      [40, 130, 'Crane Pass (Lorva, March 2019); Rope and Chain Slinging up to', wide],
      [40, 144, 'Forty Tonnes (Tindel, May 2021)'],
    ];
    expect(parse(pdfDocument(page)).certificates.map(({ name, issuer, date }) => [name, issuer, date])).toEqual([
      ['Crane Pass', 'Lorva', '2019-03'],
      ['Rope and Chain Slinging up to Forty Tonnes', 'Tindel', '2021-05'],
    ]);
  });

  it('are not parted by semicolons where each of several lines has one', () => {
    const page: Placed[] = [
      ...headOf('Ada Wren'),
      [40, 110, 'Certificates', HEADING],
      [40, 130, 'Crane Pass for Docks; Level 2'],
      [40, 144, 'First Aid on Quays; Course'],
      [40, 158, 'Rope Pass for Decks; Level 3'],
    ];
    expect(parse(pdfDocument(page)).certificates.map(({ name }) => name)).toEqual([
      'Crane Pass for Docks; Level 2',
      'First Aid on Quays; Course',
      'Rope Pass for Decks; Level 3',
    ]);
  });

  it('and dates behind semicolons are those of one certificate', () => {
    expect(certificates('First Aid at Work; Harbour College; 2021')).toHaveLength(1);
  });

  it('are not the next certificate, which has a date of its own and no weight', () => {
    const page: Placed[] = [
      [40, 50, 'Ada Wren', { size: 20, bold: true }],
      [40, 70, 'ada.wren@example.org'],
      [40, 100, 'CERTIFICATES', { size: 12, bold: true }],
      [40, 120, '05/2024'],
      [110, 120, 'Confined Space Entry', { bold: true }],
      [40, 140, '01/2025'],
      [110, 140, 'First Aid Level C'],
    ];
    expect(parse(pdfDocument(page)).certificates).toEqual([
      { name: 'Confined Space Entry', date: '2024-05' },
      { name: 'First Aid Level C', date: '2025-01' },
    ]);
  });

  it('are not the next certificate of a list', () => {
    expect(certificates('ACLS, PALS, BLS').map(([name]) => name)).not.toContain('ACLS');
    expect(
      certificates('Certified Kubernetes Administrator (CKA)\nCertified Scrum Master (CSM)').map(([, issuer]) => issuer),
    ).toEqual([undefined, undefined]);
  });

  it('stand in lesser style below the name, where both may wrap', () => {
    const bold = { bold: true } as const;
    const page: Placed[] = [
      [40, 50, 'Ada Wren', { size: 20, bold: true }],
      [40, 70, 'ada.wren@example.org'],
      [40, 100, 'CERTIFICATES', { size: 12, bold: true }],
      [40, 120, 'Certified Overhead Crane', bold],
      [40, 133, 'Operator', bold],
      [40, 146, 'Lorva Lifting and Rope'],
      [40, 159, 'Works'],
      [40, 172, 'Mar 2019'],
      [40, 190, 'Rope Pass', bold],
      [40, 203, 'Tindel'],
      [40, 216, 'May 2021'],
    ];
    expect(parse(pdfDocument(page)).certificates).toEqual([
      { name: 'Certified Overhead Crane Operator', issuer: 'Lorva Lifting and Rope Works', date: '2019-03' },
      { name: 'Rope Pass', issuer: 'Tindel', date: '2021-05' },
    ]);
  });

  it('stand below the name in its own style where the section is set in blocks, and may wrap there', () => {
    const page: Placed[] = [
      [40, 50, 'Ada Wren', { size: 20, bold: true }],
      [40, 70, 'ada.wren@example.org'],
      [40, 100, 'CERTIFICATES', { size: 12, bold: true }],
      [40, 120, 'Crane Pass'],
      [40, 136, 'Lorva Lifting and Rope'],
      [40, 147, 'Works'],
      [40, 170, 'Rope Pass'],
      [40, 186, 'Tindel'],
    ];
    expect(parse(pdfDocument(page)).certificates).toEqual([
      { name: 'Crane Pass', issuer: 'Lorva Lifting and Rope Works' },
      { name: 'Rope Pass', issuer: 'Tindel' },
    ]);
  });

  it('are told by words, as the day is, whatever the order and the style of these lines', () => {
    const bold = { bold: true } as const;
    const page: Placed[] = [
      [40, 50, 'Ada Wren', { size: 20, bold: true }],
      [40, 70, 'ada.wren@example.org'],
      [40, 100, 'CERTIFICATES', { size: 12, bold: true }],
      [40, 120, 'Crane Pass', bold],
      [40, 140, 'Issued on: May 01, 2019'],
      [40, 152, 'Issued by Lorva', bold],
      [40, 180, 'Rope Pass', bold],
      [40, 200, 'Issued Jun 2021'],
      [40, 212, 'Issued by', bold],
    ];
    expect(parse(pdfDocument(page)).certificates).toEqual([
      { name: 'Crane Pass', issuer: 'Lorva', date: '2019-05-01' },
      { name: 'Rope Pass', date: '2021-06' },
    ]);
  });

  it('leave a number at the end of a name where the date stands below', () => {
    const page: Placed[] = [
      [40, 50, 'Ada Wren', { size: 20, bold: true }],
      [40, 70, 'ada.wren@example.org'],
      [40, 100, 'CERTIFICATES', { size: 12, bold: true }],
      [40, 120, 'Safety 30', { bold: true }],
      [40, 134, 'Jun 2022'],
    ];
    expect(parse(pdfDocument(page)).certificates).toEqual([{ name: 'Safety 30', date: '2022-06' }]);
  });

  it('stand behind their word in other languages', () => {
    expect(certificates('Permis de grue\nCertifié le 2023-05-30\npar Lorva')).toEqual([
      ['Permis de grue', 'Lorva', '2023-05-30'],
    ]);
  });

  it('stand a little further below than a second line of the name does', () => {
    const page: Placed[] = [
      [40, 50, 'Ada Wren', { size: 20, bold: true }],
      [40, 70, 'ada.wren@example.org'],
      [40, 100, 'CERTIFICATES', { size: 12, bold: true }],
      [40, 120, 'Overhead and Gantry'],
      [40, 132, 'endorsements'],
      [40, 147, 'Lorva'],
      [40, 172, 'Rope Pass'],
      [40, 187, 'Tindel'],
    ];
    expect(parse(pdfDocument(page)).certificates).toEqual([
      { name: 'Overhead and Gantry endorsements', issuer: 'Lorva' },
      { name: 'Rope Pass', issuer: 'Tindel' },
    ]);
  });

  it('are told by a change of weight alone where every line has one', () => {
    const bold = { bold: true } as const;
    const page: Placed[] = [
      [40, 50, 'Ada Wren', { size: 20, bold: true }],
      [40, 70, 'ada.wren@example.org'],
      [40, 100, 'CERTIFICATES', { size: 12, bold: true }],
      [40, 120, 'Crane Pass', bold],
      [93, 120, 'Lorva Works'],
      [460, 120, 'Mar 2019'],
      [40, 140, 'Rope Pass', bold],
      [88, 140, 'Tindel (May 2021)'],
    ];
    expect(parse(pdfDocument(page)).certificates).toEqual([
      { name: 'Crane Pass', issuer: 'Lorva Works', date: '2019-03' },
      { name: 'Rope Pass', issuer: 'Tindel', date: '2021-05' },
    ]);
    const oneOfTwo = page.filter(([, y]) => y !== 140).concat([[40, 140, 'Rope Pass of Tindel, 2021', bold]]);
    expect(parse(pdfDocument(oneOfTwo)).certificates.map((c) => c.name)).toContain('Crane Pass Lorva Works');
  });

  it('stand below a date and a name where every block begins with its date', () => {
    const page: Placed[] = [
      [40, 50, 'Ada Wren', { size: 20, bold: true }],
      [40, 70, 'ada.wren@example.org'],
      [40, 100, 'CERTIFICATES', { size: 12, bold: true }],
      [40, 120, 'Mar 2019'],
      [40, 132, 'Crane Pass – Advanced'],
      [40, 144, 'Lorva'],
      [40, 156, 'May 2021'],
      [40, 168, 'Rope Pass'],
      [40, 180, 'Tindel'],
    ];
    expect(parse(pdfDocument(page)).certificates).toEqual([
      { name: 'Crane Pass – Advanced', issuer: 'Lorva', date: '2019-03' },
      { name: 'Rope Pass', issuer: 'Tindel', date: '2021-05' },
    ]);
    const stray: Placed[] = [...page.slice(0, 3), [40, 120, '2015 – 2018'], [40, 132, 'Crane Pass, Lorva Works, 03/2019']];
    expect(parse(pdfDocument(stray)).certificates).toEqual([{ name: 'Crane Pass', issuer: 'Lorva Works', date: '2019-03' }]);
  });

  it('stand above the name as well, where a word says so below the date', () => {
    const page: Placed[] = [
      ...headOf('Ada Wren'),
      [40, 110, 'Certificates', HEADING],
      [40, 130, '2019-03'],
      [40, 144, 'Issued by: Lorva Works'],
      [40, 160, 'Crane Pass', { size: 12 }],
    ];
    expect(parse(pdfDocument(page)).certificates).toEqual([{ name: 'Crane Pass', issuer: 'Lorva Works', date: '2019-03' }]);
  });

  it('stand at the left below the name with a day behind its word at the right, which is no column of the next certificates', () => {
    const page: Placed[] = [
      ...headOf('Ada Wren'),
      [40, 110, 'Certificates', HEADING],
      [40, 130, 'Crane Pass', BOLD],
      [40, 148, 'Issued by Lorva Works'],
      [480, 148, 'Issued Mar 2019'],
      [40, 170, 'Rope Pass', BOLD],
      [40, 188, 'Issued by Tindel'],
      [480, 188, 'Issued May 2021'],
    ];
    expect(parse(pdfDocument(page)).certificates).toEqual([
      { name: 'Crane Pass', issuer: 'Lorva Works', date: '2019-03' },
      { name: 'Rope Pass', issuer: 'Tindel', date: '2021-05' },
    ]);
  });

  it('are told by a change of weight though they begin with a small letter', () => {
    const page: Placed[] = [
      ...headOf('Ada Wren'),
      [40, 110, 'Certificates', HEADING],
      [40, 130, 'Crane Pass', { ...BOLD, width: 60 }],
      [104, 130, 'iLorva', { width: 40 }],
      [40, 150, 'Rope Pass', { ...BOLD, width: 54 }],
      [98, 150, 'Tindel', { width: 40 }],
    ];
    expect(parse(pdfDocument(page)).certificates).toEqual([
      { name: 'Crane Pass', issuer: 'iLorva' },
      { name: 'Rope Pass', issuer: 'Tindel' },
    ]);
  });

  it('stand below each name in its own style where they are bodies by their words, and are members of a list otherwise', () => {
    expect(certificates('Crane Pass\nHarbour Council of Lorva\nRope Pass\nHandwerkskammer Tindel')).toEqual([
      ['Crane Pass', 'Harbour Council of Lorva', undefined],
      ['Rope Pass', 'Handwerkskammer Tindel', undefined],
    ]);
    expect(certificates('Crane Pass\nRope Pass\nHarbour Council of Lorva')).toHaveLength(3);
    expect(certificates('Certified Kubernetes Administrator\nAWS Solutions Architect – Professional')).toHaveLength(2);
  });

  it('lose the stroke before their day', () => {
    const page: Placed[] = [
      ...headOf('Ada Wren'),
      [40, 110, 'Certificates', HEADING],
      [40, 130, 'Crane Pass', BOLD],
      [40, 146, 'Lorva Works / Aug 2017'],
      [40, 168, 'Rope Pass', BOLD],
      [40, 184, 'Tindel / Feb 2021'],
    ];
    expect(parse(pdfDocument(page)).certificates.map(({ issuer }) => issuer)).toEqual(['Lorva Works', 'Tindel']);
  });

  it('are read from a section of qualifications that is dated, not taken for skills', () => {
    const resume = parse('Ada Wren\nada.wren@example.org\n\nQUALIFIKATIONEN\nKranschein, 03/2019\nSchweißerpass, 05/2021');
    expect(resume.certificates.map((c) => c.name)).toEqual(['Kranschein', 'Schweißerpass']);
    expect(resume.certificates.map((c) => c.date)).toEqual(['2019-03', '2021-05']);
  });
});

describe('certificates with their dates in a column at the left', () => {
  it('go on in a line that begins where their text did', () => {
    const long = 'Specialist Crane Inspector of the Northern Region — Chamber of Harbours';
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        [40, 110, 'Certificates', HEADING],
        [40, 130, '2015-06'],
        [140, 130, long],
        [140, 142, 'and Waterways'],
        [40, 160, '2009-01'],
        [140, 160, 'Crane Licence — Quay Council Hull'],
      ]),
    );
    expect(resume.certificates).toMatchObject([
      { name: 'Specialist Crane Inspector of the Northern Region', issuer: 'Chamber of Harbours and Waterways', date: '2015-06' },
      { name: 'Crane Licence', issuer: 'Quay Council Hull', date: '2009-01' },
    ]);
  });
});

describe('names of certificates', () => {
  const names = (...lines: string[]) =>
    parse(['Orla Tamsin', 'orla.tamsin@example.org', '', 'Certificates', ...lines].join('\n')).certificates.map(
      ({ name, date }) => `${name} ${date ?? ''}`.trim(),
    );

  it('are parted by semicolons on one line', () => {
    expect(names('WHMIS 2015; Standard First Aid (2025)')).toEqual(['WHMIS 2015', 'Standard First Aid 2025']);
  });

  it('lose a word that only announces them: behind it a colon, or before several of them', () => {
    expect(names('Certification : Scrum Master I')).toEqual(['Scrum Master I']);
    expect(names('Certification Scrum Master I', 'Certification TOEIC 885')).toEqual(['Scrum Master I', 'TOEIC 885']);
    expect(names('Certificate in Welding', 'Forklift licence')).toEqual(['Certificate in Welding', 'Forklift licence']);
  });
});

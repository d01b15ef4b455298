/** What typesetters put on a page beside the text: leaders, headings in the middle or run into their text, place and day of the signature. */
import { describe, expect, it } from 'vitest';
import { HEADING, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const HEAD = headOf('Orla Tamsin');
const text = (...lines: string[]) => parse(['Orla Tamsin', 'orla.tamsin@example.org', '', ...lines].join('\n'));
const keywords = (resume: ReturnType<typeof parse>) => resume.skills.flatMap((group) => group.keywords);

describe('leaders', () => {
  it.each([
    '. . . . . . . . . . . .',
    '..............',
    '____________',
    '· · · · · · · ·',
  ])('from a name to its date are no text: %s', (leader) => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 110, 'Experience', HEADING],
        [40, 130, `Harbour Crane Ltd, Leeds ${leader} 03/2019–present`],
        [40, 144, 'Crane operator.'],
        [40, 164, `Quayside Ferries Ltd, Hull${leader}05/2015–02/2018`],
        [40, 178, 'Deckhand.'],
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Crane operator @ Harbour Crane Ltd, Leeds [2019-03/]',
      'Deckhand @ Quayside Ferries Ltd, Hull [2015-05/2018-02]',
    ]);
  });

  it('are no ellipsis: a text that trails off stays whole', () => {
    expect(text('Profile', 'Cranes, ferries, lighthouses... and what floats').basics.summary).toContain('lighthouses... and');
  });
});

describe('headings that run into their text', () => {
  const experience = ['EXPERIENCE', 'Welder, Harbour Steel Ltd, Leeds', '2015 – 2019', ''];

  it('head it where capitals end with a full stop', () => {
    const resume = text(
      ...experience,
      'SKILLS. Welding, Soldering, Excel.',
      'LANGUAGES. English (native), Irish (B2).',
      'INTERESTS. Sailing, Chess.',
    );
    expect(keywords(resume)).toEqual(['Welding', 'Soldering', 'Excel']);
    expect(resume.languages).toMatchObject([
      { language: 'English', fluency: 'native' },
      { language: 'Irish', fluency: 'B2' },
    ]);
    expect(resume.interests).toEqual(['Sailing', 'Chess']);
  });

  it('are labels of groups where one alone stands among the skills', () => {
    const resume = text(...experience, 'TECHNICAL SKILLS', 'LANGUAGES: Java, Python', 'MACHINES: Lathe, Crane');
    expect(keywords(resume)).toEqual(['Java', 'Python', 'Lathe', 'Crane']);
    expect(resume.languages).toEqual([]);
  });
});

describe('headings in the middle of the page', () => {
  it('head a list in columns below them, also where they begin right of the first column', () => {
    const wide: Placed[] = [
      [60, 130, '2019-04 – present'],
      [170, 130, 'Harbour Crane Company Limited — Leeds, West Yorkshire', { bold: true }],
      [170, 144, 'Crane operator on the northern quay for all kinds of cargo'],
      [60, 164, '2015-02 – 2019-03'],
      [170, 164, 'Quayside Ferries Limited — Hull', { bold: true }],
      [170, 178, 'Deckhand'],
    ];
    const grid = ['Lifting', 'Rigging', 'Excel', 'First aid', 'Welding', 'Soldering'].map(
      (skill, i): Placed => [[60, 225, 360][i % 3] ?? 60, 230 + 14 * Math.floor(i / 3), skill],
    );
    const tongues: Placed[] = [
      [60, 290, 'English: native'],
      [225, 290, 'Irish: B2'],
    ];
    const right = 170 + 'Crane operator on the northern quay for all kinds of cargo'.length * 5;
    const centred = (y: number, word: string): Placed => [(60 + right) / 2 - word.length * 3.5, y, word, HEADING];
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        centred(112, 'Experience'),
        ...wide,
        centred(212, 'Skills'),
        ...grid,
        centred(275, 'Languages'),
        ...tongues,
      ]),
    );
    expect(keywords(resume).sort()).toEqual(['Excel', 'First aid', 'Lifting', 'Rigging', 'Soldering', 'Welding']);
    expect(resume.languages.map(({ language }) => language)).toEqual(['English', 'Irish']);
  });
});

describe('a skills section', () => {
  it('may hold the languages and the hobbies behind labels beside the lists', () => {
    const rows = [
      ['Technik', 'Schweißen, Löten'],
      ['Software', 'Excel, SAP'],
      ['Sprachen', 'Deutsch (Muttersprache), Polnisch (B2)'],
      ['Hobbys', 'Segeln, Schach'],
    ].flatMap(([label = '', list = ''], i): Placed[] => [
      [60, 130 + 20 * i, label],
      [166, 130 + 20 * i, list],
    ]);
    const resume = parse(pdfDocument([...HEAD, [60, 110, 'Kenntnisse', HEADING], ...rows, [60, 240, 'Kiel, 3. Oktober 2026']]));
    expect(resume.skills).toEqual([
      { name: 'Technik', keywords: ['Schweißen', 'Löten'] },
      { name: 'Software', keywords: ['Excel', 'SAP'] },
    ]);
    expect(resume.languages.map(({ language }) => language)).toEqual(['Deutsch', 'Polnisch']);
    expect(resume.interests).toEqual(['Segeln', 'Schach']);
  });

  it('may hold one group behind another on a line', () => {
    expect(text('Skills', 'Cooking: grilling, baking; Office: Excel, Word').skills).toEqual([
      { name: 'Cooking', keywords: ['grilling', 'baking'] },
      { name: 'Office', keywords: ['Excel', 'Word'] },
    ]);
  });
});

describe('place and day at the end', () => {
  it.each([
    'Kiel, 3. Oktober 2026',
    'Kiel, den 03.10.2026',
    'Lyon, le 3 octobre 2026',
    'Gdynia, 3 października 2026 r.',
  ])('are of the signature, not a hobby: %s', (line) => {
    const resume = text('Experience', 'Welder, Harbour Steel Ltd, Leeds', '2015 – 2019', 'Interests', 'Sailing', 'Chess', line);
    expect(resume.interests).toEqual(['Sailing', 'Chess']);
  });

  it('are an entry where no day is printed', () => {
    const resume = text(
      'Experience',
      'Welder, Harbour Steel Ltd, Leeds',
      '2015 – 2019',
      '',
      'Certificates',
      'First Aid, March 2018',
      'Safety, May 2019',
    );
    expect(resume.certificates.map(({ name }) => name)).toEqual(['First Aid', 'Safety']);
  });
});

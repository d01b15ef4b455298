import { describe, expect, it } from 'vitest';
import { HEADING, ITEM, type Placed, parse, pdfDocument } from './build-document.ts';

const studies = (...lines: string[]) =>
  parse(['EDUCATION', ...lines].join('\n')).education.map((e) => [e.studyType, e.area, e.institution, e.score]);

describe('names of schools and degrees', () => {
  it('leaves the town in the name of a school where the place is printed once more', () => {
    expect(studies('BSc, Physics', 'Redwood National University, Lisbon, Lisbon', '2015 – 2019')).toEqual([
      ['BSc', 'Physics', 'Redwood National University, Lisbon', undefined],
    ]);
  });

  it.each([
    ['MSc in Physics from Larkmoor Tech, 2011 – 2014', ['MSc', 'Physics', 'Larkmoor Tech']],
    ['BSc in Physics at the University of Bracken, 2011 – 2014', ['BSc', 'Physics', 'University of Bracken']],
    ['Abitur am Gymnasium Seeblick, 2011', ['Abitur', undefined, 'Gymnasium Seeblick']],
    ['Grado en Enfermería en la Universidad de Roblerojo, 2014', ['Grado', 'Enfermería', 'Universidad de Roblerojo']],
    ['Master de Physique de l’Université de Boisrouge, 2014', ['Master', 'Physique', 'Université de Boisrouge']],
    ['Kandidatexamen i fysik vid Rödskogs universitet, 2014', ['Kandidatexamen', 'fysik', 'Rödskogs universitet']],
    [
      'Instituto de Física da Universidade de Roblerojo, 2014',
      [undefined, undefined, 'Instituto de Física da Universidade de Roblerojo'],
    ],
  ])('reads the school behind a word for where: %s', (line, read) => {
    expect(studies(line).map((one) => one.slice(0, 3))).toEqual([read]);
  });

  it.each([
    ['MA Translation from Norse, University of Bracken, 2014', ['MA', 'Translation from Norse', 'University of Bracken']],
    ['MSc in Glaciology from Space, University of Bracken, 2014', ['MSc', 'Glaciology from Space', 'University of Bracken']],
    ['MA in Literature from Orvell to Tamsin, 2014', ['MA', 'Literature from Orvell to Tamsin', undefined]],
    ['Diploma in Settlement from Larkmoor, 2014', ['Diploma', 'Settlement from Larkmoor', undefined]],
    ['MBA from Larkmoor Tech, 2014', ['MBA', undefined, 'Larkmoor Tech']],
  ])('leaves a word for where to the field it belongs to: %s', (line, read) => {
    expect(studies(line).map((one) => one.slice(0, 3))).toEqual([read]);
  });

  it('tells the school of Poland named for its kind from the title that one has from there', () => {
    expect(studies('Technikum Leśne w Lorvie — technik, Leśnictwo', 'IX 2002 – V 2006')[0]).toEqual([
      'technik',
      'Leśnictwo',
      'Technikum Leśne w Lorvie',
      undefined,
    ]);
  });

  it('reads who gave a certificate of completion', () => {
    expect(studies('Certificate of Completion from Larkmoor Online, 2014')[0]?.[2]).toBe('Larkmoor Online');
  });

  it('reads a study a bullet where nothing is dated', () => {
    const read = parse(
      pdfDocument([
        [40, 60, 'EDUCATION', HEADING],
        [52, 80, 'MSc in Physics, Larkmoor University', ITEM],
        [52, 94, 'BSc in Physics, University of Bracken', ITEM],
        [52, 108, 'A-levels, Seaview School', ITEM],
      ]),
    );
    expect(read.education.map((e) => [e.studyType, e.area, e.institution])).toEqual([
      ['MSc', 'Physics', 'Larkmoor University'],
      ['BSc', 'Physics', 'University of Bracken'],
      ['A-levels', undefined, 'Seaview School'],
    ]);
  });

  it('reads no study from a bullet that only tells of a school', () => {
    const listed = (...bullets: string[]) =>
      parse(
        pdfDocument([[40, 60, 'EDUCATION', HEADING], ...bullets.map((text, i) => [52, 80 + 14 * i, text, ITEM] as Placed)]),
      ).education.map((e) => [e.studyType, e.institution, e.courses]);
    const bsc = 'BSc in Physics, Larkmoor University';
    const club = 'Treasurer of the chess club of Larkmoor University';
    const term = 'Term abroad at Quayside College';
    expect(listed(bsc, club, term)).toEqual([['BSc', 'Larkmoor University', [club, term]]]);
    expect(listed('MSc in Physics, Quayside College', bsc, club)).toEqual([
      ['MSc', 'Quayside College', undefined],
      ['BSc', 'Larkmoor University', [club]],
    ]);
  });

  it('leaves the word between a training and its trade to neither', () => {
    expect(studies('Ausbildung zur Metallbauerin, Handwerkskammer Redwood, 2008 – 2011')).toEqual([
      ['Ausbildung', 'Metallbauerin', 'Handwerkskammer Redwood', undefined],
    ]);
  });

  it('takes two degrees that are set in below the field of study', () => {
    const read = studies(
      'Redwood Maritime College  2015 – 2019',
      'Marine electrical',
      '- HNC and Level 2 electrical apprenticeship',
    );
    expect(read).toEqual([
      ['HNC and Level 2 electrical apprenticeship', 'Marine electrical', 'Redwood Maritime College', undefined],
    ]);
    const text =
      'EDUCATION\nRedwood Maritime College  2015 – 2019\nMarine electrical\n- HNC and Level 2 electrical apprenticeship\n- Sea time';
    expect(parse(text).education[0]?.courses).toEqual(['Sea time']);
    const listed = studies('Redwood Maritime College  2015 – 2019', 'BSc, Physics', '- MSc courses in the last year');
    expect(listed.map(([degree]) => degree)).toEqual(['BSc']);
  });

  it('reads fields of study that a semicolon parts', () => {
    expect(studies('Redwood University', '2015 – 2019', 'BA', 'Early and Modern Welsh; History')).toEqual([
      ['BA', 'Early and Modern Welsh; History', 'Redwood University', undefined],
    ]);
  });

  it('keeps a grade behind the field of study out of both', () => {
    expect(studies('MSc Physics GPA: 3.9/4.3', 'Redwood National University', '2015 – 2019')).toEqual([
      ['MSc', 'Physics', 'Redwood National University', 'GPA: 3.9/4.3'],
    ]);
  });

  it('leaves it there too where no other school has a place', () => {
    const read = studies(
      'BSc, Physics',
      'Redwood Institute of Technology, Lisbon',
      '2015 – 2019',
      '',
      'High School Diploma',
      'Bracken Hill Secondary School',
      '2010 – 2014',
    );
    expect(read.map(([, , school]) => school)).toEqual([
      'Redwood Institute of Technology, Lisbon',
      'Bracken Hill Secondary School',
    ]);
  });

  it('takes the town for a place where the other schools have one', () => {
    const read = studies(
      'BSc, Physics',
      'Redwood University, Lisbon',
      '2015 – 2019',
      '',
      'High School Diploma',
      'Bracken Hill Secondary School, Porto',
      '2010 – 2014',
    );
    expect(read.map(([, , school]) => school)).toEqual(['Redwood University', 'Bracken Hill Secondary School']);
  });

  it('keeps the class of a degree apart from it', () => {
    expect(studies('LLB, Law, magna cum laude', 'Redwood University', '2015 – 2019')).toEqual([
      ['LLB', 'Law', 'Redwood University', 'magna cum laude'],
    ]);
  });

  it.each([
    ['Sykepleierutdanning', 'Universitetet i Nordbygd'],
    ['Ammatillinen perustutkinto', 'Ammattiopisto Koivula'],
    ['Магистр', 'Саянский Государственный Университет'],
    ['Titre professionnel', 'Lycée Anselme-Courtois'],
    ['Lisans', 'Yıldıztepe Üniversitesi'],
    ['学士', '翠嶺大学'],
  ])('tells %s from %s', (degree, school) => {
    expect(studies(degree, school, '2015 – 2019')).toEqual([[degree, undefined, school, undefined]]);
  });

  it('does not take a trade with a small word of firms in it for the school', () => {
    expect(studies('Titre professionnel, Conducteur du transport routier', 'ORVAL Auvergne', '2010 – 2011')).toEqual([
      ['Titre professionnel', 'Conducteur du transport routier', 'ORVAL Auvergne', undefined],
    ]);
  });
});

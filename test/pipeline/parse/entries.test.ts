import { describe, expect, it } from 'vitest';
import { jobs, parse } from './build-document.ts';

const head = 'Ada Wren\nada.wren@example.org\n\n';
const work = (text: string): string[] => jobs(parse(`${head}EXPERIENCE\n${text}`));

const EXPECTED = [
  'Head Baker @ Millstone Bakery, Leeds [2019-03/]',
  'Pastry Chef @ Harbour Hotel, Whitby [2015-05/2019-02]',
  'Kitchen Porter @ Harwell Bread Ltd, York [2013-06/2015-04]',
];

describe('entries of work', () => {
  it.each([
    [
      'title, employer, place (dates)',
      `Head Baker, Millstone Bakery, Leeds (March 2019 – Present)\n- a\nPastry Chef, Harbour Hotel, Whitby (May 2015 – February 2019)\n- b\nKitchen Porter, Harwell Bread Ltd, York (June 2013 – April 2015)\n- c`,
    ],
    [
      'employer, title, place (dates)',
      `Millstone Bakery, Head Baker, Leeds (March 2019 – Present)\n- a\nHarbour Hotel, Pastry Chef, Whitby (May 2015 – February 2019)\n- b\nHarwell Bread Ltd, Kitchen Porter, York (June 2013 – April 2015)\n- c`,
    ],
    [
      'title | employer, place over dates',
      `Head Baker | Millstone Bakery, Leeds\n03/2019 - Present\n- a\n\nPastry Chef | Harbour Hotel, Whitby\n05/2015 - 02/2019\n- b\n\nKitchen Porter | Harwell Bread Ltd, York\n06/2013 - 04/2015\n- c`,
    ],
    [
      'dates: title – employer, place',
      `03/2019 to now: Head Baker – Millstone Bakery, Leeds\n- a\n05/2015 to 02/2019: Pastry Chef – Harbour Hotel, Whitby\n- b\n06/2013 to 04/2015: Kitchen Porter – Harwell Bread Ltd, York\n- c`,
    ],
    [
      'employer and dates over title · place',
      `Millstone Bakery  Mar 2019 – Present\nHead Baker · Leeds\n- a\nHarbour Hotel  May 2015 – Feb 2019\nPastry Chef · Whitby\n- b\nHarwell Bread Ltd  Jun 2013 – Apr 2015\nKitchen Porter · York\n- c`,
    ],
    [
      'employer, place over title and dates',
      `Millstone Bakery, Leeds\nHead Baker  2019-03 – present\n- a\nHarbour Hotel, Whitby\nPastry Chef  2015-05 – 2019-02\n- b\nHarwell Bread Ltd, York\nKitchen Porter  2013-06 – 2015-04\n- c`,
    ],
    [
      'four lines an entry',
      `Head Baker\nMillstone Bakery\nMar 2019 – Present\nLeeds\n- a\n\nPastry Chef\nHarbour Hotel\nMay 2015 – Feb 2019\nWhitby\n- b\n\nKitchen Porter\nHarwell Bread Ltd\nJun 2013 – Apr 2015\nYork\n- c`,
    ],
    [
      'title at employer',
      `Head Baker at Millstone Bakery, Leeds, March 2019 – Present\n- a\nPastry Chef at Harbour Hotel, Whitby, May 2015 – February 2019\n- b\nKitchen Porter at Harwell Bread Ltd, York, June 2013 – April 2015\n- c`,
    ],
    [
      'without any bullets',
      `Head Baker, Millstone Bakery, Leeds (March 2019 – Present)\nPastry Chef, Harbour Hotel, Whitby (May 2015 – February 2019)\nKitchen Porter, Harwell Bread Ltd, York (June 2013 – April 2015)`,
    ],
    [
      'as a list',
      `- 03/2019 – now: Head Baker, Millstone Bakery, Leeds\n- 05/2015 – 02/2019: Pastry Chef, Harbour Hotel, Whitby\n- 06/2013 – 04/2015: Kitchen Porter, Harwell Bread Ltd, York`,
    ],
  ])('are read from %s', (_name, text) => {
    expect(work(text)).toEqual(EXPECTED);
  });

  it('keep commas in a title when the section sets the employer apart', () => {
    expect(
      work(
        'Engineer, sheds and barns | Timberlake Structures, Leeds\n01/2021 – now\n- a\nTechnician, night shift | Bolton Beams, York\n02/2018 – 12/2020\n- b',
      ),
    ).toEqual([
      'Engineer, sheds and barns @ Timberlake Structures, Leeds [2021-01/]',
      'Technician, night shift @ Bolton Beams, York [2018-02/2020-12]',
    ]);
  });

  it('know an unknown title by the shape of the others', () => {
    expect(
      work(
        'Nurse, Quarry Hospital, Leeds (2019 – 2021)\nFlumptionist, Wexcombe Dunmore, York (2017 – 2019)\nAccountant, Bell & Bracken LLP, Leeds (2015 – 2017)',
      )[1],
    ).toBe('Flumptionist @ Wexcombe Dunmore, York [2017/2019]');
  });

  it('give every role below an employer that employer', () => {
    expect(
      work(
        'Quarry Systems Ltd, Leeds\nSenior Engineer  2019 – 2022\n- led the team\nEngineer  2016 – 2019\n- built the thing\n\nBolton Beams GmbH, York\nTechnician  2014 – 2016\n- measured',
      ),
    ).toEqual([
      'Senior Engineer @ Quarry Systems Ltd, Leeds [2019/2022]',
      'Engineer @ Quarry Systems Ltd, Leeds [2016/2019]',
      'Technician @ Bolton Beams GmbH, York [2014/2016]',
    ]);
  });

  it('take an employer whose dates span the roles below it for the head of the group', () => {
    expect(
      work(
        'Quarry Systems Ltd  2016 – 2022\nSenior Engineer  2019 – 2022\n- led the team\nEngineer  2016 – 2019\n- built the thing',
      ),
    ).toEqual(['Senior Engineer @ Quarry Systems Ltd [2019/2022]', 'Engineer @ Quarry Systems Ltd [2016/2019]']);
  });

  it('keep bullets with dates in them as bullets', () => {
    const resume = parse(
      `${head}EXPERIENCE\nHead Baker, Millstone Bakery, Leeds (03/2019 – now)\n- Audited every oven since January 2021\n- Won the county prize in 2020 and 2022`,
    );
    expect(resume.work).toHaveLength(1);
    expect(resume.work[0]?.highlights).toEqual([
      'Audited every oven since January 2021',
      'Won the county prize in 2020 and 2022',
    ]);
  });

  it.each([
    [
      'de',
      'BERUFSERFAHRUNG\nBäckermeisterin, Mühlenbäckerei GmbH, Leipzig (März 2019 – heute)\n- a\nKonditorin, Hotel Seeblick, Dresden (05/2015 – 02/2019)\n- b',
      ['Bäckermeisterin @ Mühlenbäckerei GmbH, Leipzig [2019-03/]', 'Konditorin @ Hotel Seeblick, Dresden [2015-05/2019-02]'],
    ],
    [
      'fr',
      'EXPÉRIENCE PROFESSIONNELLE\nInfirmière | Clinique des Tilleuls, Nantes\nmars 2019 – aujourd’hui\n- a\nAide-soignante | Résidence du Lac, Annecy\n05/2015 – 02/2019\n- b',
      ['Infirmière @ Clinique des Tilleuls, Nantes [2019-03/]', 'Aide-soignante @ Résidence du Lac, Annecy [2015-05/2019-02]'],
    ],
    [
      'es',
      'EXPERIENCIA LABORAL\nContable, Olivos del Norte S.L., Zaragoza (marzo 2019 – actualidad)\n- a\nAuxiliar administrativo, Transportes Ribera, Burgos (mayo 2015 – febrero 2019)\n- b',
      [
        'Contable @ Olivos del Norte S.L., Zaragoza [2019-03/]',
        'Auxiliar administrativo @ Transportes Ribera, Burgos [2015-05/2019-02]',
      ],
    ],
    [
      'it',
      'ESPERIENZE LAVORATIVE\nCuoco, Trattoria del Ponte, Bologna (marzo 2019 – oggi)\n- a\nCameriere, Hotel Bellavista, Rimini (maggio 2015 – febbraio 2019)\n- b',
      ['Cuoco @ Trattoria del Ponte, Bologna [2019-03/]', 'Cameriere @ Hotel Bellavista, Rimini [2015-05/2019-02]'],
    ],
    [
      'pl',
      'DOŚWIADCZENIE ZAWODOWE\nKsięgowa, Zielony Młyn sp. z o.o., Kraków (marzec 2019 – obecnie)\n- a\nKelner, Hotel Pod Dębem, Gdańsk (maj 2015 – luty 2019)\n- b',
      ['Księgowa @ Zielony Młyn sp. z o.o., Kraków [2019-03/]', 'Kelner @ Hotel Pod Dębem, Gdańsk [2015-05/2019-02]'],
    ],
    [
      'ja',
      '職歴\n2019年4月〜現在  青葉製作所株式会社  機械エンジニア\n2015年4月〜2019年3月  若葉電機株式会社  設計技術者',
      ['機械エンジニア @ 青葉製作所株式会社 [2019-04/]', '設計技術者 @ 若葉電機株式会社 [2015-04/2019-03]'],
    ],
  ])('are read in %s', (_language, text, expected) => {
    expect(jobs(parse(`${head}${text}`))).toEqual(expected);
  });
});

describe('entries of education', () => {
  const education = (text: string) => parse(`${head}EDUCATION\n${text}`).education;

  it.each([
    ['one line', 'BSc (Hons), Accounting and Finance, University of Harwell (September 2007 – June 2010)'],
    ['school first', 'University of Harwell  09/2007 – 06/2010\nBSc (Hons), Accounting and Finance'],
    ['degree first', 'BSc (Hons) in Accounting and Finance  09/2007 – 06/2010\nUniversity of Harwell'],
  ])('are read from %s', (_name, text) => {
    expect(education(text)).toEqual([
      {
        institution: 'University of Harwell',
        studyType: 'BSc (Hons)',
        area: 'Accounting and Finance',
        startDate: '2007-09',
        endDate: '2010-06',
      },
    ]);
  });

  it('take one date for the end', () => {
    expect(education('MSc, Statistics, Harwell College, 2012')[0]).toMatchObject({
      endDate: '2012',
      studyType: 'MSc',
      area: 'Statistics',
    });
  });

  it('keep the grade apart', () => {
    expect(
      education(
        'University of Harwell  2007 – 2010\nBSc, Physics\nFirst Class Honours\nHarwell College  2005 – 2007\nA-levels\nGPA: 3.8/4.0',
      ).map((e) => e.score),
    ).toEqual(['First Class Honours', 'GPA: 3.8/4.0']);
  });
});

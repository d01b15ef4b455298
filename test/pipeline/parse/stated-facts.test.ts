import { describe, expect, it } from 'vitest';
import { parse } from './build-document.ts';

/** What is stated by lines of the head. */
const head = (...lines: string[]) =>
  parse(`Nora Brandvold\n${lines.join('\n')}\nnora@example.com\n\nExperience\n\nWelder, Acme Ltd\n2016 - 2019\n`).meta.shortlist
    .stated;
/** What is stated in a section behind the jobs. */
const section = (heading: string, ...lines: string[]) =>
  parse(
    `Nora Brandvold\nnora@example.com\n\nExperience\n\nWelder, Acme Ltd\n2016 - 2019\n- Welded frames\n\n${heading}\n\n${lines.join('\n')}\n`,
  );

describe('permission to work (F2.1)', () => {
  it.each([
    ['Work authorisation: British citizen, no visa required', 'British citizen, no visa required', 'free', undefined],
    ['Authorized to work in the US for any employer', 'Authorized to work in the US for any employer', 'free', 'US'],
    ['Visa status: H-1B', 'H-1B', 'permit', undefined],
    ['Green Card holder', 'Green Card holder', 'free', undefined],
    ['Requires visa sponsorship', 'Requires visa sponsorship', 'needs-sponsorship', undefined],
    ['Skilled Worker visa until March 2028', 'Skilled Worker visa until March 2028', 'permit', undefined],
    ['EU citizen', 'EU citizen', 'free', undefined],
    ['Arbeitserlaubnis: unbefristet', 'unbefristet', 'free', undefined],
    ['Aufenthaltstitel: Blaue Karte EU', 'Blaue Karte EU', 'permit', undefined],
    ['Titre de séjour : salarié', 'salarié', undefined, undefined],
    ['Permiso de trabajo: España', 'España', undefined, 'ES'],
    ['Permesso di soggiorno per lavoro', 'Permesso di soggiorno per lavoro', 'permit', undefined],
    ['Werkvergunning: niet nodig', 'niet nodig', undefined, undefined],
    ['Zezwolenie na pracę: tak', 'tak', undefined, undefined],
    ['在留資格：永住者', '永住者', 'free', undefined],
    ['영주권 보유', '영주권 보유', 'free', undefined],
    ['就労ビザあり', '就労ビザあり', 'permit', undefined],
    ['Разрешение на работу: есть', 'есть', undefined, undefined],
  ])('is kept as printed, and as far as the words tell: %s', (line, text, status, countryCode) => {
    expect(head(line)?.workAuthorisation).toEqual([{ text, ...(status && { status }), ...(countryCode && { countryCode }) }]);
  });

  it('is never made of a nationality (A4)', () => {
    for (const line of [
      'Nationality: Norwegian',
      'Norwegian citizen',
      'Citizenship: India',
      'Staatsangehörigkeit: polnisch',
      '国籍：中国',
    ])
      expect(head(line)?.workAuthorisation, line).toBeUndefined();
    expect(head('Nationality: Indian, valid UK visa')?.workAuthorisation).toEqual([
      { text: 'valid UK visa', status: 'permit', countryCode: 'GB' },
    ]);
  });

  it('has its line and how sure that is', () => {
    const { sources, confidence } = section('Additional information', 'Visa status: H-1B').meta.shortlist;
    expect(sources['stated.workAuthorisation.0']?.[0]?.text).toBe('Visa status: H-1B');
    expect(confidence['stated.workAuthorisation.0']).toBeGreaterThan(0.8);
  });

  it('is nothing that was done for others at work', () => {
    const { stated } = parse(
      'Nora Brandvold\nnora@example.com\n\nExperience\n\nImmigration Clerk, Acme Ltd\n2016 - 2019\n- Filed every work permit and H-1B visa of the firm\n',
    ).meta.shortlist;
    expect(stated).toBeUndefined();
  });
});

describe('what somebody wants', () => {
  it.each([
    ['Desired role: Welding Inspector', 'Welding Inspector'],
    ['Wunschposition: Schweißfachmann', 'Schweißfachmann'],
    ['Poste recherché : Soudeuse', 'Soudeuse'],
    ['Puesto deseado: Soldadora', 'Soldadora'],
    ['求职意向：焊工', '焊工'],
  ])('is a role behind its label: %s', (line, text) => {
    expect(head(line)?.desiredRoles).toMatchObject([{ text }]);
  });

  it('may be several, under a heading too, with the title of the dictionary', () => {
    expect(head('Target roles: Welder, Fitter')?.desiredRoles).toEqual([
      { text: 'Welder', title: 'welder' },
      { text: 'Fitter', title: expect.any(String) },
    ]);
    expect(section('What I am looking for', 'Welder').meta.shortlist.stated?.desiredRoles ?? []).toEqual([]);
  });

  it('says where and whether somebody moves', () => {
    expect(head('Willing to relocate to Hull')?.relocation).toMatchObject([
      { text: 'Willing to relocate to Hull', willing: true },
    ]);
    expect(head('Relocation: no')?.relocation).toEqual([{ text: 'no', willing: false }]);
    expect(head('Umzugsbereitschaft: ja')?.relocation).toEqual([{ text: 'ja', willing: true }]);
    expect(head('Relocated from Oslo in 2019')?.relocation).toBeUndefined();
  });

  it('under a heading is a short statement, and no paragraph', () => {
    const under = (heading: string, ...lines: string[]) => section(heading, ...lines).meta.shortlist.stated;
    expect(under('Notice period', '4 weeks')?.notice).toEqual([{ text: '4 weeks', days: 28 }]);
    expect(under('Driving licence', 'B, BE')?.drivingLicences).toEqual(['B, BE']);
    expect(under('Visa status', 'H-1B until May 2028')?.workAuthorisation).toMatchObject([{ status: 'permit' }]);
    expect(
      under(
        'Availability',
        'I live nine minutes by bicycle from the yard, and nights are better for me because I',
        'sing in a choir.',
      ),
    ).toBeUndefined();
    expect(under('Mobility', 'The desk work of the old firm', 'is moving to Glasgow. Caver, of course')).toBeUndefined();
  });

  it.each([
    ['Notice period: 4 weeks', '4 weeks', 28],
    ['Kündigungsfrist: drei Monate zum Quartalsende', 'drei Monate zum Quartalsende', 90],
    ['Préavis : 1 mois', '1 mois', 30],
    ['Disponibilidad: inmediata', 'inmediata', 0],
    ['Eintrittstermin: sofort', 'sofort', 0],
    ['Available from: 1 March 2027', '1 March 2027', undefined],
    ['到岗时间：随时', '随时', 0],
  ])('says when: %s', (line, text, days) => {
    expect(head(line)?.notice).toEqual([{ text, ...(days === undefined ? {} : { days }) }]);
  });
});

describe('a driving licence', () => {
  it.each([
    'Driving licence B',
    'Führerschein Klasse B',
    'Permis B',
    'Permis de conduire (B)',
    'Carnet de conducir B1',
    'Patente B',
    'Rijbewijs BE',
    'Prawo jazdy kat. B',
    'Körkort B',
    "Full clean UK driver's license",
    '普通自動車第一種運転免許',
    '운전면허 1종 보통',
    'Водительские права категории B',
  ])('is no skill, and not lost: %s', (licence) => {
    const { skills, meta } = section('Skills', `Excel, ${licence}, AutoCAD`);
    expect(skills.flatMap((group) => group.keywords)).toEqual(['Excel', 'AutoCAD']);
    expect(meta.shortlist.stated?.drivingLicences).toEqual([licence]);
  });

  it('is found in the head and behind a label as well', () => {
    expect(head('Driving licence: B, C1')?.drivingLicences).toEqual(['B, C1']);
    expect(head('Leeds | Führerschein B')?.drivingLicences).toEqual(['Führerschein B']);
  });

  it('of a profession stays what it is', () => {
    expect(section('Skills', 'Forklift licence, Driving simulators, Excel').skills.flatMap((group) => group.keywords)).toEqual([
      'Forklift licence',
      'Driving simulators',
      'Excel',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { classifyHeading } from '../../../../src/pipeline/postings/enrich/classify-heading.ts';

describe('headings', () => {
  it.each([
    [
      'must',
      [
        'Requirements',
        'You have',
        'What you bring:',
        'Must',
        'Who you are',
        'Minimum qualifications',
        'Das bringen Sie mit',
        'Ihr Profil',
        'Das erwarten wir',
        'Profil recherché',
        'Votre profil',
        'Requisitos',
        'Qué buscamos',
        'Requisiti',
        'Jouw profiel',
        'Wymagania',
        'O que procuramos',
        '任职要求',
        'Skills & Experience',
      ],
    ],
    [
      'nice',
      [
        'Nice to have',
        'Bonus points',
        'Preferred qualifications',
        'Von Vorteil',
        'Wünschenswert',
        'Atouts',
        'Les plus',
        'Se valorará',
        'Diferenciais',
        'Mile widziane',
        'Pluspunten',
        '加分项',
        'Nice to have skills',
      ],
    ],
    [
      'tasks',
      [
        'Responsibilities',
        'What you will do',
        'You will',
        'Ihre Aufgaben',
        'Das erwartet Sie',
        'Vos missions',
        'Funciones',
        'Mansioni',
        'Taken',
        'Zakres obowiązków',
      ],
    ],
    [
      'benefits',
      [
        'What we offer',
        'Benefits',
        'Wir bieten',
        'Nous offrons',
        'Ofrecemos',
        'Offriamo',
        'Wij bieden',
        'Oferujemy',
        'What you will get',
      ],
    ],
    [
      'company',
      ['About us', 'About Nimbus Ltd', 'Über uns', 'À propos de Maison Roux', 'Sobre nosotros', 'Chi siamo', 'Over ons', 'O nas'],
    ],
    ['about', ['About the role', 'Über die Stelle']],
  ])('%s', (section, headings) => {
    for (const heading of headings) expect([heading, classifyHeading(heading)]).toEqual([heading, section]);
  });

  it.each(['Night shift', 'Leeds', ''])('says nothing of %j', (heading) => {
    expect(classifyHeading(heading)).toBeUndefined();
  });
});

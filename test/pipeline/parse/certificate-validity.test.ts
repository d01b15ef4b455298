import { describe, expect, it } from 'vitest';
import { parse } from './build-document.ts';

const certificates = (...lines: string[]) =>
  parse(['Jane Roe', 'jane@example.org', '', 'CERTIFICATIONS', ...lines].join('\n')).certificates.map((c) => [
    c.name,
    c.issuer,
    c.date,
    c.validUntil,
  ]);

describe('how long a certificate is valid', () => {
  it.each([
    [
      'Welding Inspector, American Welding Board, May 2018, valid until May 2027',
      ['Welding Inspector', 'American Welding Board', '2018-05', '2027-05'],
    ],
    [
      'Welding Inspector - American Welding Board - 2018 - expires 2027',
      ['Welding Inspector', 'American Welding Board', '2018', '2027'],
    ],
    ['Crane Pass, Redwood Board of Cranes, exp. 12/2026', ['Crane Pass', 'Redwood Board of Cranes', undefined, '2026-12']],
    [
      'Erste-Hilfe-Schein, Deutsches Rotes Kreuz, 2019, gültig bis 2021',
      ['Erste-Hilfe-Schein', 'Deutsches Rotes Kreuz', '2019', '2021'],
    ],
    ['Carné de grúas, Fundación Roble, 2019, válido hasta 2024', ['Carné de grúas', 'Fundación Roble', '2019', '2024']],
    ['First Aid (2019, valid until 2022)', ['First Aid', undefined, '2019', '2022']],
    [
      'Life Support, American Heart Board, issued 2019, valid through 03/2021',
      ['Life Support', 'American Heart Board', '2019', '2021-03'],
    ],
  ])('%s', (line, read) => {
    expect(certificates(line)).toEqual([read]);
  });

  it('belongs to the certificate above where a line says nothing else', () => {
    expect(certificates('Crane Pass, May 2018', 'Valid until May 2027')).toEqual([
      ['Crane Pass', undefined, '2018-05', '2027-05'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { parse } from './build-document.ts';

const certificates = (text: string): [string, string | undefined, string | undefined][] =>
  parse(`Ada Wren\nada.wren@example.org\n\nCERTIFICATES\n${text}`).certificates.map((c) => [c.name, c.issuer, c.date]);

describe('issuers that the rest of their section gives away', () => {
  it('are acronyms behind names that they are not made of, where others of the section name bodies', () => {
    const read = certificates(
      'Crane Pass, Lorva Safety Council, 2021\nCertified in Logistics, Transport and Distribution, APICS, 2020\nRope Pass, Tindel Guild, 2019',
    );
    expect(read[1]).toEqual(['Certified in Logistics, Transport and Distribution', 'APICS', '2020']);
  });

  it('are no acronyms of certificates, which no body is called by', () => {
    const read = certificates(
      'Crane Pass, Lorva Safety Council\nRope Pass, Tindel Guild\nFirst Aid at Work, Red Cross\nNetworks of offices, CCNA\nAudit of systems, CISA',
    );
    expect(read.slice(0, 3).map(([, issuer]) => issuer)).toEqual(['Lorva Safety Council', 'Tindel Guild', 'Red Cross']);
    expect(read.filter(([, issuer]) => issuer === 'CCNA' || issuer === 'CISA')).toEqual([]);
    expect(read.map(([name]) => name).join()).toContain('CCNA');
  });

  it('are acronyms in brackets beside names in brackets, and letters before a town', () => {
    expect(certificates('Counterbalance licence (RTITB, 2020)\nFirst aid at work (Lorva Ambulance, 2022)')).toEqual([
      ['Counterbalance licence', 'RTITB', '2020'],
      ['First aid at work', 'Lorva Ambulance', '2022'],
    ]);
    expect(certificates('Power up to 1 kV – SEP Gdańsk, 2019')[0]?.[1]).toBe('SEP Gdańsk');
  });

  it('are told in each section by itself: courses have another way', () => {
    const read = certificates(
      'EGA – Gobierno Lorva, 2010\nAlpha Certificate – Tindel, 2012\n\nCOURSES\nGames in class, 40 h, 2021\nSafety in labs, 20 h, 2019',
    );
    expect(read).toEqual([
      ['EGA', 'Gobierno Lorva', '2010'],
      ['Alpha Certificate', 'Tindel', '2012'],
      ['Games in class, 40 h', undefined, '2021'],
      ['Safety in labs, 20 h', undefined, '2019'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { readWorkplace } from '../../../../src/pipeline/postings/enrich/read-workplace.ts';

const read = (text: string, more: { title?: string; places?: string[]; field?: 'onsite' | 'hybrid' | 'remote' } = {}): string =>
  readWorkplace({ title: 'Job', places: [], ...more, text });

describe('workplace', () => {
  it.each([
    ['You are in the Denver office Tuesday to Thursday.', 'hybrid'],
    ['Three days in our Cardiff office.', 'hybrid'],
    ['Two days a week in the office, the rest at home.', 'hybrid'],
    ['Zwei Tage pro Woche mobil, sonst in Celle.', 'hybrid'],
    ['Homeoffice nach der Einarbeitung möglich.', 'hybrid'],
    ['Deux jours de télétravail par semaine.', 'hybrid'],
    ['Dos días de teletrabajo a la semana.', 'hybrid'],
    ['This is a fully remote position.', 'remote'],
    ['Work from anywhere in Ireland.', 'remote'],
    ['Anywhere in the US.', 'remote'],
    ['Poste en full remote.', 'remote'],
    ['There is no remote work in this role.', 'onsite'],
    ['Kein Homeoffice, die Werkstatt ist in Ulm.', 'onsite'],
    ['You support remote sites and use remote monitoring.', 'onsite'],
    ['We build hybrid vehicles.', 'onsite'],
    ['We mend shoes.', 'onsite'],
  ])('%s → %s', (text, workplace) => {
    expect(read(text)).toBe(workplace);
  });

  it('reads title and place before the text, and a clear field before both', () => {
    expect(read('', { title: 'Editor (Remote)' })).toBe('remote');
    expect(read('', { places: ['Hybrid - Leipzig'] })).toBe('hybrid');
    expect(read('Fully remote', { field: 'hybrid' })).toBe('hybrid');
    expect(read('Two days a week in the office', { places: ['Remote, UK'] })).toBe('hybrid');
  });
});

import { describe, expect, it } from 'vitest';
import { nameSaysResume, saysResume } from '../../src/intake/says-resume.ts';

describe('words that announce a resume (E13)', () => {
  it('in file names of several languages and spellings', () => {
    const names = [
      'Resume.pdf',
      'AnaPradoCV_2026.png',
      'ana-résumé-final.jpg',
      'Lebenslauf_Otto.tiff',
      'Bewerbungsunterlagen.pdf',
      'curriculum vitae.pdf',
      'Życiorys.pdf',
      '이력서.pdf',
      '履歴書.pdf',
    ];
    expect(names.filter((name) => !nameSaysResume(name))).toEqual([]);
  });

  it('in subjects', () => {
    const subjects = [
      'Application: welder',
      'Job application',
      'Bewerbung als Schlosser',
      'Candidature spontanée',
      'My CV',
      'Ansökan',
    ];
    expect(subjects.filter((subject) => !saysResume(subject))).toEqual([]);
  });

  it('not in words that only look alike', () => {
    const others = ['Application crashed again', 'Invoice 2041', 'CVS receipt', 'image001.png', 'presumed lost', 'Vitamin offer'];
    expect(others.filter((text) => saysResume(text) || nameSaysResume(text))).toEqual([]);
  });
});

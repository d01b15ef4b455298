import { describe, expect, it } from 'vitest';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';

const taxonomy = createTaxonomy();

describe('degrees', () => {
  it.each([
    ['Bachelor of Science in Nursing', 'bachelor', 'Bachelor of Science in Nursing', undefined],
    ['Bachelor of Science in Mathematics, 2012', 'bachelor', 'Bachelor of Science', 'Mathematics'],
    ['MSc, Statistics', 'master', 'MSc', 'Statistics'],
    ['Master of Science - Robotics', 'master', 'Master of Science', 'Robotics'],
    ['BSc (Hons) Accounting and Finance', 'bachelor', 'BSc (Hons)', 'Accounting and Finance'],
    ['Ausbildung zum Elektroniker', 'vocational', 'Ausbildung zum', 'Elektroniker'],
    ['Ph.D. in Chemistry', 'doctorate', 'Ph.D.', 'Chemistry'],
    ['Licence de droit', 'bachelor', 'Licence', 'droit'],
    ['BTS Hôtellerie-restauration', 'associate', 'BTS', 'Hôtellerie-restauration'],
    ['Diplôme d’État : Ergothérapie', 'vocational', 'Diplôme d’État', 'Ergothérapie'],
    ['CAP Cuisine', 'vocational', 'CAP', 'Cuisine'],
    ['Máster en Dirección Comercial', 'master', 'Máster', 'Dirección Comercial'],
    ['Grado en Enfermería', 'bachelor', 'Grado en', 'Enfermería'],
    ['Laurea Magistrale in Ingegneria', 'master', 'Laurea Magistrale', 'Ingegneria'],
    ['Mestrado em Arquitetura', 'master', 'Mestrado', 'Arquitetura'],
    ['HBO Verpleegkunde', 'bachelor', 'HBO', 'Verpleegkunde'],
    ['Magister inżynier', 'master', 'Magister inżynier', undefined],
    ['Diplom-Betriebswirt (FH)', 'bachelor', 'Diplom-Betriebswirt (FH)', undefined],
    ['Zweites Staatsexamen', 'master', 'Zweites Staatsexamen', undefined],
    ['Abitur', 'secondary', 'Abitur', undefined],
    ['Havo', 'secondary', 'Havo', undefined],
    ['A-levels', 'secondary', 'A-levels', undefined],
    ['HNC Civil engineering', 'associate', 'HNC', 'Civil engineering'],
    ['NVQ Level 3 Electrical installation', 'vocational', 'NVQ Level 3', 'Electrical installation'],
    ['High School Diploma', 'secondary', 'High School Diploma', undefined],
    ['Civil engineering, BEng', 'bachelor', 'BEng', 'Civil engineering'],
    ['计算机科学 本科', 'bachelor', '本科', '计算机科学'],
    ['BS 2014 Physics', 'bachelor', 'BS', undefined],
    ['博士', 'doctorate', '博士', undefined],
    ['Técnico superior en Administración', 'associate', 'Técnico superior en', 'Administración'],
  ])('%j is %s', (text, level, studyType, area) => {
    expect(taxonomy.readDegree(text)).toEqual({ level, studyType, ...(area === undefined ? {} : { area }) });
  });

  it.each([
    'My ma lives in Boston',
    'bs detector',
    'University of Leeds',
    'we mastered it',
    'do this and be there',
    '18th Edition (BS 7671)',
    'AS 9100 quality systems',
    'Boston, MA 02139',
    'a'.repeat(3000),
    '',
  ])('reads no degree in %j', (text) => {
    expect(taxonomy.readDegree(text)).toBeUndefined();
  });
});

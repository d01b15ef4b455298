import { describe, expect, it } from 'vitest';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';

const taxonomy = createTaxonomy();

describe('job titles', () => {
  it.each([
    ['Senior Software Engineer', 'software engineer', 'software-development', 'senior'],
    ['Staff Nurse', 'registered nurse', 'nursing', undefined],
    ['Krankenschwester', 'registered nurse', 'nursing', undefined],
    ['Infirmière diplômée d’État', 'registered nurse', 'nursing', undefined],
    ['Head Nurse', 'charge nurse', 'nursing', 'lead'],
    ['Charge Nurse, Cardiac ICU', 'charge nurse', 'nursing', 'lead'],
    ['Senior Bridge Engineer, Geotechnical Engineer', 'bridge engineer', 'civil-engineering', 'senior'],
    ['Software Engineer Intern', 'software engineer', 'software-development', 'student'],
    ['Praktikantin Marketing', 'marketing intern', 'marketing', 'student'],
    ['Werkstudent Softwareentwicklung (m/w/d)', 'software student assistant', 'software-development', 'student'],
    ['Auszubildender zum Elektroniker', 'electrician', 'electrical-trade', 'student'],
    ['Chef de partie', 'cook', 'culinary', 'mid'],
    ['Commis de cuisine', 'cook', 'culinary', 'junior'],
    ['Küchenchefin', 'head chef', 'culinary', 'lead'],
    ['Chef de projet', 'project manager', 'project-management', undefined],
    ['Account Manager', 'account manager', 'sales', undefined],
    ['Managing Director', 'general manager', 'management', 'executive'],
    ['Director, Global Taxation', 'tax director', 'tax', 'executive'],
    ['Head of Marketing', 'marketing manager', 'marketing', 'lead'],
    ['Leiterin Controlling', 'controlling manager', 'controlling', 'lead'],
    ['Lead Generation Manager', 'marketing manager', 'marketing', undefined],
    ['Regional sales executive', 'sales representative', 'sales', undefined],
    ['Design Lead', 'manager', 'design', 'lead'],
    ['Einkäufer/in', 'purchaser', 'procurement', undefined],
    ['Vendeur/euse', 'sales assistant', 'retail', undefined],
    ['Entwickler:in Backend', 'backend developer', 'software-development', undefined],
    ['Responsable de magasin H/F', 'store manager', 'retail', 'lead'],
    ['Kaufmann/-frau im Einzelhandel', 'sales assistant', 'retail', undefined],
    ['Maschinenbauingenieur', 'mechanical engineer', 'mechanical-engineering', undefined],
    ['Kierowca ciężarówki', 'truck driver', 'driving', undefined],
    ['Engenheira civil', 'civil engineer', 'civil-engineering', undefined],
    ['Camarera', 'waiter', 'food-service', undefined],
    ['Elettricista', 'electrician', 'electrical-trade', undefined],
    ['Verpleegkundige', 'registered nurse', 'nursing', undefined],
    ['Team lead, software engineer', 'software engineer', 'software-development', 'lead'],
    ['Trainee', 'trainee', 'administration', 'junior'],
    ['Assistant', 'assistant', 'administration', undefined],
  ])('%j is a %s (%s, %s)', (text, title, group, level) => {
    const facts = taxonomy.readTitle(text);
    expect([facts?.title.replace(/^design /, ''), facts?.function, facts?.level]).toEqual([title, group, level]);
  });

  it.each([
    'Lead generation',
    'Prairie Health Partners',
    'Acme Software GmbH',
    'Leeds',
    '',
    'January 2019 – March 2021',
    'x'.repeat(5000),
  ])('reads no title in %j', (text) => {
    expect(taxonomy.readTitle(text)).toBeUndefined();
  });

  it('says by its coverage how much it does not know', () => {
    expect(taxonomy.readTitle('Registered Nurse')?.coverage).toBe(1);
    const odd = taxonomy.readTitle('Quibbling Zorblatt Engineer');
    expect(odd?.title).toBe('engineer');
    expect(odd?.coverage).toBeCloseTo(1 / 3, 1);
  });

  it('reads a specialisation that is a skill', () => {
    expect(taxonomy.readTitle('Kubernetes Engineer')).toMatchObject({
      title: 'kubernetes engineer',
      function: 'it-operations',
      coverage: 1,
    });
  });
});

describe('how alike two titles are', () => {
  const alike = (a: string, b: string): number => {
    const [first, second] = [taxonomy.readTitle(a), taxonomy.readTitle(b)];
    if (first === undefined || second === undefined) throw new Error(`no title: ${a} or ${b}`);
    return taxonomy.titleSimilarity(first, second);
  };
  it.each([
    ['Staff Nurse', 'Registered Nurse', 1],
    ['Krankenschwester', 'Enfermera', 1],
    ['Software Engineer', 'Data Scientist', 0.25],
    ['Accountant', 'Truck Driver', 0],
  ])('%s and %s: %d', (a, b, value) => {
    expect(alike(a, b)).toBe(value);
  });

  it('is symmetric and grows from other field to same field to same head', () => {
    const steps = [
      alike('Bridge Engineer', 'Cook'),
      alike('Bridge Engineer', 'Land surveyor'),
      alike('Bridge Engineer', 'Geotechnical Engineer'),
    ];
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(new Set(steps).size).toBe(3);
    expect(alike('Land surveyor', 'Bridge Engineer')).toBe(alike('Bridge Engineer', 'Land surveyor'));
  });
});

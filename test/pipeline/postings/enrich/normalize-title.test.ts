import { describe, expect, it } from 'vitest';
import { createTaxonomy } from '../../../../src/pipeline/enrich/create-taxonomy.ts';
import { normalizeTitle } from '../../../../src/pipeline/postings/enrich/normalize-title.ts';

const taxonomy = createTaxonomy();

describe('normalised titles', () => {
  it.each([
    ['Krankenpfleger (m/w/d)', 'Krankenpfleger'],
    ['Chef de rang H/F', 'Chef de rang'],
    ['Senior Nurse - Leeds', 'Senior Nurse'],
    ['Electrician, Manchester, UK', 'Electrician'],
    ['Software Engineer (Berlin)', 'Software Engineer'],
    ['Accountant in Dublin', 'Accountant'],
    ['URGENT!!! Truck Driver', 'Truck Driver'],
    ['Truck Driver - urgently required', 'Truck Driver'],
    ['Teacher of Physics - Ref: 48213', 'Teacher of Physics'],
    ['Java Developer #40021', 'Java Developer'],
    ['Welder $28 - $34/hr', 'Welder'],
    ['Data Analyst – 45.000 € - 52.000 €', 'Data Analyst'],
    ['Buchhalter in Teilzeit', 'Buchhalter'],
    ['Product Manager (Remote)', 'Product Manager'],
    ['SALES ASSISTANT - FULL TIME', 'Sales Assistant'],
    ['Nurse (80%)', 'Nurse'],
  ])('%s → %s', (title, normalized) => {
    expect(normalizeTitle(title, taxonomy)).toBe(normalized);
  });

  it.each([
    'New Business Manager',
    'Remote Sensing Analyst',
    'C++ Developer',
    'Developer C#',
    'Job Coach',
    'Hybrid Cloud Engineer',
    'Paris',
    'Head of Reading Programmes',
    'Full Stack Engineer (Node.js, React)',
  ])('leaves %s as it is', (title) => {
    expect(normalizeTitle(title, taxonomy)).toBe(title);
  });
});

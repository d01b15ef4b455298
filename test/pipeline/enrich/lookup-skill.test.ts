import { describe, expect, it } from 'vitest';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';

const taxonomy = createTaxonomy();

describe('a phrase that is a skill', () => {
  it.each([
    ['go', 'go'],
    ['Rest', 'rest-api'],
    ['Excel (advanced)', 'microsoft-excel'],
    ['Python - 5 years', 'python'],
    ['Cardiopulmonary Resuscitation (CPR)', 'bls'],
    ['strong knowledge of JavaScript', 'javascript'],
    ['Gute Kenntnisse in Buchhaltung', 'accounting'],
    ['conocimientos avanzados de AutoCAD', 'autocad'],
    ['maîtrise de Photoshop', 'adobe-photoshop'],
    ['Entgeltabrechnung', 'payroll'],
    ['Bilanzbuchhalter (IHK)', 'bilanzbuchhalter-ihk'],
    ['18th Edition', '18th-edition'],
    ['HGV Class 1', 'hgv-class-1-licence'],
    ['fraiseuse', 'milling'],
    ['teamwork', 'teamwork'],
    ['Organisation', 'organizational-skills'],
  ])('%j is %s', (phrase, id) => {
    expect(taxonomy.lookupSkill(phrase)?.skill.id).toBe(id);
  });

  it.each([
    '',
    '   ',
    'Managed the budget of three branches',
    'Blue Ridge Hospital',
    'Docker and Kubernetes',
    'xyzzy',
    '???',
  ])('%j names no single skill', (phrase) => {
    expect(taxonomy.lookupSkill(phrase)).toBeUndefined();
  });

  it('points at the words that name it', () => {
    const phrase = 'strong knowledge of JavaScript';
    const mention = taxonomy.lookupSkill(phrase);
    expect(phrase.slice(mention?.start, mention?.end)).toBe('JavaScript');
  });
});

describe('how skills relate', () => {
  it.each([
    ['react', 'react', 'same'],
    ['react', 'javascript', 'narrower'],
    ['next-js', 'javascript', 'narrower'],
    ['javascript', 'react', 'broader'],
    ['aws', 'microsoft-azure', 'related'],
    ['microsoft-azure', 'aws', 'related'],
    ['tig-welding', 'welding', 'narrower'],
    ['hgv-class-1-licence', 'hgv-class-2-licence', 'narrower'],
    ['react', 'welding', undefined],
    ['react', 'no-such-skill', undefined],
  ])('having %s when %s is wanted: %s', (have, want, relation) => {
    expect(taxonomy.skillRelation(have, want)).toBe(relation);
  });
});

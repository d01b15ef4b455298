import { describe, expect, it } from 'vitest';
import { SKILL_CATEGORIES } from '../../../src/domain/taxonomy.ts';
import { indexSkills } from '../../../src/pipeline/enrich/index-skills.ts';
import { listTables, readTable } from '../../../src/pipeline/enrich/read-table.ts';

const index = indexSkills();
const skills = [...index.skills.values()];
const rows = listTables('skills').flatMap(readTable);

describe('the skill tables', () => {
  it('hold more than 900 skills with ids of their own', () => {
    expect(rows.length).toBeGreaterThan(900);
    expect(index.skills.size).toBe(rows.length);
    expect(skills.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('refer only to skills that exist, and never to themselves', () => {
    const dangling = skills.flatMap(({ id, broader, related }) =>
      [...broader, ...related].filter((other) => other === id || !index.skills.has(other)).map((other) => `${id} → ${other}`),
    );
    expect(dangling).toEqual([]);
  });

  it('have no circle of wider skills', () => {
    const climb = (id: string, path: readonly string[]): string[] =>
      path.includes(id)
        ? [[...path, id].join(' → ')]
        : (index.skills.get(id)?.broader ?? []).flatMap((wider) => climb(wider, [...path, id]));
    expect(skills.flatMap(({ id }) => climb(id, []))).toEqual([]);
  });

  it('give a spelling to one skill only, unless each needs its own area beside it', () => {
    const claimed = [...index.forms]
      .filter(([, forms]) => new Set(forms.map(({ skill }) => skill.id)).size > 1)
      .filter(([, forms]) => new Set(forms.map(({ contextArea }) => contextArea)).size < forms.length)
      .map(([key, forms]) => `${key}: ${forms.map(({ skill }) => skill.id).join(', ')}`);
    expect(claimed).toEqual([]);
  });

  it('keep idf between 0.5 and 3 and categories in the list', () => {
    expect(skills.filter(({ idf }) => !(idf >= 0.5 && idf <= 3)).map(({ id }) => id)).toEqual([]);
    expect(skills.filter(({ category }) => !SKILL_CATEGORIES.includes(category)).map(({ id }) => id)).toEqual([]);
  });

  it('know only the flags that the reader knows, and areas that exist', () => {
    const areas = new Set(skills.map(({ area }) => area));
    const unknown = rows.flatMap((row) =>
      row('flags')
        .split(';')
        .filter(
          (flag) => !['', 'case', 'list', 'beside', 'exact-name'].includes(flag) && !areas.has(flag.replace('context=', '')),
        ),
    );
    expect(unknown).toEqual([]);
  });

  it('show aliases without their marks and never empty', () => {
    expect(skills.flatMap(({ aliases }) => aliases).filter((alias) => alias === '' || /^[=~?]/.test(alias))).toEqual([]);
  });

  it('find a sound relation between credentials only where one includes or replaces the other', () => {
    const related = skills.filter(
      ({ category, related }) =>
        category === 'credential' && related.some((id) => index.skills.get(id)?.category !== 'credential'),
    );
    expect(related.map(({ id }) => id).filter((id) => id !== 'bls')).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildIndexFiles } from '../../../src/pipeline/enrich/build-index-files.ts';
import { indexSkills } from '../../../src/pipeline/enrich/index-skills.ts';
import { loadSkills } from '../../../src/pipeline/enrich/load-skills.ts';
import { DATA_FOLDER } from '../../../src/pipeline/enrich/read-table.ts';

describe('the generated index', () => {
  it.each(buildIndexFiles())('%s is up to date with the tables (else: node scripts/build-dictionary-index.ts)', (name, text) => {
    expect(readFileSync(new URL(name, DATA_FOLDER), 'utf8') === text).toBe(true);
  });

  it('says the same as the tables', () => {
    const built = indexSkills();
    const loaded = loadSkills();
    for (const [key, forms] of built.forms) expect(loaded.forms(key)).toEqual(forms);
    for (const [stem, words] of built.longest) expect(loaded.longest(stem)).toBe(Math.max(words, 2));
    expect(loaded.forms('no such spelling')).toEqual([]);
  });
});

import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string) => readFileSync(`${root}/${name}`, 'utf8').replace(/\s+/g, ' ');

it('says what it can promise, at-least-once processing and effectively-once effects, and nowhere more (R5)', () => {
  expect(read('README.md')).toContain('at-least-once processing, effectively-once effects');
  const files = globSync(['*.md', 'docs/**/*.md', 'src/**/*.ts'], { cwd: root });
  expect(files.length).toBeGreaterThan(100);
  // Of delivery, not of "exactly one From": the two words together, however they are joined.
  for (const name of files) expect(read(name), name).not.toMatch(/exactly[- ]once/i);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderedCards } from '../../scripts/render-cards.ts';

const FOLDER = join(import.meta.dirname, '../../docs/cards');

describe('the rendered examples under docs/cards', () => {
  it('are current: `npm run cards` writes them', async () => {
    const kept = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const names = kept.map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(FOLDER.length + 1)
        .replaceAll('\\', '/'),
    );
    const rendered = await renderedCards();
    expect(names.toSorted()).toEqual([...rendered.keys()].toSorted());
    for (const [name, content] of rendered) expect(readFileSync(join(FOLDER, name), 'utf8'), name).toBe(content);
  });

  it('can be read as plain text: every example of every channel has one that says its title', async () => {
    const rendered = await renderedCards();
    const texts = [...rendered].filter(([name]) => name.endsWith('.txt'));
    expect(texts.length * 2).toBeGreaterThan(rendered.size);
    for (const [name, text] of texts) expect(text.trim().length, name).toBeGreaterThan(20);
  });
});

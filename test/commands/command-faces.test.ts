import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/all-commands.ts';
import { commandFaces } from '../../src/commands/command-faces.ts';

const NAME = /^[a-z][a-z0-9-]{0,31}$/;

describe('what channels show of the commands', () => {
  it('is every command of the registry, without its handler', () => {
    const faces = commandFaces();
    expect(faces.map((face) => face.name)).toEqual(COMMANDS.map((command) => command.name));
    for (const face of faces) expect(Object.values(face).some((value) => typeof value === 'function')).toBe(false);
  });

  it('fits the limits that platforms have for names, summaries and choices', () => {
    for (const { name, slash, summary, options = [] } of commandFaces()) {
      expect(name).toMatch(NAME);
      expect(slash ?? name).toMatch(NAME);
      expect(summary.length).toBeLessThanOrEqual(100);
      expect(options.length).toBeLessThanOrEqual(25);
      expect(new Set(options.map((option) => option.name)).size).toBe(options.length);
      // Discord refuses a required option behind one that is not.
      const required = options.map((option) => option.required === true);
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
      for (const option of options) {
        expect(option.name).toMatch(NAME);
        expect(option.summary.length).toBeLessThanOrEqual(100);
        expect(option.choices?.length ?? 0).toBeLessThanOrEqual(25);
      }
    }
  });

  it('has no two commands with one short name', () => {
    const names = commandFaces().flatMap((face) => face.slash ?? []);
    expect(new Set(names).size).toBe(names.length);
  });

  it('takes words where the usage has arguments, and asks for them where it must have some', () => {
    const options = (name: string) => commandFaces().find((face) => face.name === name)?.options;
    expect(options('stop')).toEqual([]);
    expect(options('export')).toEqual([]);
    expect(options('withdraw')).toEqual([expect.objectContaining({ name: 'job', required: true })]);
    expect(options('retry')).toHaveLength(1);
  });
});

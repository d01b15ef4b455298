import { describe, expect, it } from 'vitest';
import type { LinkPlace } from '../../../src/domain/document.ts';
import { BOLD, HEADING, headOf, parse, pdfDocument } from './build-document.ts';

const read = (...links: LinkPlace[]) =>
  parse({
    ...pdfDocument([
      ...headOf('Maren Tolvik'),
      [40, 120, 'PROJECTS', HEADING],
      [40, 140, 'Kiln timer', BOLD],
      [40, 154, 'Switches a kiln off after the last firing of the day'],
      [40, 190, 'EXPERIENCE', HEADING],
      [40, 210, 'Potter, Acme Ltd', BOLD],
      [40, 224, '2016 - 2019'],
    ]),
    links,
  });
const beside = (link: string, y: number): LinkPlace => ({ link, page: 1, box: [300, y - 10, 312, y + 2] });

describe('a link behind an icon', () => {
  const { basics, meta } = read(beside('https://www.linkedin.com/in/maren-tolvik', 78));

  it('beside the address is a profile', () => {
    expect(basics.profiles).toEqual([
      { network: 'LinkedIn', username: 'maren-tolvik', url: 'https://www.linkedin.com/in/maren-tolvik' },
    ]);
  });

  it('can be pointed to: the rectangle, and the line that it stands beside', () => {
    const { confidence, sources } = meta.shortlist;
    expect(sources['basics.profiles.0.url']).toEqual([
      { page: 1, line: 2, text: 'maren.tolvik@example.org', box: [300, 68, 312, 80] },
    ]);
    expect(confidence['basics.profiles.0.url']).toBeGreaterThan(0.8);
  });

  it('beside a project is of the project, and one to anywhere else is no profile', () => {
    expect(read(beside('https://github.com/maren-tolvik/kiln', 140)).basics.profiles ?? []).toEqual([]);
    expect(read(beside('https://shop.example.org/kiln', 78)).basics).not.toHaveProperty('url');
  });

  it('says nothing new where the address is printed as well', () => {
    const twice = read(beside('https://github.com/maren', 78), beside('https://github.com/maren', 80));
    expect(twice.basics.profiles).toHaveLength(1);
  });
});

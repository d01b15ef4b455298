/** Heads of jobs on one line: a paper behind `en`, a works between title and town, headings that run into their list. */
import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const worked = (...placed: Placed[]): string[] =>
  jobs(parse(pdfDocument([...headOf('Orla Tamsin'), [40, 120, 'Work experience', HEADING], ...placed])));

describe('a head of title, employer and place', () => {
  it('parts the paper from the title at a word for `in`', () => {
    expect(
      worked(
        [40, 140, 'Redactora jefa de verificación en Diario Costa Digital (enero 2023 - hoy)', BOLD],
        [40, 160, 'Redactora en Diario Costa Digital (octubre 2019 - diciembre 2022)', BOLD],
      ),
    ).toEqual([
      'Redactora jefa de verificación @ Diario Costa Digital [2023-01/]',
      'Redactora @ Diario Costa Digital [2019-10/2022-12]',
    ]);
  });

  it('knows a works from the town behind it', () => {
    expect(
      worked(
        [40, 140, 'Apr 2019 - now'],
        [150, 140, 'Coded welder, Larkfield Marine Ltd, Dunbrae'],
        [40, 160, 'Aug 2015 - Mar 2019'],
        [150, 160, 'Welder/fabricator, Corran Steelworks, Ardvale'],
        [40, 180, 'Sep 2011 - Jul 2015'],
        [150, 180, 'Apprentice fabricator, Corran Steelworks, Ardvale'],
      ),
    ).toEqual([
      'Coded welder @ Larkfield Marine Ltd, Dunbrae [2019-04/]',
      'Welder/fabricator @ Corran Steelworks, Ardvale [2015-08/2019-03]',
      'Apprentice fabricator @ Corran Steelworks, Ardvale [2011-09/2015-07]',
    ]);
  });
});

describe('a heading in capitals that runs into its list', () => {
  it('is one beside headings in capitals that stand alone', () => {
    const resume = parse(
      'Orla Tamsin\norla.tamsin@example.org\n\nJOBS\n\nApr 2019 - now   Coded welder, Larkfield Marine Ltd, Dunbrae\n\nTICKETS\n\nCSCS card\nConfined spaces\n\nSKILLS: TIG, MMA, MIG\n',
    );
    expect(resume.skills.flatMap(({ keywords }) => keywords)).toEqual(['TIG', 'MMA', 'MIG']);
    expect(resume.certificates.map(({ name }) => name)).toEqual(['CSCS card', 'Confined spaces']);
  });
});

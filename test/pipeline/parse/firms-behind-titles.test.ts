/** Heads of jobs on one line: a paper behind `en`, a works between title and town, headings that run into their list. */
import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const worked = (...placed: Placed[]): string[] =>
  jobs(parse(pdfDocument([...headOf('Orla Tamsin'), [40, 120, 'Work experience', HEADING], ...placed])));

/** A title and its employer over their dates. */
const headAt = (y: number, text: string, dates: string): Placed[] => [
  [40, y, text, BOLD],
  [40, y + 13, dates],
];

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

describe('a title with its employer', () => {
  it('may be parted by `with`', () => {
    expect(
      worked(
        [40, 140, 'September 2025 to the present: Part-time Administrator with Corran Community Radio CLG, Ardvale'],
        [40, 156, 'February 2012 to June 2017: Medical Secretary with Larkfield Family Practice, Ardvale'],
      ),
    ).toEqual([
      'Part-time Administrator @ Corran Community Radio CLG, Ardvale [2025-09/]',
      'Medical Secretary @ Larkfield Family Practice, Ardvale [2012-02/2017-06]',
    ]);
  });

  it('is one where it only says who leads', () => {
    expect(
      worked(
        [40, 140, 'Banque Ardvale', BOLD],
        [300, 140, 'Depuis février 2023'],
        [40, 154, 'Tech Lead Java – Paris La Défense'],
        [40, 180, 'Mairie de Corran', BOLD],
        [300, 180, 'Octobre 2015 – août 2019'],
        [40, 194, 'Développeuse web – Brest'],
      )[0],
    ).toBe('Tech Lead Java @ Banque Ardvale, Paris La Défense [2023-02/]');
  });
});

describe('the head of a dossier', () => {
  const head = (name: string, mail: string, ref = 'Réf. LC-2291') =>
    parse(
      pdfDocument([
        [40, 40, 'ARDVALE CONSEIL'],
        [300, 40, ref],
        [40, 70, name, { size: 20, bold: true }],
        [40, 90, mail],
        [40, 120, 'LANGUES', HEADING],
        [40, 140, 'Anglais : courant'],
      ]),
    ).basics;

  it('has a surname of two words in capitals, and one that looks like letters behind a name', () => {
    expect(head('Gwenn LE BRAZ', 'gwenn@example.org').name).toBe('Gwenn LE BRAZ');
    expect(head('Jean Pierre ROUX', 'jp.roux@example.org').name).toBe('Jean Pierre ROUX');
    expect(head('Jean Pierre Roux RN', 'jp.roux@example.org').name).toBe('Jean Pierre Roux');
  });

  it('has no town in the number of its file', () => {
    expect(head('Orla Tamsin', 'orla@example.org').location).toBeUndefined();
  });

  it('has the towns of employers in brackets behind them, the unknown one among them as well', () => {
    expect(
      worked(
        ...headAt(140, 'Fitter, Kranbau Elbe GmbH (Zwickau)', 'Apr 2017 – today'),
        ...headAt(180, 'Welder, Weserstahl AG (Plauen)', 'Aug 2013 – Mar 2017'),
        ...headAt(220, 'Porter, Erie Shore Museum (Lorvatindel)', 'Feb 2010 – Jul 2013'),
      ),
    ).toEqual([
      'Fitter @ Kranbau Elbe GmbH, Zwickau [2017-04/]',
      'Welder @ Weserstahl AG, Plauen [2013-08/2017-03]',
      'Porter @ Erie Shore Museum, Lorvatindel [2010-02/2013-07]',
    ]);
  });

  it('has no place in a bracket that says how or through whom, whatever the others have', () => {
    expect(
      worked(
        ...headAt(140, 'Fitter, Kranbau Elbe GmbH (Zwickau)', 'Apr 2017 – today'),
        ...headAt(180, 'Welder, Weserstahl AG (Plauen)', 'Aug 2013 – Mar 2017'),
        ...headAt(220, 'Porter, Erie Shore Museum (via Tindel Agency)', 'Feb 2010 – Jul 2013'),
        ...headAt(260, 'Clerk, Lorva Foods GmbH (Teilzeit)', 'Feb 2008 – Jan 2010'),
      ).slice(2),
    ).toEqual([
      'Porter @ Erie Shore Museum (via Tindel Agency) [2010-02/2013-07]',
      'Clerk @ Lorva Foods GmbH (Teilzeit) [2008-02/2010-01]',
    ]);
  });

  it('has what the bracket holds in the name of a firm where no other firm has a town there', () => {
    expect(
      worked(
        [40, 140, 'Fitter, Kranbau Elbe (Nordwerk)', BOLD],
        [40, 153, 'Apr 2017 – today'],
        [40, 180, 'Welder, Weserstahl AG', BOLD],
        [40, 193, 'Aug 2013 – Mar 2017'],
      )[0],
    ).toBe('Fitter @ Kranbau Elbe (Nordwerk) [2017-04/]');
  });

  it('loses the sign that stands between it and the town on the next line', () => {
    expect(
      worked(
        [40, 140, 'Apr 2017 – Mar 2021'],
        [40, 153, 'Crane Operator · Harbour Crane Company ·'],
        [40, 166, 'Leeds'],
        [52, 180, 'Lifted containers', { bullet: true }],
      ),
    ).toEqual(['Crane Operator @ Harbour Crane Company, Leeds [2017-04/2021-03]']);
  });
});

import { describe, expect, it } from 'vitest';
import { HEADING, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

/** Lines of a column 240 points wide, set close. */
const paragraph = (y: number, ...lines: string[]): Placed[] =>
  lines.map((text, i): Placed => [45, y + i * 10, text, { size: 8, width: i < lines.length - 1 ? 240 : text.length * 4 }]);

const page = (...runs: Placed[][]) => pdfDocument([...headOf('Maarten Hulsink'), ...runs.flat()]);

describe('entries written as paragraphs', () => {
  it('have their head in the sentence that ends with the dates, wherever its lines break', () => {
    const resume = parse(
      page(
        [[45, 120, 'Experience', HEADING]],
        paragraph(
          136,
          'Process Engineer, Coatings at Vellmark Polymers Ltd,',
          'Hull (since May 2022). Lead of a solvent-free line that',
          'now runs in two plants.',
        ),
        paragraph(170, 'Laboratory Technician at Vellmark Polymers Ltd, Hull (June', '2016 – August 2018). Tested resins.'),
        paragraph(194, 'Intern at Brightwater Labs Ltd, York (July 2010 –', 'September 2010).'),
        [[45, 230, 'Education', HEADING]],
        paragraph(246, 'M.Sc., Chemistry, University of Leeds (September 2014 – May', '2016). With distinction.'),
        paragraph(270, 'B.Sc., Chemistry, University of Leeds (October 2010 – June 2014).'),
      ),
    );
    expect(jobs(resume)).toEqual([
      'Process Engineer, Coatings @ Vellmark Polymers Ltd, Hull [2022-05/]',
      'Laboratory Technician @ Vellmark Polymers Ltd, Hull [2016-06/2018-08]',
      'Intern @ Brightwater Labs Ltd, York [2010-07/2010-09]',
    ]);
    expect(resume.education).toMatchObject([
      { institution: 'University of Leeds', area: 'Chemistry', startDate: '2014-09', endDate: '2016-05' },
      { institution: 'University of Leeds', area: 'Chemistry', startDate: '2010-10', endDate: '2014-06' },
    ]);
    expect(JSON.stringify(resume.work[0])).toContain('Lead of a solvent-free line that now runs in two plants.');
  });

  it('are read so in formats that keep no lines', () => {
    const resume = parse(
      'Maarten Hulsink\nm.hulsink@example.org\n\nExperience\n\nProcess Engineer at Vellmark Polymers Ltd, Hull (May 2019 – June 2022). Leads a line of twelve people.\n\nLaboratory Technician at Brightwater Labs Ltd, York (June 2016 – August 2018). Tested resins.\n',
    );
    expect(jobs(resume)).toEqual([
      'Process Engineer @ Vellmark Polymers Ltd, Hull [2019-05/2022-06]',
      'Laboratory Technician @ Brightwater Labs Ltd, York [2016-06/2018-08]',
    ]);
  });

  it('lose the hyphens of a page that breaks its words, and keep those of the words themselves', () => {
    const summary = [
      'Engineer for coatings who has run teams in plants of the chem-',
      'ical and the food trade, with a liking for careful docu-',
      'mentation and for long-term relations with sup-',
      'pliers in Lou-',
      'vain.',
    ];
    const resume = parse(page([[45, 120, 'Profile', HEADING]], paragraph(136, ...summary)));
    expect(resume.basics.summary).toBe(
      'Engineer for coatings who has run teams in plants of the chemical and the food trade, with a liking for careful documentation and for long-term relations with suppliers in Louvain.',
    );
  });
});

describe('certificates that end with a full stop', () => {
  it('give their issuer and date as others do', () => {
    const resume = parse(
      page(
        [[45, 120, 'Certificates', HEADING]],
        paragraph(136, 'Forklift Licence, Northgate Training (June 2022).'),
        paragraph(150, 'First Aid, Red Cross (March 2021).'),
      ),
    );
    expect(resume.certificates).toMatchObject([
      { name: 'Forklift Licence', issuer: 'Northgate Training', date: '2022-06' },
      { name: 'First Aid', issuer: 'Red Cross', date: '2021-03' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { HEADING, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const page = (...runs: Placed[][]) => pdfDocument([...headOf('Winnie Stokesley'), ...runs.flat()]);
const item = (y: number, text: string): Placed => [205, y, text, { bullet: true }];

describe('heads beside a rail of dates', () => {
  it('that wrap are one text, and lose the stop that closes them', () => {
    const resume = parse(
      page(
        [[71, 110, 'Career', HEADING]],
        [
          [90, 130, '2013 – 2021'],
          [193, 130, 'Archivist and Head of Collections, Hanmer County', { width: 300 }],
          [193, 143, 'Historical Library, Ellerby.'],
          item(156, 'Catalogued the shipyard papers of a century for all who ask for them'),
          [90, 180, '2006 – 2013'],
          [193, 180, 'Registrar, Tollard Museum, York.'],
          item(193, 'Kept the register'),
        ],
      ),
    );
    expect(jobs(resume)).toEqual([
      'Archivist and Head of Collections @ Hanmer County Historical Library, Ellerby [2013/2021]',
      'Registrar @ Tollard Museum, York [2006/2013]',
    ]);
  });

  it('leave what was done, on the line of the dates, to the job', () => {
    const job = (y: number, firm: string, title: string, done: string, dates: string): Placed[] => [
      [45, y, firm, { bold: true }],
      [51 + 5 * firm.length, y, title],
      [53, y + 14, done],
      [420, y + 14, dates],
    ];
    const resume = parse(
      page(
        [[45, 110, 'Career', HEADING]],
        job(130, 'Tollard Museum Ltd', 'Registrar', 'Kept the register of all loans', 'August 2017 – Present'),
        job(170, 'Hanmer Library GmbH', 'Archivist', 'Catalogued the papers of the shipyard', 'August 2009 – July 2017'),
        job(210, 'Ellerby Archive Ltd', 'Porter', 'part time (20 hours a week)', 'May 2007 – July 2009'),
      ),
    );
    expect(resume.work.map(({ position, highlights }) => [position, highlights])).toEqual([
      ['Registrar', ['Kept the register of all loans']],
      ['Archivist', ['Catalogued the papers of the shipyard']],
      ['Porter', undefined],
    ]);
  });

  it('stand below dates too long for the rail, with a stop at the end as well', () => {
    const resume = parse(
      page(
        [[71, 110, 'Education', HEADING]],
        [
          [90, 130, 'September 2011 – June 2013'],
          [193, 143, 'Master of Science in Library Science, University of'],
          [193, 156, 'Leeds, with distinction.'],
          [90, 180, 'September 2006 – June 2010'],
          [193, 193, 'Bachelor of Arts in History, Bateman College.'],
        ],
      ),
    );
    expect(resume.education).toMatchObject([
      { institution: 'University of Leeds', startDate: '2011-09', endDate: '2013-06' },
      { institution: 'Bateman College', area: 'History', startDate: '2006-09', endDate: '2010-06' },
    ]);
  });

  it('have lines of their own where one has room left before its second line', () => {
    const resume = parse(
      page(
        [[52, 110, 'Education', HEADING]],
        [
          [52, 130, '09/2009 – 02/2011'],
          [165, 130, 'Diploma, Electrical Engineering and Industrial Informatics'],
          [165, 143, 'University of Leeds'],
          [52, 165, '09/2006 – 06/2009'],
          [165, 165, 'A levels, Electrical Engineering'],
          [165, 178, 'Truro College'],
        ],
      ),
    );
    expect(resume.education).toMatchObject([{ institution: 'University of Leeds' }, { institution: 'Truro College' }]);
  });

  it('of studies end at their first sentence', () => {
    const resume = parse(
      page(
        [[52, 110, 'Education', HEADING]],
        [
          [52, 130, '2009 – 2011'],
          [165, 130, 'BEng – Civil Engineering, University of Leeds. Second Class Upper'],
          [52, 150, '2006 – 2009'],
          [165, 150, 'Diploma – Surveying, Truro College. First Class'],
        ],
      ),
    );
    expect(resume.education.map(({ institution }) => institution)).toEqual(['University of Leeds', 'Truro College']);
  });
});

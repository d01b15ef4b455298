import { describe, expect, it } from 'vitest';
import { HEADING, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const skillsOf = (resume: ReturnType<typeof parse>) => resume.skills.map(({ name, keywords }) => [name, keywords?.length]);

describe('labels before paragraphs', () => {
  it('belong to them where each stands on a first line and no other line has one', () => {
    const rows: Placed[] = [
      [71, 120, 'Expertise', HEADING],
      [90, 140, 'Clinical'],
      [193, 140, 'Chronic disease management, Suturing, Wound care, Point-of-care ultrasound,'],
      [193, 153, 'Motivational interviewing'],
      [90, 172, 'Records'],
      [193, 172, 'Epic, SystmOne'],
      [90, 191, 'Languages'],
      [193, 191, 'English (native), Haitian Creole (conversational)'],
      [71, 222, 'Community', HEADING],
      [90, 242, 'Spring 2021–date'],
      [193, 242, 'Volunteer Clinician, Mid-City Street Medicine. Foot care, wound checks and'],
      [193, 255, 'vaccinations two Sundays a month.'],
      [300, 800, '2'],
    ];
    const resume = parse(pdfDocument([...headOf('Ottilie Marren'), ...rows]));
    expect(skillsOf(resume)).toEqual([
      ['Clinical', 5],
      ['Records', 2],
    ]);
    expect(resume.languages.map(({ language }) => language)).toEqual(['English', 'Haitian Creole']);
  });

  it('are no headings below a larger one that stands alone, though some are words that head sections elsewhere', () => {
    const label = (y: number, text: string): Placed => [122 - text.length * 5, y, text, { size: 10, bold: true }];
    const rows: Placed[] = [
      [40, 120, 'Education', { size: 16, bold: true }],
      [40, 138, 'University of Penhallow', { size: 11, bold: true }],
      [480, 138, '2015 - 2019', { size: 9 }],
      [40, 151, 'Bachelor of Science in Product Design, with honours', { size: 9 }],
      [40, 190, 'Skills', { size: 16, bold: true }],
      label(206, 'Engineering'),
      [133, 206, 'Pavement design, Pile testing, Setting out', { size: 9 }],
      label(219, 'Software'),
      [133, 219, 'Revit, Excel', { size: 9 }],
      label(232, 'Spoken languages'),
      [133, 232, 'English (native), Malay (basic)', { size: 9 }],
      [40, 258, 'Certifications', { size: 16, bold: true }],
      [63, 276, 'May 2022 Site Safety Supervisor, Council of Builders of the North', { size: 9 }],
    ];
    const resume = parse(pdfDocument([...headOf('Ottilie Marren'), ...rows]));
    expect(skillsOf(resume)).toEqual([
      ['Engineering', 3],
      ['Software', 2],
    ]);
    expect(resume.languages.map(({ language }) => language)).toEqual(['English', 'Malay']);
    expect(resume.education).toHaveLength(1);
  });
});

describe('headings in a margin', () => {
  it('may be unknown where most are known, and heads of entries may hold their dates on their second line', () => {
    const head = (y: number, text: string): Placed => [160 - text.length * 6, y, text, { size: 12 }];
    const rows: Placed[] = [
      head(101, 'Contact'),
      [170, 100, 'ottilie@marren.example'],
      head(121, 'Location'),
      [170, 120, 'Leeds'],
      head(141, 'Work'),
      [170, 140, 'Quality Engineer, Mendip Denim Ltd, Leeds | Feb 2021 – present'],
      [170, 154, 'I approve fabric lots for four brands, travel to mills every week and run a', { width: 358 }],
      [170, 168, 'laboratory with two technicians.'],
      [170, 190, 'Production Planning Specialist, Eastfold Knitting and Trade', { width: 353 }],
      [170, 204, 'Sons Ltd, York | Jul 2018 – Jan 2021'],
      [170, 218, 'Planned sixty machines and brought late orders down from seventeen to four', { width: 357 }],
      [170, 232, 'per cent.'],
      head(261, 'Study'),
      [170, 260, 'BSc in Textile Engineering, University of Leeds | Sep 2012 – Jun', { width: 345 }],
      [170, 274, '2017 | GPA 3.12/4.00'],
      [170, 287, 'Diploma in Dyeing, University of York | Feb 2010 – Jul 2011'],
      head(304, 'Courses'),
      [170, 303, 'Lead Auditor, BSI | Oct 2022'],
      head(327, 'Skills'),
      [170, 326, 'Lot inspection, SAP PP, Supplier audits'],
      head(353, 'Languages'),
      [170, 352, 'Turkish: native | English: C1'],
    ];
    const resume = parse(pdfDocument([...headOf('Ottilie Marren'), ...rows]));
    expect(jobs(resume)).toEqual([
      'Quality Engineer @ Mendip Denim Ltd, Leeds [2021-02/]',
      'Production Planning Specialist @ Eastfold Knitting and Trade Sons Ltd, York [2018-07/2021-01]',
    ]);
    expect(resume.education).toMatchObject([
      { institution: 'University of Leeds', startDate: '2012-09', endDate: '2017-06' },
      { institution: 'University of York' },
    ]);
    expect(resume.basics.location?.city).toBe('Leeds');
  });
});

/** Jobs that take little room: a season before the firm, two on one line; and what the head of the page says besides. */
import { describe, expect, it } from 'vitest';
import { jobs, parse } from './build-document.ts';

const worked = (...lines: string[]): string[] =>
  jobs(parse(['Orla Tamsin', 'orla.tamsin@example.org', '', 'Work experience', ...lines].join('\n')));

describe('a job of a season', () => {
  it('is announced by it, with the title in a bracket behind the firm', () => {
    expect(worked('Summer 2011: Larkfield Inc. (Intern)', 'Summer 2012: Quayside Inc. (Junior Analyst)')).toEqual([
      'Intern @ Larkfield Inc. [2011-06/2011-08]',
      'Junior Analyst @ Quayside Inc. [2012-06/2012-08]',
    ]);
  });
});

describe('two jobs on one line', () => {
  it.each([
    'Waiter, Hotel Sol (2014 – 2016); Barista, Café Luna (2012 – 2014)',
    '2014 – 2016 Waiter, Hotel Sol; 2012 – 2014 Barista, Café Luna',
  ])('are parted by a semicolon: %s', (line) => {
    expect(worked(line)).toEqual(['Waiter @ Hotel Sol [2014/2016]', 'Barista @ Café Luna [2012/2014]']);
  });

  it('are none where the semicolon stands in a text', () => {
    expect(worked('Waiter, Hotel Sol (2014 – 2016)', 'Served guests; 2015 also trained the new ones')).toHaveLength(1);
  });
});

describe('lines of the head that are no value', () => {
  const resume = parse(
    'Orla Tamsin\nWelder\norla.tamsin@example.org\nNationality: Irish\n12 Quay Lane\nOwn car and tools, likes early shifts\n11 years of experience\n\nWork experience\n2014 – 2016 Waiter, Hotel Sol\n',
  );

  it('are kept as they are printed, with the line that shows them', () => {
    expect(resume.other).toEqual([{ heading: '', lines: ['Own car and tools, likes early shifts', '11 years of experience'] }]);
    expect(resume.meta.shortlist.sources['other.0.lines.0']?.[0]?.text).toBe('Own car and tools, likes early shifts');
  });

  it('tell neither where somebody lives nor where from', () => {
    expect(JSON.stringify(resume.other)).not.toMatch(/Irish|Quay Lane/);
  });
});

describe('one year beside a job', () => {
  it('is all of it, unless it says since when', () => {
    expect(
      worked('2014 – 2016', 'Waiter, Hotel Sol', '', 'Night porter, Hotel Luna (2012)', '', 'since 2017', 'Clerk, Hotel Mar'),
    ).toEqual(expect.arrayContaining(['Night porter @ Hotel Luna [2012/2012]', 'Clerk @ Hotel Mar [2017/]']));
  });

  it('is when it began, where years alone stand beside all of them', () => {
    expect(worked('Chief Engineer, Hotel Sol (2018)', '', 'Engineer, Hotel Luna (2012)')).toEqual([
      'Chief Engineer @ Hotel Sol [2018/]',
      'Engineer @ Hotel Luna [2012/]',
    ]);
  });
});

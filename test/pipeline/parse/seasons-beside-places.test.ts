import { describe, expect, it } from 'vitest';
import { jobs, parse } from './build-document.ts';

const read = (...lines: string[]) =>
  jobs(parse(['Ida Brandt', 'ida.brandt@example.org', '', 'EXPERIENCE', '', ...lines].join('\n')));

describe('a season or quarter at the start of a line', () => {
  it.each(['|', '·', '•'])('dates the head above, where a place is all that stands behind it and %s', (mark) => {
    expect(
      read(
        ...['Clerk, Lorva Foods Ltd', `Summer 2017 ${mark} Leeds`, '- Paid on time', ''],
        ...['Porter, Quarl Stores Ltd, Hull', '2015 – May 2017', '- Carried crates'],
      ),
    ).toEqual(['Clerk @ Lorva Foods Ltd, Leeds [2017-06/2017-08]', 'Porter @ Quarl Stores Ltd, Hull [2015/2017-05]']);
  });

  it.each([
    ['|', '·', '|'],
    ['•', '|', '·'],
  ])('dates what was done below a job that has its dates, and no jobs', (...[one, two, three]) => {
    expect(
      read(
        ...['Buyer, Lorva Foods Ltd, Hull', 'June 2018 – present'],
        ...[`Q3 2019 ${one} Launched the loyalty card`, `Q1 2020 ${two} Moved stock to Leeds`, `Summer 2021 ${three} Hull`, ''],
        ...['Porter, Quarl Stores Ltd, Leeds', '2015 – May 2018', '- Carried crates'],
      ),
    ).toEqual(['Buyer @ Lorva Foods Ltd, Hull [2018-06/]', 'Porter @ Quarl Stores Ltd, Leeds [2015/2018-05]']);
  });
});

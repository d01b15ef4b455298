import { describe, expect, it } from 'vitest';
import { jobs, parse } from './build-document.ts';

const FIRST = 'Welder, Acme Ltd, Leeds\nJanuary 2015 - February 2019\n- Welded frames\n';
const SECOND = 'Senior Welder, Foo Ltd, Hull\nMarch 2019 - present\n- Led five welders\n';
const CAREER = ['Welder @ Acme Ltd, Leeds [2015-01/2019-02]', 'Senior Welder @ Foo Ltd, Hull [2019-03/]'];
const HEAD = 'Nora Brandvold\nLeeds, United Kingdom | nora@example.com\n\n';
const STUDIES = 'Education\nBSc Physics, University of Leeds, 2011 - 2014\n';

describe('a career under a heading that no list knows', () => {
  it.each([
    'Academic appointments',
    'Appointments',
    'Posts held',
    'Career to date',
    'Career summary',
    'What I did',
    'My years at sea',
    'Hard graft',
  ])('%s', (heading) => {
    const resume = parse(`${HEAD}${heading}\n${FIRST}\n${SECOND}\n${STUDIES}`);
    expect(jobs(resume)).toEqual(CAREER);
    expect(resume.education).toHaveLength(1);
  });

  it('dates above their titles, titles below their employers', () => {
    const turned = `January 2015 - February 2019\nWelder, Acme Ltd, Leeds\n- Welded frames\n\nMarch 2019 - present\nSenior Welder, Foo Ltd, Hull\n- Led five welders\n`;
    expect(jobs(parse(`${HEAD}Hard graft\n${turned}\n${STUDIES}`))).toEqual(CAREER);
    const stacked = `Acme Ltd\nWelder\nJanuary 2015 - February 2019\n- Welded frames\n\nFoo Ltd\nSenior Welder\nMarch 2019 - present\n- Led five welders\n`;
    expect(jobs(parse(`${HEAD}Hard graft\n${stacked}\n${STUDIES}`))).toEqual([
      'Welder @ Acme Ltd [2015-01/2019-02]',
      'Senior Welder @ Foo Ltd [2019-03/]',
    ]);
  });

  it('behind the studies', () => {
    const resume = parse(`${HEAD}${STUDIES}\nWhere life took me\n${FIRST}\n${SECOND}`);
    expect(jobs(resume)).toEqual(CAREER);
    expect(resume.education.map((e) => e.institution)).toEqual(['University of Leeds']);
  });

  it('a career summary in prose is a summary', () => {
    const resume = parse(
      `${HEAD}Career summary\nWelder with ten years of experience in yards, from 2010 to 2020.\n\nExperience\n${FIRST}`,
    );
    expect(jobs(resume)).toEqual([CAREER[0]]);
    expect(resume.basics.summary).toContain('ten years of experience');
  });

  it('March is no degree', () => {
    expect(parse(`${HEAD}Hard graft\n${FIRST}\n${SECOND}`).education).toEqual([]);
  });
});

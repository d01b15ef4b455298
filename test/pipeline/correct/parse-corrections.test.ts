import { describe, expect, it } from 'vitest';
import { parseCorrections } from '../../../src/pipeline/correct/parse-corrections.ts';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { processorMs } from '../../processor-ms.ts';

const taxonomy = createTaxonomy();
const parse = (text: string, country?: string) => parseCorrections(text, { taxonomy, country });
/** `work.1.endDate=2024-05`, `skills+Rust`. */
const read = (text: string, country?: string) =>
  parse(text, country)
    .corrections.map(({ path, op, value }) => `${path}${op === 'set' ? '=' : op === 'add' ? '+' : '-'}${value}`)
    .join(' & ');

describe('a line that corrects (F2.5)', () => {
  it.each([
    ['title=Staff Engineer', 'work.latest.position=Staff Engineer'],
    ['Title = "Staff Engineer"', 'work.latest.position=Staff Engineer'],
    ['role: Staff Nurse', 'work.latest.position=Staff Nurse'],
    ['name: Nora Berg', 'basics.name=Nora Berg'],
    ['My name = Nora Berg', 'basics.name=Nora Berg'],
    ['e-mail=nora@example.com', 'basics.email=nora@example.com'],
    ['email: <mailto:nora@example.com>', 'basics.email=nora@example.com'],
    ['phone=+49 30 901820', 'basics.phone=+4930901820'],
    ['headline=Data Engineer', 'basics.label=Data Engineer'],
    ['phone=none', 'basics.phone='],
    ['company=Acme', 'work.latest.name=Acme'],
    ['job 2 company=Acme', 'work.1.name=Acme'],
    ['Job 2: company: Acme', 'work.1.name=Acme'],
    ['languages +Sorbian C1', 'languages+{"language":"Sorbian","fluency":"C1"}'],
    ['skills=', 'skills='],
    ['languages = none', 'languages='],
    ['job 2 remove', 'work.1-'],
    ['remove jobs 2, 3 and 5', 'work.1- & work.2- & work.4-'],
    ['job 2 ended May 2018', 'work.1.endDate=2018-05'],
    ['job 1 until now', 'work.0.endDate='],
    ['title → Fitter', 'work.latest.position=Fitter'],
    ['Job 2, end: Feb 2021 → Jan 2021', 'work.1.endDate=2021-01'],
    [
      'add education: BSc Nursing, Vale College, 2015 – 2018',
      'education+{"studyType":"BSc","area":"Nursing","institution":"Vale College","startDate":"2015","endDate":"2018"}',
    ],
    [
      'add education BSc, Nursing, Vale College, 2018',
      'education+{"studyType":"BSc","area":"Nursing","institution":"Vale College","endDate":"2018"}',
    ],
    ['latest job end=now', 'work.latest.endDate='],
    ['my last job title: Fitter', 'work.latest.position=Fitter'],
    ['current education field=Physics', 'education.latest.area=Physics'],
    ['job #3 employer = Acme Ltd', 'work.2.name=Acme Ltd'],
    ['job 1 end=2024-05', 'work.0.endDate=2024-05'],
    ['job 1 end=May 2024', 'work.0.endDate=2024-05'],
    ['job 1 until: 05/2024', 'work.0.endDate=2024-05'],
    ['job 1 end=now', 'work.0.endDate='],
    ['job 1 end = heute', 'work.0.endDate='],
    ['job 2 start=2019', 'work.1.startDate=2019'],
    ['job 2 dates=2019-03 – 2021-06', 'work.1.startDate=2019-03 & work.1.endDate=2021-06'],
    ['job 2 dates=Mar 2019 - present', 'work.1.startDate=2019-03 & work.1.endDate='],
    ['degree=MSc', 'education.latest.studyType=MSc'],
    ['education 2 school=Vale University', 'education.1.institution=Vale University'],
    ['skills +Rust -Excel', 'skills+Rust & skills-Excel'],
    ['skills: +C++, -T-SQL', 'skills+C++ & skills-T-SQL'],
    ['skills + Machine Learning - Objective-C', 'skills+Machine Learning & skills-Objective-C'],
    ['skills=SQL, Python', 'skills= & skills+SQL & skills+Python'],
    ['add skill Rust', 'skills+Rust'],
    ['remove skills Excel, Word', 'skills-Excel & skills-Word'],
    ['languages +German C1', 'languages+{"language":"German","fluency":"C1"}'],
    ['languages -French', 'languages-{"language":"French"}'],
    ['certificates +NMC registration', 'certificates+NMC registration'],
    ['remove job 3', 'work.2-'],
    ['delete education 1', 'education.0-'],
    ['add job: Nurse, Vale Hospital, 2019-03 – now', 'work+{"position":"Nurse","name":"Vale Hospital","startDate":"2019-03"}'],
    [
      'add job Nurse at Vale Hospital, Mar 2019 to May 2021',
      'work+{"position":"Nurse","name":"Vale Hospital","startDate":"2019-03","endDate":"2021-05"}',
    ],
    ['title=Staff Engineer; company=Acme', 'work.latest.position=Staff Engineer & work.latest.name=Acme'],
    ['- city=Chapel Nook', 'basics.location={"city":"Chapel Nook"}'],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('finds the country of a town', () => {
    expect(read('city=Leeds')).toMatch(/"city":"Leeds"/);
    expect(read('city=Leeds, United Kingdom')).toMatch(/"countryCode":"GB"/);
  });

  it('takes a number without a country code as one of where the candidate lives', () => {
    expect(read('phone=030 901820', 'DE')).toBe('basics.phone=+4930901820');
  });

  it.each([
    ['job 1 end=soon', 'I could not read the date in "soon"; write 2024-05, or now'],
    ['job 1 start=now', 'I could not read the date in "now"; write 2024-05'],
    ['job 2 dates=2019', 'I could not read the dates in "2019"; write 2019-03 – 2024-05, or 2019-03 – now'],
    ['email=nora', 'I could not read the address in "nora"; write it as name@example.com'],
    ['phone=call me', 'I could not read the number in "call me"; write it as +49 30 1234567'],
    ['city=12 of them', 'I could not read a place in "12 of them"; write it as Leeds, or Leeds, United Kingdom'],
    ['name=R2D2', 'I could not read a name in "R2D2"; write it as Nora Berg'],
    ['colour=blue', 'I do not know the field "colour"'],
    ['job 1 salary=90', 'I do not know the field "salary"; a job has title, company, place, start and end'],
    ['add job: Nurse', 'I need title, company and dates'],
    ['languages +speaks a lot of them', 'I do not know the language'],
    ['end=2020-01', 'I do not know of which job; write for example job 1 end=2020-01'],
    ['job 2 dates=2022-01 – 2021-01', '"2022-01 – 2021-01" ends before it begins'],
    ['add education: BSc', 'I need degree, school and dates'],
  ])('says what is wrong with %j and what to write', (text, expected) => {
    const { corrections, problems } = parse(text);
    expect(corrections).toEqual([]);
    expect(problems[0]?.problem).toContain(expected);
  });

  it.each([
    'I would like to work in Leeds.',
    'Location: I can work from anywhere, really',
    'Call me at 3pm: it is urgent',
    'The job 2 you sent is good',
    'skills: I have many of them',
    'I removed job 3 from my list',
    'Dates: the 3rd or the 5th would suit me',
    'Best regards',
    'end: of story',
    'P.S.: thanks',
    '2: too far away',
    'Job 2 is good',
    'job 2 from my own town',
    'remove jobs from my list',
    'skills: none of them',
  ])('takes nothing from %j', (text) => {
    expect(parse(text)).toMatchObject({ corrections: [], problems: [] });
  });

  it('is certain of an equals sign, and leaves it open whether a colon is a signature', () => {
    expect(parse('phone=+49 30 901820').certain).toBe(true);
    expect(parse('Phone: +49 30 901820').certain).toBe(false);
  });

  it('costs little on hostile text (P6)', () => {
    const started = processorMs();
    for (const text of [
      '='.repeat(8_000),
      'skills +'.repeat(1_000),
      'a '.repeat(4_000),
      '+-'.repeat(4_000),
      'job 1 '.repeat(1_300),
    ])
      parse(text);
    expect(processorMs() - started).toBeLessThan(500);
  });
});

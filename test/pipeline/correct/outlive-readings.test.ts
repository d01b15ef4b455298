import { describe, expect, it } from 'vitest';
import type { ResumeCorrection } from '../../../src/domain/correction.ts';
import type { Resume, ResumeWork, SourceLine } from '../../../src/domain/resume.ts';
import { applyCorrections, type CorrectionInForce, correctedReading } from '../../../src/pipeline/correct/apply-corrections.ts';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { blankResume } from '../../blank-resume.ts';
import { processorMs } from '../../processor-ms.ts';

const taxonomy = createTaxonomy();

/** The page: what each line says, from 1. */
const PAGE = [
  'Experience',
  'Shift Leader, Ostrava Glassworks, Brno',
  'May 2021 - present',
  'Runs two furnaces and a team of nine',
  'Glass Blower, Karst Studio, Zlin',
  'June 2016 - April 2021',
  'Made lamps to order',
];
const line = (number: number): SourceLine => ({ page: 1, line: number, text: PAGE[number - 1] ?? '' });

type Read = ResumeWork & { from: Partial<Record<keyof ResumeWork, number>> };
function reading(...jobs: Read[]): Resume {
  const sources = jobs.flatMap(({ from }, at) =>
    Object.entries(from).map(([key, number]) => [`work.${at}.${key}`, [line(number)]] satisfies [string, SourceLine[]]),
  );
  return blankResume({ work: jobs.map(({ from: _, ...job }) => job) }, { sources: Object.fromEntries(sources) });
}
const SHIFT: Read = {
  position: 'Shift Leader',
  name: 'Ostrava Glassworks',
  startDate: '2021-05',
  summary: 'Runs two furnaces',
  from: { position: 2, name: 2, startDate: 3, summary: 4 },
};
const BLOWER: Read = {
  position: 'Glass Blower',
  name: 'Karst Studio',
  startDate: '2016-06',
  endDate: '2021-04',
  from: { position: 5, name: 5, startDate: 6, endDate: 6 },
};
/** The same lines, and nothing right. */
const GARBLED: Read = { position: 'Brno', name: 'Experience', from: { position: 2, name: 1, summary: 4 } };

const set = (path: string, value: string): ResumeCorrection => ({ path, op: 'set', value });
/** What is kept of a message that corrects that reading. */
const kept = (read: Resume, ...corrections: ResumeCorrection[]): CorrectionInForce[] =>
  applyCorrections(read, corrections, { taxonomy, author: 'candidate' }).applied.map(({ correction }) => ({
    ...correction,
    author: 'candidate' as const,
  }));
const again = (read: Resume, inForce: readonly CorrectionInForce[]) => correctedReading(read, inForce, taxonomy);
const jobs = ({ work }: Resume) => work.map((job) => `${job.position} at ${job.name}`);

describe('a correction wins over a later reading of the file (F2.5)', () => {
  it('of a job that was read badly and is read well now, by the lines that it was read from', () => {
    const said = kept(reading(GARBLED, BLOWER), set('work.0.position', 'Head of Shift'), set('work.0.name', 'Ostrava Glass'));
    for (const now of [reading(SHIFT, BLOWER), reading(BLOWER, SHIFT)]) {
      const corrected = again(now, said);
      expect(jobs(corrected)).toContain('Head of Shift at Ostrava Glass');
      expect(jobs(corrected)).toContain('Glass Blower at Karst Studio');
      expect(corrected.meta.shortlist.notPlaced).toBeUndefined();
    }
  });

  it('of two jobs that were read as one, at the one that it was made of, and the one that was added is found', () => {
    const glued: Read = { ...SHIFT, name: 'Karst Studio', from: { ...SHIFT.from, name: 5, endDate: 6 } };
    const added = { position: 'Glass Blower', name: 'Karst Studio', startDate: '2016-06', endDate: '2021-04' };
    const said = kept(reading(glued), set('work.0.name', 'Ostrava Glass'), {
      path: 'work',
      op: 'add',
      value: JSON.stringify(added),
    });
    expect(jobs(again(reading(SHIFT, BLOWER), said))).toEqual(['Shift Leader at Ostrava Glass', 'Glass Blower at Karst Studio']);
  });

  it('also where lines are cut otherwise than before', () => {
    const said = kept(reading(GARBLED, BLOWER), set('work.0.position', 'Head of Shift'));
    const now = reading(BLOWER, SHIFT);
    now.meta.shortlist.sources['work.1.position'] = [
      { page: 1, line: 2, text: 'Shift Leader, Ostrava Glassworks, Brno May 2021 - present' },
    ];
    now.meta.shortlist.sources['work.1.name'] = now.meta.shortlist.sources['work.1.position'];
    delete now.meta.shortlist.sources['work.1.startDate'];
    expect(jobs(again(now, said))).toEqual(['Glass Blower at Karst Studio', 'Head of Shift at Ostrava Glassworks']);
  });

  it('all of one entry go to one entry, also what was said after its name was corrected', () => {
    const read = reading(GARBLED, BLOWER);
    const first = kept(read, set('work.0.position', 'Head of Shift'), set('work.0.name', 'Ostrava Glass'));
    const { applied } = applyCorrections(read, [set('work.0.startDate', '2021-06')], {
      taxonomy,
      author: 'candidate',
      inForce: first,
    });
    const later = applied.map(({ correction }) => ({ ...correction, author: 'candidate' as const }));
    // The first ones were taken back since.
    expect(again(reading(BLOWER, SHIFT), later).work[1]).toMatchObject({ name: 'Ostrava Glassworks', startDate: '2021-06' });
    expect(again(reading(BLOWER, SHIFT), [...first, ...later]).work[1]).toMatchObject({
      name: 'Ostrava Glass',
      startDate: '2021-06',
    });
  });

  it('of a job that was added and is found now: it is one job, as the person said it', () => {
    const job = { position: 'Glass Blower', name: 'Karst Studio s.r.o.', startDate: '2016-06', endDate: '2021-03' };
    const said = kept(reading(SHIFT), { path: 'work', op: 'add', value: JSON.stringify({ ...job, name: 'Karst Studio' }) });
    const now = again(reading(SHIFT, BLOWER), said);
    expect(jobs(now)).toEqual(['Shift Leader at Ostrava Glassworks', 'Glass Blower at Karst Studio']);
    expect(now.work[1]?.endDate).toBe('2021-03');
    expect(now.meta.shortlist.corrected).toMatchObject({ 'work.1.endDate': 'candidate' });
  });

  it('of an education that was added and is found now', () => {
    const degree = { studyType: 'MSc', area: 'Glass Technology', institution: 'Vale College', endDate: '2015' };
    const said = kept(reading(SHIFT), { path: 'education', op: 'add', value: JSON.stringify(degree) });
    expect(again(reading(SHIFT), said).education).toEqual([degree]);
    const now = reading(SHIFT);
    now.education = [
      { studyType: 'BA', institution: 'Elm College', endDate: '2012' },
      { studyType: 'M.Sc.', institution: 'VALE College', endDate: '2015' },
    ];
    expect(again(now, said).education).toEqual([{ studyType: 'BA', institution: 'Elm College', endDate: '2012' }, degree]);
  });

  it('of a start, where the new reading has another end: the word counts, and the contradiction is told', () => {
    const said = kept(reading(SHIFT, BLOWER), set('work.1.startDate', '2018-02'));
    const now = again(reading(SHIFT, { ...BLOWER, endDate: '2017-04' }), said);
    expect(now.work[1]).toMatchObject({ startDate: '2018-02', endDate: '2017-04' });
    expect(now.meta.shortlist.notPlaced).toEqual(['Job 2 ends before it begins (Feb 2018 – Apr 2017)']);
  });
});

describe('a correction that a later reading has no place for', () => {
  const said = () => kept(reading(GARBLED, BLOWER), set('work.0.position', 'Head of Shift'), set('work.0.startDate', '2021-06'));

  it('goes to no other job, and is told', () => {
    const now = again(reading(BLOWER), said());
    expect(now.work).toEqual(reading(BLOWER).work);
    expect(now.meta.shortlist.notPlaced).toEqual([
      'Job 1, title (Brno, Experience): Head of Shift',
      'Job 1, start (Brno, Experience): Jun 2021',
    ]);
  });

  it('is told no more when the person said it again, or the page says it by itself', () => {
    const title = said().slice(0, 1);
    const { resume } = applyCorrections(reading(BLOWER), [set('work.0.position', 'Head of Shift')], {
      taxonomy,
      author: 'candidate',
      inForce: title,
    });
    expect(resume.meta.shortlist.notPlaced).toBeUndefined();
    expect(again(reading({ ...BLOWER, position: 'head of shift' }), title).meta.shortlist.notPlaced).toBeUndefined();
  });

  it('takes no job out that is called otherwise than the one that was to go, and says what stands there now', () => {
    const gone = kept(reading(GARBLED, BLOWER), { path: 'work.0', op: 'remove', value: '' });
    const now = again(reading(SHIFT, BLOWER), gone);
    expect(jobs(now)).toEqual(['Shift Leader at Ostrava Glassworks', 'Glass Blower at Karst Studio']);
    expect(now.meta.shortlist.notPlaced).toEqual([
      'Job 1 (Brno, Experience) was removed, and I read there now: Shift Leader, Ostrava Glassworks, May 2021 – now',
    ]);
    expect(jobs(again(reading(BLOWER, GARBLED), gone))).toEqual(['Glass Blower at Karst Studio']);
    expect(again(reading(BLOWER), gone).meta.shortlist.notPlaced).toBeUndefined();
  });

  it('costs little, however many jobs and corrections there are (P6)', () => {
    const many = (word: string) =>
      reading(
        ...Array.from({ length: 150 }, (_, at): Read => ({ position: `${word} ${at}`, name: `${word} Works ${at}`, from: {} })),
      );
    const withLines = (read: Resume, word: string): Resume => {
      const { sources } = read.meta.shortlist;
      for (let at = 0; at < 150; at++)
        for (let number = 0; number < 14; number++)
          sources[`work.${at}.highlights.${number}`] = [
            { page: 1, line: at * 20 + number, text: `${word}${at} and ${word}${number} of the works` },
          ];
      return read;
    };
    const said = kept(
      withLines(many('alpha'), 'alpha'),
      ...Array.from({ length: 40 }, (_, at) => set(`work.${at}.position`, `New ${at}`)),
    );
    const other = withLines(many('beta'), 'beta');
    const started = processorMs();
    expect(again(other, said).meta.shortlist.notPlaced).toHaveLength(40);
    expect(processorMs() - started).toBeLessThan(2_000);
  });

  it('of before lines were kept beside it is found by its name alone', () => {
    const old = [
      { ...set('work.0.position', 'Master Blower'), anchor: 'glass blower|karst studio|2016-06', author: 'sender' as const },
    ];
    expect(jobs(again(reading(SHIFT, BLOWER), old))[1]).toBe('Master Blower at Karst Studio');
    expect(again(reading(SHIFT), old).meta.shortlist.notPlaced).toEqual([
      'Job 1, title (glass blower, karst studio): Master Blower',
    ]);
  });
});

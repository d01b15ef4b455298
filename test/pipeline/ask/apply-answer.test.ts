import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCEPTED_FROM, type Resume } from '../../../src/domain/resume.ts';
import { MODEL_CONFIDENCE } from '../../../src/pipeline/ask/apply-answer.ts';
import { parse } from '../parse/build-document.ts';
import { answered, lineWith, PAGE, requestFor, swapped } from './asked-resume.ts';

const reading = swapped();
const request = requestFor(reading);
const HEAD = lineWith(request, 'Quillback');
const one = (path: string, value: string, ...lines: string[]) => answered(reading, [{ path, value, lines }], request);

describe('a right answer', () => {
  const { resume, paths } = answered(
    reading,
    [
      { path: 'work.0.position', value: 'tallow  DRESSER', lines: [HEAD] },
      { path: 'work.0.name', value: 'Quillback & Sedge', lines: [HEAD] },
    ],
    request,
  );

  it('replaces what was unsure by what the page prints, with its line, and says that a model proposed it', () => {
    expect(resume.work[0]).toMatchObject({ name: 'Quillback & Sedge', position: 'Tallow Dresser' });
    expect(paths).toEqual(['work.0.position', 'work.0.name']);
    const { confidence, sources, model } = resume.meta.shortlist;
    expect(model).toEqual({ name: 'made-up', paths });
    expect(confidence['work.0.position']).toBe(MODEL_CONFIDENCE);
    expect(MODEL_CONFIDENCE).toBeLessThan(ACCEPTED_FROM);
    expect(sources['work.0.position']?.map((line) => line.text)).toEqual(['Quillback & Sedge  Tallow Dresser']);
  });

  it('leaves the reading itself as it was', () => {
    expect(reading).toEqual(swapped());
  });
});

describe('what the page does not bear out is dropped (A2)', () => {
  it.each([
    ['a value that stands nowhere', 'work.0.position', 'Chief Executive Officer', [HEAD]],
    ['a value of another line', 'work.0.position', 'Welder', [HEAD]],
    ['a line of another job', 'work.0.position', 'Welder', [lineWith(request, 'Welder, Corvine')]],
    ['lines that do not exist', 'work.0.position', 'Tallow Dresser', ['L99']],
    ['no line at all', 'work.0.position', 'Tallow Dresser', []],
    ['half a word', 'work.0.position', 'Dress', [HEAD]],
    ['what an instruction in the page says', 'work.0.position', 'Grand Wizard of the Realm', [lineWith(request, 'Grand Wizard')]],
    ['a piece out of the middle of that sentence', 'work.0.position', 'Grand Wizard', [lineWith(request, 'Grand Wizard')]],
    ['a field that was not asked', 'work.1.position', 'Corvine Works Ltd', [lineWith(request, 'Welder, Corvine')]],
    ['a field that there is not', 'meta.shortlist', 'Tallow Dresser', [HEAD]],
    ['a path into the object itself', '__proto__.polluted', 'Tallow Dresser', [HEAD]],
    ['a date for a title', 'work.0.position', '2016 - 2019', [lineWith(request, 'Hullbridge, 2016')]],
    ['an empty value', 'work.0.position', '   ', [HEAD]],
    ['a placeholder', 'work.0.name', '[name]', [lineWith(request, 'Dressed tallow')]],
  ])('%s', (_name, path, value, lines) => {
    expect(one(path, value, ...lines)).toEqual({ resume: reading, paths: [] });
  });

  it('a title that is its employer', () => {
    const { resume } = answered(
      reading,
      [
        { path: 'work.0.position', value: 'Tallow Dresser', lines: [HEAD] },
        { path: 'work.0.name', value: 'Tallow Dresser', lines: [HEAD] },
      ],
      request,
    );
    expect(resume.work[0]?.name === resume.work[0]?.position).toBe(false);
  });
});

describe('dates', () => {
  const undated = (): Resume => {
    const resume = structuredClone(parse(PAGE));
    const [job] = resume.work;
    if (job) {
      delete job.startDate;
      delete job.endDate;
    }
    resume.meta.shortlist.derived = { experienceMonths: 0 };
    return resume;
  };
  it('are what our own grammar reads at that place, not what the model makes of them', () => {
    const resume = undated();
    const asked = requestFor(resume);
    const lines = [lineWith(asked, 'Hullbridge, 2016')];
    const { resume: after } = answered(
      resume,
      [
        { path: 'work.0.startDate', value: '2016', lines },
        { path: 'work.0.endDate', value: '2016 - 2019', lines },
      ],
      asked,
    );
    expect(after.work[0]).toMatchObject({ startDate: '2016', endDate: '2019' });
    // Experience follows from the dates that are there now.
    expect(after.meta.shortlist.derived.experienceMonths).toBe(parse(PAGE).meta.shortlist.derived.experienceMonths);
  });

  it('in a form that the page does not print are dropped', () => {
    const resume = undated();
    const asked = requestFor(resume);
    const lines = [lineWith(asked, 'Hullbridge, 2016')];
    expect(answered(resume, [{ path: 'work.0.startDate', value: '2016-01-01', lines }], asked).paths).toEqual([]);
  });
});

describe('a section of which nothing was read', () => {
  const empty: Resume = { ...structuredClone(parse(PAGE)), work: [], skills: [] };
  const asked = requestFor(empty);
  it('is filled with entries that name a title or an employer, and holes close up', () => {
    const welder = lineWith(asked, 'Welder, Corvine');
    const { resume, paths } = answered(
      empty,
      [
        { path: 'work.0.location', value: 'Leeds', lines: [welder] },
        { path: 'work.2.position', value: 'Welder', lines: [welder] },
        { path: 'work.2.name', value: 'Corvine Works Ltd', lines: [welder] },
        { path: 'work.2.startDate', value: 'March 2019', lines: [lineWith(asked, 'March 2019')] },
        { path: 'skills.0.keywords.3', value: 'MIG', lines: [lineWith(asked, 'MIG')] },
        { path: 'skills.0.keywords.4', value: 'Astrology', lines: [lineWith(asked, 'MIG')] },
      ],
      asked,
    );
    expect(resume.work).toEqual([{ position: 'Welder', name: 'Corvine Works Ltd', startDate: '2019-03' }]);
    expect(resume.skills).toEqual([{ keywords: ['MIG'] }]);
    expect(paths.sort()).toEqual(['skills.0.keywords.0', 'work.0.name', 'work.0.position', 'work.0.startDate']);
    for (const path of paths) expect(resume.meta.shortlist.sources[path]?.length).toBeGreaterThan(0);
  });
});

it('whatever a model says, nothing that was accepted changes, and every value stands on the page', () => {
  const ids = [...request.lines.map((line) => line.id), 'L0', 'L77'];
  const words = PAGE.split(/\s+/);
  const pieces = fc
    .tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 5 }))
    .map(([at, many]) => words.slice(at, at + many).join(' '));
  const path = fc.oneof(
    fc.constantFrom(...request.questions.paths),
    fc
      .tuple(
        fc.constantFrom('work', 'education', 'basics', 'skills'),
        fc.nat(3),
        fc.constantFrom('name', 'position', 'startDate', 'endDate', 'institution', 'email'),
      )
      .map((parts) => parts.join('.')),
  );
  const answer = fc.record({
    path,
    value: fc.oneof(pieces, fc.string()),
    lines: fc.array(fc.constantFrom(...ids), { maxLength: 4 }),
  });
  const plain = PAGE.replace(/\s+/g, ' ');
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
      const { resume, paths } = answered(reading, answers, request);
      const { confidence: before } = reading.meta.shortlist;
      for (const [key, sure] of Object.entries(before))
        if (sure >= ACCEPTED_FROM) {
          expect(valueAt(resume, key)).toEqual(valueAt(reading, key));
          expect(resume.meta.shortlist.confidence[key]).toBe(sure);
        }
      for (const key of paths) {
        const value = String(valueAt(resume, key));
        const lines = resume.meta.shortlist.sources[key] ?? [];
        expect(lines.length).toBeGreaterThan(0);
        if (!/Date$/.test(key)) expect(plain).toContain(value);
      }
      expect(resume.basics).toEqual(reading.basics);
      expect(resume.work).toHaveLength(reading.work.length);
    }),
    { numRuns: 400 },
  );
});

function valueAt(resume: Resume, path: string): unknown {
  let at: unknown = resume;
  for (const key of path.split('.')) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  return at;
}

import { describe, expect, it } from 'vitest';
import { buildDigest, buildQuietDigest, type DigestContent } from '../../src/digest/build-digest.ts';
import { describeChange } from '../../src/digest/describe-change.ts';
import { itemsOf } from '../../src/messages/card.ts';
import { candidateItem, jobItem } from '../../src/messages/match-items.ts';
import { makeMatch, makePosting, makeResume, textOf } from '../messages/cards/made-up.ts';

const REASONS = { good: ['Triage: 7 years'], missing: ['Wound care'] };
const job = (number: number, total: number, notes: string[] = []) =>
  jobItem(makeMatch(number, total), makePosting(), { number, reasons: REASONS, notes });
const CONTENT: DigestContent = {
  personId: 'pers-1',
  about: ['cand-1'],
  sections: [{ kind: 'jobs', items: [job(1, 91.2), job(2, 84)] }],
  more: 0,
  closed: [],
  taste: [],
  changed: [],
  suggestions: [],
  trends: [],
  applications: [],
  inReview: 0,
  schedule: 'every day at 07:30 (Europe/Berlin)',
  onRequest: false,
};

describe('the digest card', () => {
  it('says what is new, why each is there, what changed, what would help, how to answer and how to stop', () => {
    const card = buildDigest({
      ...CONTENT,
      sections: [{ kind: 'jobs', items: [job(1, 91.2), job(2, 84, ['changed: pay is now 40,000 EUR a year'])] }],
      more: 3,
      closed: ['Night Nurse, Fernhill Care'],
      taste: ['more remote roles, because you liked 3'],
      suggestions: [{ skill: 'sql', name: 'SQL', lifts: 9, of: 31, most: 6 }],
      changed: ['Day Nurse, Fernhill Care: pay is now 40,000 EUR a year'],
      trends: [
        { name: 'SQL', week: 12, before: 8 },
        { name: 'dbt', week: 5 },
      ],
    });
    expect(textOf(card)).toBe(
      [
        '2 new jobs for you, the best with 91',
        '# New for you',
        '1. Senior Staff Nurse ; Fernhill Care · Leeds, GB ; 91.2 ; +Triage: 7 years ; -Wound care ; !',
        '2. Senior Staff Nurse ; Fernhill Care · Leeds, GB ; 84 ; +Triage: 7 years ; -Wound care ; !changed: pay is now 40,000 EUR a year',
        'What do you think? Answer with numbers, for example "1👍 2👎", "2 saved" or "1 applied". A 👍 alone means number 1. It moves what I show you next; "1 undo" takes it back.',
        '# Since the last digest',
        '- Closed in the meantime: Night Nurse, Fernhill Care.',
        '- Changed: Day Nurse, Fernhill Care: pay is now 40,000 EUR a year.',
        '- 3 more new ones did not fit in here and come next time.',
        '- In this order you find more remote roles, because you liked 3.',
        '# What would help',
        '- SQL would lift 9 of your 31 matches, by up to 6 points. If you have it, send a resume that says where you used it.',
        '# The market',
        '- 12 new jobs this week ask for SQL (8 the week before).',
        '- 5 new jobs this week ask for dbt.',
        '> why m0000001a: how the score of "Senior Staff Nurse" comes about',
        '> match: all that fits now',
        '> digest pause 2w: no digest for two weeks',
        'Shortlist, an automated assistant, sends this because your digest is on: every day at 07:30 (Europe/Berlin).',
        'To stop it, answer "stop".',
      ].join('\n'),
    );
  });

  it('is about its reader and everybody in it', () => {
    expect(buildDigest({ ...CONTENT, about: ['cand-1', 'cand-2', 'cand-1'] }).about).toEqual(['pers-1', 'cand-1', 'cand-2']);
  });

  it('has no headings without something below', () => {
    const text = textOf(buildDigest(CONTENT));
    expect(text).not.toContain('Since the last digest');
    expect(text).not.toContain('What would help');
  });

  it('brings recruiters new candidates for each posting (F7.2)', () => {
    const posting = { code: 'j1234abcd', title: 'Ward Manager' };
    const items = [candidateItem(makeMatch(1, 88), makeResume(), { number: 1, reasons: REASONS })];
    const card = buildDigest({ ...CONTENT, sections: [{ kind: 'candidates', posting, items }] });
    const text = textOf(card);
    expect(card.title).toBe('1 new candidate for you, with 88');
    expect(text).toContain('# New candidate for "Ward Manager"');
    expect(text).toContain('1. Mirela Quandt');
    expect(text).toContain('> shortlist j1234abcd: all candidates for "Ward Manager"');
    expect(text).not.toContain('> match:');
  });

  it('on request does not claim to be the daily one', () => {
    expect(buildDigest({ ...CONTENT, onRequest: true }).footer).toEqual([
      'Shortlist, an automated assistant, sent this because you asked for it with "digest now".',
    ]);
  });

  it('numbers its items from 1 on without a gap', () => {
    expect(itemsOf(buildDigest(CONTENT)).map((item) => item.number)).toEqual([1, 2]);
  });
});

describe('nothing new on request', () => {
  it('says when the next one looks again, or how to start', () => {
    expect(textOf(buildQuietDigest({ personId: 'p', hasSource: true, recruiter: false, next: 'Tue 3 Mar, 07:30' }))).toContain(
      'The next digest looks again on Tue 3 Mar, 07:30.',
    );
    expect(textOf(buildQuietDigest({ personId: 'p', hasSource: true, recruiter: false }))).toContain('"digest on" starts it');
    expect(textOf(buildQuietDigest({ personId: 'p', hasSource: false, recruiter: false }))).toContain('Send your resume first');
    expect(textOf(buildQuietDigest({ personId: 'p', hasSource: false, recruiter: true }))).toContain('ask "shortlist"');
  });
});

describe('what changed in a posting', () => {
  it('is named, most telling first, three at most', () => {
    const before = makePosting();
    const after = makePosting({
      salary: { min: 40_000, max: 45_000, currency: 'EUR', period: 'year' },
      workplace: 'hybrid',
      mustHave: ['Triage', 'Wound care'],
      validThrough: '2026-05-01T00:00:00Z',
    });
    expect(describeChange(before, after)).toEqual([
      'changed: pay is now 40,000–45,000 EUR a year',
      'changed: place is now hybrid, Leeds, GB',
      'changed: now asks for Wound care',
    ]);
    expect(describeChange(after, before)).toEqual([
      'changed: pay is no longer named',
      'changed: place is now Leeds, GB',
      'changed: no longer asks for Wound care',
    ]);
  });

  it('is the wording when no fact differs', () => {
    expect(describeChange(makePosting(), makePosting({ description: 'Triage at night.' }))).toEqual([
      'changed: the wording of the posting',
    ]);
  });
});

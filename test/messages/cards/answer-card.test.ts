import { describe, expect, it } from 'vitest';
import { READ_ERROR_CODES } from '../../../src/domain/read-error.ts';
import { type AnswerInput, buildAnswerCard } from '../../../src/messages/answer-card.ts';
import { type Card, itemsOf } from '../../../src/messages/card.ts';
import type { FileOutcome } from '../../../src/messages/file-outcome.ts';
import { jobItem } from '../../../src/messages/match-items.ts';
import type { MatchSummary } from '../../../src/messages/match-summary.ts';
import { DIGEST_OFF, DIGEST_ON, emptyResume, makeMatch, makePosting, makeResume, textOf } from './made-up.ts';

const NOTICE = { retentionDays: 365, keepsOriginals: true, howToErase: 'answer "erase"' };
const READ: FileOutcome = {
  outcome: 'resume',
  file: 'mirela.pdf',
  candidateId: 'cand-1',
  resumeCode: 'r1234abcd',
  resume: makeResume(),
  seenBefore: false,
};

const item = (number: number, total: number, missing: string[] = []) =>
  jobItem(makeMatch(number, total), makePosting(), { number, reasons: { good: ['Triage: 7 years'], missing } });

const summary = (changes: Partial<MatchSummary> = {}): MatchSummary => ({
  items: [item(1, 91.4), item(2, 78)],
  total: 2,
  openPostings: 31,
  showFrom: 70,
  ...changes,
});

function answer(changes: Partial<AnswerInput> = {}): Card {
  return buildAnswerCard({
    files: [READ],
    reader: { role: 'candidate', yours: true, digest: DIGEST_ON },
    matches: summary(),
    ...changes,
  });
}

describe('the answer to one resume', () => {
  it('says what was understood, lists the jobs that fit, and how to react', () => {
    const card = answer();
    expect(card.title).toBe('Your resume is in: 2 jobs fit, the best with 91');
    const text = textOf(card);
    expect(text).toContain('Thank you, I have read your resume. This is what I understood:');
    expect(text).toContain('Name: Mirela Quandt');
    expect(text).toContain('Your best jobs now');
    expect(itemsOf(card).map((one) => [one.number, one.matchId, one.score])).toEqual([
      [1, 'match-1', 91.4],
      [2, 'match-2', 78],
    ]);
    expect(text).toContain('A 👍 alone means number 1.');
    expect(text).toContain('> why m0000001a: how the score of "Senior Staff Nurse" comes about');
  });

  it('is about that candidate and nobody else', () => {
    expect(answer().about).toEqual(['cand-1']);
  });

  it('speaks of the candidate by name to a recruiter', () => {
    const card = answer({ reader: { role: 'recruiter', yours: false, digest: DIGEST_ON } });
    expect(card.title).toBe('Mirela Quandt: 2 jobs fit, the best with 91');
    expect(textOf(card)).toContain('Best open jobs for this candidate');
    expect(textOf(card)).toContain('I have read mirela.pdf.');
  });

  it('names no number in the hint when there is one match only', () => {
    const text = textOf(answer({ matches: summary({ items: [item(1, 91)], total: 1 }) }));
    expect(text).toContain('Answer 👍 or 👎, "saved" or "applied".');
    expect(text).not.toContain('2👎');
  });

  it('says how many more there are than listed', () => {
    expect(textOf(answer({ matches: summary({ total: 9 }) }))).toContain('7 more jobs reach 70: answer "match".');
    expect(textOf(answer())).not.toContain('more job');
  });

  it('says that the same file was read before', () => {
    expect(textOf(answer({ files: [{ ...READ, seenBefore: true }] }))).toContain(
      'I had read this very file before; nothing was added twice.',
    );
  });

  it('says that hardly anything was found instead of inventing something', () => {
    const text = textOf(answer({ files: [{ ...READ, resume: emptyResume() }], matches: undefined }));
    expect(text).toContain('I could read almost nothing with certainty.');
    expect(text).not.toContain('Name:');
  });
});

describe('when no job can be listed', () => {
  it('says how jobs get in, to each by their role, and that the digest brings new ones', () => {
    const none = summary({ items: [], total: 0, openPostings: 0 });
    const candidate = textOf(answer({ matches: none }));
    expect(candidate).toContain(
      'There are no open jobs here yet, so there is nothing to compare with. Jobs get in when a job feed is read.',
    );
    expect(candidate).toContain(
      'Your daily digest will bring you new ones as soon as there are any (at 07:30, Europe/Berlin; "digest off" stops it).',
    );
    const recruiter = textOf(answer({ matches: none, reader: { role: 'recruiter', yours: false, digest: DIGEST_OFF } }));
    expect(recruiter).toContain('Jobs get in with "shortlist jobs import FILE" on the machine');
    expect(recruiter).toContain('Every new job is compared with this candidate as it comes in');
    expect(recruiter).toContain('"digest on" sends you new ones every day');
  });

  it('names the nearest with its score and what is missing, and that the digest brings new ones', () => {
    const nearest = item(1, 64.99, ['Wound care', 'a night shift licence']);
    const card = answer({ matches: summary({ items: [], total: 0, nearest }) });
    expect(textOf(card)).toContain(
      'None of the 31 open jobs reaches 70 points yet. The nearest is "Senior Staff Nurse" (Fernhill Care · Leeds, GB) with 64. What is missing: Wound care and a night shift licence.',
    );
    expect(textOf(card)).toContain('Your daily digest will bring you new ones');
    expect(itemsOf(card).map((one) => one.number)).toEqual([1]);
    expect(card.title).toBe('Your resume is in: this is what I understood');
  });

  it('says so when not even one comes near', () => {
    expect(textOf(answer({ matches: summary({ items: [], total: 0, openPostings: 1 }) }))).toContain(
      'The one open job does not reach 70 points, and none comes near.',
    );
  });

  it('says about the digest once, not twice', () => {
    const text = textOf(answer({ matches: summary({ items: [], total: 0, openPostings: 0 }) }));
    expect(text.match(/digest off/g)).toHaveLength(1);
  });
});

describe('the digest sentence', () => {
  it.each([
    [
      DIGEST_ON,
      'Your daily digest comes at 07:30 (Europe/Berlin). It stays quiet when there is nothing new. "digest off" stops it.',
    ],
    [{ ...DIGEST_ON, justSwitchedOn: true }, 'From now on a daily digest brings you what is new at 07:30 (Europe/Berlin).'],
    [DIGEST_OFF, 'You get no daily digest. "digest on" sends you new ones every day at 07:30 (Europe/Berlin).'],
  ])('tells the state and the way to change it (F7.1)', (digest, expected) => {
    expect(textOf(answer({ reader: { role: 'candidate', yours: true, digest } }))).toContain(expected);
  });
});

describe('a resume that may be the sender’s own', () => {
  it('asks, and shows no matches before the yes', () => {
    const card = answer({ isThisYou: true, matches: undefined, reader: { role: 'candidate', yours: false, digest: DIGEST_OFF } });
    expect(textOf(card)).toContain('Is this you? Answer "me"');
    expect(itemsOf(card)).toEqual([]);
    expect(textOf(card)).not.toContain('> match');
  });
});

describe('several files', () => {
  const files: FileOutcome[] = [
    READ,
    {
      ...READ,
      file: 'boro.docx',
      candidateId: 'cand-2',
      resumeCode: 'r9876zyxw',
      resume: makeResume({ basics: { name: 'Boro Tannfeld', label: 'Electrician' } }),
      seenBefore: true,
    },
    { outcome: 'failed', file: 'old.doc', error: { code: 'encrypted', message: 'needs a password', fix: '' } },
    { outcome: 'not-resume', file: 'invoice.pdf' },
    { outcome: 'waiting', file: 'slow.pdf' },
  ];

  it('get one line each, with the reason for each failure and what to do (F1.3)', () => {
    const card = answer({ files, matches: undefined, reader: { role: 'recruiter', yours: false, digest: DIGEST_ON } });
    expect(card.title).toBe('Your 5 files: 2 resumes, 1 not read, 1 not a resume and 1 still being read');
    const text = textOf(card);
    expect(text).toContain('- mirela.pdf: Mirela Quandt, Staff Nurse, 9 years, 4 months (r1234abcd)');
    expect(text).toContain('- boro.docx: Boro Tannfeld, Electrician, 9 years, 4 months (r9876zyxw), read before');
    expect(text).toContain(
      '- old.doc: the file is protected by a password. Please save a copy without a password and send that.',
    );
    expect(text).toContain('- invoice.pdf: this does not look like a resume, so I made no candidate of it.');
    expect(text).toContain('1 file is still being read; you need not send it again.');
    expect(card.about).toEqual(['cand-1', 'cand-2']);
  });

  it('stay a readable card when there are hundreds', () => {
    const many = Array.from({ length: 300 }, (_, at): FileOutcome => ({ ...READ, file: `${at}.pdf`, candidateId: `cand-${at}` }));
    const card = answer({ files: many, matches: undefined, reader: { role: 'recruiter', yours: false, digest: DIGEST_OFF } });
    expect(textOf(card).split('\n').length).toBeLessThan(60);
    expect(textOf(card)).toContain('- and 260 more: answer "candidates"');
    expect(card.about).toHaveLength(300);
    expect(textOf(answer({ files: many, matches: undefined }))).not.toContain('candidates"');
  });

  it('without a single resume promise no candidates', () => {
    const card = answer({ files: files.slice(2, 4), matches: undefined });
    expect(card.about).toEqual([]);
    expect(textOf(card)).not.toContain('> candidates');
    expect(textOf(card)).not.toContain('# 0 resumes');
  });
});

describe('no resume', () => {
  it('that nothing was attached is said with what to attach (E13)', () => {
    const card = answer({ files: [], matches: undefined });
    expect(card.title).toBe('I found no resume in your message');
    expect(textOf(card)).toContain('Please attach the resume as a PDF, DOCX');
    expect(textOf(card)).toContain('> help');
  });

  it('that a file is something else is said without a judgement', () => {
    expect(textOf(answer({ files: [{ outcome: 'not-resume', file: 'logo.png' }], matches: undefined }))).toContain(
      'I looked through logo.png, and it does not look like a resume, so I made no candidate of it.',
    );
  });

  it('that reading takes longer is said with the promise that nothing is lost', () => {
    expect(textOf(answer({ files: [{ outcome: 'waiting', file: 'slow.pdf' }], matches: undefined }))).toContain(
      'you need not send it again',
    );
  });

  it.each(READ_ERROR_CODES)('a file that failed with %s is answered with what went wrong and what to do', (code) => {
    const text = textOf(
      answer({ files: [{ outcome: 'failed', file: 'cv.pdf', error: { code, message: '', fix: '' } }], matches: undefined }),
    );
    expect(text).toMatch(/^I could not read cv\.pdf\ncv\.pdf: [^.]+\. (?:Please|It may|If it)/);
    const told = textOf(
      answer({
        files: [{ outcome: 'failed', file: 'cv.pdf', error: { code, message: '', fix: 'Try page two.' } }],
        matches: undefined,
      }),
    );
    expect(told).toContain('Try page two.');
  });
});

describe('first contact (A7)', () => {
  it('says that it is automated, what is kept, for how long, and how to stop', () => {
    const text = textOf(answer({ notice: NOTICE }));
    expect(text).toContain('This is an automated assistant.');
    expect(text).toContain('the files you send, what I read in them, the matches and your reactions for 365 days');
    expect(text).toContain('To have it deleted, answer "erase". To stop the digest, answer "digest off".');
    expect(textOf(answer())).not.toContain('automated assistant');
  });

  it('does not claim to keep files when originals are switched off', () => {
    expect(textOf(answer({ notice: { ...NOTICE, keepsOriginals: false, retentionDays: 30 } }))).toContain(
      '(not the files), the matches and your reactions for 30 days',
    );
  });

  it('also comes when nothing was attached', () => {
    expect(textOf(answer({ files: [], matches: undefined, notice: NOTICE }))).toContain('automated assistant');
  });
});

it('passes on what the channel had to say', () => {
  expect(textOf(answer({ remarks: ['3 parts were too large'] }))).toContain('3 parts were too large');
});

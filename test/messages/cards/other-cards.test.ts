import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/domain/people.ts';
import {
  buildInternalErrorCard,
  buildReadErrorCard,
  buildRefusalCard,
  buildUnknownCommandCard,
  buildUsageCard,
} from '../../../src/messages/error-card.ts';
import { buildFeedbackCard, buildUnknownNumberCard, type TakenFeedback } from '../../../src/messages/feedback-card.ts';
import { buildHelpCard } from '../../../src/messages/help-card.ts';
import { oneLine, points } from '../../../src/messages/phrases.ts';
import { buildPostingCard, buildPostingListCard, type PostingView } from '../../../src/messages/posting-card.ts';
import { buildProfileCard } from '../../../src/messages/profile-card.ts';
import { buildProgressCard } from '../../../src/messages/progress-card.ts';
import { buildPublicReceipt, buildUnverifiedReceipt } from '../../../src/messages/receipt-card.ts';
import { makePosting, makeResume, textOf } from './made-up.ts';

describe('the answer to a reaction', () => {
  const given: TakenFeedback = {
    number: 2,
    title: 'Senior Staff Nurse',
    company: 'Fernhill Care',
    candidateId: 'cand-1',
    taken: { kind: 'given', meaning: 'not-interested' },
  };

  it('names the match and how to take it back (O11)', () => {
    const card = buildFeedbackCard([given]);
    expect(textOf(card)).toContain(
      'Noted for number 2, "Senior Staff Nurse", Fernhill Care: not for you. "2 undo" takes it back.',
    );
    expect(card.about).toEqual(['cand-1']);
  });

  it.each([
    [{ kind: 'given', meaning: 'rating', rating: 4 } as const, 'rated 4 of 5'],
    [{ kind: 'given', meaning: 'applied' } as const, ': applied.'],
    [{ kind: 'given', meaning: 'comment' } as const, 'your comment is kept'],
    [{ kind: 'undone' } as const, 'Taken back for number 2'],
    [{ kind: 'nothing-to-undo' } as const, 'There is nothing to take back for number 2'],
  ])('says what was noted: %j', (taken, expected) => {
    expect(textOf(buildFeedbackCard([{ ...given, taken }]))).toContain(expected);
  });

  it('gives one line a match when there are several', () => {
    expect(textOf(buildFeedbackCard([given, { ...given, number: 5 }])).match(/^- Noted/gm)).toHaveLength(2);
  });

  it('says which numbers there are when one does not exist', () => {
    expect(textOf(buildUnknownNumberCard([9], 5))).toContain('That message has no number 9: its matches are numbered 1 to 5.');
    expect(textOf(buildUnknownNumberCard([8, 9], 1))).toContain('has no numbers 8 or 9: it lists only number 1.');
    expect(textOf(buildUnknownNumberCard([1], 0))).toContain('lists no matches');
  });
});

describe('a posting', () => {
  const view: PostingView = {
    code: 'j1234abcd',
    status: 'approved',
    data: makePosting({ minYears: 3, degree: 'bachelor', degreeOrEquivalent: true, postedAt: '2026-02-14' }),
    sources: [{ feed: 'board' }, { feed: 'board' }],
  };

  it('is about nobody and shows its facts', () => {
    const card = buildPostingCard(view, { role: 'recruiter' });
    expect(card.about).toEqual([]);
    const text = textOf(card);
    expect(text).toContain('Senior Staff Nurse (j1234abcd)');
    expect(text).toContain('Experience: 3 years or more');
    expect(text).toContain('Degree: bachelor or equivalent experience');
    expect(text).toContain('Posted: Feb 2026');
    expect(text).toContain('Status: open');
    expect(text).toContain('From: board\n');
    expect(text).toContain('> shortlist j1234abcd');
  });

  it('offers candidates only what candidates may do', () => {
    expect(textOf(buildPostingCard(view, { role: 'candidate' }))).not.toContain('shortlist j');
  });

  it('never shows a link that is not web', () => {
    expect(
      textOf(buildPostingCard({ ...view, data: makePosting({ url: 'javascript:alert(1)' }) }, { role: 'recruiter' })),
    ).not.toContain('javascript');
  });

  it('in a list has its code, company and place, and the list says what else there is', () => {
    const views = Array.from({ length: 25 }, (_, at) => ({ ...view, code: `j${at}` }));
    const text = textOf(buildPostingListCard(views, { total: 60, role: 'recruiter' }));
    expect(text).toContain('60 jobs');
    expect(text).toContain('- j0: Senior Staff Nurse (Fernhill Care, Leeds, GB)');
    expect(text).toContain('- and 40 more');
  });

  it('that is not there is told with the way to get one', () => {
    expect(textOf(buildPostingListCard([], { total: 0, role: 'recruiter' }))).toContain('"shortlist jobs import FILE"');
    expect(textOf(buildPostingListCard([], { total: 0, role: 'candidate' }))).toContain('They come with job feeds.');
    expect(textOf(buildPostingListCard([], { total: 0, role: 'candidate', words: 'welder' }))).toContain(
      'I found no open job for "welder".',
    );
  });
});

describe('the reader’s own page', () => {
  const person: Person = {
    id: 'pers-1',
    workspace: 'default',
    code: 'p1234abcd',
    role: 'candidate',
    timeZone: 'Europe/Berlin',
    digest: 'on',
    digestTime: '07:30',
  };
  const identities = [
    { channel: 'email', address: 'mirela.quandt@mail.example.org', verified: true },
    { channel: 'discord', address: '555', verified: false },
  ];

  it('says who they are, how they are reached, and that there is no resume yet', () => {
    const card = buildProfileCard({ person, identities, nextDigest: 'Tue 3 Mar, 07:30' });
    const text = textOf(card);
    expect(card.about).toEqual(['pers-1']);
    expect(text).toContain('Reached by: email: mirela.quandt@mail.example.org and discord: 555 (not verified)');
    expect(text).toContain('Next digest: Tue 3 Mar, 07:30');
    expect(text).toContain('I have no resume of yours.');
    expect(text).not.toContain('> match');
  });

  it('shows their resume and wishes, and is then about that candidate too', () => {
    const preferences = {
      version: 1,
      titles: ['Ward Manager'],
      remote: 'no' as const,
      salary: { floor: 38_000, currency: 'GBP', period: 'year' as const },
    };
    const card = buildProfileCard({
      person: { ...person, preferences },
      identities,
      own: { candidateId: 'cand-1', resumeCode: 'r1', resume: makeResume(), versions: 2 },
    });
    expect(card.about).toEqual(['pers-1', 'cand-1']);
    expect(textOf(card)).toContain('Wished jobs: Ward Manager');
    expect(textOf(card)).toContain('Wished pay: at least 38,000 GBP a year');
    expect(textOf(card)).toContain('2 versions are kept; the newest counts.');
    expect(textOf(card)).toContain('Name: Mirela Quandt');
  });
});

describe('help', () => {
  const commands = [
    { command: 'match', does: 'your best jobs now' },
    { command: 'why MATCH', does: 'the reasons of a score', example: 'why m1234abcd' },
  ];

  it('lists the commands it is given and how to react', () => {
    const text = textOf(buildHelpCard({ commands, channel: 'email' }));
    expect(text).toContain('> match: your best jobs now');
    expect(text).toContain('> why MATCH: the reasons of a score, for example "why m1234abcd"');
    expect(text).toContain('👍 interested, 👎 not for you, 🔖 saved, ✅ applied');
  });

  it('in a chat is short: the main commands with their slash, and how to see the rest', () => {
    const all = [...commands.map((one) => ({ ...one, slash: one.command.split(' ')[0] })), { command: 'stats', does: 'counts' }];
    const text = textOf(buildHelpCard({ commands: all, channel: 'slack' }));
    expect(text).toContain('/why MATCH: the reasons of a score');
    expect(text).not.toContain('stats');
    expect(text).toContain('> help all');
    expect(textOf(buildHelpCard({ commands: all, channel: 'discord', all: true }))).toContain('stats: counts');
  });

  it('says by mail, and only there, that removed reactions do not arrive (O11)', () => {
    expect(textOf(buildHelpCard({ commands, channel: 'email' }))).toContain('answer "1 undo" instead');
    expect(textOf(buildHelpCard({ commands, channel: 'slack' }))).not.toContain('answer "1 undo" instead');
  });
});

describe('errors', () => {
  it('say what went wrong and what to do', () => {
    expect(textOf(buildReadErrorCard('old.doc', { code: 'encrypted', message: 'x', fix: '' }))).toContain(
      'I could not read old.doc: the file is protected by a password. Please save a copy without a password',
    );
    expect(
      textOf(
        buildUsageCard({
          command: 'why',
          problem: '"m12" is not the code of a match',
          usage: 'why MATCH',
          example: 'why m1234abcd',
        }),
      ),
    ).toContain('"m12" is not the code of a match. Please write it like this: why MATCH\n> why m1234abcd: for example');
    expect(textOf(buildUnknownCommandCard('mach', [{ command: 'match', does: 'your best jobs now' }]))).toContain(
      'I do not know "mach". Did you mean one of these?\n> match',
    );
    expect(textOf(buildUnknownCommandCard('xyz', []))).not.toContain('Did you mean');
    expect(textOf(buildRefusalCard({ message: 'There is no job j1234abcd.', fix: 'Ask for "jobs list".' }))).toContain(
      'There is no job j1234abcd. Ask for "jobs list".',
    );
    expect(textOf(buildInternalErrorCard('t1234abcd'))).toContain('what you sent is safe. Its number is t1234abcd.');
  });
});

describe('receipts', () => {
  it('name nobody where others read along (A7, E14)', () => {
    for (const card of [
      buildPublicReceipt(),
      buildUnverifiedReceipt(2),
      buildProgressCard({ done: 1, failed: 0, total: 2 }, 's4f7k2m9q'),
    ])
      expect(card.about).toEqual([]);
    expect(buildPublicReceipt().title).toBe('Received, details sent to you');
  });

  it('tell an unverified sender that it arrived and how to get more', () => {
    const text = textOf(buildUnverifiedReceipt(1, { retentionDays: 30, keepsOriginals: true, howToErase: 'answer "erase"' }));
    expect(text).toContain('1 file arrived.');
    expect(text).toContain('I show and change nothing yet');
    expect(text).toContain('automated assistant');
  });

  it('count a batch (F1.3)', () => {
    expect(buildProgressCard({ done: 34, failed: 2, total: 50 }, 's4f7k2m9q').title).toBe('34/50 done, 2 failed');
    expect(textOf(buildProgressCard({ done: 48, failed: 2, total: 50 }, 's4f7k2m9q'))).toContain('All files are read');
  });
});

describe('phrases', () => {
  it('cut at a word, never inside a character', () => {
    expect(oneLine('one two three four', 12)).toBe('one two…');
    expect(oneLine(`${'x'.repeat(10)}😀😀`, 12)).toBe(`${'x'.repeat(10)}…`);
    expect(oneLine('a\r\n\u2028b')).toBe('a b');
  });

  it('never round a score up over a threshold', () => {
    expect(points(69.99)).toBe('69');
  });
});

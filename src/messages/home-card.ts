/** What somebody sees as their home on a platform: their own state, and of the work what their role may see (F8.1). */
import type { CandidateId } from '../domain/ids.ts';
import type { Person } from '../domain/people.ts';
import type { Resume } from '../domain/resume.ts';
import type { Card, CardBlock, CardFact } from './card.ts';
import { digestSentence } from './digest-sentence.ts';
import type { MatchSummary } from './match-summary.ts';
import { counted, oneLine } from './phrases.ts';
import { type PrivacyNotice, privacyNotice } from './privacy-notice.ts';
import { factsAtAGlance } from './resume-card.ts';
import { wishFacts } from './wish-facts.ts';

export interface HomeInput {
  person: Person;
  own?: { candidateId: CandidateId; resume: Resume; matches: MatchSummary };
  /** For recruiters and admins. */
  work?: {
    candidates: number;
    /** Jobs that they look after and that are open. */
    jobs: readonly { code: string; title: string; company?: string }[];
    /** Jobs that wait for somebody to check what was read of them. */
    inReview: number;
    /** Files of theirs that are still being read. */
    reading: number;
  };
  /** For admins. */
  machine?: {
    tasks: { waiting: number; running: number; dead: number };
    messages: { waiting: number; uncertain: number; failed: number };
    suppressed: number;
    channels: readonly { name: string; up: boolean }[];
    counts: { people: number; resumes: number; openJobs: number };
  };
  /** For somebody who never had an answer of ours (rule A7). */
  notice?: PrivacyNotice;
}

/** A resume in one look; "profile" shows all of it. */
const SHOWN_FACTS = 6;
const SHOWN_JOBS = 10;

export function buildHomeCard(input: HomeInput): Card {
  const { person, own, work, machine, notice } = input;
  return {
    about: own ? [person.id, own.candidateId] : [person.id],
    title: 'Shortlist',
    blocks: [
      ...(own ? ownBlocks(own) : noResume()),
      ...digestBlocks(person),
      ...(work ? workBlocks(work) : []),
      ...(machine ? machineBlocks(machine) : []),
      ...(notice ? [privacyNotice(notice)] : []),
    ],
    footer: [],
    attachments: [],
  };
}

const heading = (text: string): CardBlock => ({ kind: 'heading', text });
const text = (line: string): CardBlock => ({ kind: 'text', text: line });
const commands = (...list: [string, string][]): CardBlock => ({
  kind: 'commands',
  commands: list.map(([command, does]) => ({ command, does })),
});
const facts = (list: readonly [string, string][]): CardBlock => ({
  kind: 'facts',
  facts: list.map(([label, value]): CardFact => ({ label, value })),
});

function noResume(): CardBlock[] {
  return [
    heading('Your resume'),
    text('I have no resume of yours yet. Send it to me as a file in a direct message, and I show you the jobs that fit.'),
    commands(['resume', 'send a resume']),
  ];
}

function ownBlocks({ resume, matches }: NonNullable<HomeInput['own']>): CardBlock[] {
  const { items, total, openPostings, showFrom } = matches;
  const none =
    openPostings === 0 ? 'There are no open jobs yet.' : `None of the ${openPostings} open jobs reaches ${showFrom} points yet.`;
  return [
    heading('Your resume'),
    { kind: 'facts', facts: factsAtAGlance(resume, 'you').slice(0, SHOWN_FACTS) },
    commands(['profile', 'all of it'], ['correct', 'correct what is wrong'], ['resume', 'send a newer one']),
    heading(total > items.length ? `Your best ${items.length} of ${total} jobs` : 'Your best jobs now'),
    ...(items.length > 0 ? [{ kind: 'items' as const, items: [...items] }] : [text(none)]),
  ];
}

function digestBlocks(person: Person): CardBlock[] {
  const { digest: state, digestTime: time, timeZone, digestWeekday: weekday, preferences } = person;
  const wishes = wishFacts(preferences);
  return [
    heading('Your digest'),
    text(digestSentence({ state, time, timeZone, weekday })),
    ...(wishes.length > 0 ? [heading('What you wish for'), { kind: 'facts' as const, facts: wishes }] : []),
    commands(['digest', 'change the digest'], ['prefer', 'what you wish for']),
  ];
}

function workBlocks({ candidates, jobs, inReview, reading }: NonNullable<HomeInput['work']>): CardBlock[] {
  const more = jobs.length - SHOWN_JOBS;
  const lines = jobs
    .slice(0, SHOWN_JOBS)
    .map(({ code, title, company }) => `${code}: ${oneLine([title, company].filter(Boolean).join(', '), 140)}`);
  return [
    heading('Your work'),
    facts([
      ['Candidates', String(candidates)],
      ['Your open jobs', String(jobs.length)],
      ['Jobs to check', String(inReview)],
      ['Being read now', reading === 0 ? 'nothing' : counted(reading, 'file')],
    ]),
    ...(lines.length > 0
      ? [{ kind: 'list' as const, items: more > 0 ? [...lines, `and ${more} more: "jobs mine"`] : lines }]
      : []),
    commands(
      ['candidates', 'the people whose resumes you may see'],
      ['jobs mine', 'the jobs that you look after'],
      ...(inReview > 0 ? ([['jobs list manualReview', 'the jobs to check']] satisfies [string, string][]) : []),
    ),
  ];
}

function machineBlocks({ tasks, messages, suppressed, channels, counts }: NonNullable<HomeInput['machine']>): CardBlock[] {
  const state = channels.map(({ name, up }) => `${name} ${up ? 'up' : 'down'}`).join(', ');
  return [
    heading('The service'),
    facts([
      ['Channels', state || 'none'],
      ['Work', `${tasks.waiting} waiting, ${tasks.running} running, ${tasks.dead} failed`],
      ['Messages', `${messages.waiting} on their way, ${messages.failed} not delivered, ${messages.uncertain} in doubt`],
      ['Addresses that get nothing', String(suppressed)],
      ['In all', `${counts.people} candidates, ${counts.resumes} resumes, ${counts.openJobs} open jobs`],
    ]),
    commands(
      ['stats', 'counts of everything'],
      ...(tasks.dead > 0 ? ([['queue', 'what has failed']] satisfies [string, string][]) : []),
    ),
  ];
}

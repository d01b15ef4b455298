/** One card of each kind that people get, made by the real builders from invented people: to look at and to measure. */
import { COMMANDS } from '../../src/commands/all-commands.ts';
import { createMessageLinks } from '../../src/delivery/message-links.ts';
import { buildDigest } from '../../src/digest/build-digest.ts';
import type { Role } from '../../src/domain/people.ts';
import type { Resume } from '../../src/domain/resume.ts';
import { buildAnswerCard } from '../../src/messages/answer-card.ts';
import type { Card, CardItem } from '../../src/messages/card.ts';
import type { MessageLinks } from '../../src/messages/channel.ts';
import type { DigestSetting } from '../../src/messages/digest-sentence.ts';
import { buildFeedbackCard, buildWhichMatchCard } from '../../src/messages/feedback-card.ts';
import { buildDidYouMeanCard, buildHelpCard } from '../../src/messages/help-card.ts';
import { buildHomeCard, type HomeInput } from '../../src/messages/home-card.ts';
import { buildProgressCard } from '../../src/messages/progress-card.ts';
import { buildPublicReceipt, buildUnverifiedReceipt } from '../../src/messages/receipt-card.ts';
import { buildTakenCard } from '../../src/messages/taken-card.ts';

export interface SampleMail {
  card: Card;
  bulk: boolean;
  links: MessageLinks;
}

const ID = '019a6c1e-7d42-7c3a-9b1f-2f6e5d4c3b2a';
const DIGEST: DigestSetting = { state: 'on', time: '07:30', timeZone: 'Europe/London' };

const RESUME: Resume = {
  basics: {
    name: 'Marisol Etxeberria-Quartey',
    label: 'Charge Nurse, Intensive Care',
    email: 'marisol.etxeberria@example.org',
    phone: '+12125550148',
    location: { city: 'Leeds', countryCode: 'GB' },
  },
  work: [
    { name: 'Bramblewick General Hospital', position: 'Charge Nurse, Intensive Care', startDate: '2019-03' },
    { name: 'Harrow Lane Surgery', position: 'Staff Nurse', startDate: '2015-09', endDate: '2019-02' },
  ],
  education: [{ studyType: 'BSc', area: 'Nursing', institution: 'Aldermoor University', endDate: '2015-07' }],
  skills: [
    { name: 'Clinical', keywords: ['Ventilator management', 'Triage', 'CRRT', 'Wound care', 'SOFA scoring', 'Mentoring'] },
  ],
  languages: [
    { language: 'English', fluency: 'native' },
    { language: 'German', fluency: 'B2' },
  ],
  certificates: [{ name: 'Advanced Life Support' }],
  projects: [],
  publications: [],
  awards: [],
  volunteer: [],
  interests: [],
  other: [],
  meta: {
    shortlist: {
      confidence: { 'basics.phone': 0.7 },
      sources: {},
      isResume: 1,
      asOf: '2026-11-10',
      hiddenText: [],
      warnings: [],
      parserVersion: 'sample',
      derived: { experienceMonths: 134, careerLevel: 'senior' },
    },
  },
};

const JOBS: CardItem[] = [
  {
    number: 1,
    matchId: `${ID}1`,
    code: 'm4f7k2m9q',
    title: 'ICU Nurse Team Lead',
    subtitle: 'Larkfield Trust · Leeds, GB · 44,000–52,000 GBP a year',
    url: 'https://jobs.example.org/larkfield/icu-lead?ref=1&lang=en',
    score: 91.4,
    good: ['8 years in intensive care; 5 asked for', 'Ventilator management, CRRT and triage are all in your last job'],
    missing: ['Leadership certificate'],
    notes: [],
  },
  {
    number: 2,
    matchId: `${ID}2`,
    code: 'm9t2x0c5b',
    title: 'Krankenpfleger:in Intensivstation (m/w/d) – Universitätsklinikum mit einem sehr langen Titel',
    subtitle: 'Klinikum Sonnentau · Freiburg im Breisgau, DE · 3,900–4,700 EUR a month',
    url: 'https://jobs.example.org/sonnentau/42',
    score: 74,
    good: ['Your German (B2) is what they ask for'],
    missing: ['German licence (Anerkennung)', '42 km from where you live'],
    notes: ['Please note: a licence is required that your resume does not name', 'you saved it'],
  },
  {
    number: 3,
    matchId: `${ID}3`,
    code: 'm1h8w3d6z',
    title: 'Clinical Educator',
    subtitle: 'Teal Harbor Health · remote',
    score: 70.2,
    good: ['Mentoring of 12 new nurses'],
    missing: [],
    notes: [],
  },
];

const PEOPLE: CardItem[] = ['Marisol Etxeberria-Quartey', 'Tobiah Nkemelu', 'Candidate without a name'].map((title, index) => ({
  number: index + 1,
  matchId: `${ID}p${index}`,
  code: `m7c${index}k2w9q`,
  title,
  subtitle: `Charge Nurse · Leeds · ${11 - index * 3} years`,
  score: 92 - index * 7.3,
  good: ['Triage and CRRT in the latest job', 'NMC registration is there'],
  missing: index > 0 ? ['Ventilator management'] : [],
  notes: [],
}));

const read = (file: string, code: string, name: string) => ({
  outcome: 'resume' as const,
  file,
  candidateId: ID,
  resumeCode: code,
  resume: { ...RESUME, basics: { ...RESUME.basics, name } },
  seenBefore: false,
});

function answer(): Card {
  return buildAnswerCard({
    files: [read('resume.pdf', 'r5c2k8d1n', RESUME.basics.name ?? '')],
    reader: { role: 'candidate', yours: true, digest: { ...DIGEST, justSwitchedOn: true } },
    matches: { items: JOBS, total: 7, openPostings: 412, showFrom: 70 },
    notice: { retentionDays: 365, keepsOriginals: true, howToErase: 'answer "erase"' },
  });
}

function several(): Card {
  return buildAnswerCard({
    files: [
      read('marisol.pdf', 'r5c2k8d1n', 'Marisol Etxeberria-Quartey'),
      read('t-nkemelu.docx', 'r8x1m4w0z', 'Tobiah Nkemelu'),
      { outcome: 'not-resume', file: 'invoice-2041.pdf' },
      {
        outcome: 'failed',
        file: 'scan-final(2).pdf',
        error: {
          code: 'encrypted',
          message: 'The file is protected with a password.',
          fix: 'Save it without the password and send it again.',
        },
      },
    ],
    reader: { role: 'recruiter', yours: false, digest: DIGEST },
    remarks: ['3 parts of the mail were too large and were left out.'],
  });
}

const digestContent = {
  personId: ID,
  about: [],
  more: 4,
  closed: ['Ward Manager, Surgery'],
  taste: ['more remote roles, because you liked 3'],
  suggestions: [{ skill: 'leadership', name: 'A leadership certificate', lifts: 9, of: 31, most: 6 }],
  schedule: 'every day at 07:30 (Europe/London)',
  onRequest: false,
  changed: ['Ward Manager, Fernhill Care: pay is now 48,000 EUR a year'],
  trends: [{ name: 'Infection control', week: 12, before: 7 }],
  applications: [],
  inReview: 0,
};

const digest = (): Card => buildDigest({ ...digestContent, sections: [{ kind: 'jobs', items: JOBS }] });

function digestOfRecruiter(): Card {
  const posting = { code: 'j4f7k2m9q', title: 'ICU Nurse Team Lead', company: 'Larkfield Trust' };
  return buildDigest({
    ...digestContent,
    sections: [{ kind: 'candidates', posting, items: PEOPLE }],
    closed: [],
    changed: [],
    taste: [],
    suggestions: [],
    applications: [{ code: 'j4f7k2m9q', title: 'ICU Nurse Team Lead', count: 2 }],
    inReview: 3,
  });
}

function failure(): Card {
  return buildAnswerCard({
    files: [
      {
        outcome: 'failed',
        file: 'scan-final(2) <b>& "more"</b> 简历.pdf',
        error: {
          code: 'encrypted',
          message: 'The file is protected with a password.',
          fix: 'Save it without the password and send it again.',
        },
      },
    ],
    reader: { role: 'candidate', yours: false, digest: DIGEST },
  });
}

function help(): Card {
  return buildHelpCard({ commands: COMMANDS.map(({ usage, summary }) => ({ command: usage, does: summary })), channel: 'email' });
}

function feedback(): Card {
  const given = { number: 1, title: 'ICU Nurse Team Lead', company: 'Larkfield Trust', candidateId: ID };
  return buildFeedbackCard([{ ...given, taken: { kind: 'given', meaning: 'interested' } }]);
}

/** What only chats have; about the same invented people. */
export function sampleChatCards(): ReadonlyMap<string, Card> {
  const commands = COMMANDS.filter((command) => command.role === 'candidate').map(({ usage, summary, slash }) => ({
    command: usage,
    does: summary,
    slash,
  }));
  const matches = { items: JOBS, total: 7, openPostings: 412, showFrom: 70 };
  const person = {
    id: ID,
    workspace: 'default',
    code: 'p4f7k2m9q',
    timeZone: 'Europe/London',
    digest: 'on',
    digestTime: '07:30',
  } as const;
  const home = (role: Role, more: Partial<HomeInput> = {}) =>
    buildHomeCard({ person: { ...person, role }, own: { candidateId: ID, resume: RESUME, matches }, ...more });
  const work = {
    candidates: 34,
    jobs: [{ code: 'j4f7k2m9q', title: 'ICU Nurse Team Lead', company: 'Larkfield Trust' }],
    inReview: 3,
    reading: 12,
  };
  const machine = {
    tasks: { waiting: 12, running: 2, dead: 1 },
    messages: { waiting: 3, uncertain: 0, failed: 1 },
    suppressed: 2,
    channels: [
      { name: 'email', up: true },
      { name: 'slack', up: false },
    ],
    counts: { people: 120, resumes: 141, openJobs: 412 },
  };
  const pressed = {
    number: 1,
    alone: true,
    code: 'm4f7k2m9q',
    title: 'ICU Nurse Team Lead',
    company: 'Larkfield Trust',
    candidateId: ID,
  };
  return new Map([
    ['chat-help', buildHelpCard({ commands, channel: 'chat' })],
    ['did-you-mean', buildDidYouMeanCard('mtach', 'match')],
    ['which-match', buildWhichMatchCard()],
    [
      'reaction-noted',
      buildTakenCard({
        reactions: { confirmed: [{ ...pressed, taken: { kind: 'given', meaning: 'interested' } }], unknown: [], highest: 1 },
        problems: [],
        ignored: [],
        personId: ID,
      }),
    ],
    ['public-receipt', buildPublicReceipt()],
    ['progress', buildProgressCard({ total: 34, done: 12, failed: 2 }, 's4f7k2m9q')],
    ['home', home('candidate')],
    ['home-recruiter', home('recruiter', { own: undefined, work })],
    ['home-admin', home('admin', { own: undefined, work, machine })],
  ]);
}

/** By name. Digests are bulk; every one has the links that it would have under a public address. */
export async function sampleMails(): Promise<ReadonlyMap<string, SampleMail>> {
  const about = (card: Card) => card.blocks.some((block) => block.kind === 'facts');
  const linksOf = createMessageLinks('https://shortlist.example.org', new Uint8Array(32), async ({ card }) =>
    about(card) ? { resumeId: ID, submissionId: ID } : undefined,
  );
  const sample = async (name: string, card: Card, bulk = false): Promise<[string, SampleMail]> => {
    const message = { id: ID, workspace: 'default', personId: ID, private: true, bulk, card, dedupeKey: 'sample', createdAt: 0 };
    return [name, { card, bulk, links: (await linksOf(message)) ?? {} }];
  };
  const samples = await Promise.all([
    sample('answer', answer()),
    sample('several', several()),
    sample('digest', digest(), true),
    sample('digest-recruiter', digestOfRecruiter(), true),
    sample('help', help()),
    sample('feedback', feedback()),
    sample('failure', failure()),
    sample(
      'acknowledgement',
      buildUnverifiedReceipt(1, { retentionDays: 365, keepsOriginals: true, howToErase: 'answer "erase"' }),
    ),
  ]);
  return new Map(samples);
}

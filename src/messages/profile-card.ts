/** What the service knows of its reader (`me`): settings, addresses, the resume that is theirs. */
import type { CandidateId } from '../domain/ids.ts';
import type { Identity, Person } from '../domain/people.ts';
import type { Prose } from '../domain/prose.ts';
import type { Resume } from '../domain/resume.ts';
import type { Card, CardBlock } from './card.ts';
import { digestSentence } from './digest-sentence.ts';
import { counted, joined, oneLine } from './phrases.ts';
import { proseBlocks } from './prose-blocks.ts';
import { correctionHint, resumeBlocks } from './resume-card.ts';
import { wishFacts } from './wish-facts.ts';

export interface ProfileInput {
  person: Person;
  identities: readonly Pick<Identity, 'channel' | 'address' | 'verified'>[];
  /** The reader's own resume in force, when there is one. */
  own?: { candidateId: CandidateId; resumeCode: string; resume: Resume; versions: number; prose?: Prose };
  /** Newer files of theirs that others sent and that wait for a yes. */
  waiting?: number;
  /** `Tue 4 Mar, 07:30`, when a digest is to come. */
  nextDigest?: string;
}

const ROLE_WORDS = { candidate: 'candidate', recruiter: 'recruiter', admin: 'administrator' } satisfies Record<
  Person['role'],
  string
>;

function identityLine(identity: Pick<Identity, 'channel' | 'address' | 'verified'>): string {
  return `${identity.channel}: ${oneLine(identity.address, 120)}${identity.verified ? '' : ' (not verified)'}`;
}

function resumePart(own: ProfileInput['own']): CardBlock[] {
  if (!own) {
    return [{ kind: 'text', text: 'I have no resume of yours. Send it as an attachment, and I show you the jobs that fit.' }];
  }
  return [
    { kind: 'heading', text: 'Your resume' },
    ...resumeBlocks(own.resume, 'you'),
    correctionHint(own.resumeCode),
    ...proseBlocks(own.prose, 'you'),
    ...(own.versions > 1
      ? [{ kind: 'note' as const, text: `${counted(own.versions, 'version')} are kept; the newest counts.` }]
      : []),
  ];
}

/** The reader's own page. */
export function buildProfileCard(input: ProfileInput): Card {
  const { person, own } = input;
  const digest = digestSentence({ state: person.digest, time: person.digestTime, timeZone: person.timeZone });
  const addresses = input.identities.map(identityLine);
  return {
    about: own ? [person.id, own.candidateId] : [person.id],
    title: 'What I know about you',
    blocks: [
      {
        kind: 'facts',
        facts: [
          ...(person.name ? [{ label: 'Name', value: oneLine(person.name, 80) }] : []),
          { label: 'Role', value: ROLE_WORDS[person.role] },
          ...(addresses.length > 0 ? [{ label: 'Reached by', value: joined(addresses) }] : []),
          ...wishFacts(person.preferences),
          ...(input.nextDigest ? [{ label: 'Next digest', value: input.nextDigest }] : []),
        ],
      },
      { kind: 'text', text: digest },
      ...resumePart(own),
      {
        kind: 'commands',
        commands: [
          ...(own ? [{ command: 'match', does: 'your best jobs now' }] : []),
          ...(input.waiting
            ? [
                {
                  command: 'accept',
                  does: `${counted(input.waiting, 'newer resume')} that somebody else sent ${input.waiting === 1 ? 'waits' : 'wait'} for your yes`,
                },
              ]
            : []),
          { command: 'help', does: 'everything else I can do' },
        ],
      },
    ],
    footer: [],
    attachments: [],
  };
}

/** `privacy`, `export` and `erase` in words. Everybody is told about themselves and about nobody else. */
import type { PersonId } from '../domain/ids.ts';
import type { Card, CardBlock } from './card.ts';
import { counted } from './phrases.ts';

export interface KeptKind {
  what: string;
  count: number;
  /** `YYYY-MM-DD`. */
  oldest?: string;
  /** When it goes if nothing happens until then, `YYYY-MM-DD`. */
  goes?: string;
}

export interface PrivacyRules {
  retentionDays: number;
  keepsOriginals: boolean;
}

export interface PrivacyInput extends PrivacyRules {
  personId: PersonId;
  addresses: readonly string[];
  kept: readonly KeptKind[];
}

const NOUNS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  messages: ['message', 'messages'],
  files: ['file', 'files'],
  resumes: ['resume', 'resumes'],
  matches: ['match', 'matches'],
  reactions: ['reaction', 'reactions'],
  digests: ['digest', 'digests'],
  answers: ['answer', 'answers'],
  applications: ['application', 'applications'],
  corrections: ['correction', 'corrections'],
  wishes: ['version', 'versions'],
  selections: ['job', 'jobs'],
  jobs: ['job', 'jobs'],
};

const plain = (title: string, blocks: CardBlock[], about: readonly PersonId[] = []): Card => ({
  about,
  title,
  blocks,
  footer: [],
  attachments: [],
});

const amount = ({ what, count }: KeptKind): string => counted(count, ...(NOUNS[what] ?? [what, what]));

function lineOf(kind: KeptKind): string {
  const since = kind.oldest === undefined ? '' : `, the oldest of ${kind.oldest}`;
  return `${amount(kind)} ${SAID[kind.what] ?? ''}${since}${kind.goes === undefined ? '' : `; goes on ${kind.goes} or later`}`;
}

const SAID: Readonly<Record<string, string>> = {
  messages: 'from you',
  files: 'in them',
  resumes: 'of yours, and what I read in them',
  matches: 'with jobs, each with its score and reasons',
  reactions: 'of yours',
  digests: 'that you got',
  answers: 'of mine to you',
  applications: 'of yours',
  corrections: 'of yours to what I read',
  wishes: 'of your wishes',
  selections: 'that you look after',
  jobs: 'that you posted',
};

/** `privacy`: what is kept now, why, who sees it, how long, and how to get it or have it erased (rule A7). */
export function buildPrivacyCard(input: PrivacyInput): Card {
  const kept = input.kept.filter((kind) => kind.count > 0);
  const originals = input.keepsOriginals
    ? 'Your files are kept as you sent them.'
    : 'Your files themselves are not kept: they go when they have been read and you have your answer.';
  return plain(
    'What I keep about you',
    [
      {
        kind: 'text',
        text: `I am an automated assistant. I know you by ${input.addresses.join(', ') || 'no address'}. This is all that I keep about you:`,
      },
      { kind: 'list', items: kept.length > 0 ? kept.map(lineOf) : ['nothing yet but this message and your address'] },
      {
        kind: 'facts',
        facts: [
          { label: 'Why', value: 'to tell you which jobs fit, and to learn from your reactions what you like' },
          {
            label: 'Who sees it',
            value:
              'you; the administrators of this service; the people who are named as readers of its inbox; and whoever sent me a resume of yours sees that resume. Nobody is told who else sent one',
          },
          {
            label: 'How long',
            value: `${input.retentionDays} days. A resume stays longer while it is in use: as long as you write, react or send a newer one. ${originals}`,
          },
          { label: 'What I never do', value: 'apply, reject or contact anybody on my own' },
        ],
      },
      {
        kind: 'commands',
        commands: [
          { command: 'export', does: 'all of it as a file, sent to this address' },
          { command: 'erase', does: 'have all of it deleted; I ask once more before I do' },
          { command: 'digest off', does: 'no more digests' },
        ],
      },
    ],
    [input.personId],
  );
}

/** The first step of `erase`. */
export function buildErasePlanCard(input: PrivacyInput & { code: string; named: boolean }): Card {
  const kept = input.kept.filter((kind) => kind.count > 0);
  const jobs = kept.find(({ what }) => what === 'jobs');
  return plain(
    'Erase everything about you?',
    [
      {
        kind: 'text',
        text: `Nothing is erased yet. To go on, answer within 24 hours with this line: erase yes ${input.code}`,
      },
      { kind: 'heading', text: 'This goes for good' },
      {
        kind: 'list',
        items: [
          ...kept.filter(({ what }) => what !== 'jobs').map((kind) => `${amount(kind)} ${SAID[kind.what] ?? ''}`.trim()),
          'what others were told about you, what they noted about you, and the messages in which they sent a resume that carries your address',
          `your address (${input.addresses.join(', ')}), your settings and preferences`,
        ],
      },
      { kind: 'heading', text: 'This stays' },
      {
        kind: 'list',
        items: [
          'resumes of other people that you sent, where others have them too: they are those people’s',
          'a resume that somebody else sent and that does not carry your address: I cannot know that it is yours. Whoever runs this service can erase it as well',
          ...(jobs
            ? [
                `${amount(jobs)} that you posted, without your name and address; closed when nobody else looks after ${jobs.count === 1 ? 'it' : 'them'}`,
              ]
            : []),
          'numbers that tell nobody anything, so that an old mail of yours is not taken in again and an address that wants no mail gets none',
          ...(input.named
            ? ['your role: the settings of this service name your address. Whoever runs it has to take it out there']
            : []),
        ],
      },
      { kind: 'note', text: 'It cannot be undone. Answer "export" first if you want to have it all as a file.' },
    ],
    [input.personId],
  );
}

/** The last message of an erasure: its reader is nobody any more. */
export function buildErasedCard(): Card {
  return plain('Everything about you is erased', [
    {
      kind: 'text',
      text: 'All that I kept about you is erased, and no more mail will come. This is the last message; your address is forgotten as soon as it has left.',
    },
    {
      kind: 'note',
      text: 'Copies in backups go when the backups do. If you write again, we begin anew as if we had never met.',
    },
  ]);
}

/** `export`, with the file as its attachment. */
export function buildExportCard(input: {
  personId: PersonId;
  file: { name: string; blob: string };
  rows: number;
  /** Files that did not fit into a mail. */
  leftOut: number;
}): Card {
  const left =
    input.leftOut > 0
      ? ` ${counted(input.leftOut, 'file')} did not fit into a mail: ask whoever runs this service for ${input.leftOut === 1 ? 'it' : 'them'}.`
      : '';
  return {
    ...plain(
      'Your data',
      [
        {
          kind: 'text',
          text: `Attached is everything that I keep about you: ${counted(input.rows, 'entry', 'entries')} and your files, as one JSON file. Any text editor opens it.${left}`,
        },
        { kind: 'commands', commands: [{ command: 'erase', does: 'have it all deleted' }] },
      ],
      [input.personId],
    ),
    attachments: [
      {
        name: input.file.name,
        type: 'application/json',
        blob: input.file.blob,
        alternativeText: 'Everything that is kept about you, as JSON',
      },
    ],
  };
}

/** What one can ask for. The commands come from the registry, so that help never names one that does not exist. */
import type { Card, CardBlock } from './card.ts';
import { oneLine } from './phrases.ts';
import { READ_FORMATS } from './read-formats.ts';

export interface HelpInput {
  /** What the reader may use, in the order to show. `slash`: its short name on platforms that have such. */
  commands: readonly { command: string; does: string; example?: string; slash?: string }[];
  /** Removed reactions do not arrive by mail: there, help says so (rule O11). */
  channel: string;
  /** Every command; without it a chat gets the main ones. */
  all?: boolean;
}

const FORMATS = `${READ_FORMATS}; several, or a zip, are fine`;

/** `help`. */
export function buildHelpCard(input: HelpInput): Card {
  const blocks = input.channel === 'email' || input.channel === 'terminal' ? mailBlocks(input) : chatBlocks(input);
  return { about: [], title: 'What I can do', blocks, footer: [], attachments: [] };
}

function mailBlocks(input: HelpInput): CardBlock[] {
  const byMail = input.channel === 'email';
  return [
    {
      kind: 'text',
      text: `Send me a resume as an attachment (${FORMATS}), and I tell you what I understood and which open jobs fit. ${
        byMail ? 'Or write one of these as the subject or the first line:' : 'Or write one of these:'
      }`,
    },
    {
      kind: 'commands',
      commands: input.commands.map(({ command, does, example }) => ({
        command,
        does: example ? `${does}, for example "${example}"` : does,
      })),
    },
    {
      kind: 'text',
      text: 'React to what I send: 👍 interested, 👎 not for you, 🔖 saved, ✅ applied, or "1 4/5" to rate number 1. Numbers name the match: "1👍 3👎".',
    },
    ...(byMail
      ? [
          {
            kind: 'note' as const,
            text: 'A reaction that you remove in your mail program does not reach me: answer "1 undo" instead.',
          },
        ]
      : []),
  ];
}

/** Short: the main commands as they are typed there. Usages are text and no buttons, because they hold places to fill in. */
function chatBlocks({ commands, all }: HelpInput): CardBlock[] {
  const main = commands.filter((one) => one.slash !== undefined);
  const lines = all
    ? commands.map(({ command, does }) => `${command}: ${does}`)
    : main.map(({ command, slash, does }) => `/${[typed(slash), ...command.split(' ').slice(1)].join(' ')}: ${does}`);
  return [
    {
      kind: 'text',
      text: all
        ? 'Write one of these to me in a direct message, or behind /shortlist:'
        : `Send me a resume as a file (${FORMATS}), and I tell you what I understood and which open jobs fit. Or use one of these; in a direct message they work without the slash:`,
    },
    { kind: 'list', items: lines },
    {
      kind: 'text',
      text: 'React to what I send: 👍 interested, 👎 not for you, ⭐ saved, ✅ applied. Taking the reaction away takes it back.',
    },
    {
      kind: 'commands',
      commands: [
        { command: 'match', does: 'your best jobs now' },
        { command: 'jobs', does: 'the open jobs' },
        ...(all ? [] : [{ command: 'help all', does: 'everything else' }]),
      ],
    },
  ];
}

/** A slip of the finger is no reason to tell everything. */
export function buildDidYouMeanCard(text: string, command: string): Card {
  return {
    about: [],
    title: `Did you mean "${command}"?`,
    blocks: [
      { kind: 'text', text: `I do not know "${oneLine(text, 60)}". Did you mean "${command}"?` },
      {
        kind: 'commands',
        commands: [
          { command, does: 'this one' },
          { command: 'help', does: 'what I can do' },
        ],
      },
    ],
    footer: [],
    attachments: [],
  };
}

/** Slack keeps `/help` for itself; the long way works everywhere. */
const typed = (slash: string | undefined): string | undefined => (slash === 'help' ? 'shortlist help' : slash);

/** What one can ask for. The commands come from the registry, so that help never names one that does not exist. */
import type { Card } from './card.ts';

export interface HelpInput {
  /** What the reader may use, in the order to show. */
  commands: readonly { command: string; does: string; example?: string }[];
  /** Removed reactions do not arrive by mail: there, help says so (rule O11). */
  channel: string;
}

/** `help`. */
export function buildHelpCard(input: HelpInput): Card {
  const byMail = input.channel === 'email';
  return {
    about: [],
    title: 'What I can do',
    blocks: [
      {
        kind: 'text',
        text: `Send me a resume as an attachment (PDF, DOCX, DOC, ODT, RTF, TXT, MD, HTML; several, or a zip, are fine), and I tell you what I understood and which open jobs fit. ${
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
    ],
    footer: [],
    attachments: [],
  };
}

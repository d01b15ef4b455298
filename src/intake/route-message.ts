/** What a message is: resume attachment > reply to a message of ours > command > pasted resume > other. Pure. */
import type { SubmissionKind } from '../domain/changes.ts';
import type { IncomingAttachment, IncomingMessage } from '../messages/channel.ts';

export interface SentMessage {
  outboxId: string;
  /** Numbered matches of that message. */
  matches: readonly { number: number; matchId: string }[];
  /** Companies that its items name. */
  companies?: readonly string[];
  /** The one job that it is about. */
  postingId?: string;
  /** False for help, acknowledgements and refusals without numbers. */
  canBeReactedTo?: boolean;
}

export interface Route {
  kind: SubmissionKind;
  /** Indexes of attachments to read; the others are kept and ignored. */
  read: readonly number[];
  /** The command line, for `kind: 'command'`. */
  command?: string;
  /** The text itself is the resume. */
  pasted: boolean;
  repliesTo?: SentMessage;
}

export interface RouteContext {
  /** The message of ours that this one answers, if any. */
  repliesTo: SentMessage | undefined;
  /** The whole line is a command that the registry knows. */
  isCommand(line: string): boolean;
  /** The text is a reaction, correction or comment that means something as an answer to that message. */
  isFeedback(text: string, to: SentMessage): boolean;
}

export function routeMessage(message: IncomingMessage, context: RouteContext): Route {
  if (message.problem) return { kind: 'other', read: [], pasted: false, repliesTo: context.repliesTo };
  const read = message.attachments.flatMap((attachment, index) => (mayBeResume(attachment) ? [index] : []));
  if (read.length > 0) return { kind: 'resume', read, pasted: false, repliesTo: context.repliesTo };
  const command = commandLine(message, context);
  const { repliesTo } = context;
  // A reply whose first line is exactly a command is a command: "match" under a digest asks for matches, it is no comment.
  // A whole resume in the reply is no comment on a match, however short (F1.2).
  const pasted = looksLikeResume(message.text);
  if (
    repliesTo &&
    !pasted &&
    message.text.trim() &&
    !(command && isFirstLine(message, command)) &&
    context.isFeedback(message.text, repliesTo)
  ) {
    return { kind: 'feedback', read: [], pasted: false, repliesTo };
  }
  if (command) return { kind: 'command', read: [], command, pasted: false, repliesTo };
  if (pasted) return { kind: 'resume', read: [], pasted: true, repliesTo };
  return { kind: 'other', read: [], pasted: false, repliesTo };
}

const isFirstLine = (message: IncomingMessage, command: string): boolean => firstLine(message.text) === command;
const firstLine = (text: string): string => text.trim().split('\n')[0]?.trim() ?? '';

/** A whole subject without "Re:", or the first line of the text. A reply keeps our subject, so there only the text counts. */
function commandLine(message: IncomingMessage, context: RouteContext): string | undefined {
  const line = firstLine(message.text);
  if (line && context.isCommand(line)) return line;
  const subject = (message.subject ?? '').replace(/^(?:\s*(?:re|aw|sv|antw|rif|odp|ref)\s*(?:\[\d+\])?:)+\s*/i, '').trim();
  return subject && !context.repliesTo && context.isCommand(subject) ? subject : undefined;
}

/** Parts that mail programs add by themselves; everything else that is attached is looked at, whatever it calls itself (rule P5). */
const NEVER_TYPES =
  /^(?:text\/(?:calendar|vcard|x-vcard|x-amp-html)|application\/(?:ics|pkcs7-signature|x-pkcs7-signature|pgp-signature|pgp-keys|ms-tnef)|multipart\/|message\/|audio\/|video\/)/i;
const NEVER_NAMES = /\.(?:ics|vcf|p7s|asc|sig|amp)$/i;

export function mayBeResume(attachment: IncomingAttachment): boolean {
  return !attachment.embedded && !NEVER_TYPES.test(attachment.type) && !NEVER_NAMES.test(attachment.name);
}

const RESUME_WORDS =
  /^\W{0,3}(?:work |professional |berufs|employment )?(?:experience|education|skills|summary|profile|employment|work history|berufserfahrung|ausbildung|kenntnisse|werdegang|expérience|formation|compétences|experiencia|formación|educación|habilidades|esperienza|istruzione|competenze|ervaring|opleiding|vaardigheden|doświadczenie|wykształcenie|umiejętności|experiência|formação)\b[^\n]{0,40}$/gim;
const YEARS = /\b(?:19|20)\d{2}\b/g;

/** F1.2: pasted text is a resume when it is long enough, has at least two section headings and several years. The parser has the last word. */
export function looksLikeResume(text: string): boolean {
  if (text.length < 300) return false;
  const headings = text.slice(0, 20_000).match(RESUME_WORDS)?.length ?? 0;
  const years = text.slice(0, 20_000).match(YEARS)?.length ?? 0;
  return headings >= 2 && years >= 2;
}

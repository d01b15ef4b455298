/** `shortlist serve`: the service until a signal; says what is on, what is off, and which setting turns it on. */

import { flushCompileCache } from 'node:module';
import { type Config, laterFeature } from '../config.ts';
import { MICRO_USD } from '../domain/language-model.ts';
import { createLog } from '../log.ts';
import { runService, type Service } from '../main.ts';
import { chatLines } from './chat-lines.ts';
import type { Settings } from './settings.ts';

/** Ctrl-C under npm arrives twice (once from the terminal, once from npm): signals this close to the first are the same one. */
const SAME_SIGNAL_MS = 500;

export async function serve({ config, clock, terminal }: Settings): Promise<void> {
  const log = createLog(config.logLevel, process.stderr.isTTY === true);
  // Before anything starts: who stops a service that is just starting expects it to end well too (rule R4).
  const stopped = untilSignal(() => terminal.note('Stopping: what is running is finished first (again: at once).'));
  const service = await runService(config, clock, log);
  for (const line of report(config, service)) terminal.note(line);
  // Node keeps compiled modules when a process ends well; who is killed would start cold each time (1.8 s of processor instead of 1).
  flushCompileCache();
  await stopped;
  await service.stop();
  terminal.note('Stopped.');
}

const AFTER = {
  flag: 'get the keyword $Shortlist; others stay as they are (IMAP_AFTER=flag)',
  move: 'go to Processed or Failed (IMAP_AFTER=move)',
  leave: 'stay as they are (IMAP_AFTER=leave)',
} as const;

/** The state of every part, one line each. */
function report(config: Config, service: Service): string[] {
  const { smtpAddress, httpAddress } = service;
  const on = (text: string) => `  on   ${text}`;
  const off = (text: string) => `  off  ${text}`;
  const { mail, http } = config;
  return [
    'Shortlist is running.',
    on(`store      SQLite, ${config.databaseUrl.replace(/^file:/, '')}`),
    smtpAddress
      ? on(
          `mail in    SMTP listener on ${smtpAddress.host}:${smtpAddress.port}, senders ${mail.trust === 'local' ? 'are believed (loopback)' : 'are verified'}`,
        )
      : off('mail in    SMTP_LISTEN=127.0.0.1:2525 turns the built-in listener on'),
    mail.imap
      ? on(`mailbox    ${mail.imap.folder} at ${mail.imap.host}, mails that are done: ${AFTER[mail.imap.after]}`)
      : off('mailbox    IMAP_URL=imaps://user:password@host reads one'),
    mail.smtpUrl
      ? on('mail out   by SMTP_URL')
      : on(`mail out   as .eml files in ${config.dataFolder}/outbox; SMTP_URL=smtps://user:password@host sends them`),
    httpAddress
      ? on(`pages      on http://${httpAddress.host}:${httpAddress.port}, ${publicPages(http.publicUrl)}`)
      : off('pages      HTTP_LISTEN=127.0.0.1:8080 turns them on'),
    ...chatLines(config, service.channels),
    modelLine(config),
    on(`digests    at ${config.people.digestTime} ${config.people.timeZone}, to whoever switched theirs on`),
    config.people.recruiters.length > 0
      ? on(`recruiters ${config.people.recruiters.length} named`)
      : off('recruiters RECRUITERS=ana@example.com names them; everybody else is a candidate'),
    ...config.later.map((name) => off(`${name} is set, but ${laterFeature(name)} comes with a later release`)),
    `Send a resume: any mail program or script to ${mail.from.address}${smtpAddress ? ' through that listener' : ''}. Jobs: shortlist jobs import FILE. Ctrl-C stops.`,
  ];
}

function modelLine({ model }: Config): string {
  if (!model) return '  off  model      OPENAI_API_KEY or OPENAI_BASE_URL asks a language model about what was read unsurely';
  const price = model.priceKnown ? '' : '; its price is not known, the dearest is assumed (MODEL_PRICES)';
  const [day, month] = [model.caps.day, model.caps.month].map((cap) => String(cap / MICRO_USD));
  return `  on   model      ${model.model}, at most ${day} USD a day and ${month} a month${price}`;
}

const publicPages = (url: string | undefined): string =>
  url === undefined ? 'not linked in mails: PUBLIC_URL=https://… does that' : `linked in mails as ${url}`;

/** Resolves at the first SIGTERM or SIGINT; one that comes later than a double of it ends the process at once. */
function untilSignal(announce: () => void): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const onSignal = () => {
      const now = performance.now();
      if (first === undefined) {
        first = now;
        announce();
        resolve();
      } else if (now - first > SAME_SIGNAL_MS) process.exit(1);
    };
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
  });
}

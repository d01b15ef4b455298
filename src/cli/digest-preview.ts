/** `shortlist digest preview`: what the digest would be on that date; writes and sends nothing. */
import { renderMail } from '../bots/email/render-mail.ts';
import { previewDigest as preview } from '../digest/preview-digest.ts';
import { UserError } from '../domain/errors.ts';
import { cardToText } from '../messages/card-to-text.ts';
import { openContext, personNamed } from './open-context.ts';
import type { Settings } from './settings.ts';

const FORMATS = ['html', 'text', 'json'];
const LATER = ['slack', 'discord'];

/** `2026-02-30` is none. */
const isDate = (text: string): boolean => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

export async function previewDigest(
  settings: Settings,
  options: { person: string; date?: string; format: string },
): Promise<void> {
  const { terminal, config } = settings;
  if (LATER.includes(options.format))
    throw new UserError(`--format ${options.format} comes with a later release.`, 'Use html, text or json.');
  if (!FORMATS.includes(options.format))
    throw new UserError(`--format ${options.format} is not known.`, 'Use html, text or json.');
  if (options.date !== undefined && !isDate(options.date))
    throw new UserError(`--date ${options.date} is not a date.`, 'Write it as YYYY-MM-DD.');
  const open = await openContext(settings);
  try {
    const person = await personNamed(open.store, options.person);
    const digest = await preview(
      { store: open.store, taxonomy: open.context.taxonomy, clock: settings.clock, showFrom: config.scores.showFrom },
      person,
      options.date,
    );
    if (!digest) {
      terminal.value({ person: person.code, items: [] });
      terminal.note('Nothing new is worth a digest: none would be sent.');
      return;
    }
    terminal.value({ person: person.code, localDate: digest.localDate, items: digest.items, card: digest.card });
    if (terminal.json) return;
    const mail = options.format === 'html' ? await renderMail(digest.card, { sender: config.mail.from.name }) : undefined;
    terminal.say(mail ? mail.html : options.format === 'json' ? JSON.stringify(digest.card, null, 2) : cardToText(digest.card));
  } finally {
    await open.close();
  }
}

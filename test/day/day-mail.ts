/** The scripted day by mail: the built-in listener in, the folder of sent mails out. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readSentMail } from '../../src/bots/email/read-sent-mail.ts';
import { type DemoMail, mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import type { ServiceProcess } from '../service/service-process.ts';
import type { DayPerson } from './day-people.ts';
import type { DayPlace, Received } from './day-place.ts';

const INBOX = 'jobs@shortlist.localhost';

export function dayByMail(service: ServiceProcess): DayPlace {
  const envelope = (person: Pick<DayPerson, 'name' | 'email'>, subject: string, inReplyTo?: string) => ({
    from: `${person.name} <${person.email}>`,
    to: INBOX,
    subject,
    date: new Date(),
    inReplyTo,
  });

  async function deliver(mail: DemoMail, twisted = false): Promise<void> {
    await service.deliver(mail);
    // A sending server that did not see the 250 sends the same mail again.
    if (twisted) await service.deliver(mail);
  }

  async function receivedBy(person: DayPerson): Promise<Received[]> {
    const outbox = path.join(service.folder, 'outbox');
    const names = (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
    const raws = await Promise.all(names.map((name) => readFile(path.join(outbox, name), 'utf8')));
    const to = raws.filter((raw) => new RegExp(`^To: .*${person.email}`, 'im').test(raw));
    return Promise.all(
      to.map(async (raw) => {
        const { messageId, text } = await readSentMail(Buffer.from(raw));
        return { id: messageId, text, buttons: [] };
      }),
    );
  }

  return {
    ways: ['direct'],
    send: ({ person, file, twisted }) =>
      deliver(mailWithFile(envelope(person, 'My resume'), 'Please find it attached.', { ...file, type: 'text/plain' }), twisted),
    command: (person, line) => deliver(textMail(envelope(person, line), '')),
    react: (person, to, emoji, removed) =>
      deliver(textMail(envelope(person, 'Re: your jobs', to.id), removed ? '1 undo' : `1${emoji}`)),
    press: async () => {
      throw new Error('mails have no buttons');
    },
    receivedBy,
    shared: () => [],
    written: async () =>
      (await readdir(path.join(service.folder, 'outbox')).catch(() => [])).filter((name) => name.endsWith('.eml')).length,
    refusals: () => [],
    close: async () => {},
  };
}

/** The operator's side of `privacy`, `export` and `erase`: also for a candidate who never wrote, found by the address in a resume. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createSentMailFiles } from '../bots/email/forget-sent-mail.ts';
import { describeKept, keptJson } from '../commands/describe-kept.ts';
import { privacy } from '../commands/privacy.ts';
import type { ErasureScope } from '../domain/erasure.ts';
import { UserError } from '../domain/errors.ts';
import { DEFAULT_WORKSPACE } from '../domain/ids.ts';
import { type Person, serviceViewer } from '../domain/people.ts';
import { cardToText } from '../messages/card-to-text.ts';
import { counted } from '../messages/phrases.ts';
import { eraseNow } from '../pipeline/privacy/erase-step.ts';
import { commit } from '../store/commit.ts';
import { scopeOf } from '../store/erasures.ts';
import { exportPerson } from '../store/export-person.ts';
import { startErasure } from '../store/start-erasure.ts';
import type { Store } from '../store/store.ts';
import { type OpenContext, openContext, personNamed } from './open-context.ts';
import type { Settings } from './settings.ts';

interface Found {
  person: Person | undefined;
  /** All of them: the operator answers for it that they are this person's. */
  scope: ErasureScope;
}

async function withOpen(settings: Settings, work: (open: OpenContext) => Promise<void>): Promise<void> {
  const open = await openContext(settings);
  try {
    await work(open);
  } finally {
    await open.close();
  }
}

/** Throws UserError for somebody of whom nothing is known. */
async function find(store: Store, name: string): Promise<Found> {
  const person = await personNamed(store, name).catch((error: unknown) => {
    if (error instanceof UserError) return undefined;
    throw error;
  });
  const address = name.includes('@') && !/^(?:slack|discord):/.test(name) ? name : undefined;
  const scope = await scopeOf(store, { workspace: DEFAULT_WORKSPACE, personId: person?.id ?? null, address, whole: true });
  if (person || scope.resumeIds.length > 0) return { person, scope };
  throw new UserError(
    `Nothing is known of ${name}.`,
    'Use the address they write from or the one in their resume, slack:<user id>, discord:<user id> or the code of a person (p…).',
  );
}

export const showPrivacy = (settings: Settings, name: string): Promise<void> =>
  withOpen(settings, async ({ context, store }) => {
    const { person, scope } = await find(store, name);
    if (!person) {
      settings.terminal.value({ person: null, resumes: scope.resumeIds.length, candidates: scope.candidateIds.length });
      if (!settings.terminal.json) settings.terminal.say(neverWrote(name, scope));
      return;
    }
    const { card, json } = await privacy.run({ ...context, person }, []);
    for (const value of json) settings.terminal.value(value);
    if (!settings.terminal.json) settings.terminal.say(cardToText(card));
  });

const neverWrote = (name: string, { resumeIds }: ErasureScope): string =>
  `${name} never wrote; ${counted(resumeIds.length, 'resume')} of theirs came from others.`;

export const exportData = (settings: Settings, options: { person: string; out?: string }): Promise<void> =>
  withOpen(settings, async ({ store }) => {
    const { person, scope } = await find(store, options.person);
    const document = await exportPerson(
      store,
      serviceViewer(DEFAULT_WORKSPACE),
      { personId: person?.id ?? null, named: scope.resumeIds },
      { mostBytes: Number.POSITIVE_INFINITY },
    );
    if (!document) throw new UserError(`Nothing is known of ${options.person}.`, 'Check the address.');
    if (options.out === undefined) {
      settings.terminal.value(document);
      if (!settings.terminal.json) settings.terminal.say(JSON.stringify(document, null, 2));
      return;
    }
    const text = `${JSON.stringify(document, null, 2)}\n`;
    // Others on the machine have no business in it.
    await writeFile(options.out, text, { mode: 0o600 });
    const rows = Object.fromEntries(Object.entries(document.tables).map(([name, list]) => [name, list.length]));
    settings.terminal.value({
      person: person?.code ?? null,
      file: options.out,
      bytes: Buffer.byteLength(text),
      rows,
      files: document.files.length,
    });
    if (!settings.terminal.json) settings.terminal.say(`Written to ${options.out}.`);
  });

export const erasePerson = (settings: Settings, options: { person: string; yes: boolean }): Promise<void> =>
  withOpen(settings, async (open) => {
    const { terminal } = settings;
    const { person, scope } = await find(open.store, options.person);
    const what = { resumes: scope.resumeIds.length, candidates: scope.candidateIds.length };
    const kept = person ? keptJson(await describeKept(open.context, person), person).kept : {};
    const erased = options.yes && (await eraseWhom(settings, open.store, person, scope));
    terminal.value({ person: person?.code ?? null, erased, ...what, kept });
    if (terminal.json) return;
    const amount = `${counted(what.resumes, 'resume')} of ${counted(what.candidates, 'candidate')}${person ? ', and all else about the person' : ''}`;
    if (erased) terminal.say(`Erased: ${amount}.`);
    else if (options.yes)
      terminal.say('It has begun; something that is under way has to end first. The service goes on with it.');
    else terminal.say(`Nothing was erased. This would go: ${amount}. Add --yes to erase it; it cannot be undone.`);
  });

async function eraseWhom(
  { config, clock }: Settings,
  store: Store,
  person: Person | undefined,
  scope: ErasureScope,
): Promise<boolean> {
  const workspace = DEFAULT_WORKSPACE;
  const { erasureId, changes, tasks } = await startErasure(store, {
    workspace,
    personId: person?.id ?? null,
    scope,
    reply: null,
  });
  await commit(store, { changes, tasks, messages: [] });
  const sent = createSentMailFiles(path.join(config.dataFolder, 'outbox'));
  return eraseNow({ store, clock, sent }, workspace, erasureId);
}

/** `shortlist doctor`: is this machine able to run the service with these settings? Every line that is not ok says the fix. */
import { spawnSync } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { DEFAULT_WORKSPACE } from '../domain/ids.ts';
import { createLog } from '../log.ts';
import { openResumeReader } from '../reader.ts';
import { makeDataFolder } from '../store/make-data-folder.ts';
import { countOpen } from '../store/postings.ts';
import { openStore } from '../store/store.ts';
import { checkMailbox } from './check-mailbox.ts';
import { checkDiscord } from './doctor-discord.ts';
import { checkMailOut } from './doctor-mail.ts';
import { checkModel } from './doctor-model.ts';
import { checkSlack } from './doctor-slack.ts';
import type { Settings } from './settings.ts';

interface Check {
  check: string;
  ok: boolean;
  detail: string;
  /** Null when there is nothing to do. */
  fix: string | null;
}

/** `fix` is what to do in case it is not ok. */
type Finding = Omit<Check, 'fix'> & { fix?: string };

const LOW_DISK_MB = 500;

export async function runDoctor(settings: Settings): Promise<void> {
  const { terminal } = settings;
  for (const check of [
    checkNode,
    checkDataFolder,
    checkStore,
    checkReader,
    checkNetworkBarrier,
    checkListener,
    checkMailbox,
    checkMailOut,
    checkSlack,
    checkDiscord,
    checkModel,
    checkSummaryOfChannels,
  ]) {
    const found: Finding | Finding[] = await check(settings).catch((error: unknown) => failure(check.name, error));
    for (const finding of [found].flat()) tell(terminal, finding);
  }
}

function tell(terminal: Settings['terminal'], { fix, ...found }: Finding): void {
  const result: Check = { ...found, fix: found.ok ? null : (fix ?? null) };
  if (!result.ok) terminal.failed();
  terminal.value(result);
  if (terminal.json) return;
  const then = result.fix === null ? '' : `\n      ${result.fix}`;
  terminal.say(`${result.ok ? 'ok   ' : 'fault'} ${result.check}: ${result.detail}${then}`);
}

function failure(check: string, error: unknown): Finding {
  const fix =
    error instanceof Error && 'fix' in error && typeof error.fix === 'string'
      ? error.fix
      : 'Run it again; if it stays so, report it with this line.';
  return {
    check: check.replace(/^check/, '').toLowerCase(),
    ok: false,
    detail: error instanceof Error ? error.message : String(error),
    fix,
  };
}

async function checkNode(): Promise<Finding> {
  return { check: 'node', ok: true, detail: `Node ${process.versions.node} on ${process.platform} ${process.arch}` };
}

async function checkDataFolder({ config }: Settings): Promise<Finding> {
  const folder = config.dataFolder;
  await makeDataFolder(folder, 'the data folder', 'Choose another one with --data DIR');
  const disk = await statfs(folder);
  const free = Math.round((disk.bavail * disk.bsize) / 1_000_000);
  return {
    check: 'data folder',
    ok: free > LOW_DISK_MB,
    detail: `${folder}, ${free} MB free`,
    fix: `Make room: below ${LOW_DISK_MB} MB the service may have to stop taking mail in.`,
  };
}

async function checkStore({ config, clock }: Settings): Promise<Finding> {
  const store = await openStore({ file: config.databaseUrl, dataFolder: config.dataFolder, clock });
  try {
    const open = await countOpen(store, DEFAULT_WORKSPACE);
    return { check: 'store', ok: true, detail: `SQLite at ${store.schemaVersion}, ${open} open postings` };
  } finally {
    await store.close();
  }
}

async function checkReader({ clock }: Settings): Promise<Finding> {
  const reader = openResumeReader(createLog('silent', false), { size: 1 });
  try {
    const text = new TextEncoder().encode(
      'Ana Example\nana@example.com\n\nExperience\nWelder, Example Works (2019 - 2023)\n- Welding\n\nEducation\nCertificate, Example College (2018)\n',
    );
    const outcome = await reader.read(text, 'probe.txt', { asOf: clock.now().toISOString().slice(0, 10), force: true });
    return {
      check: 'reader',
      ok: outcome.ok,
      detail: outcome.ok ? 'a child process reads a file' : outcome.error.message,
      fix: 'Check that /bin/sh and ulimit work for this user.',
    };
  } finally {
    await reader.close();
  }
}

/** Rule P1: the network is refused to the children where the system can do it; where not, it is said. */
async function checkNetworkBarrier(): Promise<Finding> {
  const refused = process.platform === 'linux' && spawnSync('unshare', ['-rn', 'true']).status === 0;
  const limited =
    process.platform === 'linux'
      ? ''
      : ' This system has no data limit for processes either: files are read with the heap limit alone.';
  return {
    check: 'network barrier',
    ok: true,
    detail: refused
      ? 'children that open files have no network'
      : `this system cannot take the network from the children that open files.${limited}`,
  };
}

async function checkListener({ config }: Settings): Promise<Finding> {
  const { listen } = config.mail;
  if (listen === 'off') return { check: 'mail in', ok: true, detail: 'off (SMTP_LISTEN=127.0.0.1:2525 turns it on)' };
  const free = await new Promise<boolean>((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(listen.port, listen.host, () => server.close(() => resolve(true)));
  });
  return {
    check: 'mail in',
    ok: true,
    detail: free
      ? `${listen.host}:${listen.port} is free`
      : `${listen.host}:${listen.port} is in use: the service runs, or another program has it (then set SMTP_LISTEN)`,
  };
}

async function checkSummaryOfChannels({ config }: Settings): Promise<Finding> {
  return {
    check: 'people',
    ok: true,
    detail: `${config.people.recruiters.length} recruiters and ${config.people.admins.length} admins named; digests at ${config.people.digestTime} ${config.people.timeZone}`,
  };
}

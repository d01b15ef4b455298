/** Import directions of docs/architecture.md, cycles, and who may import which package. Part of `npm run check`; ends with 1 and a list when broken. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOMS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  messages: ['domain'],
  store: ['domain', 'messages:type', 'tasks/queue.ts:type'],
  tasks: ['domain', 'store', 'messages:type'],
  pipeline: ['domain', 'messages', 'store', 'tasks:type', 'tasks/handlers.ts'],
  digest: ['domain', 'messages', 'store', 'tasks:type', 'tasks/handlers.ts', 'pipeline/match', 'pipeline/feedback'],
  intake: ['domain', 'messages', 'store', 'tasks', 'pipeline', 'digest', 'commands'],
  commands: ['domain', 'messages', 'store', 'tasks', 'pipeline', 'digest', 'delivery'],
  delivery: ['domain', 'messages', 'store', 'tasks', 'pipeline', 'digest'],
  model: ['domain'],
  bots: ['domain', 'messages', 'commands/registry.ts:type'],
  http: ['domain', 'messages', 'store', 'tasks', 'intake', 'commands', 'digest', 'pipeline'],
};
/** cli, main, reader and config wire everything. */
const WIRING = new Set([
  'cli.ts',
  'main.ts',
  'channel-state.ts',
  'listen-problem.ts',
  'cli',
  'config.ts',
  'imap-settings.ts',
  'slack-settings.ts',
  'open-slack.ts',
  'discord-settings.ts',
  'open-discord.ts',
  'model-settings.ts',
  'open-model.ts',
  'open-pages.ts',
  'reader.ts',
  'service-parts.ts',
  'wire-steps.ts',
]);

/** Package → the only places that may import it. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'drizzle-orm': ['store/'],
  'better-sqlite3': ['store/dialect/'],
  '#dialect': ['store/'],
  'smtp-server': ['bots/email/'],
  nodemailer: ['bots/email/'],
  mailparser: ['bots/email/'],
  imapflow: ['bots/email/'],
  mailauth: ['bots/email/'],
  '@slack/bolt': ['bots/slack/'],
  'discord.js': ['bots/discord/'],
  openai: ['model/'],
  '@hono/node-server': ['http/'],
  'pdfjs-dist': ['pipeline/extract/'],
};

/** Principle 9, rule S2: what takes files in may not reach, by whatever way, what decodes them. That is for the children. */
const TAKES_FILES_IN = [
  'reader.ts',
  'intake/judge-files.ts',
  'pipeline/ingest/unpack-attachment.ts',
  'pipeline/ask/prepare-ask.ts',
  'commands/jobs-post.ts',
];
const DECODES = ['extract-document.ts', 'file-format.ts', 'decode-text.ts', 'read-zip.ts', 'clean-text.ts'].map(
  (file) => `pipeline/extract/${file}`,
);

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

function importsOf(file: string): Import[] {
  const source = readFileSync(path.join('src', file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...source.matchAll(STATEMENT)].flatMap((match) => {
    const to = match[2] ?? match[3];
    return to ? [{ from: file, to, typeOnly: Boolean(match[1]) }] : [];
  });
}

const resolveTo = (entry: Import): string | undefined =>
  entry.to.startsWith('.') ? path.normalize(path.join(path.dirname(entry.from), entry.to)) : undefined;
const roomOf = (file: string): string => file.split('/')[0] ?? file;

function directionProblem(entry: Import, target: string): string | undefined {
  const room = roomOf(entry.from);
  const other = roomOf(target);
  if (WIRING.has(room)) return undefined;
  if (room === other) {
    const [, bot] = entry.from.split('/');
    return room === 'bots' && target.split('/')[1] !== bot ? 'channels never import each other' : undefined;
  }
  const allowed = (ROOMS[room] ?? []).some((rule) => {
    const [place = '', kind] = rule.split(':');
    return (kind !== 'type' || entry.typeOnly) && (target === place || target.startsWith(`${place}/`));
  });
  return allowed ? undefined : `${room} may not import ${other}${entry.typeOnly ? '' : ' (values)'}`;
}

function packageProblem(entry: Import): string | undefined {
  const name = entry.to.startsWith('@') ? entry.to.split('/').slice(0, 2).join('/') : (entry.to.split('/')[0] ?? '');
  const places = PACKAGES[name];
  if (places && !places.some((place) => entry.from.startsWith(place))) return `only ${places.join(', ')} may import ${name}`;
  if (roomOf(entry.from) === 'domain' && !entry.to.startsWith('.') && name !== 'zod' && !name.startsWith('node:'))
    return 'domain imports nothing but zod';
  return undefined;
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const onPath: string[] = [];
  const visit = (file: string): string[] | undefined => {
    if (onPath.includes(file)) return [...onPath.slice(onPath.indexOf(file)), file];
    if (done.has(file)) return undefined;
    onPath.push(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    onPath.pop();
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return undefined;
}

function wayTo(targets: ReadonlySet<string>, file: string, seen = new Set<string>()): string[] | undefined {
  if (targets.has(file)) return [file];
  if (seen.has(file)) return undefined;
  seen.add(file);
  for (const next of graph.get(file) ?? []) {
    const way = wayTo(targets, next, seen);
    if (way) return [file, ...way];
  }
  return undefined;
}

const files = globSync('**/*.ts', { cwd: 'src' }).sort();
const problems: string[] = [];
const graph = new Map<string, string[]>();
for (const file of files) {
  const values: string[] = [];
  for (const entry of importsOf(file)) {
    const target = resolveTo(entry);
    const problem = target ? directionProblem(entry, target) : packageProblem(entry);
    if (problem) problems.push(`src/${file}: ${entry.to}: ${problem}`);
    if (target && !entry.typeOnly) values.push(target);
  }
  graph.set(file, values);
  const source = readFileSync(path.join('src', file), 'utf8');
  if (file !== 'config.ts' && /\bprocess\.env\b/.test(source)) problems.push(`src/${file}: only config.ts reads the environment`);
  if (/(^|\/)(utils?|helpers?|common|misc|shared)\.ts$/.test(file))
    problems.push(`src/${file}: name the file after what it does`);
}
for (const file of TAKES_FILES_IN) {
  const way = wayTo(new Set(DECODES), file);
  if (way) problems.push(`untrusted bytes are decoded in the service's process: ${way.join(' → ')}`);
}
const cycle = findCycle(graph);
if (cycle) problems.push(`cycle: ${cycle.join(' → ')}`);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else {
  console.log(`import directions: ${files.length} files in order`);
}

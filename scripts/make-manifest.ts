/**
 * `npm run manifest`: writes docs/slack/manifest.json, the app as Slack is told of it (Socket Mode). With `--check` it compares and ends with
 * 1 when the file is not current. With an address it prints the manifest for events over HTTP: `npm run -s manifest -- https://…`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { slackManifest } from '../src/bots/slack/slack-manifest.ts';
import { commandFaces } from '../src/commands/command-faces.ts';

const FILE = fileURLToPath(new URL('../docs/slack/manifest.json', import.meta.url));
const textOf = (manifest: object): string => `${JSON.stringify(manifest, null, 2)}\n`;

const [argument] = process.argv.slice(2);
if (argument === undefined) {
  await mkdir(path.dirname(FILE), { recursive: true });
  await writeFile(FILE, textOf(slackManifest(commandFaces())));
} else if (argument === '--check') {
  const committed = await readFile(FILE, 'utf8').catch(() => '');
  if (committed !== textOf(slackManifest(commandFaces()))) {
    console.error('docs/slack/manifest.json is not current: npm run manifest');
    process.exitCode = 1;
  }
} else console.log(textOf(slackManifest(commandFaces(), argument.replace(/\/+$/, ''))).trimEnd());

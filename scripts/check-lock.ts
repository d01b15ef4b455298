/** Each optional dependency named in the lock must have its entry, or `npm ci` ends with "Missing … from lock file"; no addresses of registries. */
import { readFileSync } from 'node:fs';

const text = readFileSync('package-lock.json', 'utf8');
const lock: { packages: Record<string, { optionalDependencies?: Record<string, string> }> } = JSON.parse(text);
const problems: string[] = [];
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    const above = place
      .split('/node_modules/')
      .map((_, i, parts) => `${parts.slice(0, parts.length - i).join('/node_modules/')}/node_modules/${name}`.replace(/^\//, ''));
    if (![...above, `node_modules/${name}`].some((key) => key in lock.packages))
      problems.push(`${place || 'the project'} names ${name}, which has no entry`);
  }
}
if (/"resolved":/.test(text))
  problems.push('the lock names a registry: run npm install with omit-lockfile-registry-resolved=true');
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`lock file: ${Object.keys(lock.packages).length} entries complete`);

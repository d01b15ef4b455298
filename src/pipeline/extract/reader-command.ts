/** The command line of a child that opens files: no memory beyond its limit, no files, no processes, no network (rule P1). */
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ReaderLimits {
  /** RLIMIT_DATA in kB. An empty Node 24 has 576,000; not the address space: pdfjs reserves 2.5 GB of it for 120 MB in use. */
  memoryKb: number;
  /** Old space of the JavaScript heap. */
  heapMb: number;
  /** Compiled code; the child may write there until it has loaded its modules (`code-cache.ts`). */
  codeCache?: string;
}

export interface ReaderCommand {
  file: string;
  args: string[];
}

/** What this machine can do to fence a child in. */
export interface Fences {
  /** `unshare -rn` works: the child has no network. */
  unshare?: string;
  /** `setpriv --pdeathsig` works: the kernel ends the child with its parent, even inside an endless loop. */
  setpriv?: string;
  warnings: string[];
}

/** Seconds of processor time of a child that the kernel cannot tie to its parent: bounds the life of an orphan in a loop. */
const CPU_SECONDS = 900;

/** Tries the fences once, synchronously (about 5 ms each). */
export function probeFences(): Fences {
  const unshare = works(find('unshare'), ['-rn', 'true']);
  const setpriv = works(find('setpriv'), ['--pdeathsig', 'KILL', 'true']);
  const warnings: string[] = [];
  if (!unshare) warnings.push('Processes that open files cannot be cut off from the network here (unshare -rn does not work).');
  if (!setpriv)
    warnings.push(
      `A process that hangs while the service is killed ends only after ${CPU_SECONDS} s of work (setpriv is missing).`,
    );
  if (process.platform === 'darwin') warnings.push('macOS does not limit the memory of processes that open files.');
  return { unshare, setpriv, warnings };
}

function find(name: string): string | undefined {
  return ['/usr/bin', '/bin', '/usr/local/bin'].map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

function works(file: string | undefined, args: string[]): string | undefined {
  return file && spawnSync(file, args, { stdio: 'ignore', env: {}, timeout: 5000 }).status === 0 ? file : undefined;
}

/** `unshare` → `setpriv` → `sh` with limits → node; each executes the next, so the pid is that of node. */
export function readerCommand(entry: string, limits: ReaderLimits, fences: Fences): ReaderCommand {
  // Shells put the working folder into the environment.
  const script = `unset PWD OLDPWD; ulimit -c 0; ${fences.setpriv ? '' : `ulimit -t ${CPU_SECONDS}; `}ulimit -d ${limits.memoryKb} && exec "$0" "$@"`;
  const command = [
    ...(fences.unshare ? [fences.unshare, '-rn'] : []),
    // After unshare: a change of credentials clears the signal.
    ...(fences.setpriv ? [fences.setpriv, '--pdeathsig', 'KILL'] : []),
    '/bin/sh',
    '-c',
    script,
    process.execPath,
    '--permission',
    ...readableFolders(entry).map((folder) => `--allow-fs-read=${folder}`),
    ...(limits.codeCache ? [`--allow-fs-read=${limits.codeCache}`, `--allow-fs-write=${limits.codeCache}`] : []),
    `--max-old-space-size=${limits.heapMb}`,
    // A document leaves 10 to 40 MB of garbage behind, most of it at once: a young space that holds it is cleared, not copied.
    '--min-semi-space-size=16',
    '--max-semi-space-size=32',
    '--disable-warning=ExperimentalWarning',
    entry,
    ...(limits.codeCache ? [limits.codeCache] : []),
  ];
  return { file: command[0] ?? '/bin/sh', args: command.slice(1) };
}

/**
 * The folder of this code and that of the entry (`src`), the manifest beside them, and where the packages really are (a link, or a
 * level up when we are a dependency ourselves). Not the whole project: a checkout keeps `.env` and the data folder there.
 */
function readableFolders(entry: string): string[] {
  const pdfjs = path.dirname(createRequire(entry).resolve('pdfjs-dist/package.json'));
  const code = [entry, fileURLToPath(import.meta.url)].flatMap(codeFolder);
  return [...new Set([...code, path.dirname(pdfjs), path.dirname(realpathSync(pdfjs))])];
}

/** The folder right below the manifest that holds a file, and the manifest. */
function codeFolder(entry: string): string[] {
  const file = realpathSync(entry);
  let root = path.dirname(file);
  while (!existsSync(path.join(root, 'package.json')) && path.dirname(root) !== root) root = path.dirname(root);
  const [folder = ''] = path.relative(root, file).split(path.sep);
  return [path.join(root, folder), path.join(root, 'package.json')];
}

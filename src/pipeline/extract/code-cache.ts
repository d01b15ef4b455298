/**
 * Compiled code that the children find beside what their parent compiled: half of a child's start is stripping types and compiling.
 * Node asks for the right to write there. A child has it only until its modules are loaded, which is before it is given a file: whoever
 * could write there could leave code for others (rule P1).
 */
import { enableCompileCache, flushCompileCache, getCompileCacheDir } from 'node:module';
import path from 'node:path';

/** The first releases known to let a process give a right away while it runs. */
const CAN_DROP = { 24: 21, 26: 7 } as const satisfies Record<number, number>;

/** The folder this process keeps compiled code in, for its children; undefined without one, or where they could not give the right back. */
export function codeCacheForChildren(version: string = process.versions.node): string | undefined {
  // Node puts a folder a version into the one that it was given.
  const folder = getCompileCacheDir();
  return folder !== undefined && canDrop(version) ? path.dirname(folder) : undefined;
}

function canDrop(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const least = major === 24 || major === 26 ? CAN_DROP[major] : undefined;
  return least === undefined ? major > 26 : minor >= least;
}

/** In a child, before anything else: loads its modules through the cache that its parent named, if any, and gives the right to write away. */
export async function loadThroughCache<T>(folder: string | undefined, load: () => Promise<T>): Promise<T> {
  if (folder === undefined) return load();
  enableCompileCache(folder);
  const loaded = await load();
  flushCompileCache();
  giveUpWriting(folder);
  return loaded;
}

interface Droppable {
  has(scope: string, reference: string): boolean;
  drop(scope: string): void;
}

/** Ends the child when it could still write: a child that keeps a right must not be given a file. */
function giveUpWriting(folder: string): void {
  const permission: unknown = process.permission;
  if (!isDroppable(permission)) throw new Error('the right to write cannot be given up');
  permission.drop('fs.write');
  if (permission.has('fs.write', folder)) throw new Error('the right to write was not given up');
}

const isDroppable = (permission: unknown): permission is Droppable =>
  typeof permission === 'object' && permission !== null && 'drop' in permission && 'has' in permission;

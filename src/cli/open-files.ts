/** The files that a command line names: folders are walked, missing ones become an error that says so. */
import { access, constants, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../domain/errors.ts';

/** Throws UserError for a path that is not there. Order: as given, folders by name. */
export async function expandFiles(paths: readonly string[], options: { folders: boolean }): Promise<string[]> {
  const files: string[] = [];
  for (const given of paths) {
    const info = await stat(given).catch(() => undefined);
    if (!info) throw new UserError(`${given}: there is no such file.`, 'Check the path; quote names with spaces.');
    const readable = await access(given, constants.R_OK).then(
      () => true,
      () => false,
    );
    if (!readable) throw new UserError(`${given} cannot be read.`, 'Check the rights of the file for this user.');
    if (!info.isDirectory()) files.push(given);
    else if (options.folders) files.push(...(await walk(given)));
    else throw new UserError(`${given} is a folder.`, `Name its files, for example ${path.join(given, '*')}.`);
  }
  return files;
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

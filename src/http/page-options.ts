/** What every page is given. */
import type { Clock } from '../domain/clock.ts';
import type { Store } from '../store/store.ts';

/** Codes and names of errors, never an address: it would open the page. */
export interface PageLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface PageOptions {
  store: Store;
  clock: Clock;
  log: PageLog;
  /** Who runs this: the name that mails come from. */
  sender: string;
}

/** Fields of a form, names in lower case, the first value of each; files are left out. */
export type SubmittedFields = ReadonlyMap<string, string>;

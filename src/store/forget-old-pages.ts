/** The files of the database hold older copies of changed pages until they are told to let go of them (rule A8). */
import { dropOldPages } from '#dialect';
import type { Store } from './store.ts';

/** False while another process reads: ask again. */
export const forgetOldPages = async (store: Store): Promise<boolean> => dropOldPages(store.db);

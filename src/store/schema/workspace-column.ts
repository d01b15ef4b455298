/**
 * Every table, once, for both engines (principle 8), stands in this folder. Every row carries its workspace; every row with a
 * `personal` column names whose it is by `personId` or `candidateId` (principle 11; a test walks the folder).
 */
import { text } from '#dialect';

export const workspace = () => text('workspace').notNull();

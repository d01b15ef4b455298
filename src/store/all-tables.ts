/** Every table of the schema by name: what walks all data about people cannot forget one (a test compares it with the folder). */
import { type AnyColumn, type AnyTable, isTable, tableName } from '#dialect';
import * as applications from './schema/applications.ts';
import * as candidates from './schema/candidates.ts';
import * as corrections from './schema/corrections.ts';
import * as delivery from './schema/delivery.ts';
import * as matches from './schema/matches.ts';
import * as models from './schema/models.ts';
import * as offers from './schema/offers.ts';
import * as people from './schema/people.ts';
import * as postings from './schema/postings.ts';
import * as privacy from './schema/privacy.ts';
import * as submissions from './schema/submissions.ts';
import * as suppressions from './schema/suppressions.ts';

const MODULES: readonly Readonly<Record<string, unknown>>[] = [
  applications,
  candidates,
  corrections,
  delivery,
  matches,
  models,
  offers,
  people,
  postings,
  privacy,
  submissions,
  suppressions,
];

export const TABLES: ReadonlyMap<string, AnyTable> = new Map(
  MODULES.flatMap((module) => Object.values(module))
    .filter(isTable)
    .map((table) => [tableName(table), table]),
);

/** The column that the program calls so, where the table has one. */
export function columnNamed(columns: Readonly<Record<string, AnyColumn>>, name: string): AnyColumn | undefined {
  return columns[name];
}

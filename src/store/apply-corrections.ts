/** Changes about what people said besides their files. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Plan } from '#dialect';
import { type Applying, type ChangeOf, plainly } from './applying.ts';
import { corrections, preferenceVersions } from './schema/corrections.ts';
import { persons } from './schema/people.ts';

export function correctionMade({ tx }: Applying, { workspace, correction }: ChangeOf<'correctionMade'>): Plan {
  return plainly(
    tx
      .insert(corrections)
      .values({ ...correction, workspace })
      .onConflictDoNothing({ target: corrections.id }),
  );
}

export function correctionsRetracted({ tx }: Applying, { workspace, ids, at }: ChangeOf<'correctionsRetracted'>): Plan {
  const these = and(eq(corrections.workspace, workspace), inArray(corrections.id, [...ids]), isNull(corrections.retractedAt));
  return plainly(tx.update(corrections).set({ retractedAt: at }).where(these));
}

/** Two messages at once make the same version: the later one is a conflict and reads again, so that no wish is lost. */
export function preferencesSet({ tx }: Applying, change: ChangeOf<'preferencesSet'>): Plan {
  const { workspace, personId, preferences, submissionId, at } = change;
  const { version } = preferences;
  const kept = tx
    .insert(preferenceVersions)
    .values({ workspace, personId, version, data: preferences, submissionId, at })
    .onConflictDoNothing({ target: [preferenceVersions.workspace, preferenceVersions.personId, preferenceVersions.version] })
    .returning({ version: preferenceVersions.version });
  const person = and(eq(persons.workspace, workspace), eq(persons.id, personId));
  return [{ must: kept, otherwise: 'conflict' }, ...plainly(tx.update(persons).set({ preferences }).where(person))];
}

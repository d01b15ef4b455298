/** Changes about candidates and what was read of their resumes. */
import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { Plan } from '#dialect';
import { type Applying, type ChangeOf, plainly } from './applying.ts';
import { lookupHash } from './personal-columns.ts';
import { candidateAccess, candidateLookups, candidates, resumes, resumeVersions, termMentions } from './schema/candidates.ts';

/** The code of the first time stays. */
export function candidateFound({ tx }: Applying, { candidate }: ChangeOf<'candidateFound'>): Plan {
  return plainly(tx.insert(candidates).values(candidate).onConflictDoNothing({ target: candidates.id }));
}

export function candidateLookupAdded({ tx, keys }: Applying, change: ChangeOf<'candidateLookupAdded'>): Plan {
  const { workspace, candidateId, field, value } = change;
  const hash = lookupHash(keys.lookup, workspace, field, value);
  const row = [candidateLookups.workspace, candidateLookups.candidateId, candidateLookups.field, candidateLookups.hash];
  return plainly(
    tx.insert(candidateLookups).values({ workspace, candidateId, field, hash }).onConflictDoNothing({ target: row }),
  );
}

export function candidateLookupRemoved({ tx, keys }: Applying, change: ChangeOf<'candidateLookupRemoved'>): Plan {
  const { workspace, candidateId, field, value } = change;
  const { workspace: ws, candidateId: candidate, field: by, hash } = candidateLookups;
  const own = and(eq(ws, workspace), eq(candidate, candidateId), eq(by, field));
  return plainly(tx.delete(candidateLookups).where(and(own, eq(hash, lookupHash(keys.lookup, workspace, field, value)))));
}

/** Access that was given for another reason outlives that a candidate is somebody's own (`ownCandidateSet`). */
export function accessGranted({ tx }: Applying, change: ChangeOf<'accessGranted'>): Plan {
  const { kind: _, ...row } = change;
  const { workspace, personId, candidateId, submissionId, resumeId } = candidateAccess;
  return plainly(
    tx
      .insert(candidateAccess)
      .values(row)
      .onConflictDoUpdate({
        target: [workspace, personId, candidateId, submissionId, resumeId],
        set: { reason: row.reason },
        setWhere: eq(candidateAccess.reason, 'own'),
      }),
  );
}

/**
 * Two races end as `conflict`, so that the step reads again: the same bytes became another candidate's resume meanwhile, and the same
 * version exists with other content (two corrections at once). The same version with the same content is a repetition.
 */
export function resumeParsed({ tx }: Applying, { resume }: ChangeOf<'resumeParsed'>): Plan {
  const { id, workspace, code, candidateId, blobId, version, createdAt } = resume;
  const { origin, data, parserVersion, submissionId } = resume;
  const newest = sql`case when excluded.version > ${resumes.version} then excluded.version else ${resumes.version} end`;
  const head = tx
    .insert(resumes)
    .values({ id, workspace, code, candidateId, blobId, version, createdAt })
    .onConflictDoUpdate({
      target: [resumes.workspace, resumes.id],
      set: { version: newest },
      setWhere: sql`${resumes.candidateId} = excluded.candidate_id`,
    })
    .returning({ id: resumes.id });
  const content = tx
    .insert(resumeVersions)
    .values({
      workspace,
      resumeId: id,
      version,
      candidateId,
      origin,
      data,
      parserVersion,
      createdAt,
      audience: submissionId ?? '',
    })
    .onConflictDoUpdate({
      target: [resumeVersions.workspace, resumeVersions.resumeId, resumeVersions.version],
      set: { parserVersion },
      setWhere: sql`${resumeVersions.data} = excluded.data and ${resumeVersions.audience} = excluded.audience`,
    })
    .returning({ version: resumeVersions.version });
  return [
    { must: head, otherwise: 'conflict' },
    { must: content, otherwise: 'conflict' },
  ];
}

/** So many values one statement may carry on both engines with room to spare. */
const TERMS_A_STATEMENT = 200;

/** Terms that were there keep when they were first seen. */
export function termsMentioned({ tx }: Applying, change: ChangeOf<'termsMentioned'>): Plan {
  const { workspace, candidateId, resumeId, at } = change;
  const rows = change.terms.map(({ kind, term }) => ({ workspace, kind, term, candidateId, resumeId, firstSeen: at }));
  const { workspace: ws, kind, term, candidateId: candidate, resumeId: resume } = termMentions;
  const target = [ws, kind, term, candidate, resume];
  const inserts = Array.from({ length: Math.ceil(rows.length / TERMS_A_STATEMENT) }, (_, page) =>
    tx
      .insert(termMentions)
      .values(rows.slice(page * TERMS_A_STATEMENT, (page + 1) * TERMS_A_STATEMENT))
      .onConflictDoNothing({ target }),
  );
  return plainly(...(change.instead ? forgotten(tx, change) : []), ...inserts);
}

/** Rows of the resume's terms that are not among these. */
function forgotten(tx: Applying['tx'], { workspace, resumeId, terms }: ChangeOf<'termsMentioned'>) {
  const own = and(eq(termMentions.workspace, workspace), eq(termMentions.resumeId, resumeId));
  return TERM_KINDS.map((kind) => {
    const left = terms.flatMap((mention) => (mention.kind === kind ? [mention.term] : []));
    const gone = left.length > 0 ? notInArray(termMentions.term, left) : undefined;
    return tx.delete(termMentions).where(and(own, eq(termMentions.kind, kind), gone));
  });
}

const TERM_KINDS = ['skill', 'company', 'title'] as const;

/** Which skills new postings ask for. Postings are nobody's personal data; what comes of it is an aggregate all the same. */
import { and, asc, eq, gt, gte } from 'drizzle-orm';
import type { WorkspaceId } from '../domain/ids.ts';
import { postings, postingVersions } from './schema/postings.ts';
import type { Store } from './store.ts';

export interface NewPosting {
  /** Milliseconds. */
  createdAt: number;
  /** Ids of the skill dictionary, each once. */
  skills: readonly string[];
}

/** Postings are some kB each: so many are read between two turns of the event loop (rule R1). */
const PAGE = 100;

/** Open postings that came in since then (milliseconds). */
export async function newPostingSkills(store: Store, workspace: WorkspaceId, since: number): Promise<NewPosting[]> {
  const found: NewPosting[] = [];
  let after = '';
  for (;;) {
    const page = await store.db
      .select({ id: postings.id, createdAt: postings.createdAt, data: postingVersions.data })
      .from(postings)
      .innerJoin(
        postingVersions,
        and(
          eq(postingVersions.workspace, postings.workspace),
          eq(postingVersions.postingId, postings.id),
          eq(postingVersions.version, postings.version),
        ),
      )
      .where(
        and(
          eq(postings.workspace, workspace),
          eq(postings.status, 'approved'),
          gte(postings.createdAt, since),
          gt(postings.id, after),
        ),
      )
      .orderBy(asc(postings.id))
      .limit(PAGE);
    for (const { createdAt, data } of page) {
      const asked = data.requirements.filter((one) => one.kind !== 'context').flatMap((one) => one.skills);
      found.push({ createdAt, skills: [...new Set(asked)] });
    }
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE) return found;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

/** Postings prepared for scoring, kept while they are in use: preparing costs some ten times what scoring a pair does. Postings are nobody's personal data. */
import type { Posting } from '../../domain/posting.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { createPostingPreparer, type PreparedPosting } from './prepare-posting.ts';

export interface PreparedPostings {
  get(posting: { id: string; version: number; data: Posting }): PreparedPosting;
}

/**
 * Serves what comes again soon: the pages of resumes that one batch of postings is scored for, the postings of several lists. A resume
 * that is scored for all postings goes through them once, whatever is kept: with 20,000 of them 4,000 kept were 180 MB and no hit.
 */
const KEPT = 600;

/** The oldest goes first; a new version is another entry. */
export function createPreparedPostings(taxonomy: Taxonomy, kept = KEPT): PreparedPostings {
  const prepared = new Map<string, PreparedPosting>();
  const prepare = createPostingPreparer(taxonomy);
  return {
    get({ id, version, data }) {
      const key = `${id}\0${version}`;
      const known = prepared.get(key) ?? prepare(data);
      prepared.delete(key);
      prepared.set(key, known);
      const [oldest] = prepared.keys();
      if (prepared.size > kept && oldest !== undefined) prepared.delete(oldest);
      return known;
    },
  };
}

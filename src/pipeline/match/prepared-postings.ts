/** Postings prepared for scoring, kept while they are in use: preparing costs some ten times what scoring a pair does. Postings are nobody's personal data. */
import type { Posting } from '../../domain/posting.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { type PreparedPosting, preparePosting } from './prepare-posting.ts';

export interface PreparedPostings {
  get(posting: { id: string; version: number; data: Posting }): PreparedPosting;
}

/** About 10 kB each. */
const KEPT = 4000;

/** The oldest goes first; a new version is another entry. */
export function createPreparedPostings(taxonomy: Taxonomy, kept = KEPT): PreparedPostings {
  const prepared = new Map<string, PreparedPosting>();
  return {
    get({ id, version, data }) {
      const key = `${id}\0${version}`;
      const known = prepared.get(key) ?? preparePosting(data, taxonomy);
      prepared.delete(key);
      prepared.set(key, known);
      const [oldest] = prepared.keys();
      if (prepared.size > kept && oldest !== undefined) prepared.delete(oldest);
      return known;
    },
  };
}

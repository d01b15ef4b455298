/** What choosing a digest needs. */
import type { Person, Viewer } from '../domain/people.ts';
import type { Taxonomy } from '../domain/taxonomy.ts';
import type { PreparedPostings } from '../pipeline/match/prepared-postings.ts';
import type { PostingRow } from '../store/postings.ts';
import type { Store } from '../store/store.ts';
import type { ReadDemand } from './market-trends.ts';

/** A posting that a recruiter wants candidates for. */
export interface WatchedPosting {
  posting: PostingRow;
  /** What came to them since then is new: when they last looked at its shortlist, or chose it. Milliseconds. */
  since: number;
}

export interface DigestOptions {
  store: Store;
  taxonomy: Taxonomy;
  /** 0…100 (SHOW_FROM). */
  showFrom: number;
  /** Shared with scoring, where the process scores. */
  prepared?: PreparedPostings;
  /** Shared by the digests of a process; without it each looks for itself. */
  demand?: ReadDemand;
}

/** The person as a reader of people's data. */
export const viewerOf = (person: Person): Viewer => ({ workspace: person.workspace, personId: person.id, role: person.role });

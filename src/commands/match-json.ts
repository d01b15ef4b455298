/** A match as `--json` prints it: ids are codes, names as in the table of words. */
import type { Preset } from '../domain/match.ts';
import type { Viewer } from '../domain/people.ts';
import { getCandidate } from '../store/candidates.ts';
import type { MatchRow } from '../store/matches.ts';
import { getPosting } from '../store/postings.ts';
import { getResume } from '../store/resumes.ts';
import type { Store } from '../store/store.ts';

export async function matchJson(store: Store, viewer: Viewer, row: MatchRow, preset: Preset): Promise<Record<string, unknown>> {
  const [candidate, resume, posting] = await Promise.all([
    getCandidate(store, viewer, row.candidateId),
    getResume(store, viewer, row.resumeId),
    getPosting(store, viewer.workspace, row.postingId),
  ]);
  const { score } = row;
  return {
    id: row.code,
    candidate: candidate && { id: candidate.code, name: candidate.name },
    resume: resume && { id: resume.code, version: row.resumeVersion },
    posting: posting && {
      id: posting.code,
      version: row.postingVersion,
      title: posting.data.title,
      company: posting.data.company,
      url: posting.data.url,
    },
    preset,
    score: score.totals[preset],
    totals: score.totals,
    confidence: score.confidence,
    parts: score.parts,
    met: score.met,
    missing: score.missing,
    vetoes: score.vetoes,
    scoreVersion: score.scoreVersion,
    asOf: score.asOf,
  };
}

/** New candidates for the postings of a recruiter, as options of a digest (F7.2). */
import type { Viewer } from '../domain/people.ts';
import { candidateItem } from '../messages/match-items.ts';
import { explainScore } from '../pipeline/match/explain-score.ts';
import { rankForViewer } from '../pipeline/match/rank-for-viewer.ts';
import { matchesForPosting } from '../store/matches.ts';
import { getResume } from '../store/resumes.ts';
import type { DigestOption } from './digest-option.ts';
import type { DigestOptions, WatchedPosting } from './digest-options.ts';

const A_POSTING = 50;

/** Candidates whose resume came to the viewer after they last looked at the posting. */
export async function candidateChoices(
  options: DigestOptions,
  viewer: Viewer,
  watched: readonly WatchedPosting[],
): Promise<DigestOption[]> {
  const found: DigestOption[] = [];
  for (const one of watched) found.push(...(await choicesFor(options, viewer, one)));
  return found;
}

async function choicesFor(options: DigestOptions, viewer: Viewer, { posting, since }: WatchedPosting): Promise<DigestOption[]> {
  const { store, taxonomy, showFrom } = options;
  const rows = await matchesForPosting(store, viewer, posting.id, { minScore: showFrom, limit: A_POSTING });
  const { ranked } = await rankForViewer(store, taxonomy, viewer, rows, 'recruiter');
  const found: DigestOption[] = [];
  for (const { match, order, mark } of ranked) {
    const { row } = match;
    const resume = await getResume(store, viewer, row.resumeId);
    if (!resume || resume.createdAt <= since) continue;
    found.push({
      matchId: row.id,
      candidateId: row.candidateId,
      postingId: row.postingId,
      postingVersion: row.postingVersion,
      total: row.recruiterTotal,
      order,
      turnedDown: mark === 'not-interested',
      // Two candidates with one headline are no repetition: only jobs are told apart by their words.
      title: '',
      section: { kind: 'candidates', posting: { code: posting.code, title: posting.data.title, company: posting.data.company } },
      item: (number) => candidateItem(row, resume.data, { number, reasons: explainScore(row.score, posting.data) }),
    });
  }
  return found;
}

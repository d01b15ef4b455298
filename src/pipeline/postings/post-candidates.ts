/** Who of the poster's own candidates fits a job that was posted just now; scored here, because somebody waits for the answer. */
import type { Change } from '../../domain/changes.ts';
import { dateOf } from '../../domain/clock.ts';
import type { Viewer } from '../../domain/people.ts';
import type { CardItem } from '../../messages/card.ts';
import { candidateItem } from '../../messages/match-items.ts';
import type { PostingRow } from '../../store/postings.ts';
import { type ResumeView, resumesPage } from '../../store/resumes.ts';
import { explainScore } from '../match/explain-score.ts';
import { type MatchOptions, scorePairs } from '../match/match-steps.ts';
import { prepareCandidate } from '../match/prepare-candidate.ts';
import { readFacts } from '../match/read-facts.ts';

export interface BestCandidates {
  items: CardItem[];
  about: string[];
  /** The matches of the items, so that their numbers mean something. */
  changes: Change[];
  /** How many were compared; the task behind the posting does the rest. */
  compared: number;
  all: boolean;
}

type Scored = Extract<Change, { kind: 'matchScored' }>;

/** About 3 ms each. */
const COMPARED = 200;
const A_PAGE = 20;
const SHOWN = 5;

export async function bestCandidates(
  options: MatchOptions,
  viewer: Viewer,
  posting: Pick<PostingRow, 'id' | 'version' | 'data'>,
  showFrom: number,
): Promise<BestCandidates> {
  const { store, taxonomy, clock } = options;
  const found = new Map<string, { scored: Scored; resume: ResumeView }>();
  let compared = 0;
  let after: string | undefined;
  let size = A_PAGE;
  while (size === A_PAGE && compared < COMPARED) {
    const page = await resumesPage(store, viewer, after, A_PAGE);
    for (const resume of page) {
      const candidate = prepareCandidate(readFacts(resume.data, taxonomy, dateOf(clock.now())), taxonomy);
      const changes = await scorePairs(options, viewer.workspace, { resume, candidate }, [posting], AbortSignal.any([]));
      for (const scored of changes) {
        if (scored.kind !== 'matchScored' || totalOf(scored) < showFrom) continue;
        const known = found.get(resume.candidateId);
        if (!known || totalOf(known.scored) < totalOf(scored)) found.set(resume.candidateId, { scored, resume });
      }
    }
    size = page.length;
    compared += page.length;
    after = page.at(-1)?.id;
  }
  const best = [...found.values()].sort((a, b) => totalOf(b.scored) - totalOf(a.scored)).slice(0, SHOWN);
  const items = best.map(({ scored, resume }, at) => itemOf(scored, resume, posting, at + 1));
  return {
    items,
    about: best.map(({ resume }) => resume.candidateId),
    changes: best.map(({ scored }) => scored),
    compared,
    all: size < A_PAGE,
  };
}

const totalOf = ({ match }: Scored): number => match.score.totals.recruiter;

const itemOf = ({ match }: Scored, resume: ResumeView, posting: Pick<PostingRow, 'data'>, number: number): CardItem => {
  const { good, missing } = explainScore(match.score, posting.data);
  return candidateItem(match, resume.data, { number, reasons: { good: good.slice(0, 2), missing: missing.slice(0, 1) } });
};

/** A stored match scored again from the versions it names (F5.4): the bytes must be the same, whatever came after. */
import type { Preferences } from '../../domain/match.ts';
import { type Person, serviceViewer, type Viewer } from '../../domain/people.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { getMatch } from '../../store/matches.ts';
import { ownersOf } from '../../store/people.ts';
import { getPostingVersion } from '../../store/postings.ts';
import { preferencesOfVersion } from '../../store/preferences.ts';
import { getResumeVersion } from '../../store/resumes.ts';
import type { Store } from '../../store/store.ts';
import { replay, scoreBytes } from './replay.ts';

export interface ReplayedMatch {
  /** Canonical JSON of the score as stored, and as it comes out again. */
  stored: string;
  again: string;
}

/** By id or code; undefined for what the viewer may not see. Throws RangeError for a score of another version of the program. */
export async function replayMatch(
  store: Store,
  taxonomy: Taxonomy,
  viewer: Viewer,
  idOrCode: string,
): Promise<ReplayedMatch | undefined> {
  const match = await getMatch(store, viewer, idOrCode);
  if (!match) return undefined;
  const [resume, posting, owners] = await Promise.all([
    getResumeVersion(store, viewer, match.resumeId, match.resumeVersion),
    getPostingVersion(store, viewer.workspace, match.postingId, match.postingVersion),
    ownersOf(store, viewer.workspace, match.candidateId),
  ]);
  if (!resume || !posting) return undefined;
  const { scoreVersion, asOf } = match.score;
  const preferences = owners[0] && (await wishesThen(store, owners[0], match.preferencesVersion));
  const again = replay({ resume: resume.data, posting, preferences, scoreVersion, asOf }, taxonomy);
  return { stored: scoreBytes(match.score), again: scoreBytes(again) };
}

const wishesThen = async (store: Store, owner: Person, version: number): Promise<Preferences | undefined> =>
  owner.preferences?.version === version
    ? owner.preferences
    : preferencesOfVersion(store, serviceViewer(owner.workspace), owner.id, version);

/** Takes wishes in, or takes the last ones back: the next version, the scoring that follows, and what to show (F2.6). */
import type { Change } from '../../domain/changes.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Preferences } from '../../domain/match.ts';
import { type Person, serviceViewer } from '../../domain/people.ts';
import type { NewTask } from '../../domain/steps.ts';
import { preferencesByMessage, preferencesOfVersion } from '../../store/preferences.ts';
import { currentResume, resumesOfCandidates } from '../../store/resumes.ts';
import { inEveryAudience } from '../../store/scored-versions.ts';
import { matchResumeTask } from '../match/match-steps.ts';
import { applyPreferences } from './apply-preferences.ts';
import { viewerOf } from './correct-resume.ts';
import type { PreferenceChange } from './parse-preferences.ts';
import { type Rescored, type RescoreOptions, rescoreShown } from './rescore-shown.ts';

export interface PreferencesSet {
  changes: Change[];
  tasks: NewTask[];
  shown: {
    preferences: Preferences | undefined;
    /** False: nothing changed; the wishes are only shown. */
    changed: boolean;
    problems: string[];
    matches: Pick<Rescored, 'changed' | 'compared'>;
  };
}

/** Nothing is written. With no change in it, `changes` is empty and the wishes are shown as they are. */
export async function setPreferences(
  options: RescoreOptions,
  person: Person,
  wanted: readonly PreferenceChange[],
  submissionId?: SubmissionId,
): Promise<PreferencesSet> {
  const { preferences, changed, problems } = applyPreferences(person.preferences, wanted);
  if (!changed) return { changes: [], tasks: [], shown: { preferences: person.preferences, changed, problems, matches: NONE } };
  return nextWishes(options, person, preferences, problems, submissionId);
}

const NONE = { changed: [], compared: 0 };

/** Takes back what one message changed of the wishes; undefined when it changed none. Wishes that changed again since stay. */
export async function takeBackPreferences(
  options: RescoreOptions,
  person: Person,
  submissionId: SubmissionId,
): Promise<PreferencesSet | undefined> {
  const { store } = options;
  const viewer = viewerOf(person);
  const made = await preferencesByMessage(store, viewer, person.id, submissionId);
  if (!made) return undefined;
  if (made.version !== person.preferences?.version) {
    const problems = ['You changed your preferences again since, so I left them as they are.'];
    return { changes: [], tasks: [], shown: { preferences: person.preferences, changed: false, problems, matches: NONE } };
  }
  const before = await preferencesOfVersion(store, viewer, person.id, made.version - 1);
  // Without the message's id: to take back a taking back is to write the wish again.
  return nextWishes(options, person, { ...before, version: made.version + 1 }, []);
}

async function nextWishes(
  options: RescoreOptions,
  person: Person,
  preferences: Preferences,
  problems: string[],
  submissionId?: SubmissionId,
): Promise<PreferencesSet> {
  const { workspace, id: personId } = person;
  const at = options.clock.now().getTime();
  const set: Change = { kind: 'preferencesSet', workspace, personId, preferences, submissionId, at };
  const { changes, tasks, ...matches } = await rescoreOwn(options, person, preferences);
  return { changes: [set, ...changes], tasks, shown: { preferences, changed: true, problems, matches } };
}

/** The own list now; every view of every resume of the own candidate behind it. */
async function rescoreOwn(
  options: RescoreOptions,
  person: Person,
  preferences: Preferences,
): Promise<Rescored & { tasks: NewTask[] }> {
  const { store } = options;
  const { workspace, ownCandidateId } = person;
  const current = ownCandidateId === undefined ? undefined : await currentResume(store, viewerOf(person), ownCandidateId);
  if (!current || ownCandidateId === undefined) return { changes: [], tasks: [], ...NONE };
  const rescored = await rescoreShown(options, viewerOf(person), current, preferences);
  const resumes = await resumesOfCandidates(store, serviceViewer(workspace), [ownCandidateId]);
  const tasks = (await inEveryAudience(store, workspace, resumes)).map(({ id, audience }) => {
    const task = matchResumeTask(workspace, { resumeId: id, ...(audience === '' ? {} : { audience }) }, 4);
    return { ...task, id: `${task.id}:p${preferences.version}` };
  });
  return { ...rescored, tasks };
}

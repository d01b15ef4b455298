/** Reads of candidates: facts of their own they have none, everything comes from the resumes that the viewer may see. */
import { and, desc, eq, inArray, max, sql } from 'drizzle-orm';
import { foldWords } from '../domain/fold-text.ts';
import type { CandidateId, WorkspaceId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { visibleCandidateId } from './access.ts';
import { type CandidateSource, sourcesOf } from './candidate-sources.ts';
import type { VisibleResume } from './choose-current.ts';
import { lookupHash } from './personal-columns.ts';
import { type ResumeView, withData } from './resumes.ts';
import { candidateAccess, candidateLookups, candidates, resumes } from './schema/candidates.ts';
import { persons } from './schema/people.ts';
import type { Store } from './store.ts';
import { accessOf, seesAll } from './viewer-conditions.ts';
import { visibleResumes } from './visible-resumes.ts';

export interface CandidateView {
  id: CandidateId;
  code: string;
  /** Of the current resume, as are the next five. */
  name?: string;
  email?: string;
  phone?: string;
  label?: string;
  city?: string;
  experienceMonths: number;
  /** How many versions of resumes the viewer may see. */
  versions: number;
  /** Codes, the current one first. */
  resumes: string[];
  /** Latest first. */
  sources: CandidateSource[];
  /** It is the viewer's own candidate. */
  ownerIsViewer: boolean;
}

export interface ListCandidatesOptions {
  /** All of them must stand in name, headline, place, titles, skills or address. */
  words?: readonly string[];
  /** Of experience. */
  minYears?: number;
  limit?: number;
  /** Only the latest so many are looked at: for suggestions, which have no time. */
  among?: number;
  /** The last candidate of the page before. */
  after?: CandidateId;
}

/** So many candidates are looked at between two turns of the event loop (rule R1). */
const PAGE = 50;
const DEFAULT_LIMIT = 50;

/** Latest received first. A candidate without a visible resume does not exist. */
export async function listCandidates(
  store: Store,
  viewer: Viewer,
  options: ListCandidatesOptions = {},
): Promise<CandidateView[]> {
  const { limit = DEFAULT_LIMIT } = options;
  const words = (options.words ?? []).map(foldWords).filter(Boolean);
  const found: CandidateView[] = [];
  let after = options.after;
  for (let looked = 0; found.length < limit && looked < (options.among ?? Number.POSITIVE_INFINITY); looked += PAGE) {
    const ids = await latestCandidates(store, viewer, after, PAGE);
    const { views, texts } = await viewsOf(store, viewer, ids);
    const enough = views.filter((view) => view.experienceMonths >= (options.minYears ?? 0) * 12);
    found.push(...enough.filter((view) => words.every((word) => texts.get(view.id)?.includes(word))));
    after = ids.at(-1);
    if (ids.length < PAGE) break;
  }
  return found.slice(0, limit);
}

/** Unknown and forbidden are both undefined. */
export async function getCandidate(store: Store, viewer: Viewer, idOrCode: string): Promise<CandidateView | undefined> {
  const id = await visibleCandidateId(store, viewer, idOrCode);
  return id === undefined ? undefined : (await viewsOf(store, viewer, [id])).views[0];
}

/** How many candidates the viewer may see. */
export async function countCandidates(store: Store, viewer: Viewer): Promise<number> {
  const rows = seesAll(viewer)
    ? await store.db
        .select({ count: sql<number>`cast(count(distinct ${resumes.candidateId}) as integer)` })
        .from(resumes)
        .where(eq(resumes.workspace, viewer.workspace))
    : await store.db
        .select({ count: sql<number>`cast(count(distinct ${candidateAccess.candidateId}) as integer)` })
        .from(candidateAccess)
        .innerJoin(resumes, and(eq(resumes.workspace, candidateAccess.workspace), eq(resumes.id, candidateAccess.resumeId)))
        .where(accessOf(viewer));
  return rows[0]?.count ?? 0;
}

/** Who is known by it, whoever may see them: for telling whose resume a new one is. The answer goes to nobody. */
export async function candidatesByLookup(
  store: Store,
  workspace: WorkspaceId,
  field: 'email' | 'phone' | 'name',
  value: string,
): Promise<CandidateId[]> {
  const hash = lookupHash(store.keys.lookup, workspace, field, value);
  const rows = await store.db
    .select({ candidateId: candidateLookups.candidateId })
    .from(candidateLookups)
    .where(and(eq(candidateLookups.workspace, workspace), eq(candidateLookups.field, field), eq(candidateLookups.hash, hash)))
    .orderBy(candidateLookups.candidateId);
  return rows.map((row) => row.candidateId);
}

/** Ids in order of when anything of them last came to the viewer. */
async function latestCandidates(
  store: Store,
  viewer: Viewer,
  after: CandidateId | undefined,
  limit: number,
): Promise<CandidateId[]> {
  const rows = seesAll(viewer) ? arrivedInAll(store, viewer) : arrivedTo(store, viewer);
  const last = after === undefined ? [] : await store.db.select().from(rows).where(eq(rows.candidateId, after)).limit(1);
  const [from] = last;
  if (after !== undefined && !from) return [];
  const page = await store.db
    .select({ candidateId: rows.candidateId })
    .from(rows)
    .where(from && sql`(${rows.at}, ${rows.candidateId}) < (${from.at}, ${from.candidateId})`)
    .orderBy(desc(rows.at), desc(rows.candidateId))
    .limit(limit);
  return page.map((row) => row.candidateId);
}

const arrivedInAll = (store: Store, viewer: Viewer) =>
  store.db
    .select({ candidateId: resumes.candidateId, at: max(resumes.createdAt).as('at') })
    .from(resumes)
    .where(eq(resumes.workspace, viewer.workspace))
    .groupBy(resumes.candidateId)
    .as('arrived');

const arrivedTo = (store: Store, viewer: Viewer) =>
  store.db
    .select({ candidateId: candidateAccess.candidateId, at: max(candidateAccess.at).as('at') })
    .from(candidateAccess)
    .where(accessOf(viewer))
    .groupBy(candidateAccess.candidateId)
    .as('arrived');

/** In the order of the ids; `texts` is what words are looked for in. */
async function viewsOf(
  store: Store,
  viewer: Viewer,
  ids: readonly CandidateId[],
): Promise<{ views: CandidateView[]; texts: Map<CandidateId, string> }> {
  const visible = await visibleResumes(store, viewer, ids);
  const current = [...visible.values()].flatMap(([first]) => (first ? [first] : []));
  const data = new Map((await withData(store, viewer, current)).map((resume) => [resume.candidateId, resume]));
  const codes = await codesOf(store, viewer, ids);
  const sources = await sourcesOf(store, viewer, ids);
  const own = await ownCandidateOf(store, viewer);
  const views: CandidateView[] = [];
  const texts = new Map<CandidateId, string>();
  for (const id of ids) {
    const resume = data.get(id);
    const code = codes.get(id);
    if (!resume || code === undefined) continue;
    views.push({
      ...factsOf(resume),
      ...countsOf(visible.get(id) ?? []),
      id,
      code,
      sources: sources.get(id) ?? [],
      ownerIsViewer: id === own,
    });
    texts.set(id, searchTextOf(resume));
  }
  return { views, texts };
}

const factsOf = ({ data: { basics, meta } }: ResumeView) => ({
  experienceMonths: meta.shortlist.derived.experienceMonths,
  name: basics.name,
  email: basics.email,
  phone: basics.phone,
  label: basics.label,
  city: basics.location?.city,
});

const countsOf = (visible: readonly VisibleResume[]) => ({
  versions: visible.reduce((sum, resume) => sum + resume.versions, 0),
  resumes: visible.map((resume) => resume.code),
});

function searchTextOf({ data }: ResumeView): string {
  const { name, email, label, location } = data.basics;
  const titles = data.work.map((work) => work.position);
  const skills = data.skills.flatMap((skill) => [skill.name, ...skill.keywords]);
  return foldWords([name, email, label, location?.city, location?.region, ...titles, ...skills].filter(Boolean).join(' '));
}

async function codesOf(store: Store, viewer: Viewer, ids: readonly CandidateId[]): Promise<Map<CandidateId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .select({ id: candidates.id, code: candidates.code })
    .from(candidates)
    .where(and(eq(candidates.workspace, viewer.workspace), inArray(candidates.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row.code]));
}

async function ownCandidateOf(store: Store, viewer: Viewer): Promise<CandidateId | undefined> {
  if (viewer.personId === null) return undefined;
  const rows = await store.db
    .select({ candidateId: persons.ownCandidateId })
    .from(persons)
    .where(and(eq(persons.workspace, viewer.workspace), eq(persons.id, viewer.personId)))
    .limit(1);
  return rows[0]?.candidateId ?? undefined;
}

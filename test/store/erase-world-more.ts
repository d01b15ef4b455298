/** What people of an erase world do besides sending files: corrections, applications, wishes, posted and selected jobs; and what is left of it. */
import fc from 'fast-check';
import type { Change } from '../../src/domain/changes.ts';
import { AT, matchScored, postingData, postingSaved, resumeData, resumeParsed, W } from './build-changes.ts';
import type { EraseWorld, Sent } from './erase-world.ts';
import type { Row, Tables } from './read-tables.ts';

export interface MoreOfWorld {
  /** By somebody who has access through message `sent`, to be seen by whoever has. */
  corrected: readonly { sent: number; file: number; author: number }[];
  selected: readonly { person: number; job: 'j0' | 'j1' }[];
  /** Of the job j1. */
  poster: number | null;
  wishing: readonly number[];
}

const person = fc.nat({ max: 3 });
export const moreOfWorlds = {
  corrected: fc.uniqueArray(fc.record({ sent: fc.nat({ max: 4 }), file: fc.nat({ max: 5 }), author: person }), {
    maxLength: 6,
    selector: ({ sent, file }) => `${sent} ${file}`,
  }),
  selected: fc.uniqueArray(fc.record({ person, job: fc.constantFrom<'j0' | 'j1'>('j0', 'j1') }), {
    maxLength: 4,
    selector: (one) => `${one.person} ${one.job}`,
  }),
  poster: fc.option(person),
  wishing: fc.uniqueArray(person, { maxLength: 3 }),
};

export const codeOf = (who: number): string => `p0000000${who}`;
const feedOf = (who: number): string => `posted:${codeOf(who)}`;
export const accessBy = ({ sender, verified, readers }: Sent): number[] => [
  ...new Set([...(verified ? [sender] : []), ...readers]),
];

const AD = ['About the work', 'The end'] as const;

export function moreChanges(
  world: EraseWorld,
  of: { candidate(f: number): string; resume(f: number): string; application(n: number, f: number): string },
): Change[] {
  const changes: Change[] = [];
  for (const [n, sent] of world.sent.entries()) {
    if (!sent.applies) continue;
    for (const f of sent.files) {
      const id = of.application(n, f);
      const what = { candidateId: of.candidate(f), resumeId: of.resume(f), personId: `p${sent.sender}`, submissionId: `s${n}` };
      changes.push({ kind: 'applicationReceived', workspace: W, application: { id, postingId: 'j0', ...what, at: AT } });
      for (const who of sent.readers)
        changes.push({
          kind: 'applicationTold',
          workspace: W,
          applicationId: id,
          personId: `p${who}`,
          told: what.resumeId,
          at: AT,
        });
    }
  }
  for (const [i, one] of corrections(world).entries()) changes.push(...correction(i, one, of));
  const [before, after] = AD;
  if (world.poster !== null) {
    const description = `${before}\nWrite to P${world.poster}@Example.com\n${after}`;
    changes.push(
      postingSaved('j1', { data: postingData('Title j1', { description }) }),
      {
        kind: 'postingSourceSeen',
        workspace: W,
        feed: feedOf(world.poster),
        sourceKey: 'ad',
        postingId: 'j1',
        contentHash: 'h',
        at: AT,
      },
      { kind: 'postingPosted', workspace: W, postingId: 'j1', personId: `p${world.poster}` },
    );
  }
  for (const { person: who, job } of world.selected)
    changes.push({ kind: 'postingSelected', workspace: W, postingId: job, personId: `p${who}`, channel: 'email', at: AT });
  for (const who of world.wishing)
    changes.push({
      kind: 'preferencesSet',
      workspace: W,
      personId: `p${who}`,
      preferences: { version: 1, excludedCompanies: ['Acme'] },
      at: AT,
    });
  for (let who = 0; who < world.roles.length; who++)
    changes.push({
      kind: 'addressSuppressed',
      workspace: W,
      channel: 'email',
      address: `p${who}@example.com`,
      cause: 'bounce',
      at: AT,
    });
  return changes;
}

const corrections = (world: EraseWorld) =>
  world.corrected.filter(({ sent: n, file, author }) => {
    const sent = world.sent[n];
    return sent?.files.includes(file) && accessBy(sent).includes(author);
  });

/** The corrected view and a score of it; numbers of versions only have to differ. */
function correction(
  i: number,
  { sent, file, author }: MoreOfWorld['corrected'][number],
  of: { candidate(f: number): string; resume(f: number): string },
): Change[] {
  const candidateId = of.candidate(file);
  const resumeId = of.resume(file);
  const pair = { candidateId, resumeId, postingId: 'j0' };
  return [
    {
      kind: 'correctionMade',
      workspace: W,
      correction: {
        id: `k${i}`,
        candidateId,
        resumeId,
        personId: `p${author}`,
        author: 'sender',
        audience: `s${sent}`,
        submissionId: `s${sent}`,
        position: 0,
        path: 'basics.label',
        op: 'set',
        value: `Label ${i}`,
        at: AT,
      },
    },
    resumeParsed(resumeId, candidateId, {
      version: 2 + i,
      origin: 'correction',
      submissionId: `s${sent}`,
      data: resumeData(`corrected ${i}`),
    }),
    matchScored(`mk${i}`, pair, { resumeVersion: 2 + i }),
  ];
}

/** Which rows of it are left when `e` goes; `goneIds`: resumes that go. */
export function moreLeft(
  world: EraseWorld,
  e: number,
  before: Tables,
  goneIds: ReadonlySet<string>,
): Record<string, (row: Row) => boolean> {
  const me = `p${e}`;
  const goneView = (row: Row) => {
    const sent = world.sent[Number(String(row.audience).slice(1))];
    if (row.audience === '' || sent?.sender !== e) return false;
    return world.roles[e] === 'candidate' || sent.applies || !accessBy(sent).some((who) => who !== e);
  };
  const stays = (row: Row) => !goneIds.has(String(row.resumeId)) && !goneView(row);
  const bySender = (row: Row) => world.sent[Number(String(row.submissionId).slice(1))]?.sender;
  const applied = (row: Row) => row.personId !== me && !goneIds.has(String(row.resumeId));
  const kept = new Set((before.applications ?? []).filter(applied).map((row) => row.id));
  const mine = new Set((before.outbox ?? []).filter((row) => row.personId === me).map((row) => row.id));
  return {
    resume_versions: stays,
    matches: stays,
    corrections: (row) => row.personId !== me && stays(row),
    candidate_access: (row) =>
      !goneIds.has(String(row.resumeId)) && row.personId !== me && !(row.reason === 'application' && bySender(row) === e),
    applications: applied,
    application_notices: (row) => row.personId !== me && kept.has(row.applicationId),
    posting_selections: (row) => row.personId !== me,
    preference_versions: (row) => row.personId !== me,
    delivery_reports: (row) => !mine.has(row.outboxId),
  };
}

/** Whether a reader who was told of an application of `e`'s sees that candidate no more. */
export function noLongerSeen(
  world: EraseWorld,
  e: number,
  before: Tables,
  goneIds: ReadonlySet<string>,
): (reader: unknown, candidateId: string) => boolean {
  const { candidate_access: stays = () => true } = moreLeft(world, e, before, goneIds);
  const access = (before.candidate_access ?? []).filter(stays);
  const sees = (reader: unknown, id: string) => access.some((row) => row.personId === reader && row.candidateId === id);
  const theirs = (before.applications ?? []).filter((row) => row.personId === `p${e}` && !goneIds.has(String(row.resumeId)));
  const told = (reader: unknown, id: string) =>
    (before.application_notices ?? []).some(
      (notice) => notice.personId === reader && theirs.some((row) => row.id === notice.applicationId && row.candidateId === id),
    );
  return (reader, id) => reader !== `p${e}` && told(reader, id) && !sees(reader, id);
}

/** The job that `e` posted stays, and does not say so. When it was closed is left to the clock. */
export function postedLeft(world: EraseWorld, e: number, left: Record<string, Row[]>): void {
  if (world.poster !== e) return;
  const lookedAfter = world.selected.some(({ person: who, job }) => job === 'j1' && who !== e);
  const job = (row: Row) => row.id === 'j1' || row.postingId === 'j1';
  const change = (name: string, to: (row: Row) => Row) => {
    left[name] = (left[name] ?? []).map((row) => (job(row) ? to(row) : row));
  };
  const status = lookedAfter ? 'approved' : 'closed';
  change('postings', (row) => ({ ...row, postedBy: null, status }));
  change('posting_sources', (row) => ({ ...row, feed: 'posted:erased' }));
  const description = AD.join('\n[erased]\n');
  change('posting_versions', (row) => ({ ...row, data: Object.assign({}, row.data, { description }) }));
}

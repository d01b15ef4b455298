/**
 * Digests a second on one core, for many people and a large market:
 *
 *   node bench/digests.ts [people] [postings] [matches a person]
 *
 * Everything is made up from one seed. Requirements, evidence and reasons are those of real scoring; only the totals are drawn, so that
 * everybody has matches above the threshold. Its peer is the plain loop that one would write first: the best seven of one query, printed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { renderMail } from '../src/bots/email/render-mail.ts';
import { buildDigest } from '../src/digest/build-digest.ts';
import { loadDigest } from '../src/digest/load-digest.ts';
import { createDemandReader } from '../src/digest/market-trends.ts';
import { scheduleDueDigests } from '../src/digest/schedule-digests.ts';
import { createSendDigest, scheduleOf } from '../src/digest/send-digest.ts';
import type { Change } from '../src/domain/changes.ts';
import { newCode } from '../src/domain/ids.ts';
import type { Person } from '../src/domain/people.ts';
import type { Posting } from '../src/domain/posting.ts';
import type { Resume } from '../src/domain/resume.ts';
import { createTaxonomy } from '../src/pipeline/enrich/create-taxonomy.ts';
import { prepareCandidate } from '../src/pipeline/match/prepare-candidate.ts';
import { createPreparedPostings } from '../src/pipeline/match/prepared-postings.ts';
import { readFacts } from '../src/pipeline/match/read-facts.ts';
import { scorePair } from '../src/pipeline/match/score-match.ts';
import { parseResume } from '../src/pipeline/parse/parse-resume.ts';
import { commit } from '../src/store/commit.ts';
import { getPerson } from '../src/store/people.ts';
import { openStore } from '../src/store/store.ts';
import { createTaskQueue } from '../src/store/task-queue.ts';
import { print, quantile } from './print.ts';

const [PEOPLE = 1000, POSTINGS = 5000, MATCHES = 40] = process.argv.slice(2).map(Number);
const W = 'default';
const SHOW_FROM = 70;
const NIGHT = Date.parse('2026-11-10T22:00:00Z');
const MORNING = Date.parse('2026-11-11T07:30:10Z');
const AS_OF = '2026-11-11';

let now = NIGHT;
const clock = { now: () => new Date(now) };
let seed = 1;
const random = (): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return seed / 0x80000000;
};
const pick = <T>(from: readonly T[]): T => {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
};
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

const taxonomy = createTaxonomy();
const SKILLS = [
  'Python',
  'SQL',
  'Docker',
  'Kubernetes',
  'TypeScript',
  'React',
  'PostgreSQL',
  'Django',
  'Linux',
  'Git',
  'Java',
  'Go',
  'AWS',
  'Terraform',
  'Kafka',
  'Redis',
].flatMap((name) => taxonomy.lookupSkill(name)?.skill ?? []);
const TITLES = [
  'Backend Developer',
  'Data Engineer',
  'Frontend Developer',
  'Site Reliability Engineer',
  'QA Engineer',
  'Product Manager',
];
const CITIES = ['Leeds', 'York', 'Bristol', 'Cardiff', 'Glasgow', 'Derby'];

function posting(index: number): Posting {
  const wanted = [...new Set(times(6, () => pick(SKILLS)))];
  const title = pick(TITLES);
  return {
    title,
    normalizedTitle: title.toLowerCase(),
    company: `Employer ${index % 400}`,
    locations: [{ city: pick(CITIES), countryCode: 'GB' }],
    workplace: pick(['onsite', 'hybrid', 'remote'] as const),
    salary: null,
    mustHave: wanted.map((skill) => skill.name),
    niceToHave: [],
    requirements: wanted.map(({ id, name }) => ({
      text: `${name} in daily work`,
      kind: 'must',
      skills: [id],
      words: [],
      credential: false,
    })),
    function: 'software-development',
    language: 'en',
    confidence: 0.95,
    description: `${title} wanted. `.repeat(60),
  };
}

const empty = parseResume({ format: 'txt', pages: [], hiddenText: [], links: [], warnings: [] }, { asOf: AS_OF, taxonomy });
const resume = (index: number): Resume => ({
  ...empty,
  basics: { ...empty.basics, name: `Person ${index}`, label: pick(TITLES) },
  work: times(3, (job) => ({
    name: `Firm ${job}`,
    position: pick(TITLES),
    startDate: `20${15 + 3 * job}-02`,
    endDate: `20${17 + 3 * job}-11`,
    highlights: times(4, () => `Build services with ${pick(SKILLS).name} and ${pick(SKILLS).name}`),
  })),
  skills: [{ name: 'Skills', keywords: times(5, () => pick(SKILLS).name) }],
});

const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-bench-'));
const file = path.join(folder, 'bench.db');
const store = await openStore({ file, dataFolder: folder, clock });
const queue = createTaskQueue(store);
const prepared = createPreparedPostings(taxonomy, POSTINGS);
const write = async (changes: readonly Change[]): Promise<void> => {
  for (let at = 0; at < changes.length; at += 100)
    if ((await commit(store, { changes: changes.slice(at, at + 100), tasks: [], messages: [] })) !== 'committed')
      throw new Error('the data of the bench was not written');
};

const market = times(POSTINGS, (index) => ({ id: `j${String(index).padStart(6, '0')}`, version: 1, data: posting(index) }));

function personChanges(index: number): Change[] {
  const [id, candidateId, resumeId, submissionId] = [`p${index}`, `c${index}`, `r${index}`, `s${index}`];
  const data = resume(index);
  const candidate = prepareCandidate(readFacts(data, taxonomy, AS_OF), taxonomy);
  const some = new Set(times(MATCHES, () => Math.floor(random() * POSTINGS)));
  const identity = {
    id: `i${index}`,
    workspace: W,
    personId: id,
    channel: 'email',
    address: `p${index}@example.com`,
    verified: true,
    createdAt: NIGHT,
  };
  const person = {
    id,
    workspace: W,
    code: newCode('p'),
    role: 'candidate' as const,
    timeZone: 'UTC',
    digestTime: '07:30',
    createdAt: NIGHT,
  };
  return [
    { kind: 'personMet', person },
    { kind: 'identityMet', identity },
    {
      kind: 'submissionReceived',
      submission: {
        id: submissionId,
        workspace: W,
        code: newCode('s'),
        personId: id,
        identityId: identity.id,
        channel: 'email',
        conversation: identity.address,
        private: true,
        eventKey: submissionId,
        references: [],
        kind: 'resume',
        text: '',
        verified: true,
        remarks: [],
        receivedAt: NIGHT,
      },
    },
    { kind: 'candidateFound', candidate: { id: candidateId, workspace: W, code: newCode('c'), createdAt: NIGHT } },
    {
      kind: 'resumeParsed',
      resume: {
        id: resumeId,
        workspace: W,
        code: newCode('r'),
        candidateId,
        blobId: resumeId,
        version: 1,
        origin: 'parser',
        data,
        parserVersion: 'bench',
        createdAt: NIGHT,
      },
    },
    { kind: 'accessGranted', workspace: W, candidateId, personId: id, submissionId, resumeId, reason: 'own', at: NIGHT },
    { kind: 'ownCandidateSet', workspace: W, personId: id, candidateId },
    { kind: 'personSettingsChanged', workspace: W, personId: id, digest: 'on' },
    ...[...some].flatMap((one): Change[] => {
      const job = market[one];
      if (!job) return [];
      const score = scorePair(candidate, prepared.get(job), { taxonomy, asOf: AS_OF });
      const total = Math.round((60 + random() * 38) * 100) / 100;
      return [
        {
          kind: 'matchScored',
          workspace: W,
          match: {
            id: `m${index}-${one}`,
            code: newCode('m'),
            candidateId,
            resumeId,
            resumeVersion: 1,
            postingId: job.id,
            postingVersion: 1,
            preferencesVersion: 0,
            score: { ...score, totals: { candidate: total, recruiter: total } },
            at: NIGHT,
            askedFor: false,
          },
        },
      ];
    }),
  ];
}

/** The plain loop: the best seven by one query of the bare driver, each line printed with its title and what is met. */
function plainLoop(people: readonly Person[]): number {
  const db = new Database(file, { readonly: true });
  const best = db.prepare(
    `select m.score as score, v.data as data from matches m
     join posting_versions v on v.workspace = m.workspace and v.posting_id = m.posting_id and v.version = m.posting_version
     where m.workspace = ? and m.resume_id = ? and m.candidate_total >= ? order by m.candidate_total desc limit 7`,
  );
  const started = performance.now();
  let length = 0;
  for (const person of people) {
    const rows = best.all(W, person.ownCandidateId?.replace(/^c/, 'r'), SHOW_FROM) as { score: string; data: string }[];
    const lines = rows.map((row, index) => {
      const [score, data] = [JSON.parse(row.score), JSON.parse(row.data)];
      return `${index + 1}. ${data.title}, ${data.company}: ${score.totals.candidate}\n${score.met.slice(0, 3).join('\n')}`;
    });
    length += `<html><body><p>${lines.join('</p><p>')}</p></body></html>`.length + lines.join('\n').length;
  }
  const rate = (people.length / (performance.now() - started)) * 1000;
  db.close();
  if (length === 0) throw new Error('the plain loop printed nothing');
  return rate;
}

const started = performance.now();
await write(
  market.map(({ id, data }) => ({
    kind: 'postingSaved',
    workspace: W,
    posting: { id, code: newCode('j'), version: 1, status: 'approved', data, contentHash: id, at: NIGHT },
  })),
);
for (let index = 0; index < PEOPLE; index += 1) await write(personChanges(index));
console.log(
  `  ${PEOPLE} people, ${POSTINGS} postings, ${MATCHES} matches each: made in ${((performance.now() - started) / 1000).toFixed(0)} s`,
);

now = MORNING;
const people: Person[] = [];
for (let index = 0; index < PEOPLE; index += 1) {
  const person = await getPerson(store, W, `p${index}`);
  if (person) people.push(person);
}
const options = { store, taxonomy, showFrom: SHOW_FROM, prepared, demand: createDemandReader(store), clock };
const loop = plainLoop(people);

const spent: number[] = [];
let bytes = 0;
for (const person of people) {
  const began = performance.now();
  const loaded = await loadDigest(options, person);
  if (loaded) {
    const card = buildDigest({ ...loaded.content, schedule: scheduleOf(person), onRequest: false });
    const mail = await renderMail(card, { sender: 'Shortlist' });
    bytes = Math.max(bytes, Buffer.byteLength(mail.html));
  }
  spent.push(performance.now() - began);
}
const ours = (spent.length / spent.reduce((sum, one) => sum + one, 0)) * 1000;
print('chosen, HTML and text rendered', `${ours.toFixed(0)}/s`, {
  name: 'plain loop',
  value: `${loop.toFixed(0)}/s`,
  ratio: ours / loop,
});
print('a digest, median and p99', `${quantile(spent, 0.5).toFixed(1)}, ${quantile(spent, 0.99).toFixed(1)} ms`);
print('largest HTML', `${(bytes / 1000).toFixed(0)} kB`);

let began = performance.now();
const added = await scheduleDueDigests({ store, clock }, W);
print(`a tick that makes ${added} due`, `${(performance.now() - began).toFixed(0)} ms`);
const send = createSendDigest(options);
began = performance.now();
let done = 0;
for (;;) {
  const leased = await queue.lease({ limit: 50, leaseMs: 600_000 });
  if (leased.length === 0) break;
  for (const task of leased) {
    if (task.step !== 'sendDigest') {
      await queue.complete(task, { changes: [], tasks: [], messages: [] });
      continue;
    }
    await queue.complete(task, await send(task, new AbortController().signal));
    done += 1;
  }
}
print('chosen and committed with their messages', `${((done / (performance.now() - began)) * 1000).toFixed(0)}/s`);
await store.close();
await rm(folder, { recursive: true, force: true });

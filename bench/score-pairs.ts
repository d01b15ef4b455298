/**
 * Pairs a second on one core, given facts and postings (the work of a rescoring run):
 *
 *   node bench/score-pairs.ts [--seconds N] FEED… [--resumes FILE…]
 *
 * Without resumes it makes fifty up from the skills of the dictionary. Prints preparation times and the throughput as JSON.
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Posting } from '../src/domain/posting.ts';
import type { Resume } from '../src/domain/resume.ts';
import { createTaxonomy } from '../src/pipeline/enrich/create-taxonomy.ts';
import { extractDocument } from '../src/pipeline/extract/extract-document.ts';
import { prepareCandidate } from '../src/pipeline/match/prepare-candidate.ts';
import { preparePosting } from '../src/pipeline/match/prepare-posting.ts';
import { readFacts } from '../src/pipeline/match/read-facts.ts';
import { scorePair } from '../src/pipeline/match/score-match.ts';
import { parseResume } from '../src/pipeline/parse/parse-resume.ts';
import { readPostings } from '../src/pipeline/postings/read-postings.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '3' }, resumes: { type: 'string', multiple: true, default: [] } },
});
const asOf = '2026-11-01';
const taxonomy = createTaxonomy();

const postings: Posting[] = [];
for (const feed of positionals) {
  for await (const reading of readPostings(createReadStream(feed), taxonomy))
    if ('posting' in reading) postings.push(reading.posting);
}

/** Five jobs of four lines, each line naming skills that the postings ask for: every resume meets every posting somewhere. */
function madeUp(seed: number): Resume {
  const empty = parseResume({ format: 'txt', pages: [], hiddenText: [], links: [], warnings: [] }, { asOf, taxonomy });
  const names = [...new Set(postings.flatMap((p) => p.requirements.flatMap((r) => r.skills)))].map(
    (id) => taxonomy.skill(id)?.name ?? id,
  );
  const name = (at: number): string => names[(seed * 31 + at * 17) % names.length] ?? 'teamwork';
  const work = Array.from({ length: 5 }, (_, job) => ({
    ...{
      position: postings[(seed + job) % postings.length]?.normalizedTitle ?? 'clerk',
      startDate: `${2010 + job * 3}-02`,
      endDate: `${2013 + job * 3}-01`,
    },
    highlights: Array.from(
      { length: 4 },
      (_, line) => `Planned, built and ran ${name(job * 8 + line)} together with ${name(job * 8 + line + 4)} for two sites`,
    ),
  }));
  return { ...empty, work, skills: [{ keywords: Array.from({ length: 12 }, (_, at) => name(at + 50)) }] };
}

async function fromFile(file: string): Promise<Resume> {
  return parseResume(await extractDocument(await readFile(file), file), { asOf, taxonomy, fileName: file });
}

const resumes =
  values.resumes.length > 0
    ? await Promise.all(values.resumes.map(fromFile))
    : Array.from({ length: 50 }, (_, seed) => madeUp(seed));

function timed<T>(work: () => T): { result: T; ms: number } {
  const started = performance.now();
  const result = work();
  return { result, ms: performance.now() - started };
}

const facts = timed(() => resumes.map((resume) => readFacts(resume, taxonomy, asOf)));
const candidates = timed(() => facts.result.map((one) => prepareCandidate(one, taxonomy)));
const prepared = timed(() => postings.map((posting) => preparePosting(posting, taxonomy)));

function run(): number {
  let pairs = 0;
  for (const candidate of candidates.result) {
    for (const posting of prepared.result) {
      scorePair(candidate, posting, { taxonomy, asOf });
      pairs++;
    }
  }
  return pairs;
}

run();
let pairs = 0;
const started = performance.now();
while (performance.now() - started < Number(values.seconds) * 1000) pairs += run();
const seconds = (performance.now() - started) / 1000;
console.log(
  JSON.stringify({
    ...{ resumes: resumes.length, postings: postings.length, pairsPerSecond: Math.round(pairs / seconds) },
    readFactsMs: Number((facts.ms / resumes.length).toFixed(2)),
    prepareCandidateMs: Number((candidates.ms / resumes.length).toFixed(2)),
    preparePostingMs: Number((prepared.ms / Math.max(1, postings.length)).toFixed(2)),
  }),
);

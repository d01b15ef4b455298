/**
 * Scores resume files against feed files in this process and prints one JSON line a pair, as `shortlist score --json` does:
 *
 *   node bench/score-files.ts [--as-of YYYY-MM-DD] [--preset recruiter|candidate] --resumes FILE… --jobs FILE… > scores.jsonl
 *
 * A file that ends in `.json` is taken for a resume that was parsed already (JSON Resume). stderr gets the counts and pairs a second.
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Resume } from '../src/domain/resume.ts';
import { createTaxonomy } from '../src/pipeline/enrich/create-taxonomy.ts';
import { extractDocument } from '../src/pipeline/extract/extract-document.ts';
import { ReadFailure } from '../src/pipeline/extract/read-failure.ts';
import { type PreparedCandidate, prepareCandidate } from '../src/pipeline/match/prepare-candidate.ts';
import { type PreparedPosting, preparePosting } from '../src/pipeline/match/prepare-posting.ts';
import { readFacts } from '../src/pipeline/match/read-facts.ts';
import { scorePair } from '../src/pipeline/match/score-match.ts';
import { parseResume } from '../src/pipeline/parse/parse-resume.ts';
import { readPostings } from '../src/pipeline/postings/read-postings.ts';

const USAGE = 'node bench/score-files.ts [--as-of DATE] [--preset recruiter|candidate] --resumes FILE… --jobs FILE…';

function readArguments(args: readonly string[]) {
  const given: Record<string, string[]> = { resumes: [], jobs: [], 'as-of': [], preset: [] };
  let list: string[] | undefined;
  for (const argument of args) {
    if (argument.startsWith('--')) list = given[argument.slice(2)];
    else list?.push(argument);
    if (!list) throw new Error(USAGE);
  }
  const preset = given.preset?.[0] === 'candidate' ? ('candidate' as const) : ('recruiter' as const);
  return { resumes: given.resumes ?? [], jobs: given.jobs ?? [], asOf: given['as-of']?.[0] ?? '2026-11-01', preset };
}

const { resumes, jobs, asOf, preset } = readArguments(process.argv.slice(2));
const taxonomy = createTaxonomy();

/** Fills the sections that JSON Resume may leave out. */
function fromJson(text: string): Resume {
  const shape = parseResume({ format: 'txt', pages: [], hiddenText: [], links: [], warnings: [] }, { asOf, taxonomy });
  const given: Partial<Resume> & { meta?: { lang?: string } } = JSON.parse(text);
  const language = given.meta?.lang;
  return { ...shape, ...given, meta: { shortlist: { ...shape.meta.shortlist, ...(language && { language }) } } };
}

async function readResume(file: string): Promise<Resume | undefined> {
  const bytes = await readFile(file);
  if (file.endsWith('.json')) return fromJson(bytes.toString('utf8'));
  try {
    return parseResume(await extractDocument(bytes, file), { asOf, taxonomy });
  } catch (error) {
    if (error instanceof ReadFailure) return undefined;
    throw error;
  }
}

const postings: { feed: string; prepared: PreparedPosting }[] = [];
for (const feed of jobs) {
  for await (const reading of readPostings(createReadStream(feed), taxonomy)) {
    if ('posting' in reading) postings.push({ feed, prepared: preparePosting(reading.posting, taxonomy) });
  }
}

const candidates: { file: string; prepared: PreparedCandidate }[] = [];
for (const file of resumes) {
  const resume = await readResume(file);
  if (resume) candidates.push({ file, prepared: prepareCandidate(readFacts(resume, taxonomy, asOf), taxonomy) });
  else process.stdout.write(`${JSON.stringify({ resume: file, error: { message: 'not read' } })}\n`);
}

let seconds = 0;
for (const { file, prepared } of candidates) {
  const started = performance.now();
  const scores = postings.map((posting) => ({ posting, score: scorePair(prepared, posting.prepared, { taxonomy, asOf }) }));
  seconds += (performance.now() - started) / 1000;
  for (const { posting, score } of scores) {
    const { externalId, url, title, company } = posting.prepared.posting;
    const { totals, ...rest } = score;
    const pair = { resume: basename(file), job: externalId ?? url ?? title, feed: posting.feed, url, title, company };
    process.stdout.write(`${JSON.stringify({ ...pair, score: totals[preset], totals, ...rest })}\n`);
  }
}
const pairs = candidates.length * postings.length;
process.stderr.write(
  `${candidates.length} resumes × ${postings.length} postings = ${pairs} pairs, ${(pairs / seconds).toFixed(0)} pairs/s\n`,
);

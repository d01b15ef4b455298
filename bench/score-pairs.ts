/**
 * Pairs a second on one core, given facts and postings (the work of a rescoring run):
 *
 *   node bench/score-pairs.ts [--seconds N] FEED… [--resumes FILE…]
 *
 * Without resumes it makes fifty up from the skills of the dictionary. Its peer is the usual stand-in for a score, BM25 over the words of
 * both texts (counted beforehand, as ours is prepared): it knows no synonyms, years, licences or evidence.
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Posting } from '../src/domain/posting.ts';
import type { Resume } from '../src/domain/resume.ts';
import { createTaxonomy } from '../src/pipeline/enrich/create-taxonomy.ts';
import { extractDocument } from '../src/pipeline/extract/extract-document.ts';
import { prepareCandidate } from '../src/pipeline/match/prepare-candidate.ts';
import { createPostingPreparer } from '../src/pipeline/match/prepare-posting.ts';
import { readFacts } from '../src/pipeline/match/read-facts.ts';
import { scorePair } from '../src/pipeline/match/score-match.ts';
import { parseResume } from '../src/pipeline/parse/parse-resume.ts';
import { readPostings } from '../src/pipeline/postings/read-postings.ts';
import { print } from './print.ts';

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
  return parseResume(await extractDocument(await readFile(file), file), { asOf, taxonomy });
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
const preparer = createPostingPreparer(taxonomy);
const prepared = timed(() => postings.map((posting) => preparer(posting)));

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

/** BM25 of the words of a resume in each posting; `k` and `b` as usual. */
function createPeer(): () => number {
  const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? [];
  const queries = resumes.map((resume) => [...new Set(wordsOf(JSON.stringify([resume.work, resume.skills])))]);
  const texts = postings.map((posting) => wordsOf(`${posting.title} ${posting.description}`));
  const documents = texts.map((words) => ({ length: words.length, counts: countOf(words) }));
  const mean = texts.reduce((sum, words) => sum + words.length, 0) / Math.max(1, texts.length);
  const inTexts = countOf(texts.flatMap((words) => [...new Set(words)]));
  const idf = new Map([...inTexts].map(([word, n]) => [word, Math.log(1 + (texts.length - n + 0.5) / (n + 0.5))]));
  const score = (query: readonly string[], { counts, length }: (typeof documents)[number]): number =>
    query.reduce((sum, word) => {
      const n = counts.get(word);
      return n === undefined ? sum : sum + ((idf.get(word) ?? 0) * n * 2.2) / (n + 1.2 * (0.25 + (0.75 * length) / mean));
    }, 0);
  let kept = 0;
  return () => {
    for (const query of queries) for (const document of documents) kept += score(query, document);
    return kept >= 0 ? queries.length * documents.length : 0;
  };
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function pairsPerSecond(work: () => number): number {
  work();
  const started = performance.now();
  let pairs = 0;
  while (performance.now() - started < Number(values.seconds) * 1000) pairs += work();
  return (pairs * 1000) / (performance.now() - started);
}

const ours = pairsPerSecond(run);
const theirs = pairsPerSecond(createPeer());
print(`pairs, ${resumes.length} resumes × ${postings.length} postings`, `${ours.toFixed(0)}/s`, {
  name: 'BM25',
  value: `${theirs.toFixed(0)}/s`,
  ratio: ours / theirs,
});
print('facts of a resume', `${(facts.ms / resumes.length).toFixed(2)} ms`);
print('preparation of a resume', `${(candidates.ms / resumes.length).toFixed(2)} ms`);
print('preparation of a posting', `${(prepared.ms / Math.max(1, postings.length)).toFixed(2)} ms`);

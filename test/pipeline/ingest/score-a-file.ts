/** A file from its bytes to its scores, as the service does it, without a store. */
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { extractDocument } from '../../../src/pipeline/extract/extract-document.ts';
import { readFacts } from '../../../src/pipeline/match/read-facts.ts';
import { scoreBytes } from '../../../src/pipeline/match/replay.ts';
import { scoreMatch } from '../../../src/pipeline/match/score-match.ts';
import { parseResume } from '../../../src/pipeline/parse/parse-resume.ts';
import { readPostings } from '../../../src/pipeline/postings/read-postings.ts';
import { feedOf, POSTINGS } from '../../service/people.ts';

const AS_OF = '2026-11-10';
const taxonomy = createTaxonomy();

async function* feed() {
  yield new TextEncoder().encode(feedOf(POSTINGS));
}

async function postings() {
  const all = [];
  for await (const item of readPostings(feed(), taxonomy, { name: 'board.xml' })) if ('posting' in item) all.push(item.posting);
  return all;
}

export async function parseFile(bytes: Uint8Array, fileName: string, asOf = AS_OF) {
  return parseResume(await extractDocument(bytes, fileName), { asOf, taxonomy });
}

/** One string of bytes a posting. */
export async function scoresOf(bytes: Uint8Array, fileName: string, asOf = AS_OF): Promise<string[]> {
  const facts = readFacts(await parseFile(bytes, fileName, asOf), taxonomy, asOf);
  return (await postings()).map((posting) => scoreBytes(scoreMatch(facts, posting, { taxonomy, asOf })));
}

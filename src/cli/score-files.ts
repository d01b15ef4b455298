/** `shortlist score`: every resume against every posting. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { dateOf } from '../domain/clock.ts';
import { UserError } from '../domain/errors.ts';
import type { Preset } from '../domain/match.ts';
import type { Posting } from '../domain/posting.ts';
import type { Taxonomy } from '../domain/taxonomy.ts';
import { createLog } from '../log.ts';
import { createTaxonomy } from '../pipeline/enrich/create-taxonomy.ts';
import { readFacts } from '../pipeline/match/read-facts.ts';
import { scoreMatch } from '../pipeline/match/score-match.ts';
import { readPostings } from '../pipeline/postings/read-postings.ts';
import { openResumeReader } from '../reader.ts';
import { expandFiles } from './open-files.ts';
import { type ParseLine, parseFiles } from './parse-files.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

const PARALLEL = 2;

export async function scoreFiles(
  { clock, terminal }: Settings,
  options: { resumes: string[]; jobs: string[]; preset: Preset },
): Promise<void> {
  if (options.preset !== 'recruiter' && options.preset !== 'candidate') {
    throw new UserError(
      `--preset ${options.preset} is neither recruiter nor candidate.`,
      'Use --preset recruiter (candidates for a job) or --preset candidate (jobs for a candidate).',
    );
  }
  const taxonomy = createTaxonomy();
  const asOf = dateOf(clock.now());
  const resumes = await expandFiles(options.resumes, { folders: false });
  const postings = await readAll(terminal, taxonomy, await expandFiles(options.jobs, { folders: false }));
  const reader = openResumeReader(createLog('silent', false), { size: PARALLEL });
  const progress = terminal.progress(resumes.length, 'scoring');
  try {
    await parseFiles(reader, resumes, { asOf, parallel: PARALLEL, force: true }, (line) => {
      scoreOne(terminal, taxonomy, asOf, line, postings, options.preset);
      progress.advance(line.file);
    });
  } finally {
    progress.done();
    await reader.close();
  }
}

async function readAll(
  terminal: Terminal,
  taxonomy: Taxonomy,
  files: readonly string[],
): Promise<{ feed: string; posting: Posting }[]> {
  const all: { feed: string; posting: Posting }[] = [];
  for (const feed of files) {
    for await (const item of readPostings(createReadStream(feed), taxonomy, { name: path.basename(feed) })) {
      if ('error' in item) {
        terminal.failed();
        terminal.value({ feed, error: item.error });
        terminal.note(`${feed}: ${item.error.message}`);
      } else if (!item.closed) all.push({ feed, posting: item.posting });
    }
  }
  return all;
}

function scoreOne(
  terminal: Terminal,
  taxonomy: Taxonomy,
  asOf: string,
  line: ParseLine,
  postings: readonly { feed: string; posting: Posting }[],
  preset: Preset,
): void {
  if (!line.ok) {
    terminal.failed();
    terminal.value({ resume: line.file, error: line.error });
    terminal.note(`${line.file}: ${line.error.message} ${line.error.fix}`);
    return;
  }
  const facts = readFacts(line.resume, taxonomy, asOf);
  for (const { feed, posting } of postings) {
    const score = scoreMatch(facts, posting, { taxonomy, asOf });
    const { parts, met, missing, evidence, confidence, scoreVersion } = score;
    const job = posting.externalId ?? posting.url ?? posting.title;
    terminal.value({
      resume: line.file,
      job,
      feed,
      score: score.totals[preset],
      confidence,
      parts,
      met,
      missing,
      evidence,
      scoreVersion,
      asOf: score.asOf,
    });
    if (!terminal.json) terminal.say(`${score.totals[preset].toFixed(2).padStart(6)}  ${line.file}  ${posting.title}`);
  }
}

import { isCode } from '../domain/ids.ts';
import { buildCandidateListCard } from '../messages/candidate-list-card.ts';
import { listCandidates } from '../store/candidates.ts';
import { candidateJson } from './candidate-json.ts';
import { showCandidate } from './profile.ts';
import { defineCommand } from './registry.ts';

const SHOWN = 20;
/** What `--json` prints at most in one go. */
const MOST = 10_000;

const MOST_YEARS = 60;

/** `candidates nurse min:5`: with at least five years of experience. */
function parse(words: readonly string[]): { words: string[]; minYears?: number } {
  const years = words.findLast((word) => /^min:\d{1,2}$/i.test(word));
  if (years === undefined) return { words: [...words] };
  return { words: words.filter((word) => word !== years), minYears: Math.min(Number(years.slice(4)), MOST_YEARS) };
}

export const candidates = defineCommand<{ words: string[]; minYears?: number }>({
  name: 'candidates',
  usage: 'candidates [words] [min:years]',
  summary: 'the people whose resumes you may see',
  examples: ['candidates', 'candidates nurse leeds', 'candidates nurse min:5'],
  role: 'recruiter',
  slash: 'candidates',
  options: [
    { name: 'words', summary: 'Words that must be in the resume', kind: 'words' },
    { name: 'min-years', summary: 'Years of experience at least', kind: 'number', prefix: 'min:' },
  ],
  parse,
  async run({ store, viewer, channel }, { words, minYears }) {
    const found = await listCandidates(store, viewer, { words, minYears, limit: channel === 'terminal' ? MOST : SHOWN + 1 });
    const asked = [...words, ...(minYears === undefined ? [] : [`at least ${minYears} years`])].join(' ');
    return { card: buildCandidateListCard(found, { shown: SHOWN, words: asked }), json: found.map(candidateJson) };
  },
});

export const candidate = defineCommand<string>({
  name: 'candidate',
  usage: 'candidate <id>',
  summary: 'one person: what was understood of the resume',
  examples: ['candidate c4f7k2m9q'],
  role: 'recruiter',
  options: [{ name: 'candidate', summary: 'Who', kind: 'words', required: true, suggests: 'candidate' }],
  parse: ([word = '', ...more]) => (more.length === 0 && isCode(word.toLowerCase(), 'c') ? word.toLowerCase() : undefined),
  run: showCandidate,
});

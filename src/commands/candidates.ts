import { isCode } from '../domain/ids.ts';
import { buildCandidateListCard } from '../messages/candidate-list-card.ts';
import { listCandidates } from '../store/candidates.ts';
import { candidateJson } from './candidate-json.ts';
import { showCandidate } from './profile.ts';
import { defineCommand } from './registry.ts';

const SHOWN = 20;
/** What `--json` prints at most in one go. */
const MOST = 10_000;

export const candidates = defineCommand<{ words: string[] }>({
  name: 'candidates',
  usage: 'candidates [words]',
  summary: 'the people whose resumes you may see',
  examples: ['candidates', 'candidates nurse leeds'],
  role: 'recruiter',
  parse: (words) => ({ words: [...words] }),
  async run({ store, viewer, channel }, { words }) {
    const found = await listCandidates(store, viewer, { words, limit: channel === 'terminal' ? MOST : SHOWN + 1 });
    return { card: buildCandidateListCard(found, { shown: SHOWN, words: words.join(' ') }), json: found.map(candidateJson) };
  },
});

export const candidate = defineCommand<string>({
  name: 'candidate',
  usage: 'candidate <id>',
  summary: 'one person: what was understood of the resume',
  examples: ['candidate c4f7k2m9q'],
  role: 'recruiter',
  parse: ([word = '', ...more]) => (more.length === 0 && isCode(word.toLowerCase(), 'c') ? word.toLowerCase() : undefined),
  run: showCandidate,
});

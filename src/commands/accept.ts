/** `accept` and `decline`: the owner's yes or no to a newer resume of theirs that somebody else sent (F1.6). */
import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import type { OfferAnswer } from '../domain/offer.ts';
import type { Person } from '../domain/people.ts';
import { buildNewerFileList } from '../messages/newer-file-cards.ts';
import { answerOffer, asNewerFile } from '../pipeline/ingest/answer-offer.ts';
import { waysToResume } from '../store/corrections.ts';
import { type OfferView, offerByCode, offersTo } from '../store/offers.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

/** One that is not the asker's and one that does not exist read alike (rule A12). */
export async function takeOfferAnswer(context: CommandContext, code: string, answer: OfferAnswer): Promise<CommandResult> {
  const { store, viewer, person, message } = context;
  const offer = person && (await offerByCode(store, viewer, code));
  if (!person || !offer)
    throw new UserError(`There is no newer resume ${code} that waits for your answer.`, '"accept" lists those that do.');
  const { changes, tasks, card, state } = await answerOffer(context, person, offer, answer, message?.submissionId);
  return { card, json: [{ resume: code, state }], changes, tasks };
}

/** What waits. */
export async function listOffers(context: CommandContext): Promise<CommandResult> {
  const { store, person } = context;
  if (!person) throw new UserError('The terminal is nobody in particular.', 'Say whose eyes to use with --as EMAIL.');
  const waiting = await waitingOffers(context, person);
  const files = await Promise.all(waiting.map((offer) => asNewerFile(store, person, offer)));
  return {
    card: buildNewerFileList(files),
    json: files.map((file) => ({
      resume: file.resumeCode,
      file: file.fileName,
      state: file.state,
      receivedAt: new Date(file.offeredAt).toISOString(),
      news: file.news,
    })),
  };
}

/** Those without an answer; what the owner sent themselves meanwhile is theirs already. */
export async function waitingOffers(
  { store, viewer }: Pick<CommandContext, 'store' | 'viewer'>,
  person: Person,
): Promise<OfferView[]> {
  if (person.ownCandidateId === undefined) return [];
  const waiting: OfferView[] = [];
  for (const offer of await offersTo(store, viewer)) {
    if (offer.state !== 'waiting') continue;
    const ways = await waysToResume(store, viewer, person.id, offer.resumeId);
    if (!ways.some((way) => way.sent)) waiting.push(offer);
  }
  return waiting;
}

const codeIn = (words: readonly string[]): string | undefined => {
  const [word = '', ...more] = words;
  const code = word.toLowerCase();
  return more.length === 0 && isCode(code, 'r') ? code : undefined;
};

export const accept = defineCommand<{ code?: string }>({
  name: 'accept',
  usage: 'accept [resume]',
  summary: 'use a newer resume of yours that somebody else sent; without a code: what waits',
  examples: ['accept', 'accept r4f7k2m9q'],
  role: 'candidate',
  options: [{ name: 'resume', summary: 'Its code', kind: 'words' }],
  parse(words) {
    if (words.length === 0) return {};
    const code = codeIn(words);
    return code === undefined ? undefined : { code };
  },
  run: (context, { code }) => (code === undefined ? listOffers(context) : takeOfferAnswer(context, code, 'use')),
});

export const decline = defineCommand<string>({
  name: 'decline',
  usage: 'decline <resume>',
  summary: 'keep your resume as it is, whatever newer one somebody else sent',
  examples: ['decline r4f7k2m9q'],
  role: 'candidate',
  options: [{ name: 'resume', summary: 'Its code', kind: 'words', required: true }],
  parse: codeIn,
  run: (context, code) => takeOfferAnswer(context, code, 'decline'),
});

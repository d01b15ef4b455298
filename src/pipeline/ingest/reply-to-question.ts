/** `yes`, `no`, 👍 or 👎 in answer to the question whether a newer file is to be used, and `undo` in answer to what came of it (F1.6). */
import type { OfferAnswer } from '../../domain/offer.ts';
import type { Person } from '../../domain/people.ts';
import { buildRefusalCard } from '../../messages/error-card.ts';
import { type OfferView, offersTo } from '../../store/offers.ts';
import type { OutboxRow } from '../../store/outbox.ts';
import { submissionAnsweredBy } from '../../store/replies.ts';
import type { SubmissionView } from '../../store/submissions.ts';
import type { StepResult } from '../../tasks/queue.ts';
import { replyToSubmission } from '../answer/reply-to-submission.ts';
import type { ReadAnswer } from '../feedback/read-answer.ts';
import { answerOffer } from './answer-offer.ts';
import { resumeAskedAbout } from './offer-newer.ts';

type Options = Parameters<typeof answerOffer>[0];

interface Reply {
  submission: SubmissionView;
  /** Verified, and whom the answered message went to. */
  person: Person;
  outbox: OutboxRow;
}

/** Undefined: the answered message is neither. */
export async function replyToQuestion(options: Options, reply: Reply, read: ReadAnswer): Promise<StepResult | undefined> {
  const { submission, person, outbox } = reply;
  const viewer = { workspace: person.workspace, personId: person.id, role: person.role };
  const asked = resumeAskedAbout(outbox);
  const said = answerIn(read);
  if (asked === undefined && said !== 'undo') return undefined;
  const offers = await offersTo(options.store, viewer);
  const offer = asked === undefined ? confirmedBy(offers, outbox) : offers.find((one) => one.resumeId === asked);
  if (asked === undefined && !offer) return undefined;
  if (!offer || said === undefined) return replyToSubmission(options.clock, submission, { ...unclear(offer), priority: 0 });
  const { changes, tasks, card } = await answerOffer(options, person, offer, said, submission.id);
  return replyToSubmission(options.clock, submission, { card, changes, tasks, priority: 0 });
}

/** The file whose yes or no the answered message confirmed. */
const confirmedBy = (offers: readonly OfferView[], outbox: OutboxRow): OfferView | undefined => {
  const confirmed = submissionAnsweredBy(outbox);
  return confirmed === undefined ? undefined : offers.find((one) => one.submissionId === confirmed && one.state !== 'waiting');
};

function answerIn({ reactions, corrections, preferences }: ReadAnswer): OfferAnswer | undefined {
  const [only, ...more] = reactions;
  if (!only || more.length + corrections.length + preferences.length > 0) return undefined;
  const { reaction } = only;
  if (reaction.kind === 'undo') return 'undo';
  if (reaction.meaning === 'not-interested') return 'decline';
  return reaction.meaning === 'interested' || reaction.meaning === 'applied' ? 'use' : undefined;
}

const unclear = (offer: OfferView | undefined) => ({
  card: buildRefusalCard(
    offer
      ? {
          message: 'I did not understand whether to use that newer resume.',
          fix: `Answer "yes" or "no"; "accept ${offer.code}" and "decline ${offer.code}" do it too.`,
        }
      : { message: 'That newer resume is gone.', fix: '"accept" lists those that wait for your answer.' },
  ),
  lastWord: true,
});

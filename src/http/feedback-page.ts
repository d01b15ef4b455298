/** The page behind `Say what you think`: one item of a message. Its buttons count like reactions to that message (rule O11). */
import { html } from 'hono/html';
import type { Feedback } from '../domain/feedback.ts';
import type { Person, Viewer } from '../domain/people.ts';
import type { Link } from '../domain/signed-token.ts';
import { placeOf } from '../messages/match-items.ts';
import { safeLink } from '../messages/safe-link.ts';
import { feedbackNotes } from '../pipeline/feedback/feedback-notes.ts';
import { type Reaction, ratingOf } from '../pipeline/feedback/reaction-meanings.ts';
import { feedbackChanges, matchTitle } from '../pipeline/feedback/take-reactions.ts';
import { commit } from '../store/commit.ts';
import { feedbackOn } from '../store/feedback.ts';
import { getMatch, type MatchRow } from '../store/matches.ts';
import { getNumberedMatches, getOutbox } from '../store/outbox.ts';
import { getPerson } from '../store/people.ts';
import { getPosting } from '../store/postings.ts';
import { choiceButton, type Html, noted, type Page } from './page-layout.ts';
import type { PageOptions, SubmittedFields } from './page-options.ts';

type FeedbackLink = Extract<Link, { kind: 'feedback' }>;

interface Item {
  link: FeedbackLink;
  person: Person;
  viewer: Viewer;
  row: MatchRow;
  title: string;
  subtitle: string;
  url: string | undefined;
}

const SAYS = [
  { value: 'interested', sign: '👍', label: 'Interested', forRecruiter: 'A good fit' },
  { value: 'not-interested', sign: '👎', label: 'Not for me', forRecruiter: 'Not a fit' },
  { value: 'saved', sign: '🔖', label: 'Save it', forRecruiter: 'Save for later' },
  { value: 'applied', sign: '✅', label: 'I have applied', forRecruiter: undefined },
] as const;

const CONFIRMED = {
  interested: 'Noted: interested.',
  'not-interested': 'Noted: not for you.',
  saved: 'Noted: saved.',
  applied: 'Noted: applied.',
} as const;

const RATINGS = [1, 2, 3, 4, 5] as const;

/** Undefined when the person, the message or the match is not there (any more), or is not theirs to see. */
export async function showFeedback(options: PageOptions, link: FeedbackLink): Promise<Page | undefined> {
  const item = await itemOf(options, link);
  return item && pageOf(options, item);
}

/** The row is in the database before the page says so. */
export async function submitFeedback(
  options: PageOptions,
  link: FeedbackLink,
  fields: SubmittedFields,
): Promise<Page | undefined> {
  const item = await itemOf(options, link);
  const reaction = reactionOf(fields);
  if (!item || !reaction) return item && pageOf(options, item);
  const source = { workspace: link.workspace, repliesTo: link.outboxId };
  const { changes, what } = await feedbackChanges(options.store, source, item.viewer, item.row, reaction);
  if (changes.length > 0) await commit(options.store, { changes, tasks: [], messages: [] });
  return pageOf(options, item, confirmation(reaction, what.kind));
}

/** Through the eyes of whoever the message went to: what they may not see any more leads nowhere (rule A12). */
async function itemOf({ store }: PageOptions, link: FeedbackLink): Promise<Item | undefined> {
  const { workspace, personId, outboxId, number } = link;
  const person = await getPerson(store, workspace, personId);
  const message = person && (await getOutbox(store, workspace, outboxId));
  if (message?.personId !== personId || !person) return undefined;
  const matchId = (await getNumberedMatches(store, workspace, outboxId)).find((one) => one.number === number)?.matchId;
  const viewer: Viewer = { workspace, personId, role: person.role };
  const row = matchId === undefined ? undefined : await getMatch(store, viewer, matchId);
  if (!row) return undefined;
  const { title, company } = await matchTitle(store, viewer, row);
  const posting = await getPosting(store, workspace, row.postingId);
  const place = posting && placeOf(posting.data);
  return {
    link,
    person,
    viewer,
    row,
    title,
    subtitle: [company, place].filter((part) => part !== undefined && part !== '').join(' · '),
    url: safeLink(posting?.data.url),
  };
}

function reactionOf(fields: SubmittedFields): Reaction | undefined {
  const say = fields.get('say');
  if (say === 'undo') return { kind: 'undo' };
  const meaning = SAYS.find((one) => one.value === say)?.value;
  return meaning === undefined ? ratingOf(fields.get('rating') ?? '') : { kind: 'given', meaning };
}

function confirmation(reaction: Reaction, taken: 'given' | 'undone' | 'nothing-to-undo'): string {
  if (taken === 'nothing-to-undo') return 'There was nothing to take back.';
  if (reaction.kind === 'undo') return 'Taken back: it counts no longer.';
  return reaction.meaning === 'rating' ? `Noted: rated ${reaction.rating} of 5.` : CONFIRMED[reaction.meaning];
}

async function pageOf({ store }: PageOptions, item: Item, done?: string): Promise<Page> {
  const given = (await feedbackOn(store, item.viewer, [item.row.id])).get(item.row.id) ?? [];
  return {
    status: 200,
    title: item.person.role === 'candidate' ? 'What do you think of this job?' : 'What do you think of this match?',
    body: html`${done === undefined ? '' : noted(done)}${summaryOf(item)}<form method="post">${saysOf(item, given)}${ratingsOf(given)}${given.length === 0 ? '' : undoOf(given)}</form><p class="muted">It moves what comes first in your next lists; scores stay as they are.</p>`,
  };
}

function summaryOf({ title, subtitle, url, link }: Item): Html {
  const name = url === undefined ? title : html`<a href="${url}" rel="noreferrer noopener">${title}</a>`;
  return html`<p class="job"><strong>${name}</strong><span>Number ${link.number} in the mail${subtitle === '' ? '' : html` · ${subtitle}`}</span></p>`;
}

function saysOf({ person }: Item, given: readonly Feedback[]): Html {
  const choices = SAYS.flatMap(({ value, sign, label, forRecruiter }) => {
    const shown = person.role === 'candidate' ? label : forRecruiter;
    return shown === undefined ? [] : [{ value, sign, label: shown }];
  });
  return html`<fieldset><legend>Say it with one tap</legend><div class="choices wide">${choices.map((choice) =>
    choiceButton({ ...choice, name: 'say', pressed: given.some((one) => one.meaning === choice.value) }),
  )}</div></fieldset>`;
}

function ratingsOf(given: readonly Feedback[]): Html {
  const rated = given.find((one) => one.meaning === 'rating')?.rating;
  return html`<fieldset><legend>Or rate it: 1 is poor, 5 is ideal</legend><div class="choices stars">${RATINGS.map((rating) =>
    choiceButton({ name: 'rating', value: String(rating), label: String(rating), pressed: rated === rating }),
  )}</div></fieldset>`;
}

function undoOf(given: readonly Feedback[]): Html {
  const said = feedbackNotes(given).join('; ');
  return html`<p>${said.charAt(0).toUpperCase()}${said.slice(1)}. ${choiceButton({ name: 'say', value: 'undo', label: 'Take it back', look: 'plain' })}</p>`;
}

/** The page behind `Unsubscribe` (rule O1): opening it changes nothing, a button or a one-click POST does. */

import { html } from 'hono/html';
import { scheduleOf } from '../digest/send-digest.ts';
import type { Person } from '../domain/people.ts';
import type { Link } from '../domain/signed-token.ts';
import { commit } from '../store/commit.ts';
import { getPerson } from '../store/people.ts';
import { choiceButton, type Html, noted, type Page } from './page-layout.ts';
import type { PageOptions, SubmittedFields } from './page-options.ts';
import { type DigestChoice, digestChanges, pausedUntil } from './set-digest.ts';

type UnsubscribeLink = Extract<Link, { kind: 'unsubscribe' }>;

const CHOICES: readonly DigestChoice[] = ['stop', 'pause', 'weekly', 'daily', 'on'];

/** Undefined for somebody who is not here any more. */
export async function showUnsubscribe(options: PageOptions, link: UnsubscribeLink): Promise<Page | undefined> {
  const person = await getPerson(options.store, link.workspace, link.personId);
  return person && pageOf(person, options.clock.now().getTime());
}

/** The change is in the database before the page says so. */
export async function submitUnsubscribe(
  options: PageOptions,
  link: UnsubscribeLink,
  fields: SubmittedFields,
): Promise<Page | undefined> {
  const person = await getPerson(options.store, link.workspace, link.personId);
  const choice = choiceOf(fields);
  const now = options.clock.now().getTime();
  if (!person || !choice) return person && pageOf(person, now);
  const changes = digestChanges(person, choice, options.clock);
  if (changes.length > 0) await commit(options.store, { changes, tasks: [], messages: [] });
  const after = await getPerson(options.store, link.workspace, link.personId);
  return after && pageOf(after, now, 'Done.');
}

/** Mail programs send RFC 8058's own field, without cookies and without an Origin; the page's buttons send `digest`. */
function choiceOf(fields: SubmittedFields): DigestChoice | undefined {
  if (fields.get('list-unsubscribe')?.toLowerCase() === 'one-click') return 'stop';
  return CHOICES.find((choice) => choice === fields.get('digest'));
}

function pageOf(person: Person, now: number, done?: string): Page {
  const paused = pausedUntil(person, now);
  const state = person.digest === 'on' ? (paused === undefined ? 'on' : 'paused') : 'off';
  return {
    status: 200,
    title: TITLES[state],
    body: html`${done === undefined ? '' : noted(done)}${bodyOf(person, state, paused)}`,
  };
}

const TITLES = { on: 'Stop your digest?', paused: 'Your digest is paused', off: 'You get no digest' } as const;

function bodyOf(person: Person, state: keyof typeof TITLES, paused: number | undefined): Html {
  if (state === 'off')
    return html`<p>Nothing is sent to you on its own any more. Answers to what you send still come.</p>${choicesOf([{ value: 'on', label: 'Turn it on again' }])}<p class="muted">It would come ${scheduleOf(person)}, and only when there is something new.</p>`;
  if (state === 'paused')
    return html`<p>The next one comes after ${dayOf(paused ?? 0, person.timeZone)}.</p>${choicesOf([
      { value: 'on', label: 'End the pause', main: true },
      { value: 'stop', label: 'Stop it for good' },
    ])}`;
  return html`<p>It comes ${scheduleOf(person)}, and only when there is something new for you.</p>${choicesOf([
    { value: 'stop', label: 'Stop the digest', main: true },
    person.digestWeekday === undefined
      ? { value: 'weekly', label: 'Once a week instead' }
      : { value: 'daily', label: 'Every day again' },
    { value: 'pause', label: 'Pause for a week' },
  ])}<p class="muted">You can turn it on again here at any time.</p>`;
}

function choicesOf(choices: readonly { value: DigestChoice; label: string; main?: boolean }[]): Html {
  const buttons = choices.map(({ value, label, main }) =>
    choiceButton({ name: 'digest', value, label, ...(main ? { look: 'main' } : {}) }),
  );
  return html`<form method="post"><div class="choices wide alone">${buttons}</div></form>`;
}

/** `17 November 2026`, where the person is. */
function dayOf(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(instant);
}

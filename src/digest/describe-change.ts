/** What is different in a posting that somebody was shown before: the reason why it comes again. */
import type { Posting } from '../domain/posting.ts';
import { payOf, placeOf } from '../messages/match-items.ts';
import { oneLine } from '../messages/phrases.ts';

function listed(before: readonly string[], after: readonly string[], verb: string): string[] {
  const known = new Set(before.map((one) => one.toLowerCase()));
  const added = after.filter((one) => !known.has(one.toLowerCase()));
  return added.length > 0
    ? [
        `${verb} ${added
          .slice(0, 2)
          .map((one) => oneLine(one, 60))
          .join(' and ')}`,
      ]
    : [];
}

/** Short notes, most telling first, at most three: `pay is now 40,000–45,000 EUR a year`. */
export function describeChange(before: Posting, after: Posting): string[] {
  const moved = (label: string, was: string | undefined, is: string | undefined): string[] =>
    was === is ? [] : [is === undefined ? `${label} is no longer named` : `${label} is now ${is}`];
  const notes = [
    ...moved('pay', payOf(before.salary), payOf(after.salary)),
    ...moved('place', placeOf(before), placeOf(after)),
    ...moved('title', before.title, after.title),
    ...moved('type', before.employmentType, after.employmentType),
    ...moved('level', before.seniority, after.seniority),
    ...listed(before.mustHave, after.mustHave, 'now asks for'),
    ...listed(after.mustHave, before.mustHave, 'no longer asks for'),
    ...moved('closing date', before.validThrough?.slice(0, 10), after.validThrough?.slice(0, 10)),
  ];
  return notes.length > 0 ? notes.slice(0, 3).map((note) => `changed: ${note}`) : ['changed: the wording of the posting'];
}

/** Employers with dates of their own above the roles that somebody had there, each with dates within them. */
import type { Assigned, EntryRoles } from './assign-roles.ts';
import type { DateSpan } from './date-range.ts';
import { coversDates } from './dated-fields.ts';
import type { EntryDraft } from './entries.ts';
import { joinAtoms } from './header-atoms.ts';
import { hasLegalForm, organisationCue } from './organisation-cues.ts';

/** Of what is an employer for sure. */
const IS_FIRM = 0.8;
/** `OH`, `NSW`: a state behind its town, which was taken for the title that such a line lacks. */
const STATE = /^[A-Z]{2,3}$/;

const covers = (outer: DateSpan | undefined, inner: DateSpan | undefined): boolean =>
  outer !== undefined && inner !== undefined && !outer.single && !inner.single && coversDates(outer, inner);

const isOneLine = ({ header }: EntryDraft): boolean => header.length === 1;

/** How many entries below the head at `at` are roles in its dates; 0 where it is none. */
function rolesBelow(drafts: readonly EntryDraft[], at: number): number {
  const head = drafts[at];
  if (!head || head.body.length > 0 || !isOneLine(head)) return 0;
  let end = at + 1;
  for (
    let next = drafts[end];
    next && isOneLine(next) && next.body.length > 0 && covers(head.span, next.span);
    next = drafts[end]
  )
    end++;
  return end - at - 1;
}

const valueAs = ({ values }: EntryRoles, role: string): Assigned | undefined => values.find((value) => value.role === role);

/** Its state goes behind its town. */
function withoutTitle(head: EntryRoles): EntryRoles {
  const [title, place] = [valueAs(head, 'title'), valueAs(head, 'place')];
  if (!title || !place || !STATE.test(title.text)) return head;
  const atoms = [...place.atoms, ...title.atoms];
  const whole = { ...place, atoms, text: joinAtoms(atoms) };
  return { ...head, values: head.values.filter((value) => value !== title).map((value) => (value === place ? whole : value)) };
}

/** The only name of a role is its title, unless it can only be a firm. */
function withTitle(role: EntryRoles): EntryRoles {
  const [title, company] = [valueAs(role, 'title'), valueAs(role, 'company')];
  if (title || !company || hasLegalForm(company.text) || organisationCue(company.text) >= IS_FIRM) return role;
  return { ...role, values: role.values.map((value) => (value === company ? { ...value, role: 'title' } : value)) };
}

/** The roles of all entries, those of such groups by their place in them. */
export function rolesBelowEmployers(drafts: readonly EntryDraft[], roles: readonly EntryRoles[]): EntryRoles[] {
  const read = [...roles];
  for (let at = 0; at < drafts.length; at++) {
    const count = rolesBelow(drafts, at);
    const head = read[at];
    if (count === 0 || !head || !valueAs(head, 'company')) continue;
    const own = withoutTitle(head);
    if (valueAs(own, 'title')) continue;
    read[at] = own;
    for (let i = at + 1; i <= at + count; i++) {
      const role = read[i];
      if (role) read[i] = withTitle(role);
    }
    at += count;
  }
  return read;
}

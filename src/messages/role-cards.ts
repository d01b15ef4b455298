/** Roles in words (F8.1). */
import type { PersonId } from '../domain/ids.ts';
import type { Role } from '../domain/people.ts';
import type { Card } from './card.ts';

const WITH_ARTICLE: Readonly<Record<Role, string>> = { candidate: 'a candidate', recruiter: 'a recruiter', admin: 'an admin' };

export interface RoleInput {
  personId: PersonId;
  code: string;
  role: Role;
  was: Role;
  addresses: readonly string[];
  isYou: boolean;
}

export function buildRoleCard({ personId, code, role, was, addresses, isYou }: RoleInput): Card {
  const who = addresses[0] ?? code;
  const text =
    role === was
      ? `${who} is ${WITH_ARTICLE[role]} already; nothing was changed.`
      : `${who} is ${WITH_ARTICLE[role]} now, and was ${WITH_ARTICLE[was]}.`;
  return {
    about: [personId],
    title: `${who}: ${role}`,
    blocks: [
      { kind: 'text', text: role === was || isYou ? text : `${text} I tell them.` },
      {
        kind: 'facts',
        facts: [
          { label: 'Person', value: code },
          { label: 'Writes from', value: addresses.join(', ') || 'nowhere' },
        ],
      },
    ],
    footer: [],
    attachments: [],
  };
}

const MAY: Readonly<Record<Role, string>> = {
  candidate: 'You see your own resume and matches.',
  recruiter:
    'You can post jobs, send resumes of candidates and ask for the shortlist of a job; you see the candidates that you sent or that applied to you.',
  admin: 'You see all candidates, jobs and messages here, and can give and take roles.',
};

/** To the person themself. */
export function buildRoleNewsCard({ personId, role, was }: { personId: PersonId; role: Role; was: Role }): Card {
  return {
    about: [personId],
    title: `You are ${WITH_ARTICLE[role]} here now`,
    blocks: [
      { kind: 'text', text: `An admin made you ${WITH_ARTICLE[role]}; you were ${WITH_ARTICLE[was]}. ${MAY[role]}` },
      { kind: 'commands', commands: [{ command: 'help', does: 'what you can do' }] },
    ],
    footer: [],
    attachments: [],
  };
}

export interface RoleRow {
  id: PersonId;
  code: string;
  role: Role;
  addresses: readonly string[];
  /** It comes from RECRUITERS or ADMINS. */
  bySettings: boolean;
}

export function buildRolesCard(rows: readonly RoleRow[]): Card {
  const line = ({ code, role, addresses, bySettings }: RoleRow) =>
    `${role}: ${addresses.join(', ') || 'no address'} (${code}${bySettings ? ', by the settings' : ''})`;
  return {
    about: rows.map((row) => row.id),
    title: 'Recruiters and admins',
    blocks: [
      rows.length > 0
        ? { kind: 'list', items: rows.map(line) }
        : { kind: 'text', text: 'Nobody is a recruiter or an admin yet, apart from the operator at the terminal.' },
      {
        kind: 'commands',
        commands: [
          { command: 'admin grant ana@example.org recruiter', does: 'gives a role' },
          { command: 'admin revoke ana@example.org', does: 'takes it away' },
        ],
      },
    ],
    footer: [],
    attachments: [],
  };
}

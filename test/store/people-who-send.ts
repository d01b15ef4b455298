/** People and what they sent, as changes: the beginning of most tests about who sees what. */
import type { Change } from '../../src/domain/changes.ts';
import { serviceViewer, type Viewer } from '../../src/domain/people.ts';
import {
  AT,
  accessGranted,
  attachmentReceived,
  candidateFound,
  identityMet,
  personMet,
  resumeParsed,
  submissionReceived,
  W,
} from './build-changes.ts';

/** Sees all, as a step of the service does. */
export const ALL = serviceViewer(W);
export const eyes = (personId: string, role: Viewer['role'] = 'candidate'): Viewer => ({ workspace: W, personId, role });
/** A person with a verified address. */
export const met = (id: string, role: Viewer['role'] = 'candidate'): Change[] => [
  personMet(id, { role }),
  identityMet(id, `${id}@example.com`),
];

/** `sender` sent the file `resume` of the candidate, `minutes` after the start. */
export function sent(
  sender: string,
  candidate: string,
  resume: string,
  minutes: number,
  more: { verified?: boolean; readers?: string[] } = {},
): Change[] {
  const at = AT + minutes * 60_000;
  const id = `${sender}-${resume}-${minutes}`;
  return [
    submissionReceived(id, sender, { receivedAt: at, verified: more.verified ?? true }),
    attachmentReceived(`a-${id}`, id, sender),
    { kind: 'attachmentRead', workspace: W, attachmentId: `a-${id}`, state: 'resume', resumeId: resume, candidateId: candidate },
    candidateFound(candidate),
    resumeParsed(resume, candidate, { createdAt: at, code: `r${resume.slice(1).padStart(8, '0')}` }),
    ...[...(more.verified === false ? [] : [sender]), ...(more.readers ?? [])].map((who) =>
      accessGranted(who, candidate, resume, id, { at }),
    ),
  ];
}

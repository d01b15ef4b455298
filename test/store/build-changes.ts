/** Made-up people, resumes and postings as changes, with every optional thing left to the test. */

import type { Change } from '../../src/domain/changes.ts';
import { newCode } from '../../src/domain/ids.ts';
import type { Score } from '../../src/domain/match.ts';
import type { Posting } from '../../src/domain/posting.ts';
import type { Resume } from '../../src/domain/resume.ts';
import type { NewTask } from '../../src/domain/steps.ts';
import type { Card } from '../../src/messages/card.ts';
import type { OutgoingMessage } from '../../src/messages/outgoing.ts';
import type { StepResult } from '../../src/tasks/queue.ts';
import { blankResume } from '../blank-resume.ts';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

export const W = 'default';
export const AT = Date.UTC(2026, 2, 2, 9);

export const result = (changes: Change[], more: Partial<StepResult> = {}): StepResult => ({
  changes,
  tasks: [],
  messages: [],
  ...more,
});

export function personMet(id: string, more: Partial<Of<'personMet'>['person']> = {}): Change {
  return {
    kind: 'personMet',
    person: {
      id,
      workspace: W,
      code: newCode('p'),
      role: 'candidate',
      name: `Person ${id}`,
      timeZone: 'UTC',
      digestTime: '07:30',
      createdAt: AT,
      ...more,
    },
  };
}

export function identityMet(personId: string, address: string, more: Partial<Of<'identityMet'>['identity']> = {}): Change {
  return {
    kind: 'identityMet',
    identity: {
      id: `identity-${personId}-${address}`,
      workspace: W,
      personId,
      channel: 'email',
      address,
      verified: true,
      createdAt: AT,
      ...more,
    },
  };
}

export function submissionReceived(
  id: string,
  personId: string,
  more: Partial<Of<'submissionReceived'>['submission']> = {},
): Change {
  return {
    kind: 'submissionReceived',
    submission: {
      id,
      workspace: W,
      code: newCode('s'),
      personId,
      identityId: `identity-${personId}-${personId}@example.com`,
      channel: 'email',
      conversation: `${personId}@example.com`,
      private: true,
      eventKey: `event-${id}`,
      references: [],
      kind: 'resume',
      text: `Text of ${id}`,
      verified: true,
      remarks: [],
      receivedAt: AT,
      ...more,
    },
  };
}

export function attachmentReceived(
  id: string,
  submissionId: string,
  personId: string,
  more: Partial<Of<'attachmentReceived'>['attachment']> = {},
): Change {
  return {
    kind: 'attachmentReceived',
    workspace: W,
    attachment: {
      id,
      submissionId,
      personId,
      name: `${id}.pdf`,
      type: 'application/pdf',
      size: 1000,
      blobId: `blob-${id}`,
      state: 'waiting',
      position: 0,
      ...more,
    },
  };
}

export const candidateFound = (id: string, more: Partial<Of<'candidateFound'>['candidate']> = {}): Change => ({
  kind: 'candidateFound',
  candidate: { id, workspace: W, code: newCode('c'), createdAt: AT, ...more },
});

/** A resume whose every text names `tag`, so that a test sees where it came from. */
export function resumeData(tag: string): Resume {
  const sections = {
    basics: {
      name: `Name ${tag}`,
      email: `${tag}@example.org`,
      phone: '+15555550100',
      label: `Label ${tag}`,
      location: { city: `City ${tag}` },
    },
    work: [{ name: `Employer ${tag}`, position: `Position ${tag}`, startDate: '2020-01' }],
    skills: [{ name: 'Tools', keywords: [`skill ${tag}`] }],
  };
  return blankResume(sections, { parserVersion: 'p1', derived: { experienceMonths: 60 } });
}

export function resumeParsed(id: string, candidateId: string, more: Partial<Of<'resumeParsed'>['resume']> = {}): Change {
  return {
    kind: 'resumeParsed',
    resume: {
      id,
      workspace: W,
      code: newCode('r'),
      candidateId,
      blobId: id,
      version: 1,
      origin: 'parser',
      data: resumeData(id),
      parserVersion: 'p1',
      createdAt: AT,
      ...more,
    },
  };
}

export function accessGranted(
  personId: string,
  candidateId: string,
  resumeId: string,
  submissionId: string,
  more: Partial<Of<'accessGranted'>> = {},
): Change {
  return { kind: 'accessGranted', workspace: W, candidateId, personId, submissionId, resumeId, reason: 'sent', at: AT, ...more };
}

export function postingData(title: string, more: Partial<Posting> = {}): Posting {
  return {
    title,
    normalizedTitle: title.toLowerCase(),
    company: 'Harbour Works',
    locations: [{ city: 'Leeds', countryCode: 'GB' }],
    workplace: 'onsite',
    salary: null,
    mustHave: [],
    niceToHave: [],
    requirements: [],
    confidence: 0.9,
    description: `About ${title}`,
    ...more,
  };
}

export function postingSaved(id: string, more: Partial<Of<'postingSaved'>['posting']> = {}, workspace = W): Change {
  return {
    kind: 'postingSaved',
    workspace,
    posting: {
      id,
      code: newCode('j'),
      version: 1,
      status: 'approved',
      data: postingData(`Title ${id}`),
      contentHash: `hash-${id}`,
      at: AT,
      ...more,
    },
  };
}

export function score(candidate: number, recruiter: number, tag = 'score'): Score {
  return {
    scoreVersion: 's1',
    asOf: '2026-03-02',
    parts: { skills: 0.8, experience: 0.5, education: null, location: 1, salary: null, preferences: null },
    totals: { candidate, recruiter },
    confidence: 0.9,
    met: [`met ${tag}`],
    missing: [],
    vetoes: [],
    evidence: [],
  };
}

export function matchScored(
  id: string,
  pair: { candidateId: string; resumeId: string; postingId: string },
  more: Partial<Of<'matchScored'>['match']> = {},
): Change {
  return {
    kind: 'matchScored',
    workspace: W,
    match: {
      id,
      code: newCode('m'),
      ...pair,
      resumeVersion: 1,
      postingVersion: 1,
      preferencesVersion: 0,
      score: score(80, 75, id),
      at: AT,
      askedFor: false,
      ...more,
    },
  };
}

export function feedbackGiven(
  id: string,
  personId: string,
  matchId: string,
  more: Partial<Of<'feedbackGiven'>['feedback']> = {},
): Change {
  return {
    kind: 'feedbackGiven',
    workspace: W,
    feedback: { id, personId, matchId, meaning: 'interested', createdAt: AT, ...more },
  };
}

const card = (title: string, about: string[] = []): Card => ({ about, title, blocks: [], footer: [], attachments: [] });

export function message(id: string, personId: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    id,
    workspace: W,
    personId,
    channel: 'email',
    conversation: `${personId}@example.com`,
    private: true,
    dedupeKey: `answer:${id}`,
    card: card(`Card ${id}`),
    matches: [],
    createdAt: AT,
    ...more,
  };
}

export const task = (
  id: string,
  more: { dueAt?: number; priority?: number; attachmentId?: string; workspace?: string } = {},
): NewTask => ({
  id,
  workspace: more.workspace ?? W,
  step: 'readAttachment',
  payload: { attachmentId: more.attachmentId ?? id },
  dueAt: more.dueAt,
  priority: more.priority,
});

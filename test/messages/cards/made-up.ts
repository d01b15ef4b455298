/** Fictitious people, firms and scores for tests of cards and digests. */

import type { Parts, Score } from '../../../src/domain/match.ts';
import type { Posting } from '../../../src/domain/posting.ts';
import type { Resume } from '../../../src/domain/resume.ts';
import type { Card } from '../../../src/messages/card.ts';
import type { DigestSetting } from '../../../src/messages/digest-sentence.ts';
import type { MatchRow } from '../../../src/messages/match-items.ts';
import { blankResume } from '../../blank-resume.ts';

export function makeResume(changes: Partial<Resume> = {}): Resume {
  const sections = {
    basics: {
      name: 'Mirela Quandt',
      label: 'Staff Nurse',
      email: 'mirela.quandt@mail.example.org',
      phone: '+441134960555',
      location: { city: 'Leeds', countryCode: 'GB' },
    },
    work: [
      { name: 'Brookfold Clinic', position: 'Staff Nurse', startDate: '2019-03' },
      { name: 'Harrow Lane Surgery', position: 'Nurse', startDate: '2016-09', endDate: '2019-02' },
    ],
    education: [{ studyType: 'BSc', area: 'Nursing', institution: 'Aldermoor University', endDate: '2016-07' }],
    skills: [{ name: 'Clinical', keywords: ['Triage', 'Wound care', 'Phlebotomy'] }],
    languages: [{ language: 'English', fluency: 'native' }, { language: 'German' }],
  };
  const { meta, ...changed } = changes;
  const derived = { experienceMonths: 112, careerLevel: 'mid' as const };
  return blankResume({ ...sections, ...changed }, { isResume: 0.98, derived, ...meta?.shortlist });
}

export const emptyResume = (): Resume => blankResume({}, { isResume: 0.98 });

export function makePosting(changes: Partial<Posting> = {}): Posting {
  return {
    title: 'Senior Staff Nurse',
    normalizedTitle: 'registered nurse',
    company: 'Fernhill Care',
    locations: [{ city: 'Leeds', countryCode: 'GB' }],
    workplace: 'onsite',
    employmentType: 'full-time',
    salary: null,
    mustHave: ['Triage'],
    niceToHave: [],
    requirements: [{ text: 'Triage', kind: 'must', skills: ['triage'], words: [], credential: false }],
    function: 'nursing',
    seniority: 'senior',
    confidence: 0.95,
    url: 'https://jobs.example.com/1',
    description: 'Triage on the night shift.',
    ...changes,
  };
}

export const PARTS: Parts = { skills: 0.9, experience: 0.8, education: 1, location: 1, salary: null, preferences: null };

export function makeScore(total: number, changes: Partial<Score> = {}): Score {
  return {
    scoreVersion: 's2-test',
    asOf: '2026-03-02',
    parts: PARTS,
    totals: { recruiter: total, candidate: total },
    confidence: 0.9,
    met: [],
    missing: [],
    vetoes: [],
    evidence: [],
    ...changes,
  };
}

export function makeMatch(number: number, total: number, changes: Partial<MatchRow> = {}): MatchRow {
  return {
    id: `match-${number}`,
    code: `m000000${number}a`,
    candidateId: 'cand-1',
    postingId: `post-${number}`,
    score: makeScore(total),
    ...changes,
  };
}

export const DIGEST_ON: DigestSetting = { state: 'on', time: '07:30', timeZone: 'Europe/Berlin' };
export const DIGEST_OFF: DigestSetting = { state: 'off', time: '07:30', timeZone: 'Europe/Berlin' };

/** All that a card says, as lines: what every channel must get across. */
export function textOf(card: Card): string {
  const lines = card.blocks.flatMap((block) => {
    if (block.kind === 'facts')
      return block.facts.map((fact) => `${fact.label}: ${fact.value}${fact.note ? ` (${fact.note})` : ''}`);
    if (block.kind === 'list') return block.items.map((item) => `- ${item}`);
    if (block.kind === 'commands') return block.commands.map((one) => `> ${one.command}: ${one.does}`);
    if (block.kind === 'items') {
      return block.items.map((item) =>
        [
          `${item.number}. ${item.title}`,
          item.subtitle,
          item.score,
          `+${item.good.join('|')}`,
          `-${item.missing.join('|')}`,
          `!${item.notes.join('|')}`,
        ]
          .filter((part) => part !== undefined)
          .join(' ; '),
      );
    }
    return [block.kind === 'heading' ? `# ${block.text}` : block.text];
  });
  return [card.title, ...lines, ...card.footer].join('\n');
}

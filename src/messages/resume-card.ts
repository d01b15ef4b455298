/** What was understood of one resume (F2.5): facts with a mark where the reader should look. */
import type { CandidateId } from '../domain/ids.ts';
import type { Resume, ResumeEducation, ResumeWork } from '../domain/resume.ts';
import type { Card, CardBlock, CardFact } from './card.ts';
import { counted, duration, joined, oneLine, period } from './phrases.ts';

/** Fields from here on are accepted without a question (domain/resume.ts). */
const SURE_FROM = 0.86;
const SHOWN_SKILLS = 12;
const SHOWN_JOBS = 3;
const SHOWN_EDUCATION = 2;
const CHECK = 'please check';

export interface ResumeCardInput {
  candidateId: CandidateId;
  resumeCode: string;
  resume: Resume;
  /** `you`: the reader is the one the resume describes. */
  reader: 'you' | 'other';
}

/** How the resume calls its owner, else the fallback. */
export function nameOf(resume: Resume, fallback = 'this candidate'): string {
  const name = oneLine(resume.basics.name ?? '', 80);
  return name === '' ? fallback : name;
}

/** True when the value at the path, or anything below it, was read with less than full certainty. */
function isUnsure(resume: Resume, path: string): boolean {
  return Object.entries(resume.meta.shortlist.confidence).some(
    ([key, value]) => value < SURE_FROM && (key === path || key.startsWith(`${path}.`)),
  );
}

function fact(resume: Resume, label: string, value: string | undefined, ...paths: string[]): CardFact[] {
  const line = oneLine(value ?? '');
  if (line === '') return [];
  return [paths.some((path) => isUnsure(resume, path)) ? { label, value: line, note: CHECK } : { label, value: line }];
}

function jobLine(work: ResumeWork): string {
  const what = [work.position, work.name].filter((part) => part !== undefined && part !== '').join(', ');
  const when = period(work.startDate, work.endDate, 'now');
  return when ? `${what || 'Job'} (${when})` : what;
}

function educationLine(entry: ResumeEducation): string {
  const degree = [entry.studyType, entry.area].filter((part) => part !== undefined && part !== '').join(', ');
  const line = [degree, entry.institution].filter((part) => part !== undefined && part !== '').join(', ');
  const when = entry.endDate ?? entry.startDate;
  return when && line !== '' ? `${line} (${when.slice(0, 4)})` : line;
}

function skillLine(resume: Resume): string {
  const words = [...new Set(resume.skills.flatMap((group) => group.keywords.map((word) => oneLine(word, 40))))];
  const more = words.length - SHOWN_SKILLS;
  return words.slice(0, SHOWN_SKILLS).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function basicFacts(resume: Resume): CardFact[] {
  const { basics } = resume;
  const { derived } = resume.meta.shortlist;
  const city = [basics.location?.city, basics.location?.region, basics.location?.countryCode].filter(Boolean).join(', ');
  return [
    ...fact(resume, 'Name', basics.name, 'basics.name'),
    ...fact(resume, 'Headline', basics.label, 'basics.label'),
    ...fact(resume, 'Email', basics.email, 'basics.email'),
    ...fact(resume, 'Phone', basics.phone, 'basics.phone'),
    ...fact(resume, 'Place', city, 'basics.location'),
    ...fact(resume, 'Experience', duration(derived.experienceMonths)),
    ...fact(resume, 'Level', derived.careerLevel),
  ];
}

/** The facts of a resume, best known first; a value that is not there is left out, never invented. */
export function resumeFacts(resume: Resume): CardFact[] {
  const languages = resume.languages.map((one) => (one.fluency ? `${one.language} (${one.fluency})` : one.language));
  return [
    ...basicFacts(resume),
    ...resume.work
      .slice(0, SHOWN_JOBS)
      .flatMap((work, at) =>
        fact(
          resume,
          at === 0 ? 'Latest job' : 'Before that',
          jobLine(work),
          `work.${at}.position`,
          `work.${at}.name`,
          `work.${at}.startDate`,
          `work.${at}.endDate`,
        ),
      ),
    ...resume.education
      .slice(0, SHOWN_EDUCATION)
      .flatMap((entry, at) => fact(resume, 'Education', educationLine(entry), `education.${at}`)),
    ...fact(resume, 'Skills', skillLine(resume)),
    ...fact(resume, 'Languages', languages.join(', ')),
    ...fact(
      resume,
      'Certificates',
      resume.certificates
        .slice(0, 4)
        .map((one) => one.name)
        .join(', '),
    ),
  ];
}

/** What a reader should know besides the facts: marks to check, core fields that were not found, text that does not show. */
function remarks(resume: Resume, facts: readonly CardFact[]): CardBlock[] {
  const missing = [
    resume.basics.name ? '' : 'a name',
    resume.basics.email || resume.basics.phone ? '' : 'an email address or phone number',
    resume.work.length > 0 || resume.education.length > 0 ? '' : 'any job or education',
  ].filter((part) => part !== '');
  const hidden = resume.meta.shortlist.hiddenText.length;
  return [
    ...(missing.length > 0 ? [`I did not find ${joined(missing, 'or')}.`] : []),
    ...(facts.some((one) => one.note === CHECK) ? [`Where it says "${CHECK}" I am not sure that I read it right.`] : []),
    // Neutral on purpose (rule A1): hidden text is often a template's leftover.
    ...(hidden > 0 ? [`Text that does not show on the page was ignored (${counted(hidden, 'place')}).`] : []),
  ].map((text) => ({ kind: 'note', text }));
}

/** The blocks that say what was understood; also part of the answer to a submission. */
export function resumeBlocks(resume: Resume): CardBlock[] {
  const facts = resumeFacts(resume);
  if (facts.length === 0) {
    return [
      {
        kind: 'text',
        text: 'I could read almost nothing with certainty. If it is a scan or a picture, please send a PDF with real text or a DOCX.',
      },
      ...remarks(resume, facts)
        .slice(-1)
        .filter((block) => resume.meta.shortlist.hiddenText.length > 0 && block.kind === 'note'),
    ];
  }
  return [{ kind: 'facts', facts }, ...remarks(resume, facts)];
}

/** One resume on its own (`resume r…`). */
export function buildResumeCard(input: ResumeCardInput): Card {
  const yours = input.reader === 'you';
  return {
    about: [input.candidateId],
    title: yours ? 'What I understood of your resume' : `What I understood of the resume of ${nameOf(input.resume)}`,
    blocks: [
      ...resumeBlocks(input.resume),
      {
        kind: 'commands',
        commands: [
          { command: `match ${input.resumeCode}`, does: yours ? 'your best jobs now' : 'the best open jobs for this candidate' },
          { command: 'help', does: 'everything else I can do' },
        ],
      },
    ],
    footer: [],
    attachments: [],
  };
}

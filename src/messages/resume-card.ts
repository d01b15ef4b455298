/** What was understood of one resume (F2.5): facts with a mark where the reader should look. */
import type { CandidateId } from '../domain/ids.ts';
import { latestFirst, latestOf } from '../domain/latest-job.ts';
import type { Prose } from '../domain/prose.ts';
import { ACCEPTED_FROM, type Resume, type ResumeEducation, type ResumeWork } from '../domain/resume.ts';
import type { Card, CardBlock, CardFact } from './card.ts';
import { SECTION_LABELS, sectionFacts, statedFacts } from './more-facts.ts';
import { counted, duration, firstOf, joined, oneLine, period } from './phrases.ts';
import { proseBlocks } from './prose-blocks.ts';

const SHOWN_SKILLS = 12;
const SHOWN_JOBS = 8;
const SHOWN_EDUCATION = 4;
const SHOWN_CERTIFICATES = 4;
const SHOWN_NOT_PLACED = 6;
const CHECK = 'please check';
const FROM_MODEL = 'from a language model, please check';

export interface ResumeCardInput {
  candidateId: CandidateId;
  resumeCode: string;
  resume: Resume;
  /** `you`: the reader is the one the resume describes. */
  reader: 'you' | 'other';
  /** The same in sentences. */
  prose?: Prose;
}

/** How the resume calls its owner, else the fallback. */
export function nameOf(resume: Resume, fallback = 'this candidate'): string {
  const name = oneLine(resume.basics.name ?? '', 80);
  return name === '' ? fallback : name;
}

/** True when the value at the path, or anything below it, was read with less than full certainty. */
function isUnsure(resume: Resume, path: string): boolean {
  return Object.entries(resume.meta.shortlist.confidence).some(
    ([key, value]) => value < ACCEPTED_FROM && (key === path || key.startsWith(`${path}.`)),
  );
}

/** What a model proposed is on the page, and still less sure than what was read. */
const isFromModel = (resume: Resume, path: string): boolean =>
  (resume.meta.shortlist.model?.paths ?? []).some((key) => (key === path || key.startsWith(`${path}.`)) && isUnsure(resume, key));

/** Who reads: `corrected by you` to the one, `corrected by the candidate` to the others. */
type Reader = ResumeCardInput['reader'];

const CORRECTED = { candidate: 'corrected by the candidate', sender: 'corrected by the sender' } as const;

/** A value that a person gave says so; one that was read unsurely asks to be looked at. */
function noteOf(resume: Resume, reader: Reader, paths: readonly string[]): string | undefined {
  const corrected = Object.entries(resume.meta.shortlist.corrected ?? {}).find(([key]) =>
    paths.some((path) => key === path || key.startsWith(`${path}.`)),
  );
  if (corrected) return corrected[1] === 'candidate' && reader === 'you' ? 'corrected by you' : CORRECTED[corrected[1]];
  if (!paths.some((path) => isUnsure(resume, path))) return undefined;
  return paths.some((path) => isFromModel(resume, path)) ? FROM_MODEL : CHECK;
}

function fact(resume: Resume, reader: Reader, label: string, value: string | undefined, ...paths: string[]): CardFact[] {
  const line = oneLine(value ?? '');
  if (line === '') return [];
  const note = noteOf(resume, reader, paths);
  return [note === undefined ? { label, value: line } : { label, value: line, note }];
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
  return firstOf(words, SHOWN_SKILLS, ', ');
}

function basicFacts(resume: Resume, reader: Reader): CardFact[] {
  const { basics } = resume;
  const { derived } = resume.meta.shortlist;
  const city = [basics.location?.city, basics.location?.region, basics.location?.countryCode].filter(Boolean).join(', ');
  return [
    ...fact(resume, reader, 'Name', basics.name, 'basics.name'),
    ...fact(resume, reader, 'Headline', basics.label, 'basics.label'),
    ...fact(resume, reader, 'Email', basics.email, 'basics.email'),
    ...fact(resume, reader, 'Phone', basics.phone, 'basics.phone'),
    ...fact(resume, reader, 'Place', city, 'basics.location'),
    ...fact(resume, reader, 'Experience', duration(derived.experienceMonths)),
    ...fact(resume, reader, 'Level', derived.careerLevel),
  ];
}

/** A resume in one look: of its jobs the latest alone, and no sections of things beside. */
export const factsAtAGlance = (resume: Resume, reader: Reader): CardFact[] =>
  resumeFacts(resume, reader).filter(({ label }) => !/^(?:Job \d+|Before that)$/.test(label) && !SECTION_LABELS.includes(label));

/** Numbered as corrections name them: `job 2 end=2024-05`. Where there are many the latest ones are shown, wherever they stand. */
function jobFacts(resume: Resume, reader: Reader): CardFact[] {
  const { work } = resume;
  const latest = latestOf(work);
  const shown = new Set(latestFirst(work).slice(0, SHOWN_JOBS));
  const more = work.length - SHOWN_JOBS;
  return [
    ...work.flatMap((job, at) => {
      const paths = ['position', 'name', 'startDate', 'endDate'].map((key) => `work.${at}.${key}`);
      const label = at === latest ? `Job ${at + 1}, latest` : `Job ${at + 1}`;
      return shown.has(job) ? fact(resume, reader, label, jobLine(job), ...paths) : [];
    }),
    ...(more > 0 ? [{ label: 'Before that', value: counted(more, 'more job') }] : []),
  ];
}

function educationFacts(resume: Resume, reader: Reader): CardFact[] {
  const shown = resume.education.slice(0, SHOWN_EDUCATION);
  const more = resume.education.length - SHOWN_EDUCATION;
  return [
    ...shown.flatMap((entry, at) =>
      fact(resume, reader, shown.length > 1 ? `Education ${at + 1}` : 'Education', educationLine(entry), `education.${at}`),
    ),
    ...(more > 0 ? [{ label: 'Education', value: `and ${more} more` }] : []),
  ];
}

/** The facts of a resume, best known first; a value that is not there is left out, never invented. */
export function resumeFacts(resume: Resume, reader: Reader = 'other'): CardFact[] {
  const languages = resume.languages.map((one) => (one.fluency ? `${one.language} (${one.fluency})` : one.language));
  const certificates = resume.certificates.map((one) => one.name);
  // A doubtful word of many is no reason to doubt the line; a word that a person gave is one to say so.
  const said = (list: string) =>
    Object.keys(resume.meta.shortlist.corrected ?? {}).some((key) => key.startsWith(list)) ? [list] : [];
  return [
    ...basicFacts(resume, reader),
    ...jobFacts(resume, reader),
    ...educationFacts(resume, reader),
    ...fact(resume, reader, 'Skills', skillLine(resume), ...said('skills')),
    ...fact(resume, reader, 'Languages', languages.join(', '), ...said('languages')),
    ...fact(resume, reader, 'Certificates', firstOf(certificates, SHOWN_CERTIFICATES, ', '), ...said('certificates')),
    ...statedFacts(resume),
    ...sectionFacts(resume),
  ];
}

const WRONG = 'Something wrong? ';

/** Chats say it in their own way (`chat-words.ts`). */
export const isCorrectionHint = (block: CardBlock): block is Extract<CardBlock, { kind: 'note' }> =>
  block.kind === 'note' && block.text.startsWith(WRONG);

/** How to say that something was read wrong (F2.5). */
export function correctionHint(resumeCode: string): CardBlock {
  return {
    kind: 'note',
    corrects: resumeCode,
    text: `${WRONG}Answer with lines such as "title=Staff Engineer", "city=Leeds", "job 2 end=2024-05", "skills +Rust -Excel", "summary=…", "project 1 name=…", "add job: Nurse, Vale Hospital, 2019-03 – now" or "remove job 3".`,
  };
}

/** Said of an earlier reading, and not dropped: who reads it can say it again. */
function notPlaced({ meta }: Resume): string[] {
  const told = meta.shortlist.notPlaced ?? [];
  if (told.length === 0) return [];
  const more = told.length - SHOWN_NOT_PLACED;
  const shown = [...told.slice(0, SHOWN_NOT_PLACED).map((text) => oneLine(text)), ...(more > 0 ? [`and ${more} more`] : [])];
  return [
    `I have read the file anew since it was corrected, and found no place for this: ${shown.join('; ')}. Where it still is to be so, please correct it again.`,
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
    ...notPlaced(resume),
    ...(facts.some((one) => one.note?.endsWith(CHECK)) ? [`Where it says "${CHECK}" I am not sure that I read it right.`] : []),
    // Neutral on purpose (rule A1): hidden text is often a template's leftover.
    ...(hidden > 0 ? [`Text that does not show on the page was ignored (${counted(hidden, 'place')}).`] : []),
  ].map((text) => ({ kind: 'note', text }));
}

/** The blocks that say what was understood; also part of the answer to a submission. */
export function resumeBlocks(resume: Resume, reader: Reader = 'other'): CardBlock[] {
  const facts = resumeFacts(resume, reader);
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
      ...resumeBlocks(input.resume, input.reader),
      ...(yours ? [correctionHint(input.resumeCode)] : []),
      ...proseBlocks(input.prose, yours ? 'you' : 'they'),
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

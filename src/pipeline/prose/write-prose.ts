/** Facts → a profile in sentences (F2.4): the same facts give the same words, nobody is judged, and nothing is said that is not a fact. */
import { monthText } from '../../domain/month-spans.ts';
import type { Prose, ProseVoice } from '../../domain/prose.ts';
import { counted, joined, monthOf, oneLine } from '../../messages/phrases.ts';
import type { ProseFacts, ProseJob } from './prose-facts.ts';

const SHOWN = 4;
const SHOWN_SKILLS = 3;
const LONG_JOB_MONTHS = 48;
const LEAST_SKILL_MONTHS = 24;
const FEW_FIGURES = 0.2;
const LEAST_LINES = 4;

interface Words {
  subject: string;
  has: string;
  holds: string;
  speaks: string;
  resume: string;
}

const WORDS: Readonly<Record<ProseVoice, Words>> = {
  you: { subject: 'You', has: 'have', holds: 'hold', speaks: 'speak', resume: 'your resume' },
  they: { subject: 'The candidate', has: 'has', holds: 'holds', speaks: 'speaks', resume: 'the resume' },
};

/** Empty lists where there is nothing to say. Recruiters get no advice that is the candidate's. */
export function writeProse(facts: ProseFacts, voice: ProseVoice): Prose {
  const words = WORDS[voice];
  return {
    summary: summary(facts, words).join(' '),
    strengths: strengths(facts, words).slice(0, SHOWN),
    improve: (voice === 'you' ? improvements(facts) : openQuestions(facts)).slice(0, SHOWN),
    advice: voice === 'you' ? advice(facts).slice(0, SHOWN) : [],
  };
}

/** `6 years`, `a year and a half` is not said: whole years, or months below two years. */
function roundSpan(months: number): string {
  return months < 24 ? counted(months, 'month') : counted(Math.floor(months / 12), 'year');
}

const printed = (text: string | undefined): string => oneLine(text ?? '', 80).replace(/[.\s]+$/, '');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function jobWords({ title, company }: ProseJob): string {
  const role = printed(title);
  const firm = printed(company);
  if (role !== '' && firm !== '') return `as ${role} at ${firm}`;
  return role !== '' ? `as ${role}` : firm === '' ? '' : `at ${firm}`;
}

function summary(facts: ProseFacts, { subject, has, resume }: Words): string[] {
  const { experienceMonths, latest, skills, degrees } = facts;
  const sentences: string[] = [];
  if (experienceMonths > 0) {
    const dated = facts.jobs.filter((job) => job.months > 0).length;
    const jobs = dated > 1 ? ` in ${counted(dated, 'job')}` : '';
    sentences.push(`${subject} ${has} ${roundSpan(experienceMonths)} of experience${jobs}.`);
  }
  const job = latest && jobWords(latest);
  if (latest && job) {
    if (latest.current && latest.start) sentences.push(`${subject} ${has} worked ${job} since ${monthOf(latest.start)}.`);
    else sentences.push(`${subject} last worked ${job}${latest.end ? `, until ${monthOf(latest.end)}` : ''}.`);
  }
  const most = skills.slice(0, SHOWN_SKILLS).map((skill) => skill.name);
  if (most.length > 0) sentences.push(`${capital(resume)} shows ${joined(most)} in dated work.`);
  const [degree] = degrees;
  if (degree) sentences.push(`Education: ${printed(degree)}.`);
  return sentences;
}

function strengths(facts: ProseFacts, { subject, holds, speaks }: Words): string[] {
  const { skills, teamSize, longest, credentials, languages, lines, linesWithFigures } = facts;
  const long = skills.filter((skill) => skill.months >= LEAST_SKILL_MONTHS).slice(0, SHOWN_SKILLS);
  const job = longest && longest.months >= LONG_JOB_MONTHS ? jobWords(longest) : '';
  const held = unique(credentials.map(printed)).slice(0, SHOWN_SKILLS);
  const spoken = unique(languages.map(printed));
  return [
    ...(long.length > 0 ? [`Longest practice: ${joined(long.map((one) => `${one.name} (${roundSpan(one.months)})`))}.`] : []),
    ...(teamSize > 1 ? [`Led ${teamSize} people at once.`] : []),
    ...(longest && job ? [`Stayed ${roundSpan(longest.months)} ${job}.`] : []),
    ...(held.length > 0 ? [`${subject} ${holds} ${joined(held)}.`] : []),
    ...(spoken.length > 1 ? [`${subject} ${speaks} ${joined(spoken)}.`] : []),
    ...(linesWithFigures > 1 ? [`${linesWithFigures} of ${counted(lines, 'line')} about work say it with figures.`] : []),
  ];
}

const unique = (words: readonly string[]): string[] => [...new Set(words.filter((word) => word !== ''))];

function improvements(facts: ProseFacts): string[] {
  const { listedOnly, undatedJobs, jobsWithoutLines, lines, linesWithFigures, expired, reachable, gaps } = facts;
  const listed = unique(listedOnly).slice(0, SHOWN);
  return [
    ...(reachable ? [] : ['I found neither an email address nor a phone number: without one nobody can answer you.']),
    ...(undatedJobs > 0 ? [`${capital(countedJobs(undatedJobs))} no dates: with month and year it counts as experience.`] : []),
    ...(jobsWithoutLines > 0
      ? [`${capital(countedJobs(jobsWithoutLines))} no line about what you did there: two or three would show it.`]
      : []),
    ...(listed.length > 0
      ? [
          `${joined(listed)} ${listed.length === 1 ? 'is' : 'are'} listed, and no job shows ${listed.length === 1 ? 'it' : 'them'} in use: say where you used ${listed.length === 1 ? 'it' : 'them'}.`,
        ]
      : []),
    ...(lines >= LEAST_LINES && linesWithFigures < FEW_FIGURES * lines
      ? [
          `${linesWithFigures === 0 ? 'None' : linesWithFigures} of the ${lines} lines about your work ${linesWithFigures > 1 ? 'have' : 'has'} a figure: how many, how much or how often makes work easier to picture.`,
        ]
      : []),
    ...unique(expired).map((name) => `The page says that ${printed(name)} has run out: give the new date if you renewed it.`),
    ...gaps.map(
      (gap) => `No job is dated from ${month(gap.first)} to ${month(gap.last)}: if you like, a line can say what you did then.`,
    ),
  ];
}

const month = (number: number): string => monthOf(monthText(number));
const countedJobs = (count: number): string => `${counted(count, 'job')} ${count === 1 ? 'has' : 'have'}`;

/** To somebody else: what the page leaves open, as facts. */
function openQuestions({ undatedJobs, listedOnly, gaps, expired }: ProseFacts): string[] {
  const listed = unique(listedOnly).slice(0, SHOWN);
  return [
    ...(undatedJobs > 0 ? [`${capital(countedJobs(undatedJobs))} no dates.`] : []),
    ...(listed.length > 0 ? [`Listed, and not shown in a dated job: ${joined(listed)}.`] : []),
    ...gaps.map((gap) => `No job is dated from ${month(gap.first)} to ${month(gap.last)}.`),
    ...unique(expired).map((name) => `The page says that ${printed(name)} has run out.`),
  ];
}

function advice({ asked, skills, latest }: ProseFacts): string[] {
  const [first] = skills;
  return [
    ...asked.map(
      ({ name, jobs, of }) =>
        `${jobs} of your ${counted(of, 'best job')} ask for ${name}, which your resume does not show: if you have used it, add where; if not, it is worth learning.`,
    ),
    ...(first && latest && asked.length === 0
      ? [`Keep ${first.name} near the top of your resume: it is what your dated work shows most.`]
      : []),
  ];
}

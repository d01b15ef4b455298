/** What a printed layout is, and the small pieces that several of them share. */
import { html, raw } from 'hono/html';
import type { Job, Person, Study } from './person.ts';
import type { DateStyle } from './print-dates.ts';
import type { View } from './view.ts';

export type Html = ReturnType<typeof html>;

export interface Template {
  name: string;
  /** Never looked at while the parser is tuned. */
  held: boolean;
  css: string;
  /** Of the page, in mm. */
  margin?: number;
  paper?: 'A4' | 'Letter';
  body(view: View): Html;
  /** Gold paths that it does not print. */
  hides?(person: Person): string[];
  /** Those it looks natural with; all by default. */
  dateStyles?: readonly DateStyle[];
}

export const list = (items: readonly string[], attributes = ''): Html =>
  html`<ul ${raw(attributes)}>${items.map((item) => html`<li>${item}</li>`)}</ul>`;

/** Each point with a glyph of its own in the text. */
export const glyphs = (items: readonly string[], glyph: string): Html =>
  html`${items.map((item) => html`<p class="point">${glyph} ${item}</p>`)}`;

export const degree = (study: Study, joiner = ', '): string => [study.studyType, study.area].filter(Boolean).join(joiner);

export const jobs = (view: View, one: (job: Job, dates: string) => Html): Html =>
  html`${view.person.work.map((job) => one(job, view.range(job.startDate, job.endDate)))}`;

export const studies = (view: View, one: (study: Study, dates: string) => Html): Html =>
  html`${view.person.education.map((study) => one(study, view.range(study.startDate, study.endDate)))}`;

export const allSkills = (view: View): string[] => view.person.skills.flatMap((group) => [...group.keywords]);

export const spokenInBrackets = (view: View): string[] => view.person.languages.map((l) => `${l.language} (${l.fluency})`);

/** Employers with their roles, neighbours of one name together. */
export function byEmployer(work: readonly Job[]): { name: string; location: string; roles: Job[] }[] {
  const groups: { name: string; location: string; roles: Job[] }[] = [];
  for (const job of work) {
    const last = groups.at(-1);
    if (last?.name === job.name) last.roles.push(job);
    else groups.push({ name: job.name, location: job.location, roles: [job] });
  }
  return groups;
}

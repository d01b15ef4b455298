/** A fictitious person as gold: JSON Resume, with what a template needs besides. */
export interface Job {
  position: string;
  name: string;
  location: string;
  /** `YYYY-MM`. */
  startDate: string;
  /** Absent: still held. */
  endDate?: string;
  highlights: readonly string[];
}

export interface Study {
  studyType: string;
  area?: string;
  institution: string;
  location: string;
  startDate: string;
  endDate?: string;
}

export interface Certificate {
  name: string;
  issuer: string;
  date: string;
}

const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'pl',
  'sv',
  'da',
  'no',
  'fi',
  'cs',
  'tr',
  'ru',
  'uk',
  'ro',
  'hu',
  'ja',
  'zh',
  'zh-TW',
  'ko',
] as const;
export type Language = (typeof LANGUAGES)[number];
export const isLanguage = (text: string): text is Language => LANGUAGES.some((known) => known === text);

export interface Person {
  id: string;
  /** Never looked at while the parser is tuned. */
  held: boolean;
  lang: Language;
  name: string;
  label: string;
  email: string;
  phone: string;
  address: string;
  postalCode: string;
  city: string;
  region?: string;
  countryCode: string;
  summary: string;
  work: readonly Job[];
  education: readonly Study[];
  skills: readonly { name: string; keywords: readonly string[] }[];
  languages: readonly { language: string; fluency: string }[];
  certificates: readonly Certificate[];
}

/** `[position, employer, place, start, end, ...highlights]`; an empty end is a job still held. */
export type JobRow = readonly [string, string, string, string, string, ...string[]];
/** `[degree, field, school, place, start, end]`; an empty field or end is none. */
export type StudyRow = readonly [string, string, string, string, string, string];

export function jobs(...rows: JobRow[]): Job[] {
  return rows.map(([position, name, location, startDate, end, ...highlights]) => ({
    position,
    name,
    location,
    startDate,
    ...(end && { endDate: end }),
    highlights,
  }));
}

export function studies(...rows: StudyRow[]): Study[] {
  return rows.map(([studyType, area, institution, location, startDate, end]) => ({
    studyType,
    ...(area && { area }),
    institution,
    location,
    startDate,
    ...(end && { endDate: end }),
  }));
}

/** `Group: a, b, c` a line. */
export function groups(...lines: string[]): Person['skills'] {
  return lines.map((line) => {
    const [name = '', list = ''] = line.split(': ');
    return { name, keywords: list.split('; ') };
  });
}

/** `Language / level` each. */
export function spoken(...items: string[]): Person['languages'] {
  return items.map((item) => {
    const [language = '', fluency = ''] = item.split(' / ');
    return { language, fluency };
  });
}

/** `[name, issuer, date]` each. */
export function certificates(...rows: (readonly [string, string, string])[]): Certificate[] {
  return rows.map(([name, issuer, date]) => ({ name, issuer, date }));
}

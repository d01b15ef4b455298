/** What a correction says, by its path: texts as they are, the others as JSON that is checked wherever it is read. */
import { z } from 'zod';
import type { ResumeCorrection } from './correction.ts';

const text = z.string().optional();
const texts = z.array(z.string()).optional();

const Place = z.object({
  address: text,
  postalCode: text,
  city: text,
  region: text,
  countryCode: text,
  latitude: z.number().optional(),
  longitude: z.number().optional(),
});
const Language = z.object({ language: z.string(), fluency: text });
/** A job, a degree, a project and so on: the fields that one of them may have. */
const Entry = z.object({
  position: text,
  name: text,
  organization: text,
  studyType: text,
  area: text,
  institution: text,
  issuer: text,
  publisher: text,
  location: text,
  url: text,
  date: text,
  startDate: text,
  endDate: text,
  score: text,
  summary: text,
  description: text,
  highlights: texts,
  courses: texts,
});

export type CorrectionValue =
  | { kind: 'text'; text: string }
  | { kind: 'place'; place: z.infer<typeof Place> }
  | { kind: 'language'; language: z.infer<typeof Language> }
  | { kind: 'entry'; entry: z.infer<typeof Entry> };

const ADDED: ReadonlySet<string> = new Set(['work', 'education', 'projects', 'volunteer', 'awards', 'publications']);

/** Throws for a value that its path cannot have; the error does not say it. */
export function correctionValue({ path, op, value }: Pick<ResumeCorrection, 'path' | 'op' | 'value'>): CorrectionValue {
  if (value === '') return { kind: 'text', text: '' };
  if (path === 'basics.location') return { kind: 'place', place: read(Place, path, value) };
  if (path === 'languages') return { kind: 'language', language: read(Language, path, value) };
  if (op === 'add' && ADDED.has(path)) return { kind: 'entry', entry: read(Entry, path, value) };
  return { kind: 'text', text: value };
}

function read<T>(schema: z.ZodType<T>, path: string, value: string): T {
  const parsed = schema.safeParse(asJson(value));
  if (!parsed.success) throw new Error(`a correction of ${path} says nothing that belongs there`);
  return parsed.data;
}

function asJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

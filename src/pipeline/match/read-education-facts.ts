import type { CandidateFacts } from '../../domain/facts.ts';
import { foldText } from '../../domain/fold-text.ts';
import type { Resume, ResumeEducation } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import type { Blinder } from './blind-text.ts';
import { isPast } from './credential-state.ts';

const UNFINISHED =
  /(?:^|[^a-z])(?:in progress|ongoing|expected|unfinished|incomplete|not (?:completed|finished)|dropped out|discontinued|without (?:a )?degree|abgebrochen|ohne abschluss|laufend|voraussichtlich|en cours|inacheve|interrompu|sans diplome|en curso|sin terminar|inacabad[oa]|incomplet[oa]|em andamento|in corso|non conclus[oa]|niet afgerond|bez dyplomu|w trakcie)(?![a-z])/;
/** A school that slipped into a field by misreading must not count (rule A4): its comma part is dropped. */
const SCHOOL =
  /\b(?:universit\w*|uniwersytet\w*|college|school|hochschule|fachhochschule|schule|gymnasium|berufskolleg|berufsschule|institut\w*|academy|akademie|academie|academia|ecole|lycee|faculte|escuela|colegio|instituto|universidad\w*|scuola|liceo|politecnico|polytechnic\w*|hogeschool|szkola|politechnika|campus)\b/;

function withoutSchool(text: string): string {
  return text
    .split(/,\s*|\s[–—-]\s/)
    .filter((part) => !SCHOOL.test(foldText(part)))
    .join(', ');
}

type EducationFacts = CandidateFacts['education'][number];

function readOne(entry: ResumeEducation, blind: Blinder, taxonomy: Taxonomy, asOf: string): EducationFacts | undefined {
  const type = withoutSchool(blind(entry.studyType ?? ''));
  const area = withoutSchool(blind(entry.area ?? ''));
  const text = [type, area].filter(Boolean).join(', ');
  if (!text) return undefined;
  const degree = taxonomy.readDegree(type) ?? taxonomy.readDegree(text);
  const field = area || degree?.area;
  const over = entry.endDate ? isPast(entry.endDate, asOf) : !entry.startDate;
  return {
    ...(degree && { level: degree.level }),
    ...(field && { field }),
    text,
    finished: over && !UNFINISHED.test(foldText(`${text} ${entry.score ?? ''}`)),
  };
}

/** Degrees without the names of schools. Running and broken-off studies are there with `finished: false`. */
export function readEducation(resume: Resume, blind: Blinder, taxonomy: Taxonomy, asOf: string): EducationFacts[] {
  return resume.education.flatMap((entry) => readOne(entry, blind, taxonomy, asOf) ?? []);
}

/** Career level: words of the title first, then the feed's field, then years and wording. */
import { foldSameLength } from '../../../domain/fold-text.ts';
import type { CareerLevel } from '../../../domain/resume.ts';

const B = '(?<![\\p{L}])';
const E = '(?![\\p{L}])';
const rule = (level: CareerLevel, words: string): readonly [CareerLevel, RegExp] => [
  level,
  new RegExp(`${B}(?:${words})${E}`, 'u'),
];

/** First match wins: "Senior Director" is an executive, "Junior Product Manager" a junior. */
const TITLE: readonly (readonly [CareerLevel, RegExp])[] = [
  rule(
    'student',
    'interns?|internship|students?|werkstudent(?:in)?|praktikant(?:in)?|praktikum|stagiaire|stage|trainee|apprentice|apprenticeship|auszubildende[r]?|azubi|ausbildung|alternance|alternant|apprenti|becari[oa]|practicas|aprendiz|estagiari[oa]|estagio|tirocin\\p{L}{1,5}|stagista|stazysta|leerling|co-op',
  ),
  rule(
    'junior',
    'junior|jr|graduate|entry[- ]level|newly qualified|new grad|berufseinstieg|berufseinsteiger(?:in)?|einsteiger|debutant|debutante|nachwuchs\\p{L}{0,20}|early career|recien titulad[oa]|mlodszy|absolvent\\p{L}{0,3}',
  ),
  rule(
    'executive',
    'chief|c[eftiom]o|cto|vp|vice president|svp|evp|managing director|executive director|general director|geschaftsfuhr\\p{L}{1,4}|vorstand|directeur general|directrice generale|director general|direttore generale|president|board member',
  ),
  rule(
    'lead',
    'lead|leader|team ?lead|head|principal|staff (?=engineer|software|site|data|product|developer|designer|scientist|machine|security|backend|frontend|platform)|staff (?:site|software|product|data)|director(?! of photography)|directrice|directeur|direktor(?:in)?|leiter(?:in)?|leitung|teamleiter(?:in)?|supervisor|superintendent|foreman|responsable|capo|jefe|jefa|coordinador general|gerente|leiding\\p{L}{0,8}|kierownik|matron|headteacher|principal',
  ),
  rule(
    'senior',
    'senior|sr|expert|experienced|erfahrene[rn]?|confirme|confirmee|starszy|specialist lead|charge nurse|sous-?chef|chef de cuisine|head chef|(?:solutions?|software|enterprise|cloud|data|systems?|security) architect|resident engineer|oberarzt|oberarztin|consultant physician',
  ),
];
const FIELD: readonly (readonly [CareerLevel, RegExp])[] = [
  rule('student', 'intern(?:ship)?|student|trainee|apprentice'),
  rule('executive', 'executive|c-level|vp|vice president|chief'),
  rule('lead', 'lead|principal|staff|head|director|manager'),
  rule('junior', 'entry|entry[- _]level|junior|graduate|associate|beginner|berufseinsteiger|less_than'),
  rule('senior', 'senior|expert|sr'),
  rule('mid', 'mid|middle|intermediate|mid[- _](?:level|senior|senior_level)|mid_senior_level|regular'),
];
const LEADS_PEOPLE =
  /lead(?:ing|s)? (?:a|the|our|your) (?:team|crew|department|group)|direct reports|report(?:s)? (?:directly )?to you|line[- ]manag|manag(?:e|ing) (?:a team|\p{L}{1,8} people|staff|people|\d{1,3} )|(?:responsibility|responsible) for \d{1,3} (?:staff|people|employees)|appraisals|fachliche und disziplinarische|personalverantwortung|fuhrung (?:eines|des|von)|management d'une equipe|encadre(?:r|z|ment)|vous dirigez|vous managez|gestion de equipos?|a la tete d'une equipe|coordin(?:are|amento) (?:un|il|del) (?:team|gruppo)|leidinggeven|zarzadzanie zespolem/u;
const BEGINNER =
  /new to|first or second job|first job|recent graduates?|new graduates?|just qualified|straight out of|frisch aus|erste praxis|berufseinsteiger|jeune diplome|premier emploi|debutants? accept|recien graduad|neolaureat|no experience (?:needed|required|necessary)|keine erfahrung (?:notig|erforderlich)|this is a junior|entry[- ]level|you are new/u;
const MANAGER = new RegExp(`${B}(?:manager|managerin|managing|gestionnaire|chef|chief|leiter)${E}`, 'u');

interface SeniorityInput {
  title: string;
  titleLevel?: CareerLevel;
  field?: string;
  minYears?: number;
  text: string;
}

export function readSeniority(input: SeniorityInput): CareerLevel | undefined {
  const title = foldSameLength(input.title);
  const text = foldSameLength(input.text.slice(0, 30_000));
  const said = TITLE.find(([, pattern]) => pattern.test(title))?.[0];
  if (said !== undefined) return said;
  const manager = MANAGER.test(title);
  if (manager && LEADS_PEOPLE.test(text)) return 'lead';
  // The dictionary takes every manager for a leader of people; advertisements call many a specialist so.
  if (input.titleLevel !== undefined && !(manager && (input.titleLevel === 'lead' || input.titleLevel === 'executive')))
    return input.titleLevel;
  const field =
    input.field === undefined
      ? undefined
      : FIELD.find(([, pattern]) => pattern.test(foldSameLength(input.field ?? '').replace(/_/g, ' ')))?.[0];
  if (field !== undefined && field !== 'mid') return field;
  return byYears(input.minYears, text) ?? field;
}

/** Five years are what most advertisements for people who guide others ask for. */
function byYears(years: number | undefined, text: string): CareerLevel | undefined {
  if (years !== undefined && years >= 5) return 'senior';
  if (BEGINNER.test(text) && (years ?? 0) <= 1) return 'junior';
  if (years !== undefined && years < 1) return 'junior';
  return years !== undefined ? 'mid' : undefined;
}

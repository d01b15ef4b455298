/** A job ad as people write it (no feed) → what a feed would have said: title, company, place and the rest of its text (F4.10). Pure. */
import type { RawPosting } from '../../domain/posting.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { hasLegalForm, organisationCue } from '../parse/organisation-cues.ts';

export type AdProblem = 'empty' | 'short' | 'resume' | 'not-an-ad';
export type AdReading = { raw: RawPosting } | { problem: AdProblem };

/** Less says nothing that a resume could be compared with. */
const LEAST_WORDS = 12;
const LONGEST_AD = 60_000;
const HEAD_LINES = 25;
const LONGEST_TITLE = 110;

const LABELS = {
  title:
    /^(?:job ?title|title|position|role|job|vacancy|opening|we(?:'re| are) hiring|now hiring|hiring|wanted|stelle|stellenbezeichnung|stellenangebot|titel|poste|intitulé du poste|puesto|cargo|functie|stanowisko|posizione)$/i,
  company:
    /^(?:company|employer|organi[sz]ation|firm|firma|unternehmen|arbeitgeber|entreprise|employeur|empresa|azienda|bedrijf|pracodawca)$/i,
  place:
    /^(?:locations?|place|city|town|office|where|ort|standort|arbeitsort|einsatzort|lieu|ville|ubicación|ciudad|local|sede|luogo|locatie|miejsce|lokalizacja)$/i,
  pay: /^(?:salary|pay|wage|compensation|rate|gehalt|vergütung|lohn|salaire|rémunération|salario|sueldo|retribuzione|stipendio|salaris|wynagrodzenie)$/i,
  type: /^(?:employment type|contract type|job type|type|contract|hours|anstellungsart|beschäftigungsart|type de contrat|tipo de contrato|dienstverband)$/i,
  years: /^(?:experience|years of experience|berufserfahrung|expérience|experiencia)$/i,
  level: /^(?:level|seniority|career level|karrierestufe)$/i,
  until: /^(?:apply by|deadline|closing date|open until|valid until|bewerbungsschluss)$/i,
  url: /^(?:url|link|web|website|apply at)$/i,
  number: /^(?:reference|ref|job id|requisition|referenz|kennziffer|référence)$/i,
} as const;
type Label = keyof typeof LABELS;

const AD_WORDS =
  /\b(?:we are looking for|we're looking for|looking for an?|we offer|you will|your (?:tasks|profile|role|responsibilities)|responsibilities|requirements?|qualifications|must have|nice to have|what you bring|about the (?:role|job)|join (?:our|us)|apply|applicants|candidate|vacancy|hiring|salary|full[- ]time|part[- ]time|wir suchen|deine aufgaben|ihre aufgaben|aufgaben|anforderungen|ihr profil|dein profil|wir bieten|bewerb\w+|m\/w\/d|nous recherchons|missions|profil recherché|compétences requises|buscamos|requisitos|funciones|ofrecemos|cerchiamo|requisiti|offriamo|wij zoeken|vereisten|wij bieden|szukamy|wymagania|oferujemy|procuramos|procura-se)\b/gi;
const RESUME_WORDS =
  /^\W{0,3}(?:curriculum vitae|(?:work |professional |employment )?(?:experience|history)|berufserfahrung|lebenslauf|education|ausbildung|werdegang|expérience|formation|skills|kenntnisse|referees|hobbies)\W{0,3}$/gim;
const YEARS = /\b(?:19|20)\d{2}\b/g;
const ANYBODY = /\s*[([](?:[mwfdxgn](?:\s*[/|*,]\s*[mwfdxgn]){1,3}|all genders|gn)[)\]]/gi;

export function readAd(text: string, taxonomy: Taxonomy): AdReading {
  const lines = text.slice(0, LONGEST_AD).replace(/\r\n?/g, '\n').split('\n');
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words === 0) return { problem: 'empty' };
  const { fields, rest } = takeLabels(lines);
  if (isResume(text)) return { problem: 'resume' };
  const head = headOf(rest, fields, taxonomy);
  const speaks = new Set(text.match(AD_WORDS)?.map((word) => word.toLowerCase())).size;
  const known = head.title !== undefined && taxonomy.readTitle(head.title) !== undefined;
  if (words < LEAST_WORDS) return { problem: known || speaks > 0 ? 'short' : 'not-an-ad' };
  if (
    head.title === undefined ||
    (fields.title === undefined && !known && speaks < 2) ||
    (speaks === 0 && Object.keys(fields).length < 2)
  )
    return { problem: 'not-an-ad' };
  return { raw: rawOf(head, fields, rest, text) };
}

interface Head {
  title?: string;
  company?: string;
  place?: string;
}

function rawOf(head: Head, fields: Fields, rest: readonly string[], text: string): RawPosting {
  const url = fields.url ?? /\bhttps?:\/\/[^\s<>"')]{4,400}/.exec(text)?.[0];
  const places = (fields.place ?? head.place)?.split(/\s*[;|]\s*|\s+(?:or|and|oder|und|ou|et)\s+/i) ?? [];
  return {
    title: head.title ?? '',
    company: fields.company ?? head.company,
    locations: places.filter(Boolean).map((place) => ({ text: place })),
    salaryText: fields.pay,
    employmentType: undefined,
    description: [...rest, ...(fields.type === undefined ? [] : [fields.type])].join('\n'),
    tags: [],
    url,
    requisitionId: fields.number,
    validThrough: /\d{4}-\d{2}-\d{2}/.exec(fields.until ?? '')?.[0],
    yearsText: fields.years,
    seniorityText: fields.level,
    closed: false,
  };
}

type Fields = Partial<Record<Label, string>>;

/** `Company: Acme`, at the head of the ad; each label once. What has no known label stays text. */
function takeLabels(lines: readonly string[]): { fields: Fields; rest: string[] } {
  const fields: Fields = {};
  const rest: string[] = [];
  let seen = 0;
  for (const line of lines) {
    if (line.trim() !== '') seen += 1;
    const found =
      seen <= HEAD_LINES ? /^\W{0,3}([\p{L}' ]{2,30}?)\s?(?:[:=]|\s[-–—]\s)\s{0,5}(\S.{0,200})$/u.exec(line.trim()) : null;
    const label = found && labelNamed(found[1] ?? '');
    if (found && label && fields[label] === undefined) fields[label] = (found[2] ?? '').trim();
    else rest.push(line);
  }
  return { fields, rest };
}

const labelNamed = (name: string): Label | undefined => {
  for (const [label, pattern] of Object.entries(LABELS)) if (pattern.test(name.trim()) && isLabel(label)) return label;
  return undefined;
};
const isLabel = (name: string): name is Label => name in LABELS;

/** Title, company and place from the first lines when no label names them. */
function headOf(rest: readonly string[], fields: Fields, taxonomy: Taxonomy): Head {
  const first = rest
    .map((line) => line.trim().replace(/[!.]+$/, ''))
    .filter(Boolean)
    .slice(0, 6);
  const line = fields.title ?? titleLine(first, taxonomy);
  if (line === undefined) return {};
  const head = splitHead(LOOKED_FOR.exec(line)?.[1] ?? line, taxonomy);
  // Below the title: `Acme Metalworks GmbH, Leeds`, on one line or two.
  const at = first.indexOf(line);
  const below = at < 0 ? [] : first.slice(at + 1, at + 4);
  const prose = below.findIndex((one) => !isHeadLine(one));
  const names = splitNames(
    below.slice(0, prose < 0 ? below.length : prose).flatMap((one) => one.split(BETWEEN)),
    taxonomy,
  );
  return { title: head.title, company: head.company ?? names.company, place: head.place ?? names.place };
}

const BETWEEN = /\s*[,|·•]\s*|\s[-–—]\s/;
const LOOKED_FOR =
  /\b(?:looking for|hiring|suchen(?: wir)?|recherchons|buscamos|cerchiamo|zoeken|szukamy)\s+(?:ab sofort\s)?(?:an?\s|einen?\s|une?\s|un\s|una\s|een\s)?(.{3,80}?)(?:[.;!]|\s(?:to|who|with|for|mit|für|pour|avec|para|con|met)\s|$)/iu;

/** The first line whose beginning the title dictionary knows, else the first that is short enough to be one. */
function titleLine(first: readonly string[], taxonomy: Taxonomy): string | undefined {
  const covered = (line: string) =>
    taxonomy.readTitle((splitHead(line, taxonomy).title ?? line).replace(ANYBODY, ''))?.coverage ?? 0;
  const known = first.find((line) => line.length <= LONGEST_TITLE && covered(line) > 0.3);
  return known ?? (isHeadLine(first[0] ?? '') ? first[0] : undefined);
}

const isHeadLine = (line: string): boolean =>
  line.length > 1 && line.length <= 90 && line.split(/\s+/).length <= 10 && !/[:;?]$/.test(line);

/** `Welder at Acme, Leeds`, `Welder (m/f/d) - Acme - Leeds`, `Welder, Leeds`, `Nurse in York`. */
function splitHead(line: string, taxonomy: Taxonomy): Head {
  const clean = line.replace(/^\W{0,3}(?:job|vacancy|wanted|hiring|stellenangebot)\s*[:!]\s*/i, '').trim();
  const [before = clean, after] = clean.split(/\s+(?:at|bei|chez)\s+(?=\p{Lu})|\s*@\s*/u);
  const [title = before, ...others] = before.split(/\s[-–—|·•]\s|\s+in\s+(?=\p{Lu})/u);
  const behind = [...others, ...(after === undefined ? [] : [after])].flatMap((part) => part.split(BETWEEN));
  const names = splitNames([...behind.flatMap((part) => part.split(/\s+in\s+(?=\p{Lu})/u))], taxonomy);
  // Behind a comma stands as often a part of the title (`Nurse, Medical Ward`): only what surely is a company or a place is taken.
  const [first = title, ...parts] = title.split(/,\s+/);
  const place = names.place ?? parts.find((part) => isPlace(part, taxonomy));
  const company = names.company ?? parts.find((part) => part !== place && looksLikeOrganisation(part));
  return { title: [first, ...parts.filter((part) => part !== place && part !== company)].join(', '), company, place };
}

const isPlace = (part: string, taxonomy: Taxonomy): boolean =>
  !looksLikeOrganisation(part) && (taxonomy.findPlace(part) !== undefined || taxonomy.countryCode(part) !== undefined);

/** How the work is, not whose it is. */
const NO_NAME =
  /\d|\b(?:shifts?|full[- ]?time|part[- ]?time|permanent|temporary|remote|hybrid|schicht|vollzeit|teilzeit|unbefristet|cdi|cdd|requirements|anforderungen)\b/i;

const looksLikeOrganisation = (text: string): boolean => hasLegalForm(text) || organisationCue(text) >= 0.8;

function splitNames(parts: readonly string[], taxonomy: Taxonomy): Omit<Head, 'title'> {
  const named = parts.map((part) => part.trim()).filter((part) => part !== '' && part.length <= 60);
  const place = named.find((part) => isPlace(part, taxonomy));
  const names = named.filter((part) => part !== place && !NO_NAME.test(part) && !isPlace(part, taxonomy));
  const company = names.find(looksLikeOrganisation) ?? names.find((part) => taxonomy.readTitle(part) === undefined);
  return { ...(company === undefined ? {} : { company }), ...(place === undefined ? {} : { place }) };
}

/** Headings of a career with years in it, and hardly a word that only ads use. */
function isResume(text: string): boolean {
  const distinct = (pattern: RegExp) => new Set(text.match(pattern)?.map((word) => word.trim().toLowerCase())).size;
  return distinct(RESUME_WORDS) >= 2 && distinct(YEARS) >= 2 && distinct(AD_WORDS) < 3;
}

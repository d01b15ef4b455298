/** Kind of employment from a feed's field, else from title and text. */
import { foldSameLength } from '../../../domain/fold-text.ts';
import type { EmploymentType } from '../../../domain/posting.ts';

/** In order: an internship is usually full-time as well, and the rarer word says more. */
const KINDS: readonly (readonly [EmploymentType, RegExp])[] = [
  [
    'apprenticeship',
    /apprentice|ausbildungsplatz|\bazubi|auszubildende|\bausbildung zum|\bausbildung zur|alternance|apprenti|contrat pro|aprendiz|apprendistato|leerling/u,
  ],
  [
    'internship',
    /\bintern\b|internship|praktik|werkstudent|working student|\bstage\b|stagiaire|\bpracticas\b|\bbecari|estagio|tirocinio|\bstaz\b|student job|co-?op\b/u,
  ],
  ['volunteer', /volunteer|ehrenamt|benevol|voluntari|volontari|vrijwillig/u],
  [
    'temporary',
    /\btemp\b|temporary|temporar|seasonal|saison|fixed[-_ ]?term|(?<!un)befristet(?!e? verlangerung)|\bcdd\b|interim|eventual|temporaneo|tempo determinato|tijdelijk|per ?diem|casual|locum|zeitarbeit|determinate/u,
  ],
  [
    'contract',
    /contract(?!ed hours)|contractor|freelanc|freiberuf|independant|self-?employed|autonomo|\bb2b\b|zzp|day rate|c2c|corp-?to-?corp|werkvertrag|per_diem|libero professionista|partita iva/u,
  ],
  [
    'part-time',
    /part[-_ ]?time|teilzeit|temps partiel|media jornada|tiempo parcial|jornada parcial|tempo parcial|meio periodo|deeltijd|parttime|niepelny etat|pol etatu|geringfugig|minijob/u,
  ],
  [
    'full-time',
    /full[-_ ]?time|vollzeit|temps plein|temps complet|tiempo completo|jornada completa|tempo inteiro|tempo integral|tempo pieno|fulltime|voltijd|pelny etat|\bfull\b/u,
  ],
];

/** Says that it lasts, not how many hours it has: full time where nothing else is said. */
const LASTING = /permanent|unbefristet|\bcdi\b|indefinid|indeterminat|regular|festanstellung|feste anstellung/u;

/** Of a field such as `fulltime, parttime` or `PERMANENT`; undefined for words that say nothing of it. */
export function employmentTypeOf(field: string): EmploymentType | undefined {
  const folded = foldSameLength(field);
  const found = KINDS.filter(([, pattern]) => pattern.test(folded)).map(([kind]) => kind);
  // Either way is open: what most people mean by it is full time.
  if (found.includes('part-time') && found.includes('full-time') && found.length === 2) return 'full-time';
  return found[0] ?? (LASTING.test(folded) ? 'full-time' : undefined);
}

/** From the words of title and text; full time is not guessed where nothing says so. */
export function employmentTypeIn(title: string, text: string): EmploymentType | undefined {
  const fromTitle = LASTING.test(foldSameLength(title)) ? undefined : employmentTypeOf(title);
  if (fromTitle !== undefined) return fromTitle;
  const folded = foldSameLength(text.slice(0, 20_000));
  if (
    /\b(?:this is|we offer|offering|position is|role is|type|contract|employment|vertrag|anstellung|contrat|contrato|contratto)\b.{0,30}\b(?:fixed[- ]term|temporary|cdd|befristet)/u.test(
      folded,
    )
  )
    return 'temporary';
  if (
    /umbrella or limited|day rate|freelance (?:role|position|contract)|auf freiberuflicher basis|we look for contractors/u.test(
      folded,
    )
  )
    return 'contract';
  const part = /part[- ]?time|teilzeit|temps partiel|media jornada|deeltijd/u.test(folded);
  const full = /full[- ]?time|vollzeit|temps plein|jornada completa|tempo pieno|fulltime/u.test(folded);
  if (full) return 'full-time';
  return part ? 'part-time' : undefined;
}

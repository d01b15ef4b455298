/** How likely a document is a resume at all: 0…1. Letters, invoices, advertisements, newsletters and blank pages are not. */
import { foldSameLength } from '../../domain/fold-text.ts';
import type { Line } from './line.ts';
import type { Section } from './sections.ts';

export interface ResumeSigns {
  sections: readonly Section[];
  lines: readonly Line[];
  name: boolean;
  email: boolean;
  phone: boolean;
  work: number;
  education: number;
  skills: number;
  datedEntries: number;
}

const LETTER =
  /\b(?:dear (?:sir|madam|hiring|mr|ms|mrs|team|recruit|dr|\p{Lu})|to whom it may concern|yours (?:sincerely|faithfully)|kind regards|best regards|sincerely yours|sehr geehrte|mit freundlichen grussen|madame, monsieur|cher monsieur|chere madame|veuillez agreer|je vous prie d|cordialement|estimad[oa]s?|atentamente|un cordial saludo|prezad[oa]s?|cordiais cumprimentos|gentile|egregi|cordiali saluti|distinti saluti|geachte|met vriendelijke groet|szanown|z powazaniem|i am writing to|hiermit bewerbe ich|je me permets de|je vous adresse ma candidature)\b|此致|敬启|尊敬的|拝啓|敬具/gu;
const INVOICE =
  /\b(?:invoice|invoice number|bill to|amount due|subtotal|sub-total|vat|tax id|payment terms|due date|unit price|qty|quantity|rechnung|rechnungsnummer|rechnungsdatum|mwst|ust-id|zahlbar|gesamtbetrag|nettobetrag|facture|tva|montant|total ttc|total ht|factura|importe|base imponible|iva|fattura|imponibile|factuur|btw|faktura|order number|purchase order|delivery note|lieferschein|angebot nr|price list|preisliste|tarif|per item|each|iban)\b/gu;
const ADVERT =
  /\b(?:we are looking for|we're looking for|we are hiring|join our team|apply now|how to apply|about the role|the role|what we offer|we offer|your responsibilities|your profile|you will|you have|the ideal candidate|equal opportunity|salary range|benefits|wir suchen|wir bieten|ihre aufgaben|ihr profil|deine aufgaben|dein profil|bewerben sie sich|jetzt bewerben|nous recherchons|nous offrons|votre profil|vos missions|postulez|buscamos|ofrecemos|tu perfil|requisitos|cerchiamo|offriamo|il candidato|procuramos|oferecemos|wij zoeken|wij bieden|szukamy|oferujemy|job description|stellenbeschreibung|offre d'emploi)\b/gu;
const NEWSLETTER =
  /\b(?:unsubscribe|newsletter|view in browser|in this issue|abmelden|abbestellen|desinscrire|se desabonner|darse de baja|privacy policy|all rights reserved|terms and conditions|agenda|minutes of the meeting|table of contents|abstract)\b/gu;
const PRICE = /(?:[€$£¥]\s?\d|\d[\d.,]*\s?(?:€|eur|usd|gbp|chf)\b)/gi;

function distinct(pattern: RegExp, text: string): number {
  return new Set([...text.matchAll(pattern)].map((m) => m[0])).size;
}

/** Evidence against, each kind bounded so that one habit of speech does not decide. */
function against(text: string, lines: readonly Line[]): number {
  const prices = [...text.matchAll(PRICE)].length;
  const words = text.split(/\s+/).length;
  const prose = lines.filter((line) => line.text.length > 85 && !line.bullet).length / Math.max(1, lines.length);
  return (
    Math.min(4, 1.8 * distinct(LETTER, text)) +
    Math.min(5, 1.1 * distinct(INVOICE, text)) +
    Math.min(5, 1.25 * distinct(ADVERT, text)) +
    Math.min(3, 1.2 * distinct(NEWSLETTER, text)) +
    Math.min(2, prices / 4) +
    (prose > 0.6 && words > 120 ? 1 : 0)
  );
}

/** 0…1 from sections, dated entries and contacts on one side and the marks of other documents on the other. */
export function judgeResume(signs: ResumeSigns): number {
  const text = foldSameLength(
    signs.lines
      .map((line) => line.text)
      .join('\n')
      .slice(0, 60_000),
  );
  if (text.trim().length < 12) return 0;
  const kinds = new Set(signs.sections.flatMap((section) => (section.lines.length > 0 ? section.kinds : [])));
  kinds.delete('header');
  const core = (['work', 'education', 'skills', 'languages', 'certificates', 'summary'] as const).filter((kind) =>
    kinds.has(kind),
  ).length;
  let score = -3.1;
  score += Math.min(3.6, 0.95 * core) + (kinds.has('work') || kinds.has('education') ? 0.7 : 0);
  score +=
    Math.min(2.4, 0.6 * signs.datedEntries) +
    (signs.work > 0 ? 0.5 : 0) +
    (signs.education > 0 ? 0.5 : 0) +
    (signs.skills > 2 ? 0.4 : 0);
  score += (signs.name ? 0.5 : 0) + (signs.email ? 0.6 : 0) + (signs.phone ? 0.4 : 0);
  const contra = against(text, signs.lines);
  // A resume with many sections may well speak of invoices and benefits; a letter with none may not.
  score -= contra * (core >= 3 && signs.datedEntries >= 2 ? 0.45 : 1);
  return Math.round((1 / (1 + Math.exp(-1.15 * score))) * 100) / 100;
}

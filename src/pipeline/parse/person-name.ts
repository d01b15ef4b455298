/** Which line of the head is the person's name: place on the page, size, shape, and agreement with the address of the mailbox. */
import { foldSameLength } from '../../domain/fold-text.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { koreanTown } from './cjk-cues.ts';
import { isLabel } from './entry-labels.ts';
import { type Found, found } from './found.ts';
import { isDocumentTitle, lookupHeading } from './heading-lookup.ts';
import { WHOLE_NAME_LABELS } from './label-words.ts';
import { isCaps, type Line, looksLike, type Segment } from './line.ts';
import { organisationCue } from './organisation-cues.ts';
import { keysOf, squeezeText } from './text-keys.ts';

const PARTICLES =
  "(?:'t|’t|'s|op|in|bij|aan|d'|lic\\.?|iur\\.?|oec\\.?|publ\\.?|habil\\.?|theol\\.?|bc\\.?|mgr\\.?|dr\\.?|prof\\.?|dipl\\.?|mag\\.?|msc\\.?|" +
  'de|da|do|dos|das|del|della|di|du|la|le|van|von|vom|der|den|ten|ter|zu|zur|af|av|bin|binti|ibn|al|el|y|e|i|ní|nic|mac|o|san|st\\.?|jr\\.?|sr\\.?|jur\\.?|med\\.?|rer\\.?|nat\\.?|phil\\.?|ing\\.?|h\\.?c\\.?|univ\\.?)';
const WORD = "(?:(?:al|el|ar|ad|as|ash|an|ul|bin|d'|l'|o'|d’|l’|o’|de|van|von)[-'’]?)?\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const LATIN = new RegExp(`^(?:(?:${WORD}|[“"(]${WORD}[”")]|${PARTICLES})(?:\\s+|$)){1,7}$`, 'u');
const CJK =
  /^(?:[\p{Script=Han}]{2,4}|[\p{Script=Han}]{1,3}\s[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,4}|\p{Script=Hangul}{2,4}|[\p{Script=Katakana}・ー\s]{3,20})$/u;
const OTHER = /^[\p{L}\p{M}'’. -]{4,48}$/u;
const CJK_NAME_WORDS = '姓\\s?名|氏\\s?名|名\\s?前|성\\s?명|이\\s?름';
const WHOLE_NAMES = keysOf(WHOLE_NAME_LABELS);
/** What agencies write in front of the name of the person whom they present. */
const PRESENTED =
  "(?:candidate|applicant|consultant)(?:[’']s)?(?: name)?|name of (?:the )?(?:candidate|applicant|consultant)|kandidat(?:in)?|bewerber(?:in)?|candidat(?:e|o|a)?|kandidaat|naam kandidaat|kandydat(?:ka)?";
/** `Name: Ada Reed`; `姓名 顾明` needs no colon. */
const PARTED = /^([^:：]{1,40})[:：]\s*/u;
const CJK_LABEL = new RegExp(`^(?:${CJK_NAME_WORDS})\\s+(?=\\p{L})`, 'u');
const PRESENTED_LABEL = new RegExp(`^(?:${PRESENTED})\\s*[:：]?$`, 'iu');
/** The page says whose name it is: more than size and place can. */
const SAID = 2.5;
/** How the name is read, above or below it. */
const READING = /^(?:ふりがな|フリガナ|カナ|읽는 법)(?:\s|[:：]|$)/u;
const PICTURES = /^\p{Extended_Pictographic}+\s*|\s*\p{Extended_Pictographic}+$/gu;
const BRACKET = /\s*[(（]\s*([^()（）]{1,30}?)\s*[)）]\s*$/u;
/** What accountants, engineers and advocates of India write before theirs. */
const BEFORE_NAME = /^(?:(?:CA|CS|CMA|FCA|ACS|Adv)\.?|(?:Er|Ar)\.)\s+(?=\p{Lu}\p{Ll}+\s)/u;
/** Degrees and licences behind a name: `Jane Doe, RN, BSN`, `Max Muster M.Sc.` */
const POSTNOMINALS = /(?:,\s*|\s+)(?:(?:[A-Z][A-Za-z]{0,3}\.?){1,4}(?:\s?\([^)]*\))?)(?:,\s*(?:[A-Z][A-Za-z.]{0,7}))*$/;

interface Candidate {
  text: string;
  line: Line;
  segment: Segment;
  rank: number;
  labelled: boolean;
}

/** Letters of a label for the name that stands in front of it in the same piece; 0 without one. */
function labelLength(text: string): number {
  const [parted, label] = PARTED.exec(text) ?? [];
  if (parted !== undefined && label !== undefined && WHOLE_NAMES.has(squeezeText(label))) return parted.length;
  return CJK_LABEL.exec(text)?.[0].length ?? 0;
}

const isNameLabel = (cell: string): boolean => PRESENTED_LABEL.test(cell) || WHOLE_NAMES.has(squeezeText(cell));

/** `Résumé of Jane Doe`, `Lebenslauf von Max Muster`: the name of the document, and whose it is. */
const DOCUMENT_OF =
  /^(?:[Rr][ée]sum[ée]|CV|[Cc]urr[ií]cul(?:um|o)(?:\s+[Vv]it(?:ae|æ))?|[Ll]ebenslauf|[Hh]oja de vida|[ŻżZz]yciorys|[Ll]evensloop|[Rr]ezyume|[Рр]езюме)\s+(?:of|for|von|de|du|del|di|van|do|da|dla|для)\s+(?=\p{Lu}\S*\s+\p{Lu})/u;

/** The part of a text that can be a name: what stands before a comma, bar or dash, without pictures. */
function namePart(text: string): string {
  const plain = text.slice(labelLength(text)).replace(DOCUMENT_OF, '').replace(PICTURES, '');
  const cut = /^(.{2,60}?)(?:,\s|\s[|–—·•]\s|\s-\s|\s{2,})/.exec(plain);
  return (cut?.[1] ?? plain).trim();
}

function isNameShaped(text: string): boolean {
  const plain = text.replace(BRACKET, '').trim();
  if (CJK.test(plain)) return true;
  if (/\d|@|[:;!?/\\|_=<>]/.test(plain) || plain.length > 60 || plain.length < 3) return false;
  return LATIN.test(plain) || (!/\p{Script=Latin}/u.test(plain) && OTHER.test(plain) && plain.split(/\s+/).length <= 5);
}

function mailAgreement(name: string, email: string | undefined): number {
  const local = squeezeText((email ?? '').split('@')[0] ?? '');
  if (!local) return 0;
  const parts = foldSameLength(name)
    .split(/[^\p{L}]+/u)
    .map(squeezeText)
    .filter((part) => part.length >= 2);
  const hit = parts.filter((part) => part.length >= 3 && local.includes(part)).length;
  const initials = parts.map((part) => part.charAt(0)).join('');
  return hit > 0 ? 1.2 + 0.5 * Math.min(1, hit - 1) : initials.length > 1 && local.startsWith(initials) ? 0.6 : 0;
}

function scoreOf(candidate: Candidate, biggest: number, email: string | undefined, taxonomy: Taxonomy): number {
  const { text, line, segment, rank } = candidate;
  let score = candidate.labelled ? SAID : 0;
  if (segment.size >= biggest * 0.97 && biggest > 0) score += line.flow ? 0.3 : 2;
  if (line.heading === 1) score += 1.5;
  score += Math.max(0, 1.6 - 0.35 * rank);
  if (segment.bold) score += 0.3;
  score += mailAgreement(text, email);
  const words = text.split(/\s+/).length;
  if (words === 2 || words === 3) score += 0.5;
  if (words === 1 && !CJK.test(text)) score -= 0.5;
  const title = taxonomy.readTitle(text);
  if (title) score -= 2 * title.coverage;
  if (organisationCue(text) >= 1) score -= 1;
  if (words > 1 && taxonomy.lookupSkill(text)) score -= 1.5;
  if (taxonomy.findPlace(text) && words === 1 && mailAgreement(text, email) === 0) score -= 0.8;
  if (koreanTown(text)) score -= 2.5;
  if (isTownWithCountry(text, taxonomy) && mailAgreement(text, email) === 0) score -= 2.5;
  return score;
}

/** `Sheffield GB`, `Columbus OH US`: an address has the shape of a name as well. */
function isTownWithCountry(text: string, taxonomy: Taxonomy): boolean {
  const tail = /^(.{3,40}) ([A-Z]{2})$/.exec(text);
  if (!tail) return false;
  const [, town = '', letters = ''] = tail;
  return taxonomy.countryCode(letters) !== undefined && taxonomy.findPlace(town) !== undefined;
}

/** `ADA MCWREN` → `Ada McWren`. */
export function calm(name: string): string {
  if (!isCaps(name) || !/\p{Script=Latin}/u.test(name)) return name;
  return name
    .toLowerCase()
    .replace(/(?<![\p{L}\p{M}])\p{L}/gu, (c) => c.toUpperCase())
    .replace(/(?<![\p{L}])Mc(\p{Ll})/gu, (_, c: string) => `Mc${c.toUpperCase()}`)
    .replace(/(?<=\p{L}['’])S\b/gu, 's')
    .replace(/\b(?:De|Da|Do|Dos|Del|Van|Von|Der|Den|La|Y)\b(?=\s)/g, (s, at: number) => (at > 0 ? s.toLowerCase() : s));
}

/** In sizes of the usual text of the head: letters as large as this, or this many points, are set large. */
const LARGE = 1.3;
const LARGE_POINTS = 16;
/** How much of what stands behind a name in another style is known as a title. */
const TITLE_SHARE = 0.5;
/** No name with its title is longer. */
const LONGEST_HEADLINE = 160;
/** A name breaks into so many lines at most. */
const NAME_LINES = 3;

/** A long name set large wraps: the next line has the same large size and style. `usual` is the size of most lines of the head. */
function unwrapped(segment: Segment, line: Line, after: readonly Line[], usual: number): Segment {
  let whole = segment;
  let above = line;
  for (let parts = 1; parts < NAME_LINES; parts++) {
    // Lines of a box beside the name may stand between.
    const next = after.find((one) => one.y > above.y && one.segments[0]?.size === segment.size);
    const [below] = next?.segments ?? [];
    if (!below || !next || next.segments.length > 1 || line.segments.length > 1) break;
    if (segment.size < Math.min(LARGE_POINTS, LARGE * usual) || !looksLike(below, segment)) break;
    if (next.page !== line.page || next.y - above.y > 1.8 * segment.size) break;
    whole = { ...whole, text: whole.text.endsWith('-') ? whole.text + below.text : `${whole.text} ${below.text}` };
    above = next;
  }
  return whole;
}

/** The usual size of what is smaller than the largest text. */
function usualSize(lines: readonly Line[]): number {
  const largest = Math.max(0, ...lines.map((line) => line.size));
  const sizes = lines.map((line) => line.size).filter((size) => size < 0.97 * largest);
  return sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? LARGE_POINTS;
}

/** `Ada Reed **Bridge Engineer**`: what stands before the change of weight or colour behind which the title stands. */
function beforeTitle({ text, styleBreaks }: Segment, taxonomy: Taxonomy): string | undefined {
  if (text.length > LONGEST_HEADLINE) return undefined;
  const at = styleBreaks.find((place) => /^\p{L}[^|·•–—,]*\s\p{L}[^|·•–—,]*$/u.test(text.slice(0, place)));
  if (at === undefined || (taxonomy.readTitle(text.slice(at).trim())?.coverage ?? 0) < TITLE_SHARE) return undefined;
  return taxonomy.readTitle(text.slice(0, at).trim()) ? undefined : text.slice(0, at).trim();
}

/** The cell left of another; some forms give the colon a column of its own. */
function labelBeside({ segments }: Line, at: number): string {
  const beside = segments[at - 1]?.text ?? '';
  return /^[:：]$/.test(beside) ? (segments[at - 2]?.text ?? '') : beside;
}

/** The name with the line that shows it, or undefined. `lines` are those of the head, first of the document first. */
export function findName(lines: readonly Line[], email: string | undefined, taxonomy: Taxonomy): Found | undefined {
  const candidates: Candidate[] = [];
  const head = lines.slice(0, 24);
  const usual = usualSize(head);
  head.forEach((line, i) => {
    for (const [n, printed] of line.segments.entries()) {
      // `姓名  司马清川  性别  女` in the cells of a form: the words for what stands beside them are no names.
      if (line.segments.length > 1 && isLabel(printed.text)) continue;
      const segment = unwrapped(printed, line, head.slice(i + 1, i + 4), usual);
      const named = beforeTitle(segment, taxonomy) ?? segment.text;
      const text = namePart(named.replace(/\s+\)/g, ')').replace(/\s*\(\)/, '')).replace(/[,\s]+$/, '');
      const labelled = labelLength(segment.text) > 0 || isNameLabel(labelBeside(line, n));
      if (
        READING.test(line.text) ||
        !isNameShaped(text) ||
        isDocumentTitle(text) ||
        (!labelled && lookupHeading(text)?.by === 'exact')
      )
        continue;
      candidates.push({ text, line, segment, rank: labelled ? 0 : i, labelled });
    }
  });
  const biggest = Math.max(
    0,
    ...lines
      .slice(0, 24)
      .flatMap((line) => line.segments.filter((s) => /\p{L}{2}/u.test(s.text) && !isDocumentTitle(s.text)).map((s) => s.size)),
  );
  const ranked = candidates.map((c) => ({ c, score: scoreOf(c, biggest, email, taxonomy) })).sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (!best || best.score < 0.9) return undefined;
  const name = withoutPostnominals(best.c.text.replace(BEFORE_NAME, ''), email);
  return found(calm(name), [best.c.line], 0.55 + 0.11 * best.score);
}

/** What a surname in capitals goes on behind. */
const PARTICLE = /\s(?:LE|LA|LES|DE|DU|DES|DOS|DA|DI|DEL|DELLA|DER|DEN|VAN|VON|TER|TEN|EL|AL|BEN|MAC|MC|SAN|SAINT|ST)$/u;

/** Only capital or dotted letters behind at least two names are postnominals: `Jane Doe RN`, not `Jane Doe Lee`. */
function withoutPostnominals(text: string, email: string | undefined): string {
  const match = POSTNOMINALS.exec(text);
  if (!match || isCaps(text)) return text;
  const before = text.slice(0, match.index).trim();
  const plain = match[0].replace(/^[,\s]+/, '');
  // `Gwenaëlle LE GOFF`, `Jean Pierre ROUX`: a surname in capitals, which the mailbox has as well.
  const surname = PARTICLE.test(before) || (email ?? '').toLowerCase().includes(squeezeText(plain));
  if (surname && /^[\p{Lu}]{2,}$/u.test(plain)) return text;
  const sure = /^[A-Z]{2,5}$/.test(plain) || /\.[A-Z]/.test(plain) || /^(?:PhD|MSc|BSc|MBA|MD|Dr)$/.test(plain);
  return before.split(/\s+/).length >= 2 && sure ? before : text;
}

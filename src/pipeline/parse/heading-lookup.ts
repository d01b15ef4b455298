/** What a printed heading means, in any of the languages of `heading-aliases.ts`. */

import { rememberAnswers } from '../../domain/remember-answers.ts';
import { isCareerBreak, mayBeCareerBreak } from './career-breaks.ts';
import { HEADING_ALIASES, HEADING_KEYWORDS, SECTION_KINDS, type SectionKind } from './heading-aliases.ts';
import { MORE_HEADINGS, MORE_KEYWORDS } from './heading-words.ts';
import { HEADINGS_BY_LANGUAGE } from './headings-by-language.ts';
import { HEADINGS_BY_REGION } from './headings-by-region.ts';
import { clauseKind } from './headings-in-first-person.ts';
import { DASH_LETTERS } from './marks.ts';
import { foldedWords, squeezeText } from './text-keys.ts';

export interface HeadingMeaning {
  kinds: SectionKind[];
  /** `exact`: the whole text is a known heading; `compound`: its parts are; `keyword`: it holds a telling word. */
  by: 'exact' | 'compound' | 'keyword';
}

function aliasTable(): ReadonlyMap<string, SectionKind> {
  const table = new Map<string, SectionKind>();
  for (const aliases of [HEADING_ALIASES, MORE_HEADINGS, ...HEADINGS_BY_LANGUAGE, ...HEADINGS_BY_REGION]) {
    for (const kind of SECTION_KINDS) {
      for (const alias of (aliases[kind] ?? '').split('|')) {
        const key = squeezeText(alias);
        if (key && !table.has(key)) table.set(key, kind);
      }
    }
  }
  return table;
}
const ALIASES = aliasTable();

const DOCUMENT_TITLES: ReadonlySet<string> = new Set(
  'curriculumvitae,cv,resume,lebenslauf,tabellarischerlebenslauf,curriculum,hojadevida,curriculo,cvresume,vita,履歴書,职务経歴書,職務経歴書,个人简历,简历,履历,個人履歷,이력서,bewerbung,bewerbungsunterlagen,europass,europasscv,zyciorys,резюме,ozgecmis,zivotopis,oneletrajz,ansioluettelo,cvcurriculumvitae,curriculumvitaecv,meritforteckning,履歷表,求职简历,求職履歷,职业简历,경력기술서,lebenslaufcv,profilzawodowycv,personalresume,professionalresume,ats-resume,резюмекандидата,автобиография'.split(
    ',',
  ),
);
const MORE_TITLES: ReadonlySet<string> = new Set(
  `السيرة الذاتية|سيرة ذاتية|السيرة الذاتية والمهنية|קורות חיים|קו"ח|רזומה|رزومه|روزمه|سوابق و مشخصات|شرح حال|کوائف نامہ|سی وی|बायोडाटा|बायो डाटा|जीवन वृत्त|जीवनवृत्त|आत्मवृत्त|रिज्यूमे|व्यक्तिगत विवरण पत्र|জীবনবৃত্তান্ত
  |ประวัติส่วนตัว|ประวัติย่อ|เรซูเม่|ประวัติย่อส่วนตัว|ใบสมัครงาน|sơ yếu lý lịch|lý lịch cá nhân|hồ sơ xin việc|hồ sơ ứng viên|đơn xin việc|daftar riwayat hidup|riwayat hidup|curriculum vitae cv|maklumat diri resume
  |βιογραφικό σημείωμα|βιογραφικό|σύντομο βιογραφικό σημείωμα|životopis|strukturovaný životopis|profesní životopis|profesijný životopis|önéletrajz|szakmai önéletrajz|ansioluettelo|cv ansioluettelo|cv och meriter|meritlista|автобіографія|резюме кандидата|автобиография|професионална автобиография
  |gyvenimo aprašymas|dzīves apraksts|elulookirjeldus|elulugu|radna biografija|biografija|životopis cv|europski životopis|ferilskrá|özgeçmiş|öz geçmiş|özgeçmiş formu|rezyume|curriculum|currículum|biodata|wasifu kazi|resumé|jetëshkrim|резюме|түйіндеме|რეზიუმე|ավտոբիոգրաֆիա|인적 사항 및 이력서|입사지원서`
    .split('|')
    .map(squeezeText),
);
const PART =
  /\s*(?:&|\+|\/|,|;|\||·|、|・|和|与|與|及|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bi\b|\boch\b|\bog\b|\ba\b|\bja\b|\bve\b|\bși\b|\bés\b|\bи\b|\bта\b|\bі\b|(?<=\p{L}) (?:и|та|і|й) (?=\p{L})|及び|및)\s*/iu;
const LEAD = new RegExp(
  `^(?:\\d{1,2}[.)]|[ivx]{1,4}[.)]|[a-z][.)](?=\\s\\p{L}{3})|[${DASH_LETTERS}]\\s|[^\\p{L}\\p{N}]+)\\s*`,
  'iu',
);
const MAX_WORDS = 6;
const MAX_LETTERS = 48;

/** Without numbering, icons and the closing colon. */
export function headingText(text: string): string {
  return text
    .replace(LEAD, '')
    .replace(/[\s:：.\-–—_]+$/u, '')
    .replace(/^[【[「](.+)[】\]」]$/u, '$1')
    .trim();
}

/** Words before a heading that say whose it is or which of several: `My Skills`, `Weitere Kenntnisse`, `Autres compétences`. */
const QUALIFIERS: ReadonlySet<string> = new Set(
  (
    'my our other additional further more previous past recent relevant selected main key core professional personal general current special technical ' +
    'ovriga ovrige andra andre vriga muut muita dalsi ostatni alte diger egyeb pozostale demais restantes ulteriori meine mein weitere besondere sonstige zusatzliche wichtige mes mon ma autres principales mi mis otros otras minha minhas meus outros outras ' +
    'mie miei mia altre altri mijn overige andere moje moja inne dodatkowe'
  ).split(' '),
);

/** A known heading behind one such word. */
function qualified(text: string): SectionKind | undefined {
  const space = text.indexOf(' ');
  const [first, ...more] = foldedWords(text.slice(0, Math.max(0, space)));
  if (first === undefined || more.length > 0 || !QUALIFIERS.has(first)) return undefined;
  return ALIASES.get(squeezeText(text.slice(space + 1)));
}

/** The kinds of the parts of a compound, those that name little last, and whether all parts are known (`Registrations & Checks`: one is). */
function compound(text: string): { kinds: SectionKind[]; whole: boolean } | undefined {
  const parts = text.split(PART).filter(Boolean);
  if (parts.length < 2 || parts.length > 4) return undefined;
  const nouns = parts.filter((part) => !OF_WHICH_KIND.test(squeezeText(part)));
  const known = nouns.map((part) => ALIASES.get(squeezeText(part)) ?? qualified(part)).filter((kind) => kind !== undefined);
  if (known.length === 0) return undefined;
  const kinds = [...new Set(known)].sort((a, b) => Number(a === 'other') - Number(b === 'other'));
  return { kinds, whole: known.length === parts.length };
}

/** Telling stems by their first two letters: most words of a text begin none. */
const STEMS = Map.groupBy(MORE_KEYWORDS, ([stem]) => stem.slice(0, 2));

/** A telling word, or one that begins with a telling stem (`arbetslivserfarenheter`). */
function keyword(word: string): SectionKind | undefined {
  return HEADING_KEYWORDS[word] ?? STEMS.get(word.slice(0, 2))?.find(([stem]) => word.startsWith(stem))?.[1];
}

/** undefined when nothing in the text names a section. */
export function lookupHeading(text: string): Readonly<HeadingMeaning> | undefined {
  return text.length > MAX_LETTERS + 8 ? undefined : meaningOf(text);
}

const OF_WHICH_KIND =
  /^(?:academi[ck]\p{L}*|akadem\p{L}+|universitaires?|universitari[aoe]s?|wissenschaftlich\p{L}*|scientifi\p{L}+)$/u;

const meaningOf = rememberAnswers((text: string): HeadingMeaning | undefined => {
  const plain = headingText(text);
  if (!plain || plain.length > MAX_LETTERS) return undefined;
  const exact = ALIASES.get(squeezeText(plain));
  if (exact) return { kinds: [exact], by: 'exact' };
  const said = clauseKind(text.trim());
  if (said === 'none') return undefined;
  // Such a clause with a colon behind it leads on to what follows as often (`What I am proud of:` in a job).
  if (said) return { kinds: [said], by: /[:：]\s*$/u.test(text) ? 'keyword' : 'compound' };
  const words = foldedWords(plain);
  // `Career break` among the jobs names no section.
  if (words.length > MAX_WORDS || isCareerBreak(plain) || mayBeCareerBreak(plain)) return undefined;
  const own = qualified(plain);
  if (own) return { kinds: [own], by: 'compound' };
  const parts = compound(plain);
  if (parts?.whole) return { kinds: parts.kinds, by: 'compound' };
  // `Academic and museum employment`: the word for what kind says less than the word for what.
  const nouns = words.filter((word) => !OF_WHICH_KIND.test(word)).map(keyword);
  const told = nouns.some((kind) => kind !== undefined) ? nouns : words.map(keyword);
  const kinds = [...(parts?.kinds ?? []), ...told.filter((kind) => kind !== undefined)];
  // `Career change statement`: what such a word ends is prose, whatever it is about.
  const others = words
    .slice(0, -1)
    .filter((word) => !OF_A_LIFE.has(word))
    .map(keyword);
  if (PROSE.has(words.at(-1) ?? '') && others.every((kind) => kind === undefined)) return { kinds: ['summary'], by: 'keyword' };
  return kinds.length > 0 ? { kinds: [...new Set(kinds)], by: 'keyword' } : undefined;
});
const OF_A_LIFE: ReadonlySet<string> = new Set(['career', 'personal', 'professional']);
const PROSE: ReadonlySet<string> = new Set(['statement', 'objective', 'objectives', 'pitch', 'overview', 'introduction']);

/** The whole text is a known heading or made of known headings. */
export function isHeadingText(text: string): boolean {
  const meaning = lookupHeading(text);
  return meaning?.by === 'exact' || meaning?.by === 'compound';
}

/** `個人履歷`, `自傳履歷`, `경력기술서`: what these words end is the name of the document. */
const CJK_TITLE =
  /^[\p{Script=Han}\p{Script=Hangul}]{0,6}(?:[履簡简][歷历歴]表?|[履経經][歴歷]書|自[傳传]|이력서|경력기술서|자기소개서)$/u;

/** What offices and agencies call their forms: a word that ends so, or one of these at either end of a few words. */
const FORM_TITLE = new RegExp(
  '^(?:\\p{L}+bogen|(?:berater|kandidaten|bewerber|mitarbeiter|qualifikations|experten|freelancer|skill)profil|(?:job |employment )?application(?: form| for employment| pack)?|' +
    '(?:\\p{L}+ )?application form|(?:candidate|consultant|contractor) (?:profile|presentation|summary)|bio-?data|dossier de (?:compétences|candidature)|fiche (?:candidat|consultant)|' +
    'formulaire de candidature|solicitud de empleo|formulario de (?:solicitud|candidatura)|ficha de candidatura|domanda di (?:impiego|assunzione|lavoro)|' +
    '(?:modulo|scheda) (?:di candidatura|candidato)|profil (?:du|de la) candidate?|profilo (?:del )?candidato|perfil d(?:el|o|a) candidat[oa]|sollicitatieformulier|kandidaatprofiel|kwestionariusz osobowy|formularz aplikacyjny|профиль кандидата|анкета (?:соискателя|кандидата)|профіль кандидата|aday profili|kandidat(?:en)?profil|profil (?:kandidáta|candidat)|ansökan|ansökningsblankett|キャリアシート|エントリーシート|候補者プロフィール|候选人(?:简介|简历|档案)|推荐报告|후보자 프로필|应聘登记表|應徵履歷表|입사지원서)$',
  'iu',
);

export const isFormTitle = (text: string): boolean => text.length < 50 && FORM_TITLE.test(text.trim());

/** In letters: no title is longer, letters with blanks between them counted in. */
const LONGEST_TITLE = 80;

/** `Curriculum Vitae`, `Lebenslauf`, `履歴書`: the name of the document, neither a section nor a person. */
export function isDocumentTitle(text: string): boolean {
  if (text.length > LONGEST_TITLE) return false;
  const key = squeezeText(text);
  return DOCUMENT_TITLES.has(key) || MORE_TITLES.has(key) || CJK_TITLE.test(key) || isFormTitle(text);
}

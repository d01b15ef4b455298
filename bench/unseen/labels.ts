/** Headings and words around the facts, several of each a language; the seed picks. */
import { SHORT_ROWS } from './labels-by-line.ts';
import type { Language } from './person.ts';

export type LabelName =
  | 'summary'
  | 'work'
  | 'education'
  | 'skills'
  | 'languages'
  | 'certificates'
  | 'contact'
  | 'present'
  | 'since'
  | 'phone'
  | 'email'
  | 'address'
  | 'title';

type Row = Readonly<Record<LabelName, readonly string[]>>;

const LONG_ROWS: Readonly<Partial<Record<Language, Row>>> = {
  en: {
    summary: ['Profile', 'About me', 'Professional summary', 'Career objective'],
    work: ['Work experience', 'Professional Experience', 'Employment history', 'Career history', 'Experience'],
    education: ['Education', 'Education and training', 'Academic background', 'Qualifications'],
    skills: ['Skills', 'Core skills', 'Key competencies', 'Areas of expertise'],
    languages: ['Languages', 'Language skills'],
    certificates: ['Certifications', 'Licences and certificates', 'Certificates', 'Licenses & Certifications'],
    contact: ['Contact', 'Get in touch', 'Personal details'],
    present: ['Present', 'present', 'Current', 'now', 'to date'],
    since: ['Since', 'since'],
    phone: ['Phone', 'Mobile', 'T'],
    email: ['Email', 'E-mail', 'E'],
    address: ['Address', 'Home'],
    title: ['Curriculum Vitae', 'Resume'],
  },
  de: {
    summary: ['Profil', 'Kurzprofil', 'Über mich'],
    work: ['Berufserfahrung', 'Beruflicher Werdegang', 'Berufspraxis', 'Berufliche Stationen'],
    education: ['Ausbildung', 'Bildungsweg', 'Schul- und Berufsausbildung', 'Aus- und Weiterbildung'],
    skills: ['Kenntnisse', 'Fachkenntnisse', 'Kompetenzen', 'Fähigkeiten'],
    languages: ['Sprachen', 'Sprachkenntnisse'],
    certificates: ['Zertifikate', 'Weiterbildungen', 'Qualifikationen'],
    contact: ['Kontakt', 'Persönliche Daten', 'Kontaktdaten'],
    present: ['heute', 'Heute', 'dato', 'jetzt'],
    since: ['seit', 'Seit'],
    phone: ['Telefon', 'Mobil', 'Tel.'],
    email: ['E-Mail', 'Mail'],
    address: ['Anschrift', 'Adresse'],
    title: ['Lebenslauf'],
  },
  fr: {
    summary: ['Profil', 'À propos', 'Présentation'],
    work: ['Expérience professionnelle', 'Expériences', 'Parcours professionnel'],
    education: ['Formation', 'Formations', 'Études et diplômes', 'Diplômes'],
    skills: ['Compétences', 'Compétences clés', 'Savoir-faire'],
    languages: ['Langues', 'Langues parlées'],
    certificates: ['Certifications', 'Habilitations et certificats', 'Certificats'],
    contact: ['Contact', 'Coordonnées'],
    present: ["aujourd'hui", 'présent', 'ce jour'],
    since: ['depuis', 'Depuis'],
    phone: ['Tél.', 'Téléphone', 'Portable'],
    email: ['E-mail', 'Courriel', 'Mail'],
    address: ['Adresse'],
    title: ['Curriculum vitæ'],
  },
  es: {
    summary: ['Perfil', 'Sobre mí', 'Perfil profesional'],
    work: ['Experiencia laboral', 'Experiencia profesional', 'Trayectoria profesional'],
    education: ['Formación', 'Formación académica', 'Estudios', 'Educación'],
    skills: ['Competencias', 'Habilidades', 'Conocimientos', 'Aptitudes'],
    languages: ['Idiomas'],
    certificates: ['Certificados', 'Certificaciones', 'Permisos y certificados'],
    contact: ['Contacto', 'Datos personales'],
    present: ['actualidad', 'Actualidad', 'presente', 'actual'],
    since: ['desde', 'Desde'],
    phone: ['Teléfono', 'Móvil', 'Tel.'],
    email: ['Correo', 'Email', 'Correo electrónico'],
    address: ['Dirección', 'Domicilio'],
    title: ['Currículum vítae'],
  },
  pt: {
    summary: ['Perfil', 'Resumo profissional', 'Sobre mim'],
    work: ['Experiência profissional', 'Experiência', 'Histórico profissional'],
    education: ['Formação acadêmica', 'Formação', 'Escolaridade'],
    skills: ['Competências', 'Habilidades', 'Conhecimentos'],
    languages: ['Idiomas'],
    certificates: ['Certificações', 'Certificados', 'Cursos e certificações'],
    contact: ['Contato', 'Dados pessoais'],
    present: ['atual', 'Atualmente', 'o momento', 'presente'],
    since: ['desde', 'Desde'],
    phone: ['Telefone', 'Celular'],
    email: ['E-mail'],
    address: ['Endereço'],
    title: ['Currículo'],
  },
  it: {
    summary: ['Profilo', 'Chi sono', 'Profilo professionale'],
    work: ['Esperienza lavorativa', 'Esperienze professionali', 'Esperienza professionale'],
    education: ['Istruzione', 'Istruzione e formazione', 'Formazione'],
    skills: ['Competenze', 'Capacità e competenze', 'Competenze tecniche'],
    languages: ['Lingue', 'Conoscenze linguistiche'],
    certificates: ['Certificazioni', 'Abilitazioni e certificati', 'Certificati'],
    contact: ['Contatti', 'Dati personali'],
    present: ['oggi', 'Oggi', 'in corso', 'attuale'],
    since: ['dal', 'Dal'],
    phone: ['Telefono', 'Cellulare', 'Tel.'],
    email: ['E-mail', 'Email'],
    address: ['Indirizzo'],
    title: ['Curriculum vitae'],
  },
  nl: {
    summary: ['Profiel', 'Over mij', 'Persoonlijk profiel'],
    work: ['Werkervaring', 'Loopbaan', 'Relevante werkervaring'],
    education: ['Opleiding', 'Opleidingen', 'Onderwijs'],
    skills: ['Vaardigheden', 'Competenties', 'Kennis en vaardigheden'],
    languages: ['Talen', 'Talenkennis'],
    certificates: ['Certificaten', 'Cursussen en certificaten'],
    contact: ['Contact', 'Persoonlijke gegevens', 'Personalia'],
    present: ['heden', 'Heden', 'nu'],
    since: ['sinds', 'Sinds'],
    phone: ['Telefoon', 'Mobiel', 'Tel.'],
    email: ['E-mail'],
    address: ['Adres'],
    title: ['Curriculum vitae'],
  },
  pl: {
    summary: ['Profil', 'Podsumowanie', 'O mnie'],
    work: ['Doświadczenie zawodowe', 'Doświadczenie', 'Przebieg pracy zawodowej'],
    education: ['Wykształcenie', 'Edukacja'],
    skills: ['Umiejętności', 'Kompetencje', 'Kluczowe umiejętności'],
    languages: ['Języki', 'Języki obce', 'Znajomość języków'],
    certificates: ['Certyfikaty', 'Kursy i certyfikaty', 'Uprawnienia i certyfikaty'],
    contact: ['Kontakt', 'Dane osobowe', 'Dane kontaktowe'],
    present: ['obecnie', 'nadal', 'teraz'],
    since: ['od', 'Od'],
    phone: ['Telefon', 'Tel.', 'Tel. kom.'],
    email: ['E-mail'],
    address: ['Adres'],
    title: ['Życiorys', 'Curriculum vitae'],
  },
};

const NAMES: readonly LabelName[] = [
  'summary',
  'work',
  'education',
  'skills',
  'languages',
  'certificates',
  'contact',
  'present',
  'since',
  'phone',
  'email',
  'address',
  'title',
];

function shortRow(text: string): Partial<Record<LabelName, readonly string[]>> {
  const lines = text.split('\n');
  return Object.fromEntries(NAMES.map((name, i) => [name, (lines[i] ?? '').split('; ').filter(Boolean)]));
}
const SHORT: Readonly<Record<string, Partial<Record<LabelName, readonly string[]>>>> = Object.fromEntries(
  Object.entries(SHORT_ROWS).map(([lang, text]) => [lang, shortRow(text)]),
);

/** The words of a language for a label; empty where it has none (`since` in Japanese). */
export function labelsOf(lang: Language, name: LabelName): readonly string[] {
  const long = Object.hasOwn(LONG_ROWS, lang) ? LONG_ROWS[lang] : undefined;
  return (long ?? SHORT[lang])?.[name] ?? [];
}

export const SEASON_NAMES: Readonly<Record<Language, readonly [string, string, string, string]>> = {
  en: ['Winter', 'Spring', 'Summer', 'Fall'],
  de: ['Winter', 'Frühjahr', 'Sommer', 'Herbst'],
  fr: ['Hiver', 'Printemps', 'Été', 'Automne'],
  es: ['Invierno', 'Primavera', 'Verano', 'Otoño'],
  pt: ['Inverno', 'Primavera', 'Verão', 'Outono'],
  it: ['Inverno', 'Primavera', 'Estate', 'Autunno'],
  nl: ['Winter', 'Lente', 'Zomer', 'Herfst'],
  pl: ['Zima', 'Wiosna', 'Lato', 'Jesień'],
  sv: ['Vinter', 'Vår', 'Sommar', 'Höst'],
  da: ['Vinter', 'Forår', 'Sommer', 'Efterår'],
  no: ['Vinter', 'Vår', 'Sommer', 'Høst'],
  fi: ['Talvi', 'Kevät', 'Kesä', 'Syksy'],
  cs: ['Zima', 'Jaro', 'Léto', 'Podzim'],
  tr: ['Kış', 'İlkbahar', 'Yaz', 'Sonbahar'],
  ru: ['Зима', 'Весна', 'Лето', 'Осень'],
  uk: ['Зима', 'Весна', 'Літо', 'Осінь'],
  ro: ['Iarna', 'Primăvara', 'Vara', 'Toamna'],
  hu: ['tél', 'tavasz', 'nyár', 'ősz'],
  ja: ['冬', '春', '夏', '秋'],
  zh: ['冬季', '春季', '夏季', '秋季'],
  'zh-TW': ['冬季', '春季', '夏季', '秋季'],
  ko: ['겨울', '봄', '여름', '가을'],
};

/** Hungarian and CJK print the year first. */
export const YEAR_FIRST: ReadonlySet<Language> = new Set<Language>(['hu', 'ja', 'zh', 'zh-TW', 'ko']);

/** Headings and words around the facts, several of each a language; the seed picks. */
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

/** Languages with fewer words: `name: a; b` a line. */
const SHORT_ROWS: Readonly<
  Record<'sv' | 'da' | 'no' | 'fi' | 'cs' | 'tr' | 'ru' | 'uk' | 'ro' | 'hu' | 'ja' | 'zh' | 'zh-TW' | 'ko', string>
> = {
  sv: `Profil; Om mig; Sammanfattning
Arbetslivserfarenhet; Yrkeserfarenhet; Anställningar
Utbildning; Utbildningar
Kompetenser; Färdigheter; Kunskaper
Språk; Språkkunskaper
Certifikat; Kurser och certifikat
Kontakt; Personuppgifter
nuvarande; pågående; nu
sedan; Sedan
Telefon; Mobil
E-post
Adress
Curriculum vitae; CV`,
  da: `Profil; Om mig; Resumé
Erhvervserfaring; Arbejdserfaring; Ansættelser
Uddannelse; Uddannelser
Kompetencer; Færdigheder; Faglige kompetencer
Sprog; Sprogkundskaber
Certifikater; Kurser; Kurser og certifikater
Kontakt; Personlige oplysninger
nu; nuværende
siden; Siden
Telefon; Mobil; Tlf.
E-mail; Mail
Adresse
Curriculum vitae; CV`,
  no: `Profil; Om meg; Sammendrag
Arbeidserfaring; Yrkeserfaring; Relevant erfaring
Utdanning; Utdannelse
Kompetanse; Ferdigheter
Språk; Språkkunnskaper
Sertifikater; Kurs; Kurs og sertifikater
Kontakt; Personalia
nåværende; d.d.; nå
siden; Siden
Telefon; Mobil; Tlf.
E-post
Adresse
Curriculum vitae; CV`,
  fi: `Profiili; Tiivistelmä; Minusta
Työkokemus; Työhistoria
Koulutus; Koulutukset
Osaaminen; Taidot; Ammattitaito
Kielitaito; Kielet
Sertifikaatit; Pätevyydet; Kurssit
Yhteystiedot; Henkilötiedot
nykyinen; nyt
alkaen; Alkaen
Puhelin; Puh.
Sähköposti
Osoite
Ansioluettelo`,
  cs: `Profil; O mně; Profesní profil
Pracovní zkušenosti; Praxe; Pracovní praxe
Vzdělání; Dosažené vzdělání
Dovednosti; Znalosti a dovednosti
Jazyky; Jazykové znalosti
Certifikáty; Kurzy a certifikáty
Kontakt; Osobní údaje
dosud; současnost; nyní
od; Od
Telefon; Tel.; Mobil
E-mail
Adresa
Životopis`,
  tr: `Profil; Hakkımda; Özet
İş Deneyimi; Deneyim; İş Tecrübesi
Eğitim; Eğitim Bilgileri; Öğrenim Durumu
Yetenekler; Beceriler; Yetkinlikler
Diller; Yabancı Diller; Dil Becerileri
Sertifikalar; Kurslar ve Sertifikalar
İletişim; Kişisel Bilgiler
devam ediyor; günümüz; halen

Telefon; Cep; Tel
E-posta
Adres
Özgeçmiş`,
  ru: `О себе; Обо мне; Профиль
Опыт работы; Профессиональный опыт; Трудовая деятельность
Образование
Навыки; Ключевые навыки; Профессиональные навыки
Языки; Знание языков; Иностранные языки
Сертификаты; Курсы и сертификаты; Повышение квалификации
Контакты; Контактная информация; Личные данные
настоящее время; по настоящее время; н.в.
с
Телефон; Тел.
Эл. почта; E-mail
Адрес
Резюме`,
  uk: `Про себе; Профіль
Досвід роботи; Професійний досвід
Освіта
Навички; Ключові навички; Професійні навички
Мови; Знання мов; Володіння мовами
Сертифікати; Курси та сертифікати
Контакти; Контактна інформація; Особисті дані
дотепер; теперішній час; по теперішній час
з
Телефон; Тел.
Ел. пошта; E-mail
Адреса
Резюме`,
  ro: `Profil; Despre mine; Rezumat
Experiență profesională; Experiența profesională; Experiență
Educație; Studii; Educație și formare
Competențe; Abilități; Aptitudini
Limbi străine; Limbi; Limbi vorbite
Certificări; Certificate; Cursuri și certificări
Contact; Date personale; Informații personale
prezent; Prezent; în prezent
din; Din
Telefon; Mobil
E-mail
Adresă
Curriculum vitae`,
  hu: `Profil; Bemutatkozás; Összefoglaló
Munkatapasztalat; Szakmai tapasztalat; Munkahelyek
Tanulmányok; Végzettség; Iskolai végzettség
Készségek; Ismeretek; Szakmai ismeretek
Nyelvtudás; Nyelvismeret; Nyelvek
Tanúsítványok; Képesítések; Tanfolyamok
Elérhetőség; Személyes adatok
jelenleg; jelenleg is; napjainkig

Telefon; Mobil
E-mail
Cím; Lakcím
Önéletrajz`,
  ja: `自己PR; 職務要約; プロフィール; 概要
職歴; 職務経歴; 職務経験
学歴; 教育
スキル; 活かせる経験・知識・技術; 技術スキル
語学; 言語; 語学力
資格; 免許・資格; 保有資格
連絡先; 基本情報; 個人情報
現在; 現職

電話; 携帯; 電話番号
メール; E-mail
住所
職務経歴書; 履歴書`,
  zh: `个人简介; 自我评价; 个人总结
工作经历; 工作经验; 职业经历
教育经历; 教育背景
专业技能; 技能特长; 技能
语言能力; 语言
证书; 资格证书; 所获证书
联系方式; 个人信息; 基本信息
至今; 现在

电话; 手机; 联系电话
邮箱; 电子邮箱; Email
地址; 现居地
个人简历; 简历`,
  'zh-TW': `自我介紹; 個人簡介; 自傳
工作經歷; 工作經驗
學歷; 教育背景; 教育程度
專業技能; 專長; 技能
語言能力; 語文能力
證照; 專業證照; 證書
聯絡方式; 個人資料
至今; 現在

電話; 手機
電子郵件; Email; 信箱
地址; 通訊地址
履歷; 個人履歷`,
  ko: `자기소개; 소개; 요약
경력; 경력사항; 경력 사항
학력; 학력사항; 학력 사항
기술; 보유 기술; 핵심역량
언어; 어학; 외국어
자격증; 자격사항; 자격 및 면허
연락처; 인적사항
현재; 재직중

전화; 휴대폰; 연락처
이메일
주소
이력서`,
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

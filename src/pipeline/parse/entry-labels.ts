/** Words that say what a value of an entry is: `Position: Welder`, `Zeitraum | 2019 – 2021`. Europass and forms print them before every value. */
import { rememberAnswers } from '../../domain/remember-answers.ts';
import { ENTRY_LABELS_BY_LANGUAGE, PERSONAL_LABELS } from './labels-by-language.ts';
import { foldedWords, squeezeText } from './text-keys.ts';

/** What stands behind a label. `aside` is printed and is no value that we keep (the line of business, hours a week). */
export type EntryRole = 'dates' | 'title' | 'employer' | 'place' | 'text' | 'degree' | 'field' | 'school' | 'grade' | 'aside';

/** As printed, without what stands in brackets; a semicolon between them. */
type Labels = readonly [role: EntryRole, words: string];

const BOTH: readonly Labels[] = [
  [
    'dates',
    `dates;date;period;time period;duration;from to;from;employment dates;employment period;dates of employment;date of employment;dates attended;
    zeitraum;datum;daten;dauer;von bis;zeit;période;durée;dates d'emploi;fechas;fecha;período;periodo;duración;datas;data;período de tempo;durata;date da a;
    periode;duur;daty;okres;okres zatrudnienia;okres nauki;czas trwania;时间;起止时间;任职时间;在职时间;就读时间;日期;期間;在籍期間;勤務期間;在職期間;時間;기간;tidsperiod;tid;période de travail`,
  ],
  [
    'place',
    `location;place;city;town;work location;ort;standort;arbeitsort;lieu;ville;lieu de travail;lugar;ciudad;localidad;ubicación;local;cidade;localização;
    luogo;città;sede;plaats;locatie;miejsce;miasto;miejscowość;地点;工作地点;勤務地;所在地;plats`,
  ],
  [
    'text',
    `main activities and responsibilities;roles and responsibilities;roles & responsibilities;role & responsibilities;main activities;main tasks;main duties;responsibilities;key responsibilities;duties;duties and responsibilities;
    tasks;description;job description;achievements;key achievements;activities;details;profile of the job;principal subjects/occupational skills covered;
    principal subjects;subjects;wichtigste tätigkeiten und zuständigkeiten;wichtigste tätigkeiten;aufgaben;tätigkeiten;aufgabenbereich;aufgabengebiet;
    tätigkeitsbereiche;hauptaufgaben;beschreibung;erfolge;verantwortung;zuständigkeiten;inhalte;schwerpunkte;principales activités et responsabilités;
    principales activités;missions;mission;activités;tâches;responsabilités;réalisations;matières principales;funciones y responsabilidades principales;
    principales actividades y responsabilidades;actividades y responsabilidades principales;actividades principales;funciones;responsabilidades;tareas;
    actividades;descripción;logros;principais atividades e responsabilidades;principais atividades;atividades;tarefas;funções;descrição;
    principali attività e responsabilità;principali mansioni e responsabilità;principali mansioni;mansioni;attività;compiti;responsabilità;descrizione;
    voornaamste werkzaamheden en verantwoordelijkheden;voornaamste werkzaamheden;werkzaamheden;taken;verantwoordelijkheden;omschrijving;
    główne działania i obowiązki;główne zadania;obowiązki;zakres obowiązków;zadania;opis;工作内容;工作职责;职责;工作描述;主要职责;业绩;業務内容;職務内容;
    担当業務;仕事内容;arbetsuppgifter`,
  ],
  [
    'aside',
    `type of business or sector;business or sector;sector;industry;type of employment;hours per week;tätigkeitsbereich oder branche;branche;art des betriebs;
    type ou secteur d'activité;secteur d'activité;secteur;tipo de empresa o sector;sector de actividad;tipo de empresa ou sector;setor;tipo di attività o settore;
    tipo di azienda o settore;settore;soort bedrijf of sector;bedrijfstak;rodzaj działalności lub branża;branża;reason for leaving;grund des wechsels;
    level in national or international classification;level;niveau;nivel;livello;行业;業種;雇用形態;事業内容;資本金;従業員数;売上高;上場区分;会社概要;
    所属;所属部署;部署;公司规模;公司性质;公司规模及性质;所属行业;汇报对象;下属人数;离职原因;離職原因;公司規模;產業類別;管理人數;사업내용;직원수;고용형태`,
  ],
];
const WORK: readonly Labels[] = [
  [
    'title',
    `occupation or position held;occupation;position;position held;positions held;position title;job title;title;role;designation;post;job;beruf oder funktion;
    beruf;funktion;stelle;stellenbezeichnung;berufsbezeichnung;rolle;tätigkeit als;tätigkeit;fonction ou poste occupé;poste;poste occupé;fonction;emploi;
    intitulé du poste;profesión o cargo desempeñado;puesto;puesto desempeñado;cargo;cargo desempeñado;posición;función;puesto o cargo ocupados;
    função ou cargo ocupado;cargo ocupado;função;posição;lavoro o posizione ricoperti;lavoro o posizione ricoperta;posizione;posizione ricoperta;ruolo;mansione;
    tipo di impiego;beroep of functie;functie;functietitel;rol;zawód lub zajmowane stanowisko;stanowisko;zajmowane stanowisko;funkcja;zawód;
    职位;职务;岗位;職位;職務;職種;役職;ポジション;직위;befattning;roll`,
  ],
  [
    'employer',
    `name and address of employer;employer name and address;employer;company;company name;organisation;organization;firm;client;institution;arbeitgeber;
    unternehmen;firma;betrieb;name und adresse des arbeitgebers;dienststelle;employeur;entreprise;société;nom et adresse de l'employeur;organisme;structure;
    empleador;empresa;organización;compañía;nombre y dirección del empleador;nombre y dirección de la empresa o empleador;nombre y dirección de la organización;
    empregador;entidade;entidade patronal;nome e endereço do empregador;datore di lavoro;azienda;società;nome e indirizzo del datore di lavoro;werkgever;bedrijf;
    organisatie;naam en adres van werkgever;naam en adres van de werkgever;pracodawca;przedsiębiorstwo;nazwa i adres pracodawcy;zakład pracy;公司;公司名称;
    单位;工作单位;企业;公司名稱;会社名;会社;勤務先;企業名;회사;arbetsgivare;företag`,
  ],
];
const STUDY: readonly Labels[] = [
  [
    'degree',
    `title of qualification awarded;title of qualification;qualification awarded;qualification;degree;award;diploma;certificate;course;programme;program;title;
    bezeichnung der erworbenen qualifikation;erworbene qualifikation;abschluss;qualifikation;ausbildung;bildungsabschluss;
    intitulé du certificat ou diplôme délivré;diplôme;diplôme obtenu;formation;titre;qualification obtenue;título de la cualificación obtenida;
    cualificación obtenida;cualificación;título;titulación;título obtenido;designação da qualificação atribuída;qualificação atribuída;curso;grau;
    titolo della qualifica rilasciata;qualifica conseguita;titolo di studio;titolo;qualifica;titolo conseguito;
    naam van het behaalde certificaat of diploma;behaald diploma;opleiding;kwalificatie;uzyskane kwalifikacje;kwalifikacje;uzyskany tytuł;tytuł;dyplom;
    wykształcenie;学历;学位;學歷;學位;課程;examen;utbildning`,
  ],
  [
    'field',
    `field of study;field;major;subject area;specialisation;specialization;studiengang;fachrichtung;studienrichtung;fach;studienfach;spécialité;filière;
    domaine;especialidad;especialización;área;área de estudio;especialidade;indirizzo;specializzazione;facoltà;richting;studierichting;afstudeerrichting;
    kierunek;kierunek studiów;specjalność;专业;所学专业;專業;専攻;学部;学科;전공`,
  ],
  [
    'school',
    `name and type of organisation providing education and training;organisation providing education and training;name of organisation;institution;
    school;university;college;institute;training provider;provider;awarding body;name und art der bildungs- oder ausbildungseinrichtung;bildungseinrichtung;
    ausbildungseinrichtung;einrichtung;schule;hochschule;universität;ausbildungsstätte;ausbildungsbetrieb;bildungsträger;
    
    nom et type de l'établissement d'enseignement ou de formation;établissement;école;université;organisme de formation;
    nombre y tipo de la organización que ha impartido la educación o la formación;nombre y tipo del centro de estudios;centro de formación;centro de estudios;
    centro;institución;universidad;escuela;nome e tipo da organização de ensino ou formação;instituição;escola;universidade;
    nome e tipo d'organizzazione erogatrice dell'istruzione e formazione;istituto;università;scuola;ente;ente erogatore;
    naam en type onderwijs- of opleidingsinstelling;onderwijsinstelling;instelling;universiteit;
    nazwa i typ organizacji zapewniającej kształcenie i szkolenie;nazwa szkoły;szkoła;uczelnia;instytucja;uniwersytet;学校;毕业院校;院校;學校;学校名;학교;skola`,
  ],
  [
    'grade',
    `grade;gpa;final grade;result;grade point average;note;abschlussnote;gesamtnote;mention;moyenne;nota;nota media;nota final;calificación;media;
    classificação;voto;votazione;cijfer;eindcijfer;ocena;成绩;成績`,
  ],
];

const keysOf = (...tables: readonly Labels[][]): ReadonlyMap<string, EntryRole> =>
  new Map(
    tables.flat().flatMap(([role, words]) => words.split(';').map((word): [string, EntryRole] => [squeezeText(word), role])),
  );

const { both, work, study } = ENTRY_LABELS_BY_LANGUAGE;
const ROLES = {
  work: keysOf([...both], [...work], [...BOTH], [...WORK]),
  education: keysOf([...both], [...study], [...BOTH], [...STUDY]),
};
export type LabelledKind = keyof typeof ROLES;

/** What forms print before facts of the person and their languages: these are no values of entries, but stand in the same column. */
const PERSONAL = new Set(
  `name;full name;first name;last name;surname;first names surname;surname first name;names;address;home address;telephone;phone;mobile;fax;email;e-mail;website;
    nationality;citizenship;date of birth;birth date;place of birth;date and place of birth;gender;sex;marital status;driving licence;candidate;candidate name;name of candidate;applicant;applicant name;father's name;father name;mother's name;husband's name;
    religion;blood group;passport;passport number;location;current location;based in;residence;place of residence;availability;available from;notice period;current salary;expected salary;
    current ctc;expected ctc;rate;day rate;right to work;work permit;visa status;position applied for;languages known;permanent address;present address;date of availability;
    kandidat;kandidatin;bewerber;wohnort;verfügbar ab;verfügbarkeit;gehaltsvorstellung;kündigungsfrist;geburtsjahr;jahrgang;candidat;candidate;disponibilité;lieu de résidence;mobilité;
    kandidaat;woonplaats;beschikbaar;beschikbaarheid;beschikbaar vanaf;tarief;geboortejaar;uurtarief;opzegtermijn;disponibilidad;residencia;lugar de residencia;disponibilidade;residência;
    disponibilità;residenza;nachname;vorname;nachname vorname;vor und nachname;vorname nachname;adresse;anschrift;telefon;handy;mobil;staatsangehörigkeit;geburtsdatum;
    geburtsort;geburtsdatum und ort;geschlecht;familienstand;führerschein;nom;prénom;nom prénom;prénom nom;
    téléphone;portable;courriel;courrier électronique;nationalité;date de naissance;lieu de naissance;sexe;situation familiale;état civil;permis de conduire;
    nombre;apellidos;nombre apellidos;apellidos nombre;nombre y apellidos;dirección;teléfono;móvil;correo electrónico;correo;
    nacionalidad;fecha de nacimiento;lugar de nacimiento;sexo;estado civil;permiso de conducir;carné de conducir;nome;apelido;
    nome apelido;morada;endereço;telefone;telemóvel;correio eletrónico;nacionalidade;data de nascimento;carta de condução;cognome;
    nome cognome;cognome nome;indirizzo;telefono;cellulare;posta elettronica;nazionalità;cittadinanza;data di nascita;luogo di nascita;sesso;stato civile;
    patente;naam;voornaam;achternaam;adres;telefoon;nationaliteit;geboortedatum;geboorteplaats;geslacht;burgerlijke staat;rijbewijs;
    imię;nazwisko;imię nazwisko;imię i nazwisko;numer telefonu;obywatelstwo;data urodzenia;miejsce urodzenia;płeć;stan cywilny;
    prawo jazdy;姓名;性别;性別;出生日期;出生年月;电话;手机;邮箱;地址;籍贯;民族;婚姻状况;政治面貌;氏名;生年月日;住所;電話;電話番号;国籍;${PERSONAL_LABELS}`
    .split(';')
    .map(squeezeText),
);

/** What forms call their rows of languages. */
const TONGUES = new Set(
  `mother tongue;first language;other language;other languages;muttersprache;sonstige sprachen;weitere sprachen;langue maternelle;autres langues;lengua materna;
    otros idiomas;lingua materna;língua materna;outras línguas;madrelingua;altre lingue;moedertaal;andere talen;język ojczysty;inne języki`
    .split(';')
    .map(squeezeText),
);

/** In labels of several words that nobody lists: what one of them begins with. */
const STEMS: readonly (readonly [role: EntryRole, stems: RegExp, kind?: LabelledKind])[] = [
  ['dates', /^(?:zeitr|datum|date|period|fecha|data|okres|tijd)/],
  [
    'employer',
    /^(?:arbeitgeb|employer|employeur|emplead|empres|empreg|entrepr|compan|unternehm|firma|datore|aziend|werkgev|pracodaw)/,
    'work',
  ],
  [
    'title',
    /^(?:position|posicion|posizion|posicao|puesto|cargo|poste|fonction|funktion|functie|stanowisk|role|ruolo|job)/,
    'work',
  ],
  [
    'school',
    /^(?:institut|istitut|instyt|school|schule|hochschul|universi|centro|etabliss|ecole|einrichtung|instelling|szkol|uczeln|escuel|escol|scuol)/,
    'education',
  ],
  ['degree', /^(?:qualifi|kwalifik|cualific|abschluss|diplom|dyplom|titul|titol|degree|certificat)/, 'education'],
  [
    'text',
    /^(?:tatigkeit|activit|activid|attivit|atividad|aufgabe|respons|mision|mission|mansion|tarea|tarefa|werkzaamhed|obowiaz|duties|tasks)/,
  ],
];

const LONGEST = 90;
const MOST_WORDS = 9;
const withoutBrackets = (text: string): string => text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
const keyOf = rememberAnswers((text: string): string => squeezeText(withoutBrackets(text)));

function roleByStem(text: string, kind: LabelledKind): EntryRole | undefined {
  const words = foldedWords(withoutBrackets(text));
  if (words.length < 2 || words.length > MOST_WORDS || /\d/.test(text)) return undefined;
  return STEMS.find(([, stems, only]) => (only ?? kind) === kind && words.some((word) => stems.test(word)))?.[0];
}

/** What the values behind a label are in a section of this kind; the label may end in a colon. */
export function roleOfLabel(text: string, kind: LabelledKind): EntryRole | undefined {
  return text.length <= LONGEST ? ROLES[kind].get(keyOf(text)) : undefined;
}

/** Also for labels that no list has, where others of the section are labels. */
export function roleOfUnlisted(text: string, kind: LabelledKind): EntryRole | undefined {
  return text.length <= LONGEST ? roleByStem(text, kind) : undefined;
}

/** A label of an entry or of a form: columns are told before sections are. */
export function isLabel(text: string): boolean {
  return (
    (roleOfLabel(text, 'work') ?? roleOfLabel(text, 'education')) !== undefined ||
    (text.length <= LONGEST && (PERSONAL.has(keyOf(text)) || TONGUES.has(keyOf(text))))
  );
}

/** `Date of birth`, `Woonplaats`: a label of what a form tells about a person. */
export const isPersonalLabel = (text: string): boolean => text.length <= LONGEST && PERSONAL.has(keyOf(text));

/** `Mother tongue(s)`, `Altre lingue`: the row of a form that tells languages. */
export const isLanguageLabel = (text: string): boolean => text.length <= LONGEST && TONGUES.has(keyOf(text));

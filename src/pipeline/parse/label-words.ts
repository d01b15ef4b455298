/**
 * Words that announce what stands behind or below them (`Position: Welder`, `Zeitraum | 2019 – 2021`, the heads of a table), in all
 * languages: closed classes, and the one place for them. As printed, without what stands in brackets; a semicolon between them.
 */

/** What stands behind a label. `from` and `to` are halves of the dates; `aside` is printed and is no value that we keep (the line of business, hours a week). */
export type EntryRole =
  | 'dates'
  | 'from'
  | 'to'
  | 'title'
  | 'employer'
  | 'place'
  | 'text'
  | 'degree'
  | 'field'
  | 'school'
  | 'grade'
  | 'aside';

/** `board` is whoever examines: the school where no other column names one. */
export type ColumnRole = EntryRole | 'board';

export type CertificateColumn = 'name' | 'issuer' | 'date' | 'until' | 'aside';

export type Labels = readonly [role: EntryRole, words: string];

export const LABELS_OF_BOTH: readonly Labels[] = [
  [
    'from',
    `from;von;od;start;started;start date;date started;date joined;joined;commenced;beginn;eintritt;eintrittsdatum;beginn am;seit;date de début;date d'entrée;début;depuis;fecha de inicio;inicio;desde;
    fecha de ingreso;data de início;início;data inizio;inizio;begindatum;startdatum;vanaf;data rozpoczęcia;rozpoczęcie;start av anställning;开始时间;入职时间;入職日期;入社;入社年月;入学;입사일;입학일;입사`,
  ],
  [
    'to',
    `to;till;until;bis;hasta;tot;end date;date ended;date left;left;leaving date;finished;completed;graduated;graduation date;date completed;date of completion;date of graduation;ende;austritt;austrittsdatum;abgeschlossen;
    beendet;date de fin;date de sortie;fin;fecha de fin;fecha de finalización;finalización;fecha de salida;data de fim;data de conclusão;conclusão;concluído;data fine;conclusione;conseguito nel;
    einddatum;afgerond;data zakończenia;zakończenie;ukończono;slutdatum;avslutad;结束时间;离职时间;離職日期;毕业时间;畢業時間;退社;退社年月;終了;卒業;퇴사일;졸업일`,
  ],
  [
    'dates',
    `dates;date;period;time period;duration;from to;employment dates;dates employed;dates of service;date range;employed from to;employment period;dates of employment;date of employment;dates attended;attended;years attended;attendance;period of study;study period;years of study;dates of study;dates of attendance;worked;years worked;years employed;employed;dates worked;served;dates served;years;time frame;timeframe;timeline;when;
    zeitraum;datum;daten;dauer;von bis;zeit;période;durée;dates d'emploi;fechas;fecha;período;periodo;duración;datas;data;data de início e fim;data inizio e fine;período de tempo;durata;date da a;beschäftigungszeit;beschäftigungsdauer;beschäftigt von bis;ausbildungszeit;studienzeit;schulzeit;lehrzeit;studiendauer;ausbildungsdauer;schulbesuch;besucht;wann;années;années d'études;période d'études;fréquentation;quand;années de travail;años;años de estudio;periodo de estudios;cuándo;anos;período de estudos;quando;anni;periodo di studi;anni di studio;jaren;studieperiode;wanneer;lata;lata nauki;okres studiów;kiedy;år;dates de début et de fin;fechas de inicio y fin;
    periode;duur;daty;okres;okres zatrudnienia;okres nauki;czas trwania;时间;起止时间;任职时间;在职时间;就读时间;日期;期間;在籍期間;勤務期間;在職期間;時間;기간;tidsperiod;tid;période de travail`,
  ],
  [
    'place',
    `location;place;city;town;town city;address;adress;anschrift;adresse;dirección;indirizzo;adres;work location;ort;standort;arbeitsort;lieu;ville;lieu de travail;lugar;ciudad;localidad;ubicación;local;cidade;localização;
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
    担当業務;仕事内容;工作內容;工作職責;職責;工作描述;담당업무;담당 업무 및 성과;주요업무;주요 업무 및 성과;업무내용;직무내용;arbetsuppgifter;
    dissertation;thesis;thesis topic;master's thesis;bachelor's thesis;final project;diplomarbeit;masterarbeit;bachelorarbeit;abschlussarbeit;mémoire;mémoire de fin d'études;thèse;
    trabajo de fin de grado;trabajo fin de grado;tfg;trabajo de fin de máster;trabajo fin de máster;tfm;tesis;tesina;dissertação;tese;trabalho de conclusão de curso;tcc;tesi;tesi di laurea;
    scriptie;afstudeerscriptie;afstudeerproject;praca magisterska;praca licencjacka;praca dyplomowa;diplomová práce;bakalářská práce;záverečná práca;examensarbete;kandidatuppsats;
    opinnäytetyö;szakdolgozat;diplomamunka;lucrare de licență;bitirme tezi;дипломная работа;тема диплома;дипломна робота;πτυχιακή εργασία;διπλωματική εργασία;卒業論文;毕业论文;畢業論文;졸업논문`,
  ],
  [
    'aside',
    `type of business or sector;business or sector;sector;industry;type of employment;hours per week;tätigkeitsbereich oder branche;branche;art des betriebs;
    type ou secteur d'activité;secteur d'activité;secteur;tipo de empresa o sector;sector de actividad;tipo de empresa ou sector;setor;tipo di attività o settore;
    tipo di azienda o settore;settore;soort bedrijf of sector;bedrijfstak;rodzaj działalności lub branża;branża;reason for leaving;grund des wechsels;reasons for leaving;reason for change;reason left;why you left;why did you leave;leaving reason;kündigungsgrund;austrittsgrund;grund des austritts;grund für den wechsel;
    motif du départ;motif de départ;raison du départ;motivo de salida;motivo de la salida;motivo del cese;motivo da saída;motivo de saída;motivo della cessazione;motivo dell'uscita;motivo del cambio;
    reden van vertrek;reden vertrek;powód odejścia;powód zakończenia pracy;orsak till avslut;salary;annual salary;starting salary;final salary;pay;pay scale;pay grade;pay band;band;grade salary;
    salary grade;wage;remuneration;benefits;gehalt;vergütung;entgeltgruppe;entgeltstufe;besoldungsgruppe;eingruppierung;salaire;rémunération;salario;sueldo;retribución;remuneração;salário;
    retribuzione;stipendio;ral;salaris;loon;brutosalaris;wynagrodzenie;lön;薪资;薪資;月薪;年薪;待遇;年収;月収;給与;급여;연봉;supervisor;supervisor name;line manager;reports to;reporting to;
    may we contact;may contact supervisor;may we contact supervisor;may we contact your supervisor;may we contact this supervisor;may we contact this employer;ok to contact supervisor;okay to contact this supervisor;permission to contact;contact employer;contact person;referee;vorgesetzter;ansprechpartner;superviseur;responsable hiérarchique;superior;jefe inmediato;jefe directo;leidinggevende;przełożony;hours;
    hours worked;working hours;weekly hours;average hours per week;hours week;wochenstunden;arbeitszeit;beschäftigungsumfang;stellenumfang;pensum;heures par semaine;temps de travail;jornada;
    horas semanales;carga horária;orario;uren per week;wymiar etatu;contract;contract type;type of contract;employment type;employment status;notice;vertragsart;befristung;type de contrat;
    contrat;tipo de contrato;tipo di contratto;contractvorm;dienstverband;rodzaj umowy;anställningsform;department;abteilung;departamento;dipartimento;reparto;afdeling;dział;avdelning;
    team size;direct reports;number of reports;teamgröße;taille de l'équipe;security clearance;overseas;rank;dienstgrad;雇用区分;勤務形態;
    level in national or international classification;level;niveau;nivel;livello;行业;業種;雇用形態;事業内容;資本金;従業員数;売上高;上場区分;会社概要;
    所属;所属部署;部署;公司规模;公司性质;公司规模及性质;所属行业;汇报对象;下属人数;离职原因;離職原因;公司規模;產業類別;管理人數;사업내용;직원수;고용형태`,
  ],
];
export const LABELS_OF_WORK: readonly Labels[] = [
  [
    'title',
    `occupation or position held;occupation;position;position held;post held;post title;position applied;job held;title of post;role title;role held;present post;current position;last position;positions held;position title;job title;title;role;designation;post;job;beruf oder funktion;
    beruf;funktion;stelle;stellenbezeichnung;stellentitel;ausgeübte tätigkeit;ausgeübter beruf;berufsbezeichnung;rolle;tätigkeit als;tätigkeit;fonction ou poste occupé;poste;poste occupé;fonction;emploi;
    intitulé du poste;profesión o cargo desempeñado;puesto;puesto desempeñado;cargo;cargo desempeñado;posición;función;puesto o cargo ocupados;
    função ou cargo ocupado;cargo ocupado;função;posição;lavoro o posizione ricoperti;lavoro o posizione ricoperta;posizione;posizione ricoperta;ruolo;mansione;
    tipo di impiego;beroep of functie;functie;functietitel;rol;zawód lub zajmowane stanowisko;stanowisko;zajmowane stanowisko;funkcja;zawód;
    职位;职务;岗位;職位;職務;職種;役職;ポジション;직위;befattning;roll;stilling;stillingsbetegnelse;stillingsbetegnelse/rolle;jobtitel;jobbtittel;tittel;yrkestitel`,
  ],
  [
    'employer',
    `name and address of employer;employer name and address;employer;company;company name;employer name;name of employer;name of company;name of organisation;name of organization;present employer;current employer;previous employer;school employer;agency;branch;branch of service;organisation;organization;firm;client;institution;arbeitgeber;
    unternehmen;name des arbeitgebers;arbeitsstätte;beschäftigungsbetrieb;firma;betrieb;name und adresse des arbeitgebers;dienststelle;employeur;entreprise;nom de l'employeur;nom de l'entreprise;société;nom et adresse de l'employeur;organisme;structure;
    empleador;empresa;nombre de la empresa;nombre del empleador;organización;compañía;nombre y dirección del empleador;nombre y dirección de la empresa o empleador;nombre y dirección de la organización;
    empregador;entidade;entidade patronal;nome e endereço do empregador;datore di lavoro;azienda;nome azienda;ragione sociale;società;nome e indirizzo del datore di lavoro;werkgever;bedrijf;naam werkgever;naam bedrijf;
    organisatie;naam en adres van werkgever;naam en adres van de werkgever;pracodawca;przedsiębiorstwo;nazwa firmy;nazwa pracodawcy;nazwa i adres pracodawcy;zakład pracy;公司;公司名称;
    单位;工作单位;企业;公司名稱;会社名;会社;勤務先;企業名;회사;arbetsgivare;företag;arbetsplats;arbejdssted;arbejdsgiver;virksomhed;arbeidssted;arbeidsgiver;bedrift`,
  ],
];
export const LABELS_OF_STUDIES: readonly Labels[] = [
  [
    'to',
    `class of;graduating class of;graduates;graduating;promo;promo de;promotion de;promoción;promoción de;generación;turma de;lichting`,
  ],
  [
    'degree',
    `title of qualification awarded;qualification and subject;qualification obtained;qualification gained;degree obtained;degree awarded;level of education;education level;title of qualification;qualification awarded;qualification;degree;award;diploma;certificate;course;programme;program;title;
    bezeichnung der erworbenen qualifikation;erworbene qualifikation;abschluss;akademischer grad;hochschulabschluss;schulabschluss;art des abschlusses;bildungsgrad;qualifikation;ausbildung;bildungsabschluss;
    intitulé du certificat ou diplôme délivré;diplôme;diplôme obtenu;niveau d'études;formation;titre;qualification obtenue;título de la cualificación obtenida;
    cualificación obtenida;cualificación;título;titulación;título obtenido;nivel de estudios;nivel de formación;grado obtenido;designação da qualificação atribuída;qualificação atribuída;curso;grau;
    titolo della qualifica rilasciata;qualifica conseguita;titolo di studio;titolo;qualifica;titolo conseguito;livello di istruzione;
    naam van het behaalde certificaat of diploma;behaald diploma;opleidingsniveau;opleiding;kwalificatie;uzyskane kwalifikacje;kwalifikacje;uzyskany tytuł;tytuł;poziom wykształcenia;stopień naukowy;poziom;dyplom;
    wykształcenie;学历;学位;學歷;學位;課程;examen;utbildning`,
  ],
  [
    'field',
    `field of study;field;course of study;courses of study;programme of study;major;subject area;specialisation;specialization;studiengang;fachrichtung;studienrichtung;fach;studienfach;spécialité;filière;
    domaine;especialidad;especialización;área;área de estudio;especialidade;indirizzo;specializzazione;facoltà;richting;studierichting;afstudeerrichting;
    kierunek;kierunek studiów;specjalność;专业;所学专业;專業;専攻;学部;学科;전공`,
  ],
  [
    'school',
    `name and type of organisation providing education and training;organisation providing education and training;name of organisation;institution;
    nome dell'istituto;nome istituto;nome della scuola;nome dell'università;nome e città dell'istituto;nome e indirizzo dell'istituto;nom de l'établissement;nom de l'école;nom de l'université;nombre del centro;nombre de la institución;nombre de la universidad;nome da instituição;nome da escola;nome da universidade;
    name der schule;name der einrichtung;name der hochschule;naam van de school;naam van de instelling;naam school;nazwa uczelni;nazwa instytucji;school;university;college;institute;name of school;name of institution;name of university;school college;college university;training provider;provider;awarding body;name und art der bildungs- oder ausbildungseinrichtung;bildungseinrichtung;
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
    `grade;gpa;classification;degree class;final grade;result;grade point average;note;abschlussnote;gesamtnote;mention;moyenne;nota;nota media;nota final;calificación;media;
    classificação;voto;votazione;cijfer;eindcijfer;ocena;成绩;成績`,
  ],
];

/** What forms print before facts of the person and their languages: these are no values of entries, but stand in the same column. */
export const PERSONAL_LABELS = `name;full name;first name;last name;surname;known as;preferred name;title;salutation;tel;telephone number;phone number;home telephone;home phone;work telephone;mobile telephone;
    mobile number;mobile phone;mobile no;contact number;email address;e-mail address;mail;postcode;home postcode;national insurance number;ni number;anrede;familienname;straße;plz ort;wohnort;rufnummer;
    mobilnummer;mobiltelefon;e-mail-adresse;numéro de téléphone;adresse e-mail;adresse postale;número de teléfono;dirección de correo;indirizzo e-mail;telefoonnummer;e-mailadres;adres e-mail;telefon kontaktowy;
    miejsce zamieszkania;first names surname;surname first name;names;address;home address;telephone;phone;mobile;fax;email;e-mail;website;
    nationality;citizenship;date of birth;birth date;place of birth;date and place of birth;gender;sex;marital status;driving licence;candidate;candidate name;name of candidate;candidate phone;candidate telephone;candidate mobile;candidate email;candidate address;candidate location;lives in;applicant;applicant name;father's name;father name;mother's name;husband's name;
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
    prawo jazdy;姓名;性别;性別;出生日期;出生年月;电话;手机;邮箱;地址;籍贯;民族;婚姻状况;政治面貌;氏名;生年月日;住所;電話;電話番号;国籍`;

/** Rows of forms that hold one half of a name; `name` is the other half where a row of given names stands beside it. */
export const GIVEN_NAME_LABELS = `first name;first names;forename;forenames;given name;given names;christian name;christian names;first middle name;vorname;vornamen;rufname;prénom;prénoms;
    nombre;nombres;nome;nome próprio;voornaam;voornamen;roepnaam;imię;imiona;förnamn;fornavn;etunimi;etunimet;имя;ім'я;keresztnév;utónév;jméno;meno;ime;prenume;ad;adı;όνομα`;
export const FAMILY_NAME_LABELS = `surname;last name;family name;name;nachname;familienname;zuname;nom;nom de famille;nom d'usage;apellido;apellidos;cognome;apelido;apelidos;sobrenome;
    achternaam;familienaam;naam;nazwisko;efternamn;etternavn;efternavn;sukunimi;фамилия;прізвище;vezetéknév;családi név;příjmení;priezvisko;prezime;priimek;nume;nume de familie;soyad;soyadı;επώνυμο`;

/** Rows of forms that hold a whole name. */
export const WHOLE_NAME_LABELS = `name;full name;name and surname;name surname;candidate name;applicant name;vor- und nachname;vor- und zuname;vorname nachname;name vorname;name, vorname;vollständiger name;
    nom;nom et prénom;nom prénom;prénom et nom;prénom nom;nom complet;nombre;nombre completo;nombre y apellidos;apellidos y nombre;nombre apellidos;nome;nome completo;nome e apelido;nome e sobrenome;
    nome e cognome;nome cognome;cognome e nome;nominativo;naam;volledige naam;voor- en achternaam;imię i nazwisko;nazwisko i imię;imię nazwisko;namn;för- och efternamn;fullständigt namn;navn;fulde navn;
    fullt navn;for- og etternavn;nimi;koko nimi;ees- ja perekonnanimi;nafn;fullt nafn;vardas pavardė;vardas ir pavardė;vārds uzvārds;vārds, uzvārds;jméno a příjmení;jméno příjmení;celé jméno;meno a priezvisko;
    név;teljes név;nume complet;nume și prenume;nume prenume;ime i prezime;ime in priimek;ime i priimek;ad soyad;adı soyadı;ad soyadı;isim;isim soyisim;emri mbiemri;ονοματεπώνυμο;όνομα επώνυμο;фио;ф.и.о.;
    имя и фамилия;имя фамилия;фамилия и имя;фамилия имя отчество;фамилия, имя, отчество;піб;п.і.б.;прізвище ім'я по батькові;прізвище та ім'я;ім'я та прізвище;име и фамилия;име и презиме;аты-жөні;
    الاسم;الاسم الكامل;שם;שם מלא;نام و نام خانوادگی;نام کامل;नाम;पूरा नाम;ชื่อ-นามสกุล;ชื่อ - สกุล;họ và tên;họ tên;nama;nama lengkap;jina;jina kamili;성함;성명;이름;姓名;氏名;名前`;

/** What forms call their rows of languages. */
export const TONGUE_LABELS = `mother tongue;first language;other language;other languages;muttersprache;sonstige sprachen;weitere sprachen;langue maternelle;autres langues;lengua materna;
    otros idiomas;lingua materna;língua materna;outras línguas;madrelingua;altre lingue;moedertaal;andere talen;język ojczysty;inne języki`;

/** Heads that stand over columns and seldom before single values. */
export const COLUMN_HEADS: readonly (readonly [role: ColumnRole, words: string, kind?: 'work' | 'education'])[] = [
  [
    'dates',
    `year;years;year of;year of passing;passing year;year passed;year of completion;completion year;year of graduation;graduation year;passing out year;
      when;wann;quand;cuándo;quando;wanneer;kiedy;session;academic year;month & year;jahr;jahre;année;années;año;años;ano;anni;jaar;rok;lata;年份;年度;year of study;tenure;employment period;yil;yıl;재학기간;재학 기간;근무기간;근무 기간;졸업년도;졸업연도;入学卒業年月;年月;学年;在学期間`,
  ],
  ['from', 'from;start;start date;from date;joined;von;beginn;de;du;desde;inicio;dal;da;van;od;date of joining'],
  ['to', 'to;till;until;end;end date;to date;upto;left;bis;ende;au;à;a;hasta;fin;al;fino a;tot;do;date of leaving'],
  [
    'degree',
    'what;was;quoi;qué;cosa;wat;co;course;courses;degree;exam;examination;examination passed;exam passed;class;standard;program;programme;qualification;academic qualification;level;diploma;formation;cursada;bölüm;학위;구분;학위구분;학력;학력구분;學位;学歴',
    'education',
  ],
  [
    'school',
    'where;wo;où;dónde;onde;dove;waar;gdzie;college;institute name;name of institution;name of institute;school college;hochschule schule;lycée;okul;학교명;학교;출신학교;學校名稱;学校名称;学校名',
    'education',
  ],
  ['board', 'board;university board;board university;awarding body;examining body;board of examination;affiliation', 'education'],
  [
    'grade',
    'percentage;marks;% of marks;aggregate;aggregate %;cgpa;sgpa;percentage cgpa;cgpa percentage;% cgpa;cgpa %;gpa cgpa;division;percentage of marks;score;result;class division;obtained marks;%;noten;points;notu;학점;평점;성적;졸업학점;绩点;成績',
    'education',
  ],
  [
    'title',
    'what;was;quoi;qué;cosa;wat;co;designation;position;role;job role;job profile;görev;직위;직급;직책;담당업무;직급 직책;职务;职位;職稱;職務名稱',
    'work',
  ],
  [
    'employer',
    'where;wo;où;dónde;onde;dove;waar;gdzie;organization;organisation;company;company name;name of organization;name of the organization;name of company;firm;şirket;회사명;근무처;직장명;업체명;单位名称;公司名称;公司名稱;勤務先',
    'work',
  ],
  [
    'aside',
    's no;sr no;sl no;s n;no;nr;lfd nr;#;serial no;remarks;country;land;pays;país;department;type;비고;졸업여부;졸업구분;소재지;근무부서;부서;퇴사사유;退職理由;备注;備註;備考',
  ],
];

/** Heads that name the post where no other column does, and beside one what was done there. */
export const POST_OR_DUTIES = '담당업무';

/** Heads over columns of certificates. */
export const CERTIFICATE_HEADS: readonly (readonly [column: CertificateColumn, words: string])[] = [
  [
    'name',
    `certificate;certificates;certification;certifications;certificate name;certification name;name of certificate;name of certification;licence;license;licence name;
      qualification;title;name;course;course name;course title;training;examination;exam;ticket;topic;subject;training course;course attended;thema;inhalt;maßnahme;schulung;seminar;fortbildung;weiterbildung;sujet;thème;tema;onderwerp;temat;ämne;zertifikat;zertifizierung;bezeichnung;titel;kurs;lehrgang;nachweis;
      certificat;intitulé;formation;certificación;certificado;título;curso;nombre;certificação;nome;certificato;certificazione;titolo;corso;certificaat;diploma;opleiding;
      cursus;certyfikat;nazwa;szkolenie;kurs;sertifika;belge;sertifikat;자격증명;자격증;자격명;자격면허명;자격증 면허증;면허;어학시험;시험명;證照名稱;证书名称;证书;证照;資格;資格名;免許資格`,
  ],
  [
    'issuer',
    `issuer;issued by;issuing body;issuing organization;issuing organisation;issuing authority;authority;awarding body;awarded by;institution;institute;organization;organisation;provider;training provider;course provider;trainer;provided by;training body;school;university;veranstalter;bildungsträger;schule;organisme de formation;proveedor;centro;fornitore;aanbieder;opleider;
      body;vendor;aussteller;ausgestellt von;institut;einrichtung;anbieter;träger;organisme;délivré par;établissement;entidad;emisor;institución;organismo;emitido por;entidade;
      instituição;emissor;ente;rilasciato da;istituto;ente erogatore;instantie;instelling;uitgever;organisator;wydawca;instytucja;organizator;kurum;utfärdare;
      발행처;발급기관;발행기관;시행처;기관;주관처;發證單位;發照單位;颁发机构;发证机构;发证单位;発行元;認定機関`,
  ],
  [
    'date',
    `date;year;month;issued;issue date;date issued;issued on;date of issue;obtained;date obtained;completed;completion date;passed;year obtained;month/year;datum;jahr;ausgestellt am;erworben;
      erworben am;année;date d'obtention;obtention;délivré le;fecha;año;fecha de emisión;expedición;data;ano;data de emissão;anno;data di rilascio;conseguito;jaar;behaald;datum behaald;rok;tarih;yıl;
      취득일;취득년도;취득연도;취득연월;합격년도;합격연도;取得年;获得年份;取得年份;기간;취득시기;취득일자;취득년월;발급일;합격일;일자;取得日;取得年月;取得時間;取得时间;获得时间;获证时间;發證日期;发证日期;时间;日期;年月;år`,
  ],
  [
    'until',
    `valid until;valid to;valid till;expires;expiry;expiry date;expiration;expiration date;validity;renewal;gültig bis;ablauf;valable jusqu'au;validité;válido hasta;vencimiento;validez;validade;
      válido até;scadenza;valido fino al;geldig tot;ważny do;ważność;유효기간;有效期;有效期限;有効期限`,
  ],
  [
    'aside',
    'no;nr;s no;sr no;#;number;certificate no;certificate number;licence number;license number;credential id;id;nummer;numéro;número;numero;번호;자격번호;등급;점수;grade;score;level;result;status;country;등록번호;證號;编号;証号',
  ],
];

/**
 * Labels of forms in languages that are read more seldom, as in `entry-labels.ts`: facts of the languages, written by us; a semicolon
 * between them. The words for what a form tells of the person come first, then those of jobs and studies.
 */

export const PERSONAL_LABELS_BY_LANGUAGE = `الاسم;الاسم الكامل;اسم العائلة;العنوان;عنوان السكن;الهاتف;رقم الهاتف;الجوال;رقم الجوال;الهاتف المحمول;هاتف;جوال;موبايل;واتساب;البريد الإلكتروني;البريد;الإيميل;ايميل;الجنسية;
  تاريخ الميلاد;مكان الميلاد;تاريخ ومكان الميلاد;الجنس;الحالة الاجتماعية;الحالة العائلية;رخصة القيادة;الموقع;المدينة;الإقامة;محل الإقامة;الديانة;الموقع الإلكتروني;
  שם;שם מלא;שם פרטי;שם משפחה;כתובת;כתובת מגורים;מגורים;עיר;טלפון;טלפון נייד;נייד;טל';טל;דוא"ל;דואר אלקטרוני;אימייל;מייל;תאריך לידה;מצב משפחתי;ת"ז;תעודת זהות;אזרחות;רישיון נהיגה;ארץ לידה;שנת לידה;מין;
  نام;نام خانوادگی;نام و نام خانوادگی;نام کامل;آدرس;نشانی;محل سکونت;شهر;تلفن;تلفن همراه;شماره تماس;شماره تلفن;موبایل;همراه;ایمیل;پست الکترونیک;پست الکترونیکی;رایانامه;تاریخ تولد;محل تولد;سال تولد;وضعیت تأهل;وضعیت تاهل;جنسیت;ملیت;وضعیت نظام وظیفه;گواهینامه رانندگی;
  नाम;पूरा नाम;पिता का नाम;माता का नाम;पता;वर्तमान पता;स्थायी पता;मोबाइल;मोबाइल नंबर;मोबाइल नं;फोन;फ़ोन;दूरभाष;ईमेल;ई-मेल;जन्म तिथि;जन्मतिथि;जन्म स्थान;लिंग;राष्ट्रीयता;वैवाहिक स्थिति;धर्म;शहर;संपर्क नंबर;
  ชื่อ;ชื่อ-นามสกุล;ชื่อ - สกุล;ชื่อ สกุล;ชื่อเล่น;นามสกุล;ที่อยู่;ที่อยู่ปัจจุบัน;โทรศัพท์;โทร;เบอร์โทร;เบอร์โทรศัพท์;เบอร์ติดต่อ;มือถือ;อีเมล;อีเมล์;วันเกิด;วันเดือนปีเกิด;อายุ;เพศ;สัญชาติ;เชื้อชาติ;ศาสนา;สถานภาพ;สถานภาพสมรส;ไลน์;
  họ tên;họ và tên;tên;ngày sinh;nơi sinh;giới tính;địa chỉ;nơi ở hiện tại;chỗ ở hiện tại;điện thoại;số điện thoại;sđt;đt;di động;email;thư điện tử;quốc tịch;tình trạng hôn nhân;dân tộc;tôn giáo;thành phố;
  nama;nama lengkap;nama panggilan;alamat;alamat rumah;alamat domisili;domisili;tempat tinggal;telepon;telp;no telp;no. telepon;nomor telepon;no hp;no. hp;hp;handphone;ponsel;surel;pos-el;tempat tanggal lahir;tempat, tanggal lahir;tempat/tanggal lahir;tanggal lahir;tempat lahir;ttl;jenis kelamin;agama;kewarganegaraan;status;status pernikahan;status perkawinan;umur;usia;kota;no telefon;tarikh lahir;jantina;bangsa;warganegara;taraf perkahwinan;
  ονοματεπώνυμο;όνομα;επώνυμο;διεύθυνση;διεύθυνση κατοικίας;τόπος κατοικίας;πόλη;τηλέφωνο;τηλ;κινητό;κινητό τηλέφωνο;ηλ. ταχυδρομείο;ηλεκτρονικό ταχυδρομείο;e-mail;ημερομηνία γέννησης;ημ. γέννησης;τόπος γέννησης;υπηκοότητα;ιθαγένεια;οικογενειακή κατάσταση;φύλο;έτος γέννησης;δίπλωμα οδήγησης;
  имя;фамилия;фио;ф.и.о.;отчество;фамилия имя отчество;адрес;город;место жительства;адрес проживания;проживание;телефон;тел;моб;моб. телефон;мобильный;мобильный телефон;почта;эл. почта;электронная почта;дата рождения;место рождения;возраст;пол;гражданство;семейное положение;водительские права;
  ім'я;ім’я;прізвище;піб;п.і.б.;прізвище ім'я по батькові;по батькові;адреса;місто;місце проживання;мобільний;мобільний телефон;пошта;ел. пошта;електронна пошта;дата народження;місце народження;вік;стать;громадянство;сімейний стан;водійські права;
  име;име и фамилия;телефон за връзка;имейл;е-поща;ел. поща;дата на раждане;националност;гражданство;семейно положение;град;ime;ime i prezime;ime in priimek;prezime;priimek;adresa;naslov;grad;mesto;telefon;mobitel;mobilni telefon;gsm;e-pošta;e-mail adresa;datum rođenja;datum i mjesto rođenja;datum rojstva;mjesto rođenja;državljanstvo;spol;bračno stanje;vozačka dozvola;
  jméno;příjmení;jméno a příjmení;titul;bydliště;trvalé bydliště;telefonní číslo;tel;mobil;e-mailová adresa;datum narození;místo narození;státní příslušnost;národnost;rodinný stav;pohlaví;řidičský průkaz;meno;priezvisko;meno a priezvisko;bydlisko;dátum narodenia;miesto narodenia;štátna príslušnosť;rodinný stav;vodičský preukaz;
  név;teljes név;vezetéknév;keresztnév;lakcím;cím;lakóhely;tartózkodási hely;telefonszám;mobil;mobiltelefon;e-mail cím;email cím;születési idő;születési dátum;születési hely;születési hely és idő;állampolgárság;nem;családi állapot;jogosítvány;
  nume;prenume;nume și prenume;nume complet;adresă;adresa;localitate;oraș;domiciliu;telefon mobil;tel;mobil;adresă de e-mail;data nașterii;locul nașterii;data și locul nașterii;naționalitate;cetățenie;stare civilă;sex;permis de conducere;permis auto;
  ad;soyad;ad soyad;adı soyadı;adı;soyadı;isim;adres;şehir;il;ikametgah;telefon;cep;cep telefonu;telefon numarası;gsm;e-posta;eposta;mail;doğum tarihi;doğum yeri;doğum tarihi ve yeri;uyruk;uyruğu;medeni hal;medeni durum;cinsiyet;askerlik durumu;sürücü belgesi;ehliyet;
  namn;förnamn;efternamn;adress;bostadsort;ort;telefon;telefonnummer;mobil;mobilnummer;e-post;e-postadress;mejl;födelsedatum;född;födelseort;medborgarskap;nationalitet;civilstånd;körkort;personnummer;navn;fornavn;efternavn;etternavn;adresse;bopæl;bosted;by;tlf;tlf.;mail;e-mailadresse;epost;fødselsdato;født;fødselsdag;fødested;statsborgerskab;statsborgerskap;nationalitet;nasjonalitet;civilstand;sivilstand;sivilstatus;kørekort;førerkort;
  nimi;etunimi;sukunimi;osoite;kotiosoite;asuinpaikka;kotipaikka;puhelin;puhelinnumero;puh;sähköposti;sähköpostiosoite;s-posti;syntymäaika;syntynyt;syntymäpaikka;kansalaisuus;siviilisääty;ajokortti;ees- ja perekonnanimi;aadress;elukoht;sünniaeg;sünnikuupäev;kodakondsus;e-post;
  vardas;pavardė;vardas pavardė;vardas ir pavardė;adresas;gyvenamoji vieta;telefonas;tel. nr.;el. paštas;gimimo data;pilietybė;šeiminė padėtis;vārds;uzvārds;vārds uzvārds;vārds, uzvārds;adrese;dzīvesvieta;tālrunis;e-pasts;dzimšanas datums;dzimšanas gads;pilsonība;ģimenes stāvoklis;nafn;heimilisfang;heimili;sími;netfang;fæðingardagur;kennitala;ríkisfang;
  성명;이름;이 름;주소;현주소;연락처;전화;전화번호;휴대폰;휴대전화;핸드폰;이메일;생년월일;나이;성별;국적;병역;jina;jina kamili;anwani;simu;barua pepe;tarehe ya kuzaliwa;uraia;jinsia`;

/** By what stands behind them, as in `entry-labels.ts`. */
export const ENTRY_LABELS_BY_LANGUAGE = {
  both: [
    [
      'dates',
      `الفترة;المدة;التاريخ;السنة;من - إلى;من إلى;תקופה;תאריכים;שנים;משנה עד שנה;مدت;تاریخ;بازه زمانی;سال;از - تا;अवधि;समय;वर्ष;दिनांक;ระยะเวลา;ปี;ช่วงเวลา;ปีที่จบ;ปีการศึกษา;thời gian;năm;niên khóa;periode;tahun;masa kerja;waktu;tempoh;
      περίοδος;χρονικό διάστημα;ημερομηνίες;διάρκεια;период;период работы;годы;срок;даты;період;період роботи;роки;термін;období;doba;obdobie;időszak;időtartam;perioada;dată;dönem;tarih;süre;tarihler;tid;år;ajankohta;aika;kesto;razdoblje;obdobje;trajanje;laikotarpis;laiks;periood;tímabil;근무기간;재직기간;재학기간`,
    ],
    [
      'place',
      `المكان;الموقع;المدينة;البلد;מיקום;מקום;עיר;محل;شهر;مکان;स्थान;शहर;สถานที่;จังหวัด;địa điểm;nơi làm việc;lokasi;tempat;kota;τόπος;πόλη;место;город;місце;місто;místo;mesto;miesto;hely;helyszín;localitate;locul;yer;şehir;sted;by;ort;paikka;paikkakunta;mjesto;vieta;vietne;koht;staður;근무지`,
    ],
    [
      'text',
      `المهام;المهام والمسؤوليات;المسؤوليات;الوصف;الوصف الوظيفي;الإنجازات;الواجبات;תפקידים;תחומי אחריות;אחריות;תיאור;תיאור התפקיד;הישגים;شرح وظایف;وظایف;مسئولیت‌ها;توضیحات;دستاوردها;कार्य विवरण;जिम्मेदारियां;विवरण;कर्तव्य;หน้าที่;หน้าที่ความรับผิดชอบ;ลักษณะงาน;รายละเอียดงาน;ความรับผิดชอบ;mô tả công việc;nhiệm vụ;trách nhiệm;công việc chính;thành tích;mô tả;deskripsi pekerjaan;tugas;tanggung jawab;tugas dan tanggung jawab;uraian tugas;pencapaian;deskripsi;
      αρμοδιότητες;καθήκοντα;περιγραφή;κύριες δραστηριότητες και αρμοδιότητες;επιτεύγματα;обязанности;должностные обязанности;достижения;описание;обов'язки;обов’язки;посадові обов'язки;досягнення;опис;náplň práce;pracovní náplň;popis;popis práce;hlavní činnosti;náplň prác;feladatok;főbb feladatok;feladatkör;leírás;responsabilități;atribuții;activități și responsabilități principale;descriere;görevler;sorumluluklar;görev tanımı;iş tanımı;arbetsuppgifter;uppgifter;ansvarsområden;arbejdsopgaver;opgaver;ansvarsområder;arbeidsoppgaver;oppgaver;ansvar;tehtävät;työtehtävät;vastuualueet;kuvaus;opis poslova;zadaci;opis del;naloge;pareigos;pienākumi;ülesanded;tööülesanded;verkefni;담당업무;주요업무`,
    ],
  ],
  work: [
    [
      'title',
      `الوظيفة;المنصب;المسمى الوظيفي;الدور;תפקיד;משרה;سمت;عنوان شغلی;شغل;पद;पदनाम;ตำแหน่ง;ตำแหน่งงาน;vị trí;chức vụ;chức danh;vị trí công việc;jabatan;posisi;jawatan;θέση;θέση εργασίας;ειδικότητα;επάγγελμα ή θέση που κατείχε;должность;позиция;профессия;посада;позиція;професія;длъжност;позиција;pracovní pozice;pozice;funkce;pracovná pozícia;pozícia;beosztás;munkakör;pozíció;foglalkozás;funcția;post;poziția;funcția sau postul ocupat;pozisyon;unvan;görev;ünvan;befattning;tjänst;stilling;titel;tittel;tehtävänimike;tehtävä;ammatti;radno mjesto;pozicija;delovno mesto;pareigos arba darbas;amats;amet;ametikoht;starfsheiti;직책;직급`,
    ],
    [
      'employer',
      `الشركة;جهة العمل;صاحب العمل;المؤسسة;اسم الشركة;اسم المؤسسة;מעסיק;חברה;שם החברה;מקום עבודה;ארגון;شرکت;نام شرکت;کارفرما;محل کار;سازمان;कंपनी;कंपनी का नाम;संस्था;नियोक्ता;संगठन;บริษัท;ชื่อบริษัท;นายจ้าง;สถานที่ทำงาน;หน่วยงาน;công ty;tên công ty;đơn vị;nơi công tác;perusahaan;nama perusahaan;instansi;syarikat;majikan;εταιρεία;εργοδότης;επιχείρηση;φορέας;όνομα εργοδότη;компания;организация;работодатель;место работы;название компании;предприятие;компанія;організація;роботодавець;місце роботи;назва компанії;фирма;firma;zaměstnavatel;společnost;název firmy;zamestnávateľ;spoločnosť;munkáltató;cég;cégnév;munkahely;munkáltató neve;angajator;companie;compania;numele angajatorului;firma;şirket;işveren;kurum;firma adı;şirket adı;arbetsgivare;företag;arbejdsgiver;virksomhed;arbeidsgiver;bedrift;työnantaja;yritys;poslodavac;tvrtka;delodajalec;podjetje;darbdavys;įmonė;darba devējs;uzņēmums;tööandja;ettevõte;vinnuveitandi;fyrirtæki;회사명;근무처`,
    ],
  ],
  study: [
    [
      'degree',
      `الدرجة;الدرجة العلمية;الشهادة;المؤهل;תואר;תעודה;מדרגה;مدرک;مقطع;مقطع تحصیلی;مدرک تحصیلی;डिग्री;उपाधि;योग्यता;परीक्षा;วุฒิ;วุฒิการศึกษา;ระดับการศึกษา;ระดับ;bằng cấp;trình độ;hệ đào tạo;học vị;gelar;jenjang;tingkat pendidikan;kelulusan;τίτλος;πτυχίο;τίτλος σπουδών;степень;квалификация;уровень образования;образование;ступінь;кваліфікація;рівень освіти;освітній рівень;stupeň vzdělání;dosažený titul;titul;végzettség;fokozat;képesítés;calificarea;diploma obținută;titlu;calificarea / diploma obținută;derece;mezuniyet derecesi;examen;uddannelse;utdanning;tutkinto;stupanj;naziv;stopnja izobrazbe;laipsnis;kvalifikacija;kraad;gráða;학위`,
    ],
    [
      'field',
      `التخصص;الاختصاص;المجال;חוג;מגמה;תחום;תחום לימודים;رشته;رشته تحصیلی;گرایش;विषय;विभाग;สาขา;สาขาวิชา;คณะ;วิชาเอก;chuyên ngành;ngành;ngành học;khoa;jurusan;program studi;bidang studi;fakultas;bidang pengajian;ειδικότητα σπουδών;κατεύθυνση;τμήμα;специальность;факультет;направление;направление подготовки;спеціальність;напрям;напрям підготовки;obor;studijní obor;zaměření;odbor;študijný odbor;szak;szakirány;specializare;specializarea;profil de studii;domeniu;bölüm;bölümü;alan;inriktning;program;linje;studieretning;retning;fag;pääaine;suuntautuminen;koulutusohjelma;smjer;smer;študijska smer;specialybė;specialitāte;eriala;námsgrein;전공;학과`,
    ],
    [
      'school',
      `الجامعة;المدرسة;الكلية;المعهد;المؤسسة التعليمية;اسم الجامعة;מוסד;מוסד לימודים;מוסד אקדמי;דانشگاه;دانشگاه;نام دانشگاه;محل تحصیل;مؤسسه آموزشی;विद्यालय;विश्वविद्यालय;बोर्ड;बोर्ड/विश्वविद्यालय;संस्थान;สถาบัน;สถาบันการศึกษา;มหาวิทยาลัย;โรงเรียน;trường;tên trường;trường học;cơ sở đào tạo;nama sekolah;sekolah;universitas;institusi;nama institusi;ίδρυμα;σχολή;εκπαιδευτικό ίδρυμα;πανεπιστήμιο;учебное заведение;университет;вуз;учреждение;навчальний заклад;університет;заклад освіти;учебно заведение;škola;název školy;univerzita;intézmény;iskola;egyetem;oktatási intézmény;instituția;instituția de învățământ;universitatea;numele instituției;okul;üniversite;okul adı;skola;lärosäte;universitet;uddannelsessted;skole;uddannelsesinstitution;institusjon;lærested;oppilaitos;koulu;obrazovna ustanova;ustanova;izobraževalna ustanova;mokykla;įstaiga;skola;iestāde;õppeasutus;kool;skóli;학교명`,
    ],
    [
      'grade',
      `المعدل;التقدير;ממוצע;ציון;معدل;अंक;प्रतिशत;श्रेणी;เกรดเฉลี่ย;เกรด;gpa;xếp loại;điểm trung bình;ipk;nilai;βαθμός;средний балл;оценка;середній бал;známka;průměr;minősítés;átlag;medie;media;not ortalaması;ortalama;betyg;karakter;gjennomsnitt;arvosana;keskiarvo;prosjek;ocjena;povprečje;vidurkis;학점`,
    ],
  ],
} as const;

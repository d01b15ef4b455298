/** Words around dates, folded when they are loaded (lower case, no accents). Facts of the languages, written by us. */
import { foldSameLength } from '../../domain/fold-text.ts';

/** What stands at the end of a range that still runs; longest first when matched. Folded; apostrophes are straight. */
export const ONGOING_WORDS: readonly string[] = foldSameLength(
  `present;the present;the present day;the present time;this day;pres.;pres;curr.;act.;akt.;att.;bis auf weiteres;auf weiteres;to date;date;current;currently;now;today;ongoing;til date;till date;heute;jetzt;laufend;dato;
    gegenwart;andauernd;aktuell;derzeit;fortlaufend;aujourd'hui;a ce jour;ce jour;maintenant;en cours;en poste;
    actuellement;actuel;actualidad;la actualidad;actual;actualmente;hoy;la fecha;el presente;presente;atualmente;atual;
    hoje;o momento;ao momento;momento;atualidade;data atual;oggi;in corso;attuale;attualmente;ad oggi;odierno;heden;nu;
    vandaag;obecnie;obecny;teraz;dzis;dzisiaj;nadal;chwili obecnej;nuvarande;pagaende;idag;nuvaerende;navaerende;nykyinen;
    soucasnost;dosud;soucasnosti;devam;devam ediyor;gunumuz;halen;prezent;настоящее время;настоящее;н.в.;сейчас;
    наст. время;至今;現在まで;現在に至る;現在に至ります;현재까지;现在;現在;迄今;目前;今;현재;재직중;재직 중;재학중;재학 중;재학;근무중;근무 중;仍在職;仍在职;在读;在讀;在学;在學;在学中;在校;現職;現任;
    迄今为止;在职;在職;在職中;지금;재직;until now;up to now;up to date;up to present;bis dato;bis jetzt;unbefristet;jusqu'a aujourd'hui;
    jusqu'a present;jusqu'a ce jour;present day;aujourd hui;a la fecha;en curso;vigente;ate hoje;ate o momento;
    em andamento;os dias atuais;tot nu;tot op heden;do dzis;do dzisiaj;do chwili obecnej;w trakcie;tills vidare;nuvarende;
    navarende;d.d.;dags dato;na;i dag;nyt;nykyisin;toistaiseksi;jatkuu;nyni;soucasne;trva;sucasnost;trvá;danas;sada;danes;
    bugun;gunumuze;gunumuze kadar;hala;in prezent;pana in prezent;jelenleg;jelenleg is;jelen;napjainkig;folyamatban;
    по настоящее время;по н.в.;н. в.;сегодня;текущее время;дотепер;донині;теперішній час;по теперішній час;
    по теперишніи час;зараз;нині;σήμερα;σημερα;الان;الآن;حتى الان;حتى الآن;היום;כיום;الحاضر;الوقت الحاضر;حتى اليوم;
    حتى تاريخه;لتاريخه;تاريخه;حتى الوقت الحالي;الوقت الحالي;إلى الآن;لغاية الآن;وحتى الآن;حاليا;حاليًا;اليوم;إلى يومنا هذا;
    يومنا هذا;مستمر;لحد الآن;على رأس العمل;حتى الوقت الحاضر;الى الآن;הווה;עד היום;ועד היום;עכשיו;נוכחי;עד עתה;להיום;ההווה;
    כעת;עד כה;اکنون;تاکنون;تا کنون;در حال حاضر;حال;حاضر;هم اکنون;هم‌اکنون;ادامه دارد;امروز;تا به امروز;تا امروز;زمان حال;
    تا حال;تا به حال;کنون;تابحال;مشغول به کار;موجودہ;تاحال;वर्तमान;अब तक;अभी तक;वर्तमान तक;जारी;वर्तमान में;आज तक;
    वर्तमान समय;अब;आत्तापर्यंत;বর্তমান;এখন পর্যন্ত;চলমান;ปัจจุบัน;ถึงปัจจุบัน;จนถึงปัจจุบัน;nay;hiện tại;hiện nay;bây giờ;
    đến nay;đến hiện tại;sekarang;saat ini;kini;sampai sekarang;hingga kini;hingga sekarang;sampai saat ini;
    hingga saat ini;kasalukuyan;παρόν;έως σήμερα;μέχρι σήμερα;ως σήμερα;τώρα;το παρόν;σε εξέλιξη;έως και σήμερα;μέχρι τώρα;
    έως τώρα;до сьогодні;сьогодні;по сьогодні;до цього часу;по цей час;цей час;досі;до теперішнього часу;поточний час;
    по сьогоднішній день;до нині;по сей день;сей день;до настоящего времени;по сегодняшний день;до сих пор;по наст. время;
    по наст.время;по настоящее;текущий момент;по текущий момент;настоящий момент;по настоящий момент;сегодняшний день;
    настоящего времени;сега;настоящем;настояще;до момента;момента;днес;данас;сада;денес;současně;do současnosti;trvá dosud;
    do dnes;doteraz;trvá doteraz;po súčasnosť;do súčasnosti;sadašnjost;trenutno;zdaj;še traja;nykyhetki;nykyhetkeen;
    edelleen;tähän päivään;tähän asti;nykyään;nutid;nuvarande anställning;aktuelt;nuværende stilling;stadig;fortsatt;pågår;
    núna;enn;máig;mai napig;a mai napig;jelenlegi;halen devam ediyor;halen çalışıyor;güncel;şu an;şimdi;hâlen;hâlâ;
    günümüze dek;devam etmekte;hazırda;indiyədək;dabar;iki dabar;šiuo metu;iki šiol;tagad;pašlaik;līdz šim;šobrīd;praegu;
    tänaseni;käesolev;actualitat;l'actualitat;actualment;avui;gaur egun;egun;aktualisht;sot;tani;დღემდე;მიმდინარე;
    մինչ այժմ;առ այսօր;ներկա;қазір;қазіргі уақыт;осы күнге дейін;қазіргі уақытқа дейін;hozir;sasa;hadi sasa;至于今;至今日;當前;当前;
    今まで;現在まで勤務`,
).split(/;\s*/);

/** Those that also shorten a title (`Pres.`, `Act.`) or a remark (`att.`). */
export const SHORT_ONGOING_WORDS: readonly string[] = 'pres.;pres;act.;akt.;att.'.split(';');

/** Words between the two ends of a range. Folded. */
export const RANGE_WORDS: readonly string[] = foldSameLength(
  `to;until;till;til;through;thru;bis;bis zum;a;au;jusqu'a;jusqu'au;jusqu'en;hasta;al;ate;ao;fino a;fino al;tot;
    tot en met;t/m;do;az do;po;till och med;и;по;до;and;e;y;il;la;至;到;から;부터;إلى;الى;حتى;لغاية;ولغاية;وحتى;تا;الی;לבין;עד;
    ועד;έως;μέχρι;ως;εως και;μεχρι και;से;ते;থেকে;ถึง;จนถึง;đến;tới;sampai;hingga;sampai dengan;s/d;s.d.;sd;s.d;iki;līdz;
    lidz;kuni;frem til;indtil;fram til;t.o.m.;t.o.m;til og med;ig;-ig;dan;ile;pana in;până în;pana la;până la;do konce;
    fins a;ata;hadi`,
).split(/;\s*/);

/** Words before a range or a date; `since` words alone make it an ongoing range. Folded. */
export const FROM_WORDS: readonly string[] = foldSameLength(
  `from;class of;graduated;graduated in;von;vom;de;du;des;da;del;van;between;zwischen;entre;mellan;с;fra;fran;no;من;از;بین;מ;בין;από;dari;từ;ตั้งแต่;ปี;
    năm;tahun;سنة;عام;سال;від;od;nuo;od roku;од;от;із;зі`,
).split(/;\s*/);
export const SINCE_WORDS: readonly string[] = foldSameLength(
  `since;seit;depuis;desde;dal;dall;dalla;sinds;od;ab;depuis le;sedan;siden;с;desde el;a partire da;a partir de;
    a partir du;starting;as of;alkaen;з;від;din;fra og med;fr o m;fr.o.m.;uz od;منذ;ابتداء من;ابتداءً من;از;از سال;מאז;
    החל מ;החל מ-;από;sejak;từ;từ năm;kể từ;ตั้งแต่;nuo;kopš;kops;alates;desde finales de;начиная с;починаючи з;од;от;fra;
    începând cu;beri;-dan beri;mula;tangu;des de`,
).split(/;\s*/);
export const UNTIL_WORDS: readonly string[] = foldSameLength(
  `until;till;up to;bis;jusqu'en;jusqu'a;hasta;ate;fino al;tot;do;حتى;لغاية;تا;עד;έως;μέχρι;sampai;hingga;đến;ถึง;до;по;
    iki;līdz;kuni;asti;indtil;fram till`,
).split(/;\s*/);

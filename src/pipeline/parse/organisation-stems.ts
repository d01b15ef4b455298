/**
 * Words of firms, authorities and schools in languages that decline them or write no spaces: stems that up to four letters follow, and words
 * that stand anywhere in a text. Facts of the languages, written by us; folded when they are loaded.
 */
import { foldSameLength } from '../../domain/fold-text.ts';

const stems = (text: string): readonly string[] => foldSameLength(text).split(/\s+/);

/** Places of learning. */
export const SCHOOL_WORD_STEMS: readonly string[] = stems(
  `πανεπιστημ πολυτεχνε σχολη σχολει λυκει γυμνασι κολλεγι ινστιτουτ ακαδημ ιεκ τει επαλ φροντιστηρ εκπαιδευτηρ
  جامعة جامعه كلية معهد مدرسة ثانوية أكاديمية المدرسة المعهد الجامعة الكلية الأكاديمية إعدادية معاهد مدارس
  دانشگاه دانشکده دبیرستان هنرستان آموزشگاه مدرسه پلی‌تکنیک پژوهشکده پژوهشگاه
  אוניברסיט האוניברסיט מכלל המכלל הטכניון טכניון תיכון ישיב סמינר אקדמי בי"ס מדרש המרכז-האקדמי אולפנ
  विश्वविद्यालय महाविद्यालय विद्यालय विद्यापीठ संस्थान कॉलेज स्कूल पॉलिटेक्निक अकादमी पाठशाला विद्याशाखा यूनिवर्सिटी इंस्टीट्यूट
  বিশ্ববিদ্যালয় কলেজ বিদ্যালয় স্কুল ইনস্টিটিউট یونیورسٹی کالج اسکول
  universitas institut politeknik akademi pesantren sma smk smp sman smkn universiti kolej stie stmik uin
  universitet ylikool ulikool kutsekool gumnaasium kolledz vidusskol tehnikum augstskol mokykl gimnazij kolegij licej licejus aukstoji
  sveucilist fakultet skola skole gimnazij univerz veleuciliste uciliste konzervator srednja osnovna
  университет колледж училищ школ гимнази гімназі техникум технікум институт інститут академи академі лице ліце колеж факултет факультет семинари средно
  scoal universitat liceul colegi facultat politehnic grup universit academia seminarul
  universite lise yuksekokul fakulte kolej okul enstitu akademi
  skoli haskol menntaskol fjolbrautaskol shkoll universitet gjimnaz
  უნივერსიტეტ სკოლა კოლეჯ ინსტიტუტ აკადემი համալսարան դպրոց քոլեջ ինստիտուտ`,
);

/** Firms, authorities, houses of every kind. */
export const ORGANISATION_STEMS: readonly string[] = stems(
  `شركة الشركة شركات مؤسسة المؤسسة مجموعة المجموعة بنك البنك مصرف مستشفى المستشفى مستشفيات عيادة عيادات مركز المركز مصنع مصانع مطعم مطاعم فندق فنادق وزارة هيئة جمعية
  وكالة متجر صيدلية صيدليات مختبر مختبرات القابضة المحدودة بلدية محكمة نقابة غرفة صحيفة جريدة قناة شبكة مقهى مقاولات للمقاولات للتجارة التجارية للصناعة للصناعات للاستشارات الاستشارية للخدمات
  للتوزيع للتأمين للنقل القابضه منظمة اتحاد معمل ورشة مكتب دار
  شرکت گروه موسسه بیمارستان بانک کارخانه سازمان هتل رستوران بازرگانی صنایع فروشگاه درمانگاه کلینیک آزمایشگاه شهرداری وزارت آژانس هلدینگ شعبه مرکز کارگاه داروخانه انجمن هواپیمایی بیمه
  חברת החברה קבוצת בנק מרפאה מרפאת מכון עמותת רשת מלון מסעדת עיריית סוכנות מעבדות בע"מ ושות' תעשיות טכנולוגיות מוסך מפעל מפעלי הסתדרות מועצה משרד קיבוץ צה"ל מאפיית קופת בית-חולים מערכות הפצה לוגיסטיקה
  कंपनी लिमिटेड प्राइवेट प्रा अस्पताल चिकित्सालय बैंक उद्योग एजेंसी केंद्र केन्द्र समूह ग्रुप ट्रेडिंग ट्रेडर्स वर्क्स इंडस्ट्रीज होटल विभाग समिति फाउंडेशन निगम मंत्रालय पब्लिक सर्विसेज इंजीनियरिंग
  इलेक्ट्रिकल्स टेक्नोलॉजीज सॉल्यूशंस मिल्स क्लिनिक नर्सिंग एजुकेशन फार्मा एंटरप्राइजेज एसोसिएट्स रेलवे कॉर्पोरेशन
  কোম্পানি লিমিটেড হাসপাতাল ব্যাংক গ্রুপ
  εταιρεια εταιρια ομιλος νοσοκομει κλινικη ξενοδοχει εστιατορι ταβερν τραπεζ υπουργει δημος δημου φαρμακει επιμελητηρι συλλογ ενωση βιομηχανι καταστημ εκδοσεις εργαστηρι αβεε ταχυδρομ περιφερει
  комор палат управ держпрац служб инспекци інспекці росздрав роспотреб
  компани завод больниц поликлиник банк фабрик ресторан отел гостиниц агентств холдинг групп министерств администраци управлени аптек клиник комбинат магазин супермаркет типограф издательств фирм
  компані лікарн поліклінік фабрик готел агенці агенств холдинг груп міністерств адміністрац управлінн аптек клінік комбінат крамниц супермаркет видавництв підприємств кафе
  болниц хотел предприяти дружеств министерств община агенци компани
  nemocnic zavod ministerstv urad obchodn pekaren restaurac lekarn poliklinik druzstv strojirn teplarn
  korhaz gyar minisztery onkormanyzat etterm szallod rendelointez egeszseghaz gyogyszertar szovetkezet vallalat tarsasag muhely nyomda
  spital uzin fabric ministerul primari clinic policlinic banca societat regia directia agentia farmaci consiliul
  sirket holding hastane banka fabrika bakanlig belediye dernegi vakfi merkezi eczane restoran tersane sanayi muhendislik insaat tekstil lojistik otomotiv
  bolnic poduzec preduzec tvornic banka opcin ministarstv tvrtk ljekarn apotek zdravstven hotel obcin lekarn podjetj tovarn zavod
  ligonin imon bendrov vaistin savivaldyb ministerij klinik gamykl slimnic uznemum rupnic pasvaldib haigla ettevot vallavalitsus linnavalitsus ministeerium
  perusahaan toko yayasan koperasi dinas kementerian kantor pabrik puskesmas klinik apotek bank hotel syarikat jabatan
  kommun sjukhus sykehus sygehus kommune sairaala kaupunki terveyskeskus hoivakoti vardcentral forskola barnehage bornehave sykehjem omsorgssenter plejehjem akeri
  კომპანია ბანკი საავადმყოფო հիվանդանոց ընկերություն բանկ`,
);

/** Their ends in languages that glue words together: `Skolverket`, `Transportstyrelsen`, `Arbejdstilsynet`, `Taloushallintoliitto`. */
export const AUTHORITY_SUFFIXES: readonly string[] = stems(
  'verket styrelsen direktoratet tilsynet nämnden forbundet förbundet virasto liitto keskus hallitus departementet radet rådet myndigheten kommissionen sjukhuset sykehus sygehus kommune kommun förskola sairaala kirjasto ministerija ministerstvo ministerstva ministeerium ministeriet ministeriö ministerie ministarstvo ministrstvo bakanlığı komora inspekcija tarnyba inspektsioon',
);

/** Where words are not parted by spaces, or are made of several. */
export const ORGANISATION_PHRASE =
  /บริษัท|ห้างหุ้นส่วน|โรงพยาบาล|ธนาคาร|โรงแรม|ร้านอาหาร|กระทรวง|สำนักงาน|เทศบาล|โรงงาน|คลินิก|จำกัด|สมาคม|มูลนิธิ|สภา(?=[\u0e00-\u0e4f])|กรม(?=[\u0e00-\u0e4f]{3})|(?<!\p{L})(?:công ty|tập đoàn|ngân hàng|bệnh viện|phòng khám|khách sạn|nhà hàng|doanh nghiệp|xí nghiệp|nhà máy|cửa hàng|siêu thị|chi nhánh|tổng công ty|trung tâm|tnhh|cổ phần|rumah sakit|rs(?= \p{Lu})|cv(?= \p{Lu})|bộ(?= (?:y tế|tài chính|giáo dục|công|xây|tư|lao|nội|ngoại|khoa|giao))|sở(?= \p{Lu}))(?!\p{L})|בית(?:־| )(?:ה?חולים|ה?מרקחת|ה?קפה|ה?דפוס|ה?מלון)|(?:ה)?מרכז (?:ה)?רפואי|משרד (?=ה|עורכי|רואי|רו|עו|פרסום|אדריכל|תיווך|נסיע)|Α\.\s?Ε\.|(?<!\p{L})(?:ΑΕ|ΕΠΕ|ΙΚΕ|ΟΕ)(?!\p{L})|ش\.?\s?م\.?\s?[مخع]|ذ\.?\s?م\.?\s?م/iu;
export const SCHOOL_PHRASE =
  /มหาวิทยาลัย|โรงเรียน|วิทยาลัย|สถาบัน|(?<!\p{L})(?:đại học|học viện|cao đẳng(?= \p{L})|trung cấp(?= \p{L})|trường|thpt|^(?:sekolah|madrasah)|sd negeri|sd islam|smp negeri|sma negeri|smk negeri)(?!\p{L})|בית(?:־| )(?:ה)?ספר|ΙΕΚ|ΕΠΑΛ|ΤΕΙ/iu;

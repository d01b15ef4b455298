/**
 * Months and seasons as resumes write them; facts of the languages, written by us. Each row of months is January…December: variants are
 * separated by `|`, `_` stands for a blank, `-` for none.
 */
import { foldSameLength } from '../../domain/fold-text.ts';

const MONTH_ROWS: readonly string[] = [
  'january|jan february|feb|febr march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec',
  'januar|janner|jan februar|feber|feb marz|maerz|mrz|mar april|apr mai juni|jun juli|jul august|aug september|sept|sep oktober|okt november|nov dezember|dez',
  'janvier|janv|jan fevrier|fevr|fev mars|mar avril|avr mai juin|jui juillet|juil aout|aou septembre|sept|sep octobre|oct novembre|nov decembre|dec',
  'enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago|agto septiembre|setiembre|sept|sep|set octubre|oct noviembre|nov diciembre|dic',
  'janeiro|jan fevereiro|fev marco|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez',
  'gennaio|gen febbraio|feb|febb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|sett|set ottobre|ott novembre|nov dicembre|dic',
  'januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sept|sep oktober|okt november|nov december|dec',
  'styczen|stycznia|sty luty|lutego|lut marzec|marca|mar kwiecien|kwietnia|kwi maj|maja czerwiec|czerwca|cze lipiec|lipca|lip sierpien|sierpnia|sie wrzesien|wrzesnia|wrz pazdziernik|pazdziernika|paz listopad|listopada|lis grudzien|grudnia|gru',
  'januari|jan februari|feb mars|mar april|apr maj juni|jun juli|jul augusti|aug september|sep oktober|okt november|nov december|dec',
  'januar|jan februar|feb marts|mars|mar april|apr maj|mai juni|jun juli|jul august|aug september|sep oktober|okt november|nov desember|december|des|dec',
  'leden|ledna unor|unora brezen|brezna duben|dubna kveten|kvetna cerven|cervna cervenec|cervence srpen|srpna zari rijen|rijna listopad|listopadu prosinec|prosince',
  'ocak|oca subat|sub mart|mar nisan|nis mayis|may haziran|haz temmuz|tem agustos|agu eylul|eyl ekim|eki kasim|kas aralik|ara',
  'ianuarie|ian februarie|feb martie|mar aprilie|apr mai iunie|iun iulie|iul august|aug septembrie|sept octombrie|oct noiembrie|nov|noi decembrie|dec',
  'январь|января|янв февраль|февраля|фев март|марта|мар апрель|апреля|апр май|мая июнь|июня|июн июль|июля|июл август|августа|авг сентябрь|сентября|сен|сент октябрь|октября|окт ноябрь|ноября|ноя декабрь|декабря|дек',
  'січень|січня|січ лютий|лютого|лют березень|березня|бер квітень|квітня|квіт травень|травня|трав червень|червня|черв липень|липня|лип серпень|серпня|серп вересень|вересня|вер жовтень|жовтня|жовт листопад|листопада|лист грудень|грудня|груд',
  'januar|jan februar|febr|feb marcius|marc|mar aprilis|apr majus|maj junius|jun julius|jul augusztus|aug szeptember|szept|szep oktober|okt november|nov december|dec',
  '- - bre dub kve cvn cvc - zar rij - -',
  'januar february|februara marec|marca april|aprila maj|maja jun|juna jul|jula august|augusta september|septembra oktober|oktobra november|novembra december|decembra',
  'sijecanj|sijecnja veljaca|veljace ozujak|ozujka travanj|travnja svibanj|svibnja lipanj|lipnja srpanj|srpnja kolovoz|kolovoza rujan|rujna listopad|listopada studeni|studenoga prosinac|prosinca',
  'ιανουαριος|ιανουαριου φεβρουαριος|φεβρουαριου μαρτιος|μαρτιου απριλιος|απριλιου μαιος|μαιου ιουνιος|ιουνιου ιουλιος|ιουλιου αυγουστος|αυγουστου σεπτεμβριος|σεπτεμβριου οκτωβριος|οκτωβριου νοεμβριος|νοεμβριου δεκεμβριος|δεκεμβριου',
  'يناير فبراير مارس ابريل|أبريل مايو يونيو يوليو اغسطس|أغسطس سبتمبر اكتوبر|أكتوبر نوفمبر ديسمبر',
  'ינואר פברואר מרץ|מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
  'tammikuuta|tammikuussa|tammi|tammik helmikuuta|helmikuussa|helmik|helmi maaliskuuta|maaliskuussa|maalisk|maalis huhtikuuta|huhtikuussa|huhtik|huhti toukokuuta|toukokuussa|toukok|touko kesakuuta|kesakuussa|kesak|kesa heinakuuta|heinakuussa|heinak|heina elokuuta|elokuussa|elok|elo syyskuuta|syyskuussa|syysk|syys lokakuuta|lokakuussa|lokak|loka marraskuuta|marraskuussa|marrask|marras joulukuuta|joulukuussa|jouluk|joulu',
  'tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu syyskuu lokakuu marraskuu joulukuu',
  'يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر',
  'كانون_الثاني شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين_الاول تشرين_الثاني كانون_الاول',
  'جانفي فيفري مارس افريل|أبريل ماي جوان جويلية اوت سبتمبر اكتوبر نوفمبر ديسمبر',
  '- - - - ماي يونيه يوليوز|يوليه غشت شتنبر|سبتنبر اكتوبر نونبر|نوفنبر دجنبر|ديسنبر',
  'كانون_ثاني - - - - - - - - تشرين_أول تشرين_ثاني كانون_أول',
  'ژانویه|ژانویهٔ فوریه مارس آوریل|اپریل می|مه ژوئن|جون ژوئیه|جولای|ژوییه اوت|آگوست|اگست سپتامبر|ستمبر اکتبر نوامبر|نومبر دسامبر|دسمبر',
  'جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر',
  'ינו פבר מרס|מרץ אפר מאי יונ יול אוג ספט אוק|אוקט נוב דצמ|דצ',
  'जनवरी|जन फरवरी|फ़रवरी|फर मार्च अप्रैल|अप्रेल मई जून जुलाई अगस्त|अग सितंबर|सितम्बर|सित अक्टूबर|अक्तूबर|अक्टू नवंबर|नवम्बर|नव दिसंबर|दिसम्बर|दिस',
  'जानेवारी फेब्रुवारी - एप्रिल मे - जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर',
  'জানুয়ারি|জানুয়ারী ফেব্রুয়ারি|ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর',
  'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม',
  'januari|jan februari|feb|pebruari maret|mar april|apr mei juni|jun juli|jul agustus|agu|agt|ags september|sep|sept oktober|okt november|nov|nopember desember|des',
  'januari februari mac april mei jun julai ogos|ogo september oktober november disember|dis',
  'ιαν φεβ|φεβρ μαρ|μαρτ απρ μαι ιουν ιουλ αυγ σεπ|σεπτ οκτ νοε|νοεμ|νοεμβ δεκ',
  'ιανουαριος φεβρουαριος μαρτης απριλης μαης ιουνης ιουλης αυγουστος σεπτεμβρης οκτωβρης νοεμβρης δεκεμβρης',
  'янв|янвр фев|февр мар апр мая июн июл авг сен|сент окт ноя|нояб дек|декаб',
  'януари|яну февруари|фев март април май юни юли август септември|сеп октомври|окт ноември|ное декември|дек',
  'студзень|студзеня люты|лютага сакавік|сакавіка красавік|красавіка травень|траўня чэрвень|чэрвеня ліпень|ліпеня жнівень|жніўня верасень|верасня кастрычнік|кастрычніка лістапад|лістапада снежань|снежня',
  'јануар|јануари фебруар|фебруари март април мај јун|јуни јул|јули август|аугуст|авг септембар|септември октобар|октомври новембар|ноември децембар|декември',
  'januar|jan februar|feb mart|mar april|apr maj jun jul avgust|avg septembar|septembra|sep oktobar|oktobra|okt novembar|novembra|nov decembar|decembra|dec',
  'januar|januarja februar|februarja marec|marca april|aprila maj|maja junij|junija julij|julija avgust|avgusta september|septembra oktober|oktobra november|novembra december|decembra',
  'lednu unoru breznu dubnu kvetnu cervnu cervenci srpnu zari rijnu listopadu prosinci',
  'sausis|sausio|saus vasaris|vasario|vas kovas|kovo balandis|balandzio|bal geguze|geguzes|geg birzelis|birzelio|birz liepa|liepos|liep rugpjutis|rugpjucio|rugp rugsejis|rugsejo|rugs spalis|spalio|spal lapkritis|lapkricio|lapkr gruodis|gruodzio|gruod',
  'janvaris|janvara|janvari februaris|februara|februari marts|marta|marta aprilis|aprila maijs|maija junijs|junija julijs|julija augusts|augusta septembris|septembra oktobris|oktobra novembris|novembra decembris|decembra',
  'jaanuar|jaan veebruar|veebr marts aprill|apr mai juuni juuli august september|sept oktoober|okt november detsember|dets',
  'januar|jan februar|feb mars april mai juni juli agust september oktober november desember',
  'gener febrer març|marc abril maig juny juliol agost setembre|set octubre novembre desembre',
  'xaneiro febreiro marzo abril maio xuño|xuno xullo agosto setembro outubro novembro decembro',
  'urtarrila otsaila martxoa apirila maiatza ekaina uztaila abuztua iraila urria azaroa abendua',
  'yanvar fevral mart aprel may iyun iyul avqust|avgust sentyabr oktyabr noyabr dekabr',
  'oca şub|sub - - may haz tem ağu|agu eyl eki|ekm kas ara',
  'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
  'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor|nentor dhjetor',
  'იანვარი|იანვ თებერვალი|თებ მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი|სექ ოქტომბერი|ოქტ ნოემბერი|ნოე დეკემბერი|დეკ',
  'հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր դեկտեմբեր',
  'januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba',
  'enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre',
];

function monthTable(): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const row of MONTH_ROWS) {
    row.split(' ').forEach((variants, month) => {
      for (const word of variants.replaceAll('_', ' ').split('|').map(foldSameLength))
        if (word !== '-' && !table.has(word)) table.set(word, month + 1);
    });
  }
  return table;
}

/** Folded month name or abbreviation → 1…12. */
export const MONTHS: ReadonlyMap<string, number> = monthTable();

/** Folded season → first and last month. Winter is taken as January to March of the year it is named with. */
export const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map(
  (
    [
      [
        'spring fruhling fruhjahr printemps primavera lente voorjaar wiosna var vaar foraar forar jaro jar kevat ilkbahar bahar весна primavara tavasz άνοιξη',
        3,
        5,
      ],
      ['summer sommer ete verano verao estate zomer lato sommar leto kesa yaz лето літо vara nyar', 6, 8],
      [
        'autumn fall herbst automne otono outono autunno herfst jesien host efterar podzim jesen syksy sonbahar guz осень осінь toamna osz',
        9,
        11,
      ],
      ['winter hiver invierno inverno zima vinter talvi kis зима iarna', 1, 3],
    ] as const
  ).flatMap(([words, first, last]) =>
    foldSameLength(words)
      .split(' ')
      .map((word) => [word, [first, last] as const] as const),
  ),
);

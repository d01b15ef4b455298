/** What words say in Chinese, Japanese and Korean entries, where the end of a word tells its role: `…部`, `…師`, `…学科`, `…과`. Written by us. */

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** A title or a department in these scripts has no more letters. */
const LONGEST_NAME = 24;

const TITLE = new RegExp(
  `(?:${[
    '工程[師师]|[經经]理|主管|主任|[總总][監监]|董事|[專专][員员]|助理|[顧顾][問问]|[會会][計计](?:[師师])?|[設设][計计][師师]|分析[師师]|教[師师]|老[師师]|[講讲][師师]|[護护]理?[師师士]|[藥药][師师剂]|[醫医][師师生]|技[術术][員员]|[業业][務务][員员代表]*|操作[員员]|作[業业][員员]|秘[書书]|店[長长]|[組组][長长]|[課课][長长]|科[長长]|[處处][長长]|[隊队][長长]|[廠厂][長长]|司机|[廚厨][師师]|翻[譯译]|[編编][輯辑]|[記记]者|律[師师]|[實实]習生|实习生|[儲储]備幹部|[開开][發发](?:人[員员])',
    '係長|部長|次長|所長|室長|班長|支店長|工場長|リーダー|マネー?ジャー|エンジニア|デザイナー|プログラマー?|プランナー|コンサルタント|ディレクター|プロデューサー|アシスタント|スタッフ|オペレーター|ドライバー|シェフ|担当|職員|社員|販売員|調理師|保育士|介護福祉士|看護師|薬剤師|講師|教諭|技師|事務',
    '사원|대리|과장|차장|부장|팀장|파트장|주임|선임|책임|수석|매니저|엔지니어|개발자|디자이너|기획자|연구원|간호사|간호조무사|약사|교사|강사|인턴|컨설턴트|담당자?|실장|이사|대표|원장|점장|조리사|주방장|기사|설계사|회계사|변호사|마케터|프로그래머|영업사원|보조|비서|조교',
  ].join('|')})$`,
  'u',
);
const DEPARTMENT =
  /(?:[\p{Script=Han}\p{Script=Katakana}]{1,12}(?:部|課|课|科|室|係|局)|(?:グループ|チーム|センター)|[가-힣A-Za-z]{1,10}(?:팀|본부|사업부|부서|그룹|파트))$/u;
const FIELD =
  /(?:[學学]系|[學学]科|[專专][業业]|[專专]攻|コース|研究科|[學学]部|[學学]程|科系|系|학과|학부|전공|공학과|학과\(.{1,12}\)|[가-힣]{2,}과)$/u;
const FIRM =
  /(?:超市|商[场場]|便利店|[書书]店|[药藥薬]局|药店|スーパー|コンビニ|科技|[實实][業业]|企[業业]|[電电]子|[電电][機机]|[產产][業业]|物流|[貿贸]易|建[設设]|[製制][藥药]|保[險险]|[證证]券|[銀银]行|集[團团]|ホールディングス|[製制]作所|工業|商事|システムズ?|ソフト(?:ウェア)?|ジャパン|百貨店|[飯饭]店|大[飯饭]店|餐[廳厅]|[診诊]所|クリニック|[가-힣A-Za-z]{1,10}(?:전자|소프트|건설|물산|상사|화학|제약|증권|생명|통신|네트웍스|테크|코리아|시스템즈?|은행|병원|의원|호텔|마트|식품|푸드|물류))$/u;
/** How a study ended, or that it goes on. */
const STATUS =
  /^[（(]?(?:入[学學]|卒業|卒業見込み?|修了|修了見込み?|在学中?|中退|[畢毕][業业]|在[學读讀]|[肄结][業业]|졸업(?:예정|장)?|수료|재학(?:중)?|휴학(?:중)?|중퇴|입학)[）)]?$/u;
/** What somebody does begins with a verb in Chinese: no title does. */
const TASK =
  /^(?:[負负][責责]|主[導导]|[參参][與与]|[協协]助|完成|制定|推[動动]|[維维][護护]|[帶带][領领]|[組组][織织](?!部)|熟悉|精通|[獨独]立|建立|[優优]化|提升|[執执]行(?![長长總总])|[規规][劃划][^師师員员]|撰[寫写]|[處处]理)./u;
const STOPS = /[；;。，]\s*$|，/u;

/** Whether any letter is of these scripts. */
export const hasCjk = (text: string): boolean => CJK.test(text);

/** The word for a kind of company and nothing else. */
export const isCjkLegalForm = (text: string): boolean =>
  /^(?:(?:주식|유한|합자)회사|(?:株式|有限|合同|合資)会社|(?:一般社団|医療|社会福祉|学校|独立行政)法人)$/u.test(text);

/** `開発課 課長`: the word that says the rank stands last. */
function lastWord(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.at(-1) ?? '';
}

/** 0…1 for a job title by its last letters; 0 in other scripts. */
export function cjkTitleCue(text: string): number {
  if (text.length > LONGEST_NAME || !CJK.test(text)) return 0;
  const plain = text.replace(/[（(][^（()）]*[)）]$/u, '');
  return TITLE.test(lastWord(plain)) ? 0.95 : 0;
}

/** A department alone, with nothing of a title behind it. */
export const isCjkDepartment = (text: string): boolean =>
  text.length <= LONGEST_NAME && CJK.test(text) && cjkTitleCue(text) === 0 && DEPARTMENT.test(text);

export const isCjkField = (text: string): boolean => text.length <= LONGEST_NAME && CJK.test(text) && FIELD.test(text);

/** A name that ends as firms do, without a legal form. */
export const isCjkFirm = (text: string): boolean => text.length <= LONGEST_NAME && CJK.test(text) && FIRM.test(text);

export const isStudyStatus = (text: string): boolean => STATUS.test(text);

/** `한빛대학교 졸업`, `清見大学 卒業`: the name of a school without how the study there ended. */
export function withoutStatus(school: string): string {
  const name = school.replace(/\s+\S+$/u, '');
  return name !== school && hasCjk(name) && isStudyStatus(school.slice(name.length).trim()) ? name : school;
}

/** A sentence or a task, not the head of an entry. */
export const isCjkProse = (text: string): boolean => /[\p{Script=Han}]/u.test(text) && (TASK.test(text) || STOPS.test(text));

const PROVINCE = '특별시|광역시|특별자치시|특별자치도';
/** `경남 창원시`: provinces as people write them. */
const SHORT_PROVINCE = '(?:경기|강원|충북|충남|전북|전남|경북|경남|제주)';
const KOREAN_PLACE = new RegExp(
  `^(?:(?:[가-힣]{2,5}(?:${PROVINCE}|도)|${SHORT_PROVINCE}(?=\\s[가-힣]{2,4}[시군]))(?:\\s[가-힣]{1,5}(?:시|군|구|읍|면|동|로|길))*|[가-힣]{2,4}시\\s[가-힣]{1,4}(?:구|군|읍|면|동))(?:\\s.{0,40})?$`,
  'u',
);
const KOREAN_TOWN = new RegExp(`^([가-힣]{2,4}?)(?:${PROVINCE})|(?:^|\\s)([가-힣]{2,4}?)시(?=\\s|$)`, 'u');

/** An address in Korean (`서울특별시 강남구`, `경기도 성남시 분당구`) → its town; undefined for anything else. */
export function koreanTown(text: string): string | undefined {
  const found = KOREAN_PLACE.test(text) ? KOREAN_TOWN.exec(text) : null;
  return found?.[1] ?? found?.[2];
}

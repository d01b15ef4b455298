/** Words that tell an employer or a school from a title or a place, in many languages. Folded; written by us. */
import { foldSameLength } from '../../domain/fold-text.ts';
import { rememberAnswers } from '../../domain/remember-answers.ts';
import {
  AUTHORITY_SUFFIXES,
  ORGANISATION_PHRASE,
  ORGANISATION_STEMS,
  SCHOOL_PHRASE,
  SCHOOL_WORD_STEMS,
} from './organisation-stems.ts';

const LEGAL_FORMS: ReadonlySet<string> = new Set(
  `clg dac spj spk gesmbh jsc ojsc cjsc sti tic bt kkt ehf hf oue ks rf ska spzoo lda unip srl snc ets aps ivs inc llc ltd limited plc llp lp corp corporation incorporated gmbh mbh ag kg kgaa ohg gbr ug ek ev se sa sas sasu sarl eurl snc scop scp selarl sl slu slp sau srl srls spa sapa
   bv nv vof oy oyj ab as asa aps sp zoo lda ltda eireli pte pty pvt bhd sdn kk kft zrt nyrt bt sro doo dd ood eood ooo oao zao sia uab tbk ggmbh eg cv scrl sprl asbl vzw gie cic co-op`.split(
    /\s+/,
  ),
);

const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
  `company group holding holdings hospital hospitals clinic clinics klinik kliniken klinikum krankenhaus hopital clinique ospedale clinica ziekenhuis szpital infirmary hospice surgery practice praxis gemeinschaftspraxis
   university college school academy institute institut instituto universitat universite universidad universidade hochschule gymnasium lycee college ecole colegio escuela escola scuola scholen
   bank banque banco banca sparkasse volksbank insurance versicherung versicherungen assurances assurance seguros restaurant ristorante restaurante hotel hotels auberge brasserie bistro cafe bouchon taverna trattoria pub inn bakery backerei boulangerie patisserie konditorei metzgerei boucherie traiteur catering kitchens kitchen grill bar lounge casino resort spa
   studio studios agency agentur agence agencia kanzlei cabinet buro bureau notariat partners associates consulting consultants consultancy beratung conseil solutions systems technologies technology tech software labs laboratories laboratoire laboratoires labor services service industries industry manufacturing foods food beverages getranke logistics logistik logistique freight haulage transport transports transporte spedition trucking lines shipping airlines airways airport rail railways
   council ministry department authority agency nhs trust foundation stiftung fondation fundacion verein association asociacion society gesellschaft museum library theatre theater theatre opera church parish city county state federal gemeinde stadt stadtwerke landkreis landratsamt mairie ville commune metropole departement prefecture ayuntamiento comune municipality government army navy police
   motors automotive autohaus energy energie power electric electrical elektro elektrotechnik plumbing heating builders building construction constructions construcciones bau tiefbau hochbau strassenbau baugesellschaft bouwbedrijf werke werk werkstatt handwerk meisterbetrieb tischlerei zimmerei schreinerei gartnerei malerbetrieb garage atelier ateliers boutique maison residence ehpad centre center zentrum zentrale fund capital ventures partners media press verlag verlage publishing publications news radio tv films pictures diario periodico revista journal gazette magazine magazin giornale rivista krant dagblad gazeta jornal revue emisora
   pharma pharmaceuticals pharmacy pharmacies apotheke pharmacie farmacia drugs store stores shop market markets supermarket supermarche supermercado markt baumarkt warehouse farm farms ranch estate estates nursery gardens mills mill works foundry fabricators fabrication machining tools tooling engineering mechanics maschinenbau messtechnik anlagenbau technik metallbau chemie kunststoff mobility payments fintech freight wholesale retail trading imports exports
   distribuciones distribuidora servicios industrias comercial construtora hospitalar laboratorio gruppo gruppe groupe grupo network networks team union federation club league school district charity mission rescue shelter care health healthcare home homes properties property realty immobilien immobilier inmobiliaria housing lettings estate
   fundacao fondazione fundacja stichting vereniging stowarzyszenie associacao associazione spolka zaklad zaklady hurtownia sklep biuro przedsiebiorstwo fabryka drukarnia piekarnia restauracja przychodnia urzad gmina uczelnia prefeitura secretaria camara distribuidora transportadora supermercados laboratorios farmacias construtora escritorio azienda officina officine cooperativa impresa ditta negozio albergo panificio comune bedrijf winkel basisschool kinderopvang boekhandel bakkerij zorg thuiszorg gemeente provincie`.split(
    /\s+/,
  ),
);

const SCHOOL_WORDS: ReadonlySet<string> = new Set(
  `university universitat universitaet universite universidad universidade universita universiteit uniwersytet univerzita universitet universitas college colleges school schools academy academie akademie akademia academia institute institut instituto istituto polytechnic polytechnique politecnico politecnica politechnika politeknik hochschule fachhochschule gesamthochschule berufsschule berufskolleg gymnasium realschule gesamtschule hauptschule oberschule abendschule volkshochschule lycee college ecole ens iut cfa gretta greta afpa ifsi ifas irts iufm inspe iep iae cnam insa cifp itis ipsia senai senac etec fatec faculte facultad faculdade fakultat faculty colegio escuela escola scuola liceo ies conservatory conservatoire conservatorio seminary campus hogeschool school roc szkola liceum technikum technische eth epfl mit kaist caltech ucla ucl lse iit nit bits tafe iu fh tu th hs hec essec insead iessca sixth-form sixth comprehensive lyceum kindergarten grundschule vhs ihk handwerkskammer kammergericht oberlandesgericht landgericht`.split(
    /\s+/,
  ),
);

const SCHOOL_SUFFIXES = [
  'universitat',
  'universitaet',
  'hochschule',
  'schule',
  'gymnasium',
  'akademie',
  'kolleg',
  'institut',
  'universiteit',
  'hogeschool',
  'universitet',
  'skola',
  'skole',
  'koulu',
  'lyceum',
  'opisto',
  'schol',
  'hojskole',
  'gymnasiet',
  'skolan',
  ...'egyetem foiskola gimnazium szakkozepiskola szakiskola szakgimnazium technikum iskola kollegium ulikool vidusskola yliopisto lukio'.split(
    ' ',
  ),
];
const ORGANISATION_SUFFIXES = [
  'klinik',
  'klinikum',
  'krankenhaus',
  'sparkasse',
  'werke',
  'werk',
  'verlag',
  'markt',
  'technik',
  'bank',
  'betrieb',
  'zentrum',
  'stiftung',
  'versicherung',
  'baecker',
  'backerei',
  'druckerei',
  'brauerei',
  'works',
  'yard',
  'zeitung',
  'blatt',
  'gesellschaft',
  'agentur',
  'kanzlei',
  'amt',
];
const CJK_ORGANISATION =
  /(?:公司|商社|医療法人|社会福祉法人|協会|协会|學會|财团|財団|식품|커머스|集团|集團|银行|銀行|医院|醫院|病院|酒店|研究院|研究所|事務所|事务所|工厂|工廠|商店|中心|工作室|株式会社|有限会社|合同会社|주식회사|\(주\)|은행|병원|전자|그룹|공단|협회|위원회|진흥원|상공회의소|공사|재단|연구원|연구소|학회|교육청|물산|유통|건설|(?<=[가-힣]{2})부$)/;
const CJK_SCHOOL = /(?:大学|大學|学院|學院|中学|中學|高中|小学|学校|學校|高校|高等学校|専門学校|대학교|대학|고등학교|학교)/;

const words = rememberAnswers((text: string): readonly string[] => {
  return foldSameLength(text)
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .split(/[^\p{L}\p{N}\p{M}\u200c'"&/-]+/u)
    .flatMap((word) => [word.replace(/'s$|^[ld]'/g, ''), ...(word.includes('-') ? word.split('-') : [])])
    .filter(Boolean);
});

/** Schools and words for them that languages decline: `universitetet`, `universității`, `института`. Up to three letters may follow. */
const SCHOOL_STEMS =
  `universitet universit universid universidad uniwersytet univerzit yliopisto korkeakoulu ammattiopisto hogskol hogeschol hojskol
  gymnasi gimnazi gimnasi liceum liceu lyceum lukio opisto akademi academi akademij kolleg koleg colegi colegiul institut instytut instytucj szkol skol
  fakultet politechni politehnic polytechni oppilaitos техникум технікум институт інститут университет університет академия академія академі школ
  коледж колледж лице ліце гимназ гімназ училищ universitesi universite lises okul enstitusu egyetem foiskol iskol gimnazium kollegium
  institutt instituttet oppistopiste vysoka`.split(/\s+/);

/** Stems by their first letter: most words begin as none does. */
const byLetter = (all: readonly string[]): ReadonlyMap<string, readonly string[]> => Map.groupBy(all, (stem) => stem.charAt(0));
const SCHOOLS = byLetter([...SCHOOL_STEMS, ...SCHOOL_WORD_STEMS]);
const ORGANISATIONS = byLetter(ORGANISATION_STEMS);
/** Of what may follow a stem. */
const ENDING = 3;
/** Longer endings only behind long stems: `школьный` is no school. */
const beginsLike = (word: string, all: ReadonlyMap<string, readonly string[]>): boolean =>
  (all.get(word.charAt(0)) ?? []).some((stem) => word.startsWith(stem) && word.length - stem.length <= ENDING);
const isDeclinedSchool = (word: string): boolean => beginsLike(word, SCHOOLS);
const isDeclinedFirm = (word: string): boolean => beginsLike(word, ORGANISATIONS);
const isAuthority = (word: string): boolean => AUTHORITY_SUFFIXES.some((suffix) => word.endsWith(suffix));

/** Letters of firms that stand before the name in Cyrillic and other languages: `ООО «Волна»`, `ТОВ «Дім»`, `vzw`, `PT`. */
const LEGAL_BEFORE =
  /^(?:ооо|оао|зао|пао|ао|нао|ип|тоо|тов|прат|пат|фоп|пп|дп|кп|гуп|муп|фгуп|фгбу|мбоу|гбуз|чп|уп|зат|ват|vzw|asbl|mbs|s\.?c\.?|stichting|ppuh|phu|fhu|pphu)[\s«"„]/iu;

/** `Acme Ltd (two founders)` → `Acme Ltd`. */
function withoutBracket(text: string): string {
  const open = text.indexOf('(');
  return open > 0 && text.endsWith(')') ? text.slice(0, open).trimEnd() : text;
}

/** Whether a legal form (`GmbH`, `S.L.`, `Pty Ltd`, `株式会社`) stands at the end or, as `PT` and `株式会社` do, at the start. */
export const hasLegalForm = rememberAnswers((text: string): boolean => {
  if (CJK_ORGANISATION.test(text) || LEGAL_BEFORE.test(text)) return true;
  if (/\([\u682a\u6709\uc8fc]\)/.test(text)) return true;
  const plain = foldSameLength(withoutBracket(text))
    .replace(/\b(?:sp\.? ?z|z) ?o\. ?o\b\.?/, 'zoo')
    .replace(/(?<=\p{L})\.\s?(?=\p{L}\b)/gu, '')
    .replace(/\bsp z ?o ?o\b|\bz ?o ?o\b/, 'zoo');
  const all = plain.split(/[\s,]+/).map((word) => word.replace(/[.()]/g, ''));
  const last = all.at(-1) ?? '';
  // `As`, `Se`, `Co` as the only word is no company.
  return (
    all.length > 1 && (LEGAL_FORMS.has(last) || (last === 'co' && all.length > 1) || (all[0] === 'pt' && /^PT\b/.test(text)))
  );
});

/** Folded words that the text writes with a small first letter. */
function smallWords(text: string): ReadonlySet<string> {
  if (!/^\P{L}*\p{Lu}/u.test(text)) return new Set();
  return new Set(words((text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{N}'’&-]*/gu) ?? []).join(' ')));
}

const isOrganisationWord = (word: string): boolean => ORGANISATION_WORDS.has(word) || SCHOOL_WORDS.has(word);
const endsLikeOne = (word: string): boolean =>
  ORGANISATION_SUFFIXES.some((suffix) => word.length > suffix.length + 2 && word.endsWith(suffix)) ||
  SCHOOL_SUFFIXES.some((suffix) => word.length > suffix.length + 2 && word.endsWith(suffix));

/**
 * 0…1: how much the words say that this is an organisation of any kind (legal forms aside). A small word inside says less: the
 * `transport` of a `Conducteur du transport routier` is no firm.
 */
export const organisationCue = rememberAnswers((text: string): number => {
  if (CJK_ORGANISATION.test(text) || CJK_SCHOOL.test(text)) return 1;
  if (text.length < LONGEST_NAME && (ORGANISATION_PHRASE.test(text) || SCHOOL_PHRASE.test(text))) return 1;
  const all = words(text);
  const hits = all.filter(isOrganisationWord);
  const small = hits.length > 0 ? smallWords(text) : new Set<string>();
  if (hits.some((word) => !small.has(word))) return 1;
  if (all.some(endsLikeOne)) return 0.8;
  // A name in quotation marks is a firm's: `АО «Восток»`, `Клініка „Добро“`.
  if (/[«„“][^«»„“”]{2,60}[»“”]/u.test(text)) return 0.8;
  if (all.some((word) => isAuthority(word))) return 0.8;
  const declined = all.filter((word) => isDeclinedFirm(word));
  if (declined.length > 0 && BEYOND_LATIN.test(text)) return 1;
  if (declined.length > 0) return declined.some((word) => !smallWords(text).has(word)) ? 0.8 : 0.4;
  if (hits.length > 0) return 0.4;
  return / & | \+ /.test(text) && /^\p{Lu}/u.test(text) ? 0.5 : 0;
});

/** No name of a school or firm is longer. */
const LONGEST_NAME = 200;
/** Letters of other alphabets. */
const BEYOND_LATIN = /[\u0370-\u1cff]/;

/** 0…1: how much the words say that this is a place of learning. */
export const schoolCue = rememberAnswers((text: string): number => {
  if (CJK_SCHOOL.test(text)) return 1;
  if (text.length < LONGEST_NAME && SCHOOL_PHRASE.test(text)) return 1;
  const all = words(text);
  if (all.some((word) => SCHOOL_WORDS.has(word) || isDeclinedSchool(word))) return 1;
  return all.some((word) => SCHOOL_SUFFIXES.some((suffix) => word.length > suffix.length && word.endsWith(suffix))) ? 1 : 0;
});

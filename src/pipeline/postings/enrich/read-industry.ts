/** Sector of the employer as the name of a NAICS 2022 sector (public domain), by words of company, tags and text. */
import { foldSameLength } from '../../../domain/fold-text.ts';

const B = '(?<![\\p{L}])';
/** Stems: matched at the beginning of a word. */
const SECTORS: readonly (readonly [sector: string, stems: string])[] = [
  [
    'Health Care and Social Assistance',
    'hospital|clinic|icu|patient|nursing|nurse|healthcare|health care|hospice|care home|medical cent|dental|pharmac|krankenhaus|klinik|pflege|patienten|arztpraxis|hopital|clinique|soins|ehpad|hospitalari|sanitari|ospedal|ziekenhuis|zorg|szpital|social work|child care|kita|kindergarten|rehabilit',
  ],
  [
    'Educational Services',
    'school|teacher|university|college|pupils|classroom|curriculum|academ|schule|lehrer|unterricht|hochschule|ecole|lycee|enseignant|colegio|escuela|docente|scuola|onderwijs|szkol|training provider|tutor',
  ],
  [
    'Accommodation and Food Services',
    'restaurant|kitchen|hotel|chef|brasserie|catering|guests|bar staff|barista|cafe|kuche|gastronom|gaste|cuisine|couverts|hotellerie|cocina|cucina|horeca|keuken|kuchni|menu|bakery cafe',
  ],
  [
    'Construction',
    'construction|building sites?|contractor\\b|bauunternehm|bauleit|baustelle|hochbau|tiefbau|chantier|btp|obra|construccion|cantiere|bouw|budow|civil engineering|electrician|rewire|plumb|scaffold|roofing|elektroinstall|housebuild|new build',
  ],
  [
    'Transportation and Warehousing',
    'haulage|logistic|warehouse|freight|lorry|truck|hgv|fleet|tanker|courier|shipping|forklift|spedition|lager|transport|fahrer|camion|chauffeur|entrepot|almacen|transporte|magazzino|magazijn|transporte|kierowc|rail|airline|aviation|airport',
  ],
  [
    'Manufacturing',
    'manufactur|factory|plant\\b|production line|assembly|welding|machining|cnc|refinery|bakeries|foods\\b|fertigung|produktion|werk\\b|maschinenbau|usine|fabrication|fabrica|produccion|stabiliment|fabriek|produkcj|packing lines|automotive|semiconductor|pharmaceutical manuf',
  ],
  [
    'Finance and Insurance',
    'bank|insurance|insurer|claims|mortgage|fintech|payments|investment|asset management|versicherung|kredit|assurance|banque|seguros|banca|assicuraz|verzeker|ubezpiecz|trading firm|hedge fund|pension fund|card processing',
  ],
  [
    'Information',
    'software|saas|platform|streaming|publisher|newspaper|media company|telecom|cloud|app\\b|web application|games?\\b studio|softwareentwickl|logiciel|editeur|telekom|data cent|broadcast',
  ],
  [
    'Professional, Scientific, and Technical Services',
    'law firm|solicitor|legal|kanzlei|anwalt|notar|steuerberat|tax advis|audit|accounting firm|consultan|beratung|consulting engineers|engineering office|agency\\b|advertising agency|marketing agency|architect|cabinet|avocat|conseil|abogad|asesor|consultor|studio legale|advocat|research institute|laborator|ingenieurburo|design studio|geotechnic',
  ],
  [
    'Retail Trade',
    'retail|store\\b|stores|shop floor|e-?commerce|supermarket|einzelhandel|filiale|verkauf im|magasin|vente au detail|tienda|comercio|negozio|winkel|sklep|online shop|groceries|consumer brand',
  ],
  ['Wholesale Trade', 'wholesale|grosshandel|grossiste|mayorista|ingrosso|groothandel|hurtow|distributor|trade counter|importer'],
  [
    'Public Administration',
    'city council|county council|government|ministry|municipal|federal|public sector|civil service|behorde|ministerium|stadtverwaltung|landkreis|mairie|collectivite|fonction publique|ayuntamiento|administracion publica|comune di|gemeente|urzad',
  ],
  [
    'Arts, Entertainment, and Recreation',
    'museum|theatre|theater|festival|gallery|orchestra|sports club|fitness|gym\\b|musee|spectacle|teatro|museo|leisure',
  ],
  [
    'Real Estate and Rental and Leasing',
    'real estate|property management|lettings|landlord|immobilien|hausverwaltung|immobilier|inmobiliari|immobiliar|vastgoed|nieruchomosc|car rental|let houses',
  ],
  [
    'Utilities',
    'utility compan|power grid|water supply|wastewater|electricity network|stadtwerke|energieversorg|netzbetreib|power station|solar farm|wind farm',
  ],
  [
    'Agriculture, Forestry, Fishing and Hunting',
    'farm\\b|farming|agricultur|forestry|fishery|vineyard|landwirtschaft|forst|agricole|exploitation agricole|agricola|landbouw|rolnic|livestock|horticultur',
  ],
  ['Mining, Quarrying, and Oil and Gas Extraction', 'mining|quarry|oilfield|offshore drilling|bergbau|mineria|oil and gas'],
  [
    'Administrative and Support and Waste Management and Remediation Services',
    'staffing|recruitment agency|temp agency|cleaning service|security guard|facility management|call cent|zeitarbeit|personaldienst|reinigung|interim agency|nettoyage|limpieza|pulizie|schoonmaak|waste|recycling|landscaping',
  ],
  [
    'Other Services (except Public Administration)',
    'salon|hairdress|friseur|coiffure|car repair|garage\\b|kfz-werkstatt|church|charity|non-?profit|nonprofit|conservancy|association\\b|verein|ngo\\b|laundry|pet care',
  ],
];
interface Rule {
  sector: string;
  pattern: RegExp;
}
const RULES: readonly Rule[] = SECTORS.map(([sector, stems]) => ({ sector, pattern: new RegExp(`${B}(?:${stems})`, 'uy') }));
/** Two letters that a word begins with → the rules that have such a stem: one walk over the words instead of a search a sector. */
const BY_BEGINNING = new Map<string, readonly Rule[]>();
for (const [i, [, stems]] of SECTORS.entries()) {
  const rule = RULES[i];
  for (const stem of stems.split('|').flatMap((one) => (one.startsWith('e-?') ? ['e-', `e${one.slice(3)}`] : [one]))) {
    const known = BY_BEGINNING.get(stem.slice(0, 2)) ?? [];
    if (rule && !known.includes(rule)) BY_BEGINNING.set(stem.slice(0, 2), [...known, rule]);
  }
}
const A = 97;
const Z = 122;
/** A word that comes ten times says hardly more than one that comes three times. */
const MOST_COUNTED = 4;
/** Where most people of an occupation work: decides between even words, and stands in where no word says anything. */
const BY_FUNCTION: readonly (readonly [sector: string, functions: string])[] = [
  [
    'Health Care and Social Assistance',
    'nursing midwifery care medicine dentistry dental-assistance medical-assistance pharmacy therapy radiography paramedicine social-work childcare',
  ],
  ['Educational Services', 'teaching higher-education training'],
  ['Accommodation and Food Services', 'culinary food-service hospitality tourism'],
  ['Construction', 'construction construction-management electrical-trade plumbing-hvac carpentry painting-decorating'],
  ['Transportation and Warehousing', 'driving delivery logistics warehouse rail aviation maritime postal'],
  [
    'Manufacturing',
    'production machining welding mechanical-trade production-engineering mechanical-engineering electronics-engineering bakery automation textiles craft chemical-engineering',
  ],
  [
    'Professional, Scientific, and Technical Services',
    'law legal-support audit tax accounting bookkeeping civil-engineering architecture surveying geoscience consulting veterinary marketing data-science research design translation laboratory environment',
  ],
  ['Finance and Insurance', 'banking insurance'],
  [
    'Information',
    'software-development it-operations network-engineering information-security quality-assurance product-management library media media-production telecommunications it-support writing',
  ],
  ['Retail Trade', 'retail'],
  ['Agriculture, Forestry, Fishing and Hunting', 'agriculture landscaping'],
  ['Administrative and Support and Waste Management and Remediation Services', 'cleaning facility-management security'],
  ['Public Administration', 'public-administration public-safety military'],
  ['Arts, Entertainment, and Recreation', 'arts sports'],
  ['Real Estate and Rental and Leasing', 'real-estate'],
  ['Utilities', 'energy'],
  ['Other Services (except Public Administration)', 'beauty'],
];
const USUAL = new Map(BY_FUNCTION.flatMap(([sector, functions]) => functions.split(' ').map((fn) => [fn, sector])));

interface IndustryReading {
  sector: string;
  /** 0…1: how far ahead of the next the sector is. */
  margin: number;
}

/** Words in the company's name and the feed's tags weigh more than those of the text. Undefined when no rule applies. */
export function readIndustry(input: {
  company?: string;
  tags: readonly string[];
  title: string;
  text: string;
  function?: string;
}): IndustryReading | undefined {
  const usual = USUAL.get(input.function ?? '');
  const parts: readonly (readonly [string, number])[] = [
    [input.company ?? '', 4],
    [input.tags.join(' | '), 3],
    [input.title, 2],
    [input.text.slice(0, 8000), 1],
  ];
  const counted = parts.map(([text, weight]) => ({ counts: countStems(foldSameLength(text)), weight }));
  const scores = RULES.map((rule) => ({
    sector: rule.sector,
    score:
      counted.reduce((sum, { counts, weight }) => sum + weight * Math.min(MOST_COUNTED, counts.get(rule)?.count ?? 0), 0) +
      (usual === rule.sector ? 1.5 : 0),
  })).sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first === undefined || first.score === 0) return undefined;
  return { sector: first.sector, margin: (first.score - (second?.score ?? 0)) / first.score };
}

/** How often the stems of each rule begin a word, and where the last of them ends: within it none begins anew. */
function countStems(folded: string): Map<Rule, { count: number; end: number }> {
  const counts = new Map<Rule, { count: number; end: number }>();
  let before = 0;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    const begins = code >= A && code <= Z && (before < A || before > Z);
    before = code;
    if (!begins) continue;
    for (const rule of BY_BEGINNING.get(folded.slice(at, at + 2)) ?? []) {
      const known = counts.get(rule);
      if (known && known.end > at) continue;
      rule.pattern.lastIndex = at;
      const length = rule.pattern.exec(folded)?.[0].length;
      if (length !== undefined) counts.set(rule, { count: (known?.count ?? 0) + 1, end: at + length });
    }
  }
  return counts;
}

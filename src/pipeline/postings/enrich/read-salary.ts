/** Pay from text: a field of a feed ("GBP 46,000 - 50,000 per year") or the lines of an advertisement ("Brutto 2.900 – 3.400 €/Monat"). */
import { foldSameLength } from '../../../domain/fold-text.ts';
import type { PayPeriod, Salary } from '../../../domain/posting.ts';

const SIGNS: Record<string, string> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  zł: 'PLN',
  元: 'CNY',
  円: 'JPY',
  a$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  s$: 'SGD',
  hk$: 'HKD',
  nz$: 'NZD',
  us$: 'USD',
  r$: 'BRL',
  au$: 'AUD',
  fr: 'CHF',
  rs: 'INR',
  euro: 'EUR',
  euros: 'EUR',
  dollars: 'USD',
  pounds: 'GBP',
  kr: 'SEK',
  kč: 'CZK',
};
const CODES =
  'usd|eur|gbp|chf|cad|aud|nzd|sgd|hkd|inr|jpy|cny|rmb|sek|nok|dkk|pln|czk|huf|ron|brl|mxn|zar|aed|sar|ils|try|krw|php|thb|myr|idr|clp|cop|ars';
const CURRENCY = `(?:us\\$|ca\\$|au\\$|nz\\$|hk\\$|[acs]\\$|r\\$|[€£$¥₹₽₩]|zł|zl|元|円|kč|euros?|dollars|pounds|(?<![\\p{L}])(?:${CODES}|fr\\.|rs\\.?|kr)(?![\\p{L}]))`;
const AMOUNT = "\\d{1,3}(?:[.,'’\\s]\\d{3}){1,3}(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,7}(?:[.,]\\d{1,2})?(?!\\d)";
const SCALE = '(?:k(?![\\p{L}])|thousand|tsd\\.?|mil(?![\\p{L}])|lakhs?|lpa|lacs?|万|m(?![\\p{L}]))';
const RANGE = `(?:-|–|—|~|to|bis|a|à|and|und|et|y|e|至|up to|tot|do)`;
const PAY = new RegExp(
  `(?<c1>${CURRENCY})?\\s?(?<a1>${AMOUNT})\\s?(?<k1>${SCALE})?\\s?(?<c2>${CURRENCY})?(?:\\s?${RANGE}\\s?(?<c3>${CURRENCY})?\\s?(?<a2>${AMOUNT})\\s?(?<k2>${SCALE})?\\s?(?<c4>${CURRENCY})?)?`,
  'gu',
);
const PERIODS: readonly (readonly [PayPeriod, RegExp])[] = [
  [
    'hour',
    /^.{0,30}?(?:(?:per|an|a|each|pro|par|por|de l'|all'|per|na|za|each|\/)\s?(?:hour|hr|h|std|stunde|heure|hora|ora|uur|godzine)(?![\p{L}])|hourly|p\.?\s?h\.?(?![\p{L}])|stundenlohn|heure|\/h)/u,
  ],
  [
    'day',
    /^.{0,30}?(?:(?:per|a|an|pro|par|por|al|\/)\s?(?:day|tag|jour|dia|giorno|dag|dzien)(?![\p{L}])|daily|day rate|tagessatz|tjm)/u,
  ],
  [
    'week',
    /^.{0,30}?(?:(?:per|a|pro|par|por|\/)\s?(?:week|wk|woche|semaine|semana|settimana|tydzien)(?![\p{L}])|weekly|p\.?w\.?(?![\p{L}]))/u,
  ],
  [
    'month',
    /^.{0,30}?(?:(?:per|a|im|pro|par|por|al|\/)\s?(?:month|mon|mo|monat|mois|mes|mese|maand|miesiac|月)(?![\p{L}])|monthly|monatlich|mensuel|mensual|mensal|mensil|p\.?\s?m\.?(?![\p{L}])|mtl|月)/u,
  ],
  [
    'year',
    /^.{0,30}?(?:(?:per|a|an|im|pro|par|por|al|\/)\s?(?:year|yr|annum|jahr|an|annee|ano|anno|jaar|rok)(?![\p{L}])|yearly|annual|annually|jahrlich|p\.?\s?a\.?(?![\p{L}])|jahresgehalt|annuel|brut annuel|anual|annu[oai]|年)/u,
  ],
];
const PERIOD_BEFORE: readonly (readonly [PayPeriod, RegExp])[] = [
  ['hour', /hourly|stundenlohn|per hour|taux horaire/u],
  ['day', /day rate|daily|tagessatz|tjm/u],
  ['month', /monthly|monatsgehalt|monatlich|mensuel|mensual|mensile|per month/u],
  ['year', /annual|yearly|jahresgehalt|jahrlich|per year|annuel|base salary|\bote\b|salary range/u],
];
const PAY_WORDS =
  /salary|salaries|\bpay\b|\bpaid\b|compensation|wages?\b|remuneration|\bbase\b|\brate\b|gehalt|vergutung|verdienst|lohn|brutto|entgelt|salaire|remuneration|brut\b|salario|sueldo|retribucion|\bbruto\b|remuneracao|retribuzione|\bral\b|stipendio|lordi|salaris|wynagrodzenie|薪|工资/u;
const OTHER_MONEY =
  /budget|revenue|turnover|funding|raised|series [abc]|sales of|portfolio|assets|million|billion|bonus|umsatz|chiffre d'affaires|referral|sign-?on|stipend|allowance|voucher|gutschein|zuschuss|tools? up to|discount|stock|equity|401|overtime|per diem|relocation|learning/u;
const MAX_CHARS = 20_000;
const MAX_FIELD_CHARS = 500;

/** @param field the text is a field for pay: it needs no word that says so. @param country decides what `$` and `kr` are */
export function readSalary(text: string, options: { field: boolean; country?: string }): Salary | undefined {
  const folded = foldSameLength(text.slice(0, options.field ? MAX_FIELD_CHARS : MAX_CHARS));
  for (const match of folded.matchAll(PAY)) {
    const salary = fromMatch(match, folded, options);
    if (salary) return salary;
  }
  return undefined;
}

function fromMatch(match: RegExpExecArray, folded: string, options: { field: boolean; country?: string }): Salary | undefined {
  const g = match.groups ?? {};
  const sign = g.c1 ?? g.c2 ?? g.c3 ?? g.c4 ?? (options.field ? codeNear(folded, match) : undefined);
  if (sign === undefined) return undefined;
  const before = folded.slice(Math.max(0, match.index - 60), match.index);
  const after = folded.slice(match.index + match[0].length, match.index + match[0].length + 40);
  const scale = g.k2 ?? g.k1;
  const first = amountOf(g.a1, g.k1 ?? (g.a2 === undefined ? undefined : sharedScale(g.a1, g.k2)));
  const second = g.a2 === undefined ? undefined : amountOf(g.a2, g.k2 ?? sharedScale(g.a2, g.k1));
  if (first === undefined || first <= 0) return undefined;
  const ordered = second !== undefined && second >= first ? { min: first, max: second } : { min: first, max: first };
  const said = periodOf(after, before) ?? (/lpa/.test(scale ?? '') ? 'year' : undefined);
  if (!options.field && !(PAY_WORDS.test(before) || PAY_WORDS.test(after) || (said !== undefined && ordered.max > ordered.min)))
    return undefined;
  if (!options.field && (OTHER_MONEY.test(before.slice(-30)) || OTHER_MONEY.test(after.slice(0, 25)))) return undefined;
  const period = said ?? guessPeriod(ordered.min);
  if (period === undefined || !isPlausible(ordered.min, period)) return undefined;
  return { ...ordered, currency: currencyOf(sign, options.country), period };
}

/** `USD` may stand apart from the numbers in a field (`50000 - 60000 / year (USD)`). */
function codeNear(folded: string, match: RegExpExecArray): string | undefined {
  const rest = folded.slice(0, match.index) + folded.slice(match.index + match[0].length);
  return new RegExp(`(?<![\\p{L}])(?:${CODES})(?![\\p{L}])|[€£$₹¥]`, 'u').exec(rest)?.[0];
}

/** `58–66k`: the scale of one end is that of the other when the other is a small number. */
const sharedScale = (amount: string | undefined, scale: string | undefined): string | undefined =>
  amount !== undefined && /^\d{1,3}(?:[.,]\d)?$/.test(amount) ? scale : undefined;

function amountOf(text: string | undefined, scale: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const grouped = /^\d{1,3}(?:[.,'’\s]\d{3})+(?:[.,]\d{1,2})?$/.test(text);
  const decimals = grouped ? /[.,](\d{1,2})$/.exec(text)?.[1] : /[.,](\d{1,2})$/.exec(text)?.[1];
  const whole = text.slice(0, decimals === undefined ? text.length : -(decimals.length + 1)).replace(/\D/g, '');
  return Number(`${whole}.${decimals ?? '0'}`) * factorOf(scale);
}

function factorOf(scale: string | undefined): number {
  if (scale === undefined) return 1;
  if (/^(?:lakh|lpa|lac)/.test(scale)) return 100_000;
  if (scale === '万') return 10_000;
  return scale === 'm' ? 1_000_000 : 1000;
}

function periodOf(after: string, before: string): PayPeriod | undefined {
  // The nearest word wins: "€60,000 a year, 38 hours a week".
  const found = PERIODS.flatMap(([period, pattern]) => {
    const match = pattern.exec(after);
    return match ? [{ period, at: match[0].length }] : [];
  }).sort((a, b) => a.at - b.at)[0];
  return found?.period ?? PERIOD_BEFORE.find(([, pattern]) => pattern.test(before.slice(-40)))?.[0];
}

/** Without a word for it: nobody is paid 20,000 an hour, nor 30 a month. Between 250 and 900 nothing is plain. */
function guessPeriod(amount: number): PayPeriod | undefined {
  if (amount >= 12_000) return 'year';
  if (amount >= 900) return 'month';
  return amount < 250 ? 'hour' : undefined;
}

const LIMITS: Record<PayPeriod, readonly [number, number]> = {
  hour: [3, 5000],
  day: [20, 50_000],
  week: [50, 200_000],
  month: [150, 3_000_000],
  year: [1500, 60_000_000],
};
const isPlausible = (amount: number, period: PayPeriod): boolean => amount >= LIMITS[period][0] && amount <= LIMITS[period][1];

const OF_COUNTRY: readonly (readonly [currency: string, countries: string])[] = [
  ['EUR', 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'],
  ['USD', 'US'],
  ['GBP', 'GB'],
  ['CHF', 'CH LI'],
  ['CAD', 'CA'],
  ['AUD', 'AU'],
  ['NZD', 'NZ'],
  ['INR', 'IN'],
  ['SGD', 'SG'],
  ['PLN', 'PL'],
  ['BRL', 'BR'],
  ['ZAR', 'ZA'],
  ['SEK', 'SE'],
  ['NOK', 'NO'],
  ['DKK', 'DK'],
  ['CZK', 'CZ'],
  ['MXN', 'MX'],
  ['JPY', 'JP'],
];
const CURRENCIES = new Map(
  OF_COUNTRY.flatMap(([currency, countries]) => countries.split(' ').map((country) => [country, currency])),
);

/** ISO 4217 for an ISO 3166 code, for feeds that give bare numbers. */
export const currencyOfCountry = (country: string | undefined): string | undefined => CURRENCIES.get(country ?? '');

const DOLLARS: Record<string, string> = {
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  SG: 'SGD',
  HK: 'HKD',
  MX: 'MXN',
  CL: 'CLP',
  CO: 'COP',
  AR: 'ARS',
};
const CROWNS: Record<string, string> = { NO: 'NOK', DK: 'DKK', SE: 'SEK', IS: 'ISK' };

function currencyOf(sign: string, country: string | undefined): string {
  const plain = sign.replace(/\.$/, '');
  if (plain === '$' || plain === 'dollars') return DOLLARS[country ?? ''] ?? 'USD';
  if (plain === 'kr') return CROWNS[country ?? ''] ?? 'SEK';
  if (plain === '¥') return country === 'JP' ? 'JPY' : 'CNY';
  if (plain === 'rmb') return 'CNY';
  if (plain === 'zl') return 'PLN';
  return SIGNS[plain] ?? plain.toUpperCase();
}

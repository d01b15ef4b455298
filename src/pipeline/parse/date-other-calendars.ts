/** Dates of other calendars and spellings: Thai (Buddhist years are counted 543 more), Vietnamese, and years that are not turned into ours. */
import type { DatePoint } from './date-point.ts';
import { MONTHS } from './month-names.ts';

const pad = (n: number): string => String(n).padStart(2, '0');
const month = (year: number, m: number): string => `${year}-${pad(m)}`;
const at = (iso: string, end: number, extra: Partial<DatePoint> = {}): DatePoint => ({ first: iso, last: iso, end, ...extra });

function exec(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** What may stand beside a number in one range (a look at the whole text for each number would be quadratic, rule P6). */
const around = (text: string, from: number): string => text.slice(Math.max(0, from - 30), from + 50);

const BUDDHIST = 543;
/** Thai years of the working lives of people alive. */
const isThaiYear = (year: number): boolean => year >= 2480 && year <= 2592;
const THAI_SHORT = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');
const THAI =
  /(?:(\d{1,2})\s?)?(?:(?![พค]\.?\s?ศ)([\u0e00-\u0e4f]{1,3}\.\s?[\u0e00-\u0e4f]\.|[\u0e01-\u0e4f]{6,10})\s?)?(?:ปี(?:การศึกษา)?\s?)?(?:(พ|ค)\.?\s?ศ\.?\s?)?(\d{4}|\d{2})(?!\d)/y;

/** `มิ.ย. 2562`, `15 มกราคม พ.ศ. 2560`, `พ.ศ. 2558`. */
export function readThai(text: string, from: number): DatePoint | undefined {
  const found = exec(THAI, text, from);
  if (!found) return undefined;
  const [whole, day, word, era, digits = ''] = found;
  const short = THAI_SHORT.indexOf(word?.replace(/\s/g, '') ?? '') + 1;
  const m = short || MONTHS.get(word ?? '');
  if ((word && !m) || (!word && !era && !whole.startsWith('ปี')) || (day && !m)) return undefined;
  const written = digits.length === 2 ? 2500 + Number(digits) : Number(digits);
  const year = isThaiYear(written) && era !== 'ค' ? written - BUDDHIST : written;
  if (year < 1930 || year > 2049) return undefined;
  const end = from + whole.length;
  if (!m) return at(String(year), end, { weak: true });
  return at(day && Number(day) <= 31 ? `${month(year, m)}-${pad(Number(day))}` : month(year, m), end);
}

const THAI_NUMBERS = /(?:(\d{1,2})[/.](?:(\d{1,2})[/.])?)?(2[45]\d\d)(?!\d)/y;

/** `06/2562`; bare Buddhist years only beside another one or the word for now, as `2558 - 2562`. */
export function readThaiNumbers(text: string, from: number): DatePoint | undefined {
  const found = exec(THAI_NUMBERS, text, from);
  const year = Number(found?.[3]);
  if (!found || !isThaiYear(year)) return undefined;
  const m = Number(found[2] ?? found[1]);
  const end = from + found[0].length;
  if (found[1] && m >= 1 && m <= 12) return at(month(year - BUDDHIST, m), end);
  return found[1] || !mayBeElsewhere(text) || !BESIDE_YEAR.test(around(text, from))
    ? undefined
    : at(String(year - BUDDHIST), end, { weak: true });
}
/** Numbers are years of such a calendar beside its script, or where nothing else stands. */
const mayBeElsewhere = (text: string): boolean => /[\u0600-\u06ff\u0e00-\u0e4f]/.test(text) || /^[\s\d./()–—~-]+$/.test(text);
const BESIDE_YEAR = /(?<!\d)2[45]\d\d\s?(?:[-–—~]|ถึง)\s?(?:2[45]\d\d(?!\d)|ปัจจุบัน)/;

const VIETNAMESE = /(?:ngay\s(\d{1,2})\s)?thang\s?(\d{1,2})\s?(?:[/.,-]\s?|nam\s)?\s?(\d{4})(?!\d)/y;

/** `tháng 3/2017`, `ngày 5 tháng 3 năm 2017`; the text is folded. */
export function readVietnamese(text: string, from: number): DatePoint | undefined {
  const found = exec(VIETNAMESE, text, from);
  const [m, year] = [Number(found?.[2]), Number(found?.[3])];
  if (!found || m < 1 || m > 12 || year < 1930 || year > 2049) return undefined;
  const iso = month(year, m);
  return at(found[1] ? `${iso}-${pad(Number(found[1]))}` : iso, from + found[0].length);
}

/** Months of the Persian and the Islamic calendar, folded. Their years begin elsewhere: what is dated so is a date, but none of ours. */
const ELSEWHERE =
  'فروردين|ارديبهشت|خرداد|تير|مرداد|امرداد|شهريور|مهر|ابان|اذر|دي|بهمن|اسفند|محرم|صفر|ربيع الاول|ربيع الثاني|ربيع الاخر|جمادي الاولي|جمادي الاول|جمادي الثانيه|جمادي الاخره|رجب|شعبان|رمضان|شوال|ذو القعده|ذي القعده|ذو الحجه|ذي الحجه';
const ELSEWHERE_MONTH = new RegExp(
  `(?:\\d{1,2}\\s)?(?:${ELSEWHERE})(?:\\s?ماه)?\\s?[,،/-]?\\s?(?:سال\\s)?1[34]\\d\\d(?!\\d)`,
  'y',
);
const ELSEWHERE_YEAR = /1[34]\d\d(?:[/.-]\d{1,2}(?:[/.-]\d{1,2})?)?(?!\d)(?:\s?(?:ه\.?ش|ه\.?ق|هجري|هجريه|ش|ه|ق)(?![\p{L}]))?/uy;
const BESIDE_ELSEWHERE =
  /(?<!\d)1[34]\d\d(?:[/.]\d{1,2}){0,2}\s?(?:ه\.?|ش)?\s?(?:[-–—~]|تا|الي|حتي)\s?(?:1[34]\d\d(?!\d)|(?:اكنون|كنون|حال|الان|تا))|(?<!\d)1[34]\d\d\s?(?:ه(?![\p{L}])|هجري)|1[34]\d\d\/\d{1,2}(?!\d)/u;

/** `مهر ۱۳۹۸`, `1438 هـ`, `1395 - 1398`: told from numbers by month, sign or the range. */
export function readUncounted(text: string, from: number): DatePoint | undefined {
  const named = exec(ELSEWHERE_MONTH, text, from);
  const found =
    named ?? (mayBeElsewhere(text) && BESIDE_ELSEWHERE.test(around(text, from)) ? exec(ELSEWHERE_YEAR, text, from) : null);
  const year = Number(/1[34]\d\d/.exec(found?.[0] ?? '')?.[0]);
  if (!found || year < 1330 || year > 1460) return undefined;
  return { first: '', last: '', end: from + found[0].length, uncounted: true };
}

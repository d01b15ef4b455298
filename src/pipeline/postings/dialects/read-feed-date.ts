/** Dates as feeds write them → ISO. What cannot be told apart (03/04/2026 without a hint) is read day first, as most of the world writes it. */

/** Seconds below this are seconds, above milliseconds: 1e11 seconds is the year 5138. */
const MILLISECONDS_FROM = 1e11;

/** `YYYY-MM-DD`, or with the time `YYYY-MM-DDTHH:MM:SSZ` where the feed gives one; undefined for what is no date. */
export function readFeedDate(value: string | number | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' || /^\d{9,13}$/.test(value.trim())) return fromEpoch(Number(value));
  const text = value.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d|$)/.exec(text);
  if (iso && text.length <= 10) return validDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b/.exec(text);
  if (numeric) return fromNumeric(Number(numeric[1]), numeric[2] ?? '', Number(numeric[3]), Number(numeric[4]));
  const compact = /^(\d{4})[/.]?(\d{2})[/.]?(\d{2})$/.exec(text);
  if (compact) return validDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  // The parser of the platform takes "Room 2026" for a date: a day must be there as well.
  return text.length <= 60 && /\d{4}/.test(text) && /(?<!\d)\d{1,2}(?!\d)/.test(text) ? fromWords(text) : undefined;
}

function fromEpoch(value: number): string | undefined {
  const instant = value < MILLISECONDS_FROM ? value * 1000 : value;
  return instant > 0 && instant < 4e12 ? isoInstant(new Date(instant)) : undefined;
}

function fromNumeric(first: number, separator: string, second: number, year: number): string | undefined {
  const monthFirst = second > 12 || (separator === '/' && first <= 12 && second > 12);
  return monthFirst ? validDay(year, first, second) : validDay(year, second, first);
}

/** RFC 822, `29 Jun 2021`, `June 29, 2021`, ISO with a time. A day without a zone is that day, not an instant in the reader's zone. */
function fromWords(text: string): string | undefined {
  const hasTime = /\d:\d\d/.test(text);
  const zoned = /(?:Z|GMT|UTC?|[+-]\d{2}:?\d{2}|\b[ECMP][SD]T)\s{0,5}\)?$/i.test(text);
  const date = new Date(zoned ? text : `${text}${/^\d{4}-/.test(text) && hasTime ? 'Z' : ' UTC'}`);
  if (Number.isNaN(date.getTime())) return undefined;
  return hasTime ? isoInstant(date) : isoInstant(date).slice(0, 10);
}

function validDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (month < 1 || month > 12 || date.getUTCDate() !== day || year < 1970 || year > 2200) return undefined;
  return date.toISOString().slice(0, 10);
}

const isoInstant = (date: Date): string => date.toISOString().replace(/\.\d{3}Z$/, 'Z');

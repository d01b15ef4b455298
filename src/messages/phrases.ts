/** Small pieces of English that cards share. Everything here returns plain text without markup. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `1 job`, `2 jobs`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function joined(words: readonly string[], last = 'and'): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}

/** One line of at most `max` characters: white space and control characters become one blank, a cut ends with an ellipsis. */
export function oneLine(text: string, max = 160): string {
  const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  const blank = cut.lastIndexOf(' ');
  // A cut inside a surrogate pair would leave half a character.
  const kept = (blank > max * 0.5 ? cut.slice(0, blank) : cut).replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:–-]+$/, '')}…`;
}

/** The first of a list, and how many more there are: `a; b and 3 more`. */
export function firstOf(values: readonly string[], count: number, separator: string): string {
  const more = values.length - count;
  return values.slice(0, count).join(separator) + (more > 0 ? ` and ${more} more` : '');
}

/** `2019` stays, `2019-03` and `2019-03-14` become `Mar 2019`; anything else stays as it is. */
export function monthOf(date: string): string {
  const found = /^(\d{4})-(\d{2})/.exec(date);
  const month = found ? MONTHS[Number(found[2]) - 1] : undefined;
  return found && month ? `${month} ${found[1]}` : date;
}

/** `Mar 2019 – Jun 2021`, `Mar 2019 – now`, `until 2021`; undefined when both are missing. */
export function period(start: string | undefined, end: string | undefined, open: string): string | undefined {
  if (start) return `${monthOf(start)} – ${end ? monthOf(end) : open}`;
  return end ? `until ${monthOf(end)}` : undefined;
}

/** `6 years, 4 months`, `8 months`; undefined for 0. */
export function duration(months: number): string | undefined {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const parts = [years > 0 ? counted(years, 'year') : '', rest > 0 ? counted(rest, 'month') : ''].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : undefined;
}

/** A score as people read it: whole points. The exact value is in `why`. Never rounded up over a threshold: 69.96 is not 70. */
export function points(score: number): string {
  return String(Math.floor(score));
}

/** `3 Mar 2026`, by the calendar of UTC. Milliseconds. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

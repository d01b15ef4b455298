/** The line that asks to post a job: the whole subject, or the first line above the ad. */
const POST = /^\/?(?:shortlist )?jobs? post(?: (?:--)?template j[0-9a-z]{8})?[.!:]?$/i;

export const isPostLine = (line: string): boolean => POST.test(line.trim());

/** The text without the line that asks. */
export function withoutPostLine(text: string): string {
  const [first = '', ...rest] = text.trim().split('\n');
  return isPostLine(first) ? rest.join('\n').trim() : text.trim();
}

/** Lines of an advertisement with the section each stands in. */
import { classifyHeading } from './classify-heading.ts';
import type { Section } from './section-headings.ts';
import type { AdLine } from './text-to-lines.ts';

export interface SectionLine {
  text: string;
  kind: AdLine['kind'];
  /** `open`: nothing says what the part is about; its wording has to. */
  section: Section | 'open';
  /** Items that stand together without another line between them have the same number. */
  block: number;
}

/** Headings are left in (kind `heading`), so that the plain text can be made from the same lines. */
export function splitSections(lines: readonly AdLine[]): SectionLine[] {
  const out: SectionLine[] = [];
  let section: SectionLine['section'] = 'open';
  let block = 0;
  let sawItems = false;
  for (const line of lines.flatMap(splitLead)) {
    const heading = asHeading(line);
    if (heading !== undefined) {
      section = heading;
      sawItems = false;
      out.push({ ...line, kind: 'heading', section, block: ++block });
      continue;
    }
    // A paragraph behind the list of a section is no longer under its heading ("Nice: …" then "You report to the VP").
    if (line.kind === 'text' && sawItems && (section === 'must' || section === 'nice')) section = 'open';
    if (line.kind === 'item') sawItems = true;
    if (line.kind !== out.at(-1)?.kind) block++;
    out.push({ ...line, section, block });
  }
  return out;
}

/** A section for a heading, `open` for a heading that says nothing known, undefined for a line that is no heading. */
function asHeading(line: AdLine): SectionLine['section'] | undefined {
  if (line.kind === 'heading') return classifyHeading(line.text) ?? 'open';
  if (line.kind === 'item') return undefined;
  const words = line.text.split(' ').length;
  if (words > 6 || /[.!?;,]$/.test(line.text)) return undefined;
  return classifyHeading(line.text);
}

/** `Requirements: three years of …` is a heading and a text. */
function splitLead(line: AdLine): AdLine[] {
  if (line.kind !== 'text') return [line];
  const colon = line.text.search(/\s?[:：]\s?/);
  if (colon < 3 || colon > 50) return [line];
  const lead = line.text.slice(0, colon);
  const rest = line.text.slice(colon).replace(/^\s?[:：]\s?/, '');
  const section = lead.split(' ').length <= 5 && !/[.!?,]/.test(lead) ? classifyHeading(lead) : undefined;
  // Leads of must and nice stay with their sentence: the wording of the sentence says the same and more.
  if (section === undefined || rest === '' || section === 'must' || section === 'nice') return [line];
  return [
    { text: lead, kind: 'heading' },
    { text: rest, kind: 'text' },
  ];
}

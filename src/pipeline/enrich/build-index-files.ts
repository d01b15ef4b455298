import { indexSkills } from './index-skills.ts';
import { indexTitles } from './index-titles.ts';
import { formatKeyTable } from './key-table.ts';
import { encodeForms } from './skill-forms.ts';
import { encodeEntry } from './title-pieces.ts';

/** Names below `data/` and texts of the generated files. The service only reads them; a script writes, a test compares. */
export function buildIndexFiles(): [name: string, text: string][] {
  const { forms, longest } = indexSkills();
  const starts = Array.from(longest, ([stem, words]) => [stem, words] as const).filter(([, words]) => words > 2);
  return [
    ['index/skill-forms.tsv', formatKeyTable(Array.from(forms, ([key, list]) => [key, encodeForms(list)]))],
    ['index/skill-starts.tsv', formatKeyTable(starts.map(([stem, words]) => [stem, String(words)]))],
    ['index/titles.tsv', formatKeyTable(Array.from(indexTitles(), ([key, entry]) => [key, encodeEntry(entry)]))],
  ];
}

/** The tables of a set: by field, and the mean over fields by what the documents have in common. */
import type { ReadDocument } from './read-dataset.ts';
import { f1, overall, precision, recall, tallyOf } from './tally.ts';

const figure = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3)).padStart(7);

/** `name`, then figures, in columns. */
export function printRow(name: string, cells: readonly string[]): void {
  console.log(`  ${name.padEnd(24)}${cells.map((cell) => cell.padStart(9)).join('')}`);
}

function printGroups(title: string, documents: readonly ReadDocument[], of: (one: ReadDocument) => string): void {
  console.log(`  ${title}`);
  for (const [name, group] of [...Map.groupBy(documents, of)].sort(([a], [b]) => a.localeCompare(b))) {
    const tally = tallyOf(group.map((one) => one.score));
    const telling = (['name', 'company', 'position', 'work start', 'skills'] as const).map((field) => {
      const counts = tally.get(field);
      return counts ? figure(f1(counts)) : '';
    });
    printRow(`  ${name}`, [String(group.length), figure(overall(tally)), ...telling]);
  }
}

export function printTables(documents: readonly ReadDocument[]): void {
  const tally = tallyOf(documents.map((one) => one.score));
  printRow('', ['n', 'P', 'R', 'F1']);
  for (const [field, counts] of tally)
    printRow(field, [
      String(counts.right + counts.missed),
      figure(precision(counts)),
      figure(recall(counts)),
      figure(f1(counts)),
    ]);
  printRow('overall', ['', '', '', figure(overall(tally))]);
  printRow('', ['files', 'overall', 'name', 'company', 'position', 'start', 'skills']);
  printGroups('by format', documents, (one) => one.format);
  printGroups('by layout', documents, (one) => one.layout);
  printGroups('by language', documents, (one) => one.language);
}

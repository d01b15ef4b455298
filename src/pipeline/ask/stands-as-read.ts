/** Whether a page read again is the page that a resume was read from. */
import type { Resume } from '../../domain/resume.ts';
import type { VisibleLine } from '../../domain/visible-line.ts';

/** Lists whose entries are named to a model by their lines. Skills stand in columns, whose pieces are joined in more than one way. */
const NAMED_BY_LINES = /^(?:work|education|languages|certificates)\./;

/**
 * False where a source is not on the line that it names: the reading is of another version of the parser, or of another format. A
 * question about wrong lines would let a value of one entry into another. Pure.
 */
export function standsAsRead(resume: Resume, lines: readonly VisibleLine[]): boolean {
  const printed = new Map(lines.map(({ page, line, text }) => [`${page}:${line}`, withoutBlanks(text)]));
  return Object.entries(resume.meta.shortlist.sources).every(
    ([path, sources]) =>
      !NAMED_BY_LINES.test(path) ||
      sources.every(({ page, line, text }) => printed.get(`${page}:${line}`)?.includes(withoutBlanks(text)) ?? false),
  );
}

const withoutBlanks = (text: string): string => text.replace(/\s+/g, '');

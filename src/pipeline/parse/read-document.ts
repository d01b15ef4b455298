/** Document → lines, sections and the values found in them. Pure, like all of parsing. */
import type { Document } from '../../domain/document.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { isAddressedToSoftware } from './addressed-text.ts';
import { typeByContent, withHeadOfPage, withImplicitSections } from './implicit-sections.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import type { Line } from './line.ts';
import { type Parts, readParts } from './parts.ts';
import { readLines } from './read-lines.ts';
import { withoutRepeatedSections } from './repeated-sections.ts';
import type { ResumeSigns } from './resume-features.ts';
import { type Section, splitSections } from './sections.ts';
import { withSkillsFound } from './skills-by-content.ts';
import { joinWrappedItems } from './wrapped-items.ts';

/** The lines of a document that may be read as facts, in their sections. */
export interface SectionedLines {
  lines: readonly Line[];
  sections: readonly Section[];
  lexicon: Lexicon;
  /** Lines that were left out because they speak to software. */
  addressed: readonly Line[];
}

/** Everything that one look at a document gives, before anything is written down. */
export interface Reading extends SectionedLines {
  parts: Parts;
}

export function readSections(document: Document, taxonomy: Taxonomy): SectionedLines {
  const printed = readLines(document, createLexicon([], taxonomy));
  const addressed = printed.filter(isAddressedToSoftware);
  const lines = addressed.length > 0 ? printed.filter((line) => !addressed.includes(line)) : printed;
  const lexicon = createLexicon(lines, taxonomy);
  const typed = typeByContent(
    withImplicitSections(withHeadOfPage(withoutRepeatedSections(splitSections(lines, taxonomy))), taxonomy),
    taxonomy,
  );
  return { lines, sections: joinWrappedItems(withSkillsFound(typed, taxonomy), lexicon), lexicon, addressed };
}

export function readDocument(document: Document, taxonomy: Taxonomy): Reading {
  const read = readSections(document, taxonomy);
  return { ...read, parts: readParts(read.sections, document.links, taxonomy, read.lexicon) };
}

/** What `isResume` is judged by. */
export function signsIn({ lines, sections, parts }: Reading): ResumeSigns {
  return {
    sections,
    lines,
    name: parts.contact.name !== undefined,
    email: parts.contact.email !== undefined,
    phone: parts.contact.phone !== undefined,
    work: parts.work.length,
    education: parts.education.length,
    skills: parts.skills.reduce((n, group) => n + group.keywords.length, 0),
    datedEntries: [...parts.work, ...parts.education].filter((entry) => entry.start || entry.end).length,
  };
}

/** For fitting the weights of `isResume`. */
export const resumeSigns = (document: Document, taxonomy: Taxonomy): ResumeSigns => signsIn(readDocument(document, taxonomy));

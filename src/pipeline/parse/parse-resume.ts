/** Document → resume. Pure and deterministic: no clock, no files, no network; the same document and options give the same resume. */
import type { Document } from '../../domain/document.ts';
import type { Resume } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { deriveFacts } from './derive.ts';
import { detectLanguage } from './detect-language.ts';
import { typeByContent, withImplicitSections } from './implicit-sections.ts';
import { judgeResume } from './is-resume.ts';
import { createLexicon } from './lexicon.ts';
import type { Line } from './line.ts';
import { type Parts, readParts } from './parts.ts';
import { readLines } from './read-lines.ts';
import { type Section, splitSections } from './sections.ts';
import { createTrace } from './trace.ts';
import { joinWrappedItems } from './wrapped-items.ts';
import { writeResume } from './write-resume.ts';

export interface ParseOptions {
  /** `YYYY-MM-DD`, the date that stands for today. */
  asOf: string;
  taxonomy: Taxonomy;
  /** A label for people; nothing is read from it. */
  fileName?: string;
}

function isResumeOf(parts: Parts, sections: readonly Section[], lines: readonly Line[]): number {
  return judgeResume({
    sections,
    lines,
    name: parts.contact.name !== undefined,
    email: parts.contact.email !== undefined,
    phone: parts.contact.phone !== undefined,
    work: parts.work.length,
    education: parts.education.length,
    skills: parts.skills.reduce((n, group) => n + group.keywords.length, 0),
    datedEntries: [...parts.work, ...parts.education].filter((entry) => entry.start || entry.end).length,
  });
}

/** Reads a resume from a document. Values below confidence 0.5 are left out; a blank page gives an empty resume. */
export function parseResume(document: Document, options: ParseOptions): Resume {
  const { taxonomy, asOf } = options;
  const lines = readLines(document);
  const sections = joinWrappedItems(typeByContent(withImplicitSections(splitSections(lines), taxonomy), taxonomy));
  const lexicon = createLexicon(lines, taxonomy);
  const parts = readParts(sections, document.links, taxonomy, lexicon);
  const trace = createTrace();
  const body = writeResume(parts, trace, lexicon);
  const language = detectLanguage(lines);
  return {
    ...body,
    meta: {
      shortlist: {
        confidence: trace.confidence,
        sources: trace.sources,
        isResume: isResumeOf(parts, sections, lines),
        asOf,
        hiddenText: document.hiddenText,
        warnings: [...document.warnings],
        parserVersion: `p1-${taxonomy.version.slice(0, 8)}`,
        ...(language ? { language } : {}),
        derived: deriveFacts(body.work, body.education, body.basics.label, asOf, taxonomy),
      },
    },
  };
}

/** Document → resume. Pure and deterministic: no clock, no files, no network; the same document and options give the same resume. */
import type { Document } from '../../domain/document.ts';
import type { Resume } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { ADDRESSED_REMARK } from './addressed-text.ts';
import { calibrate } from './calibrate.ts';
import { CODE_VERSION } from './code-version.ts';
import { dateOrderOf } from './date-order.ts';
import { backwardsRemark } from './dated-fields.ts';
import { deriveFacts } from './derive.ts';
import { detectLanguageOf } from './detect-language.ts';
import { judgeResume } from './is-resume.ts';
import { jobsInTextRemark, lostJobsRemark } from './lost-jobs.ts';
import { readDocument, signsIn } from './read-document.ts';
import { createTrace } from './trace.ts';
import { unclaimedHead } from './unclaimed-head.ts';
import { writeResume } from './write-resume.ts';
import { writeStated } from './write-stated.ts';

export interface ParseOptions {
  /** `YYYY-MM-DD`, the date that stands for today. */
  asOf: string;
  taxonomy: Taxonomy;
  /** How sure the rules are instead of how often they are right: for fitting the one to the other. */
  rawConfidence?: boolean;
}

/** Reads a resume from a document. Values below confidence 0.5 are left out; a blank page gives an empty resume. */
export function parseResume(document: Document, options: ParseOptions): Resume {
  const { taxonomy, asOf } = options;
  const reading = readDocument(document, taxonomy);
  const { lines, parts, lexicon } = reading;
  const language = detectLanguageOf(lines);
  const { location, phone } = parts.contact;
  const order = dateOrderOf(lines, { country: location?.value.countryCode, phone: phone?.value, language });
  const trace = createTrace(options.rawConfidence ? (_path, sure) => sure : calibrate, order);
  const body = writeResume(parts, trace, lexicon);
  const stated = writeStated(parts.stated, trace, taxonomy);
  const head = unclaimedHead(reading.sections, trace, body.other.length);
  const resume: Resume = {
    ...body,
    other: head ? [...body.other, head] : body.other,
    meta: {
      shortlist: {
        confidence: trace.confidence,
        sources: trace.sources,
        isResume: judgeResume(signsIn(reading)),
        asOf,
        hiddenText: document.hiddenText,
        warnings: [
          ...document.warnings,
          ...(reading.addressed.length > 0 ? [ADDRESSED_REMARK] : []),
          ...backwardsRemark([...parts.work, ...parts.education, ...parts.volunteer, ...parts.projects]),
          ...lostJobsRemark(reading.sections, body.work.length),
          ...jobsInTextRemark(parts.work),
        ],
        parserVersion: `p3-${CODE_VERSION}-${taxonomy.version.slice(0, 8)}`,
        format: document.format,
        ...(language ? { language } : {}),
        dateOrder: order,
        ...(stated ? { stated } : {}),
        derived: { experienceMonths: 0 },
      },
    },
  };
  resume.meta.shortlist.derived = deriveFacts(resume, taxonomy);
  return resume;
}

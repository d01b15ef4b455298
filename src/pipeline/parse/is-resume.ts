/** How likely a document is a resume at all: 0…1. Letters, invoices, advertisements, newsletters and blank pages are not. */
import { type ResumeFeatures, type ResumeSigns, resumeFeatures } from './resume-features.ts';
import { RESUME_WEIGHTS } from './resume-weights.ts';

/** Weighs what speaks for and against; the weights are fitted so that of files at 0.7 seven in ten are resumes. */
export function weighFeatures(features: ResumeFeatures, weights: ResumeFeatures & { always: number }): number {
  let odds = weights.always;
  for (const name of Object.keys(features)) if (isFeature(name, features)) odds += weights[name] * features[name];
  return 1 / (1 + Math.exp(-odds));
}

const isFeature = (name: string, features: ResumeFeatures): name is keyof ResumeFeatures => name in features;

/** 0…1 from sections, dated entries and contacts on one side and the marks of other documents on the other. */
export function judgeResume(signs: ResumeSigns): number {
  const letters = signs.lines.reduce((n, line) => n + line.text.trim().length, 0);
  if (letters < 12) return 0;
  return Math.round(weighFeatures(resumeFeatures(signs), RESUME_WEIGHTS) * 100) / 100;
}

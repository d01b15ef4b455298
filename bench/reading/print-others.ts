/** Is it a resume? Over documents of everyday life, odd resumes, and the resumes that were read before. */
import type { ResumeReader } from '../../src/pipeline/ingest/resume-reader.ts';
import { IS_RESUME_FROM } from '../../src/pipeline/ingest/resume-reader.ts';
import type { Sample } from '../others/make-samples.ts';
import { areaUnderCurve, calibrationError, type Forecast } from './calibration.ts';
import { printReliability } from './print-calibration.ts';

export interface JudgedSample extends Forecast {
  name: string;
  kind: string;
}

export async function judgeSamples(reader: ResumeReader, samples: readonly Sample[]): Promise<JudgedSample[]> {
  const judged: JudgedSample[] = [];
  for (const { name, kind, resume, bytes } of samples) {
    const outcome = await reader.read(bytes, name, { asOf: '2026-11-01', force: true });
    if (outcome.ok) judged.push({ name, kind, stated: outcome.resume.meta.shortlist.isResume, true: resume });
  }
  return judged;
}

export function printOthers(title: string, judged: readonly JudgedSample[]): void {
  const wrong = (one: Forecast): boolean => one.stated >= IS_RESUME_FROM !== one.true;
  const [resumes, others] = [judged.filter((one) => one.true), judged.filter((one) => !one.true)];
  console.log(`\n${title}: ${resumes.length} resumes, ${others.length} others`);
  console.log(
    `  area under the curve ${areaUnderCurve(judged).toFixed(4)}, expected calibration error ${calibrationError(judged).toFixed(3)}`,
  );
  console.log(
    `  resumes below ${IS_RESUME_FROM}: ${resumes.filter(wrong).length}, others at or above: ${others.filter(wrong).length}`,
  );
  for (const [kind, group] of Map.groupBy(judged.filter(wrong), (one) => one.kind))
    console.log(`    ${kind}: ${group.length} of ${judged.filter((one) => one.kind === kind).length}`);
  printReliability(judged);
}

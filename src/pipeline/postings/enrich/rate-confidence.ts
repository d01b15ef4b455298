/**
 * How sure the reading of title, industry and function is: the probability that all three are right. The weights are a start,
 * set by hand on feeds of many professions and to be calibrated with reviewers' answers.
 */
interface ConfidenceInput {
  /** Share of the title that the dictionary knows; undefined when it knows none of it. */
  coverage: number | undefined;
  hasFunction: boolean;
  industryMargin: number | undefined;
  hasCompany: boolean;
  hasLocation: boolean;
  descriptionChars: number;
  requirements: number;
}

export function rateConfidence(input: ConfidenceInput): number {
  const title = input.coverage === undefined ? 0.35 : 0.62 + 0.38 * input.coverage;
  const fn = input.hasFunction ? 1 : 0.75;
  const industry = input.industryMargin === undefined ? 0.88 : 0.93 + 0.07 * Math.min(1, input.industryMargin * 1.5);
  const body = input.descriptionChars < 60 ? 0.75 : input.descriptionChars < 160 ? 0.92 : 1;
  const whole = (input.hasCompany ? 1 : 0.93) * (input.hasLocation ? 1 : 0.97) * (input.requirements > 0 ? 1 : 0.95);
  return Math.round(Math.max(0.02, Math.min(0.99, title * fn * industry * body * whole)) * 100) / 100;
}

import { foldText } from '../../domain/fold-text.ts';

const NO_SPONSORSHIP =
  /(?:^|[^a-z])(?:no (?:visa )?sponsorship|(?:not|unable to|cannot|can't|do not|don't)(?: [a-z]+){0,3} (?:offer|provide|sponsor\w*)(?: [a-z]+){0,3} ?(?:visa\w*|sponsorship|candidates)?|must (?:already )?(?:have|be)(?: [a-z]+){0,4} (?:right to work|work authori[sz]ation|authori[sz]ed to work|eligible to work)|gultige arbeitserlaubnis|arbeitserlaubnis (?:erforderlich|vorausgesetzt)|permis de travail (?:valide|exige|requis)|permiso de trabajo (?:vigente|en vigor))(?![a-z])/;

/** True when the text of a posting says that nobody is sponsored. */
export function refusesSponsorship(description: string): boolean {
  return NO_SPONSORSHIP.test(foldText(description));
}

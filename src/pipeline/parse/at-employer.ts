/** `Welder at Acme`: the word between a title and its employer, in the languages that put one there. */
import { hasLegalForm, organisationCue, schoolCue } from './organisation-cues.ts';

/** Words that say nothing else; the firm begins with a capital, perhaps behind an article, or in a script that has none (`at 西湖软件`). */
export const AT =
  /\s+@\s+|\s+(?:at|bei(?:\s(?:der|dem))?|beim|chez|bij(?:\s(?:de|het))?|presso(?:\s(?:il|la|lo|i|gli|le))?|w\sfirmie|w\sspółce|ve\sfirmě|u\sfirmy|hos)\s+(?=\d?[\p{Lu}\p{Lo}"„«])|\s+presso\sl['’](?=\p{Lu})/uy;

/** Words that stand for `in` and more besides (`Specialist in Marketing`): what follows must say that it is a firm. */
const IN = /\s+(?:w|we|u|v|ve|en|em|no|na|in|på|ved|pri|la|au|aux|à\sla|with|for|в|у)\s+(?=[\p{Lu}"„«])|\s+à\sl['’](?=\p{Lu})/uy;
/** Where the name of the firm ends at the latest. */
const END = /[,;|(]|\s[-–—·]\s/;

/** `Hotel Sol`, `Szkole Podstawowej nr 3`: a word for an organisation with a name behind it. */
function opensAsFirm(text: string): boolean {
  const [first = '', ...more] = text.split(/\s+/);
  return (organisationCue(first) >= 0.8 || schoolCue(first) >= 1) && more.some((word) => /^[\p{Lu}\p{N}"„«]/u.test(word));
}

/** `Medical Secretary with Larkfield Family Practice`: two words or more, all of them names. */
const ALL_NAMES = /^\p{Lu}[\p{L}'’&.-]*(?:\s(?:of|and|the|&|\p{Lu}[\p{L}'’&.-]*))+$/u;

/** `MSc in Physics from Larkmoor University`; the words that stand for more than that need a word for a school behind them. */
const FROM =
  /\s+(?:from(?:\sthe)?\s+(?=\p{Lu})|(?:at\sthe|an\s(?:der|dem)|am|à\sla|en\s(?:la|el)|na|no|da|do|alla|presso\s(?:la|il)|aan\s(?:de|het)|på|vid|ved|w|v)\s+(?=\p{Lu})|(?:à|de|all|dell|nell)\s?(?:l?['’])(?=\p{Lu}))/uy;

/** `from Chaucer to Milton`: the span of a subject. */
const REACHES = /\s(?:in)?to\s/u;

/**
 * Offset of the school when such a word stands at `at`, a degree before it and a school behind it; -1 for anything else. Fields hold
 * `from` as well (`MA Translation from French`): behind it a name that no word gives away is a school only where `isStudy` says that
 * what stands before it is a degree and its field to the last word.
 */
export function schoolBehind(text: string, at: number, isStudy: (before: string) => boolean): number {
  FROM.lastIndex = at;
  const found = FROM.exec(text);
  // `Instituto de Física da Universidade de …` is one school.
  if (!found || schoolCue(text.slice(0, at)) >= 1) return -1;
  const rest = text.slice(at + found[0].length);
  const end = rest.search(END);
  const name = end < 0 ? rest : rest.slice(0, end);
  const [first = '', second = ''] = name.split(/\s+/);
  const isSchool =
    schoolCue(first) >= 1 ||
    (second !== '' && schoolCue(second) >= 1) ||
    (/^\s+from\s/.test(found[0]) && !REACHES.test(name) && isStudy(text.slice(0, at)));
  return isSchool ? at + found[0].length : -1;
}

/** Offset of the firm when such a word stands at `at` and a firm behind it; -1 for anything else. */
export function firmBehind(text: string, at: number): number {
  IN.lastIndex = at;
  const found = IN.exec(text);
  if (!found) return -1;
  const rest = text.slice(at + found[0].length);
  const end = rest.search(END);
  const firm = (end < 0 ? rest : rest.slice(0, end)).trim();
  const works = /with\s/i.test(found[0]) && organisationCue(firm) >= 0.8 && ALL_NAMES.test(firm);
  return hasLegalForm(firm) || opensAsFirm(firm) || works ? at + found[0].length : -1;
}

/** Offset of the firm where such a word stands at `at` in a style of its own between two others: `**Becaria** en **Ribalta**`. */
export function firmSetOff(text: string, at: number, breaks: readonly number[]): number {
  if (!breaks.some((offset) => offset === at || offset === at + 1)) return -1;
  IN.lastIndex = at;
  const found = IN.exec(text);
  const end = at + (found?.[0].length ?? 0);
  return found && breaks.some((offset) => offset === end || offset === end - 1) ? end : -1;
}

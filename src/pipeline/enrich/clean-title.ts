/** `(m/w/d)`, `H/F`, `(all genders)`, `m/v/x`, `K/M`: who may apply, not what the job is. */
const GENDER_TAG =
  /[([]?(?<![\p{L}\p{N}])(?:[mwfdhxivkng]|gn|div)(?:\s?[/|,*]\s?(?:[mwfdhxivkng]|gn|div)){1,3}(?![\p{L}\p{N}])[)\]]?/giu;
const GENDER_WORDS = /\((?:all genders?|any gender|gn|divers|f|m|w|d|fulltime|full[- ]time|part[- ]time)\)/giu;
/** A second ending after `/`, `:`, `*`, `_`, `·` or in brackets: `vendedor/a`, `Entwickler:in`, `chef(fe)`, `Kaufmann/-frau`. */
const SECOND_ENDING =
  /(?<=\p{L}{2})(?:[:*_·•]|\s?\/\s?-?|\(-?)(?:innen|in|frau|mann|trice|rice|euse|ière|iere|ère|ienne|enne|esse|eresse|ive|ve|se|te|ne|fe|le|ra|na|da|ca|ka|a|o|e|as|os)\)?(?![\p{L}\p{N}])/giu;
const CAPITAL_ENDING = /(?<=\p{Ll})In(?:nen)?(?!\p{L})/gu;

/** A job title without its gender marks. Removing changes offsets: nothing after this step points back into the text. */
export function cleanTitle(text: string): string {
  return text
    .normalize('NFC')
    .replace(GENDER_TAG, ' ')
    .replace(GENDER_WORDS, ' ')
    .replace(SECOND_ENDING, '')
    .replace(CAPITAL_ENDING, '')
    .replace(/\s{2,}/gu, ' ')
    .trim();
}

/** Signs between a title and what stands beside it: another title, a department, a team, an employer. */
const PART_BREAK =
  /\s*[,;|•·()[\]:]\s*|\s+[-–—/@~]+\s+|\s*[–—]\s*|(?<=\p{L}{3})\/(?=\p{L}{3})|\s+(?:at|bei|bij|chez|presso)\s+|\s*,?\s+(?:then|later|now|dann|später|puis|luego|poi)\s+/gu;

/** The parts of a cleaned title in order, none empty. */
export function splitTitle(clean: string): string[] {
  return clean
    .split(PART_BREAK)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Feminine and older endings → the form that the dictionary lists, most likely first. Folded letters only. */
const ENDINGS: readonly (readonly [ending: string, replacements: readonly string[]])[] = [
  ['frau', ['mann']],
  ['schwester', ['pfleger']],
  ['in', ['']],
  ['trice', ['teur', 'tore']],
  ['euse', ['eur']],
  ['iere', ['ier']],
  ['ere', ['er']],
  ['ienne', ['ien']],
  ['ive', ['if']],
  ['ora', ['or']],
  ['ira', ['iro']],
  ['esa', ['es']],
  ['essa', ['e']],
  ['ka', ['']],
  ['ta', ['to']],
  ['da', ['do']],
  ['ga', ['go']],
  ['na', ['no']],
  ['ra', ['ro', 'r']],
  ['ca', ['co']],
  ['ia', ['io']],
  ['ste', ['st']],
  ['ster', ['er']],
  ['e', ['', 'er']],
  ['er', ['e']],
  ['es', ['er']],
];

/** Other forms under which a folded word may be listed. */
export function otherForms(folded: string): string[] {
  if (folded.length < 5) return [];
  const forms: string[] = [];
  for (const [ending, replacements] of ENDINGS) {
    if (!folded.endsWith(ending)) continue;
    const stem = folded.slice(0, -ending.length);
    if (stem.length >= 3) for (const replacement of replacements) forms.push(stem + replacement);
  }
  return forms;
}

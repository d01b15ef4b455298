/** Words that say what a value of an entry is: `Position: Welder`, `Zeitraum | 2019 – 2021`. Europass and forms print them before every value. */
import { rememberAnswers } from '../../domain/remember-answers.ts';
import {
  type EntryRole,
  FAMILY_NAME_LABELS,
  GIVEN_NAME_LABELS,
  LABELS_OF_BOTH,
  LABELS_OF_STUDIES,
  LABELS_OF_WORK,
  type Labels,
  PERSONAL_LABELS,
  TONGUE_LABELS,
} from './label-words.ts';
import { ENTRY_LABELS_BY_LANGUAGE, PERSONAL_LABELS_BY_LANGUAGE } from './labels-by-language.ts';
import { foldedWords, keysOf, squeezeText } from './text-keys.ts';

const rolesOf = (...tables: readonly Labels[][]): ReadonlyMap<string, EntryRole> =>
  new Map(
    tables.flat().flatMap(([role, words]) => words.split(';').map((word): [string, EntryRole] => [squeezeText(word), role])),
  );

const { both, work, study } = ENTRY_LABELS_BY_LANGUAGE;
const ROLES = {
  work: rolesOf([...both], [...work], [...LABELS_OF_BOTH], [...LABELS_OF_WORK]),
  education: rolesOf([...both], [...study], [...LABELS_OF_BOTH], [...LABELS_OF_STUDIES]),
};
export type LabelledKind = keyof typeof ROLES;

const PERSONAL = keysOf(`${PERSONAL_LABELS};${GIVEN_NAME_LABELS};${FAMILY_NAME_LABELS};${PERSONAL_LABELS_BY_LANGUAGE}`);
const TONGUES = keysOf(TONGUE_LABELS);

/** In labels of several words that nobody lists: what one of them begins with. */
const STEMS: readonly (readonly [role: EntryRole, stems: RegExp, kind?: LabelledKind])[] = [
  ['dates', /^(?:zeitr|datum|date|period|fecha|data|okres|tijd)/],
  [
    'employer',
    /^(?:arbeitgeb|employer|employeur|emplead|empres|empreg|entrepr|compan|unternehm|firma|datore|aziend|werkgev|pracodaw)/,
    'work',
  ],
  [
    'title',
    /^(?:position|posicion|posizion|posicao|puesto|cargo|poste|fonction|funktion|functie|stanowisk|role|ruolo|job)/,
    'work',
  ],
  [
    'school',
    /^(?:institut|istitut|instyt|school|schule|hochschul|universi|centro|etabliss|ecole|einrichtung|instelling|szkol|uczeln|escuel|escol|scuol)/,
    'education',
  ],
  ['degree', /^(?:qualifi|kwalifik|cualific|abschluss|diplom|dyplom|titul|titol|degree|certificat)/, 'education'],
  [
    'text',
    /^(?:tatigkeit|activit|activid|attivit|atividad|aufgabe|respons|mision|mission|mansion|tarea|tarefa|werkzaamhed|obowiaz|duties|tasks)/,
  ],
];

const LONGEST = 90;
const MOST_WORDS = 9;
const withoutBrackets = (text: string): string => text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
const keyOf = rememberAnswers((text: string): string => squeezeText(withoutBrackets(text)));

function roleByStem(text: string, kind: LabelledKind): EntryRole | undefined {
  const words = foldedWords(withoutBrackets(text));
  if (words.length < 2 || words.length > MOST_WORDS || /\d/.test(text)) return undefined;
  return STEMS.find(([, stems, only]) => (only ?? kind) === kind && words.some((word) => stems.test(word)))?.[0];
}

/** What the values behind a label are in a section of this kind; the label may end in a colon. Of `School / employer` the first that says so. */
export function roleOfLabel(text: string, kind: LabelledKind): EntryRole | undefined {
  if (text.length > LONGEST) return undefined;
  const whole = ROLES[kind].get(keyOf(text));
  if (whole !== undefined || !text.includes('/')) return whole;
  const parts = text.split('/').map((part) => ROLES[kind].get(keyOf(part)));
  return parts.find((role) => role !== undefined && role !== 'aside') ?? parts.find((role) => role !== undefined);
}

const DATES: ReadonlySet<EntryRole | undefined> = new Set<EntryRole>(['dates', 'from', 'to']);

/** `Dates employed:`, `Finished`: what stands behind it is a date. */
export const isDateLabel = (text: string): boolean =>
  DATES.has(roleOfLabel(text, 'work')) || DATES.has(roleOfLabel(text, 'education'));

/** Also for labels that no list has, where others of the section are labels. */
export function roleOfUnlisted(text: string, kind: LabelledKind): EntryRole | undefined {
  return text.length <= LONGEST ? roleByStem(text, kind) : undefined;
}

/** A label of an entry or of a form: columns are told before sections are. */
export function isLabel(text: string): boolean {
  return (
    (roleOfLabel(text, 'work') ?? roleOfLabel(text, 'education')) !== undefined ||
    (text.length <= LONGEST && (PERSONAL.has(keyOf(text)) || TONGUES.has(keyOf(text))))
  );
}

/** `Date of birth`, `Woonplaats`: a label of what a form tells about a person. */
export const isPersonalLabel = (text: string): boolean => text.length <= LONGEST && PERSONAL.has(keyOf(text));

/** `Mother tongue(s)`, `Altre lingue`: the row of a form that tells languages. */
export const isLanguageLabel = (text: string): boolean => text.length <= LONGEST && TONGUES.has(keyOf(text));

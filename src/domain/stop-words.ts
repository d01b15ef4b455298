/**
 * One word that stops the digest, in the languages that people write. Exact and alone on its line: "cancelar" inside a sentence is none,
 * because a resume may well say what somebody cancelled.
 */
export const STOP_WORDS: readonly string[] = [
  'unsubscribe',
  'optout',
  'opt-out',
  'abmelden',
  'abbestellen',
  'stopp',
  'désabonner',
  'desabonner',
  'désinscription',
  'desinscription',
  'cancelar',
  'baja',
  'descadastrar',
  'disiscriviti',
  'disiscrivimi',
  'cancellami',
  'afmelden',
  'uitschrijven',
  'wypisz',
  'rezygnuję',
  'rezygnuje',
  'avregistrera',
  'avmeld',
  'frameld',
  'odhlásit',
  'leiratkozás',
  'отписаться',
];

/** A line that says nothing but stop. */
export const isStopWord = (line: string): boolean => {
  const word = line
    .trim()
    .replace(/^\//, '')
    .replace(/[.!?]+$/, '')
    .toLowerCase();
  return word === 'stop' || word === 'digest off' || STOP_WORDS.includes(word);
};

/** Names of places in Cyrillic → as the gazetteer writes them in Latin letters, by the usual tables of Russian, Ukrainian and Bulgarian. */

/** `cyrillic russian ukrainian` where the two differ; folded letters (`й` has become `и`, `ї` `і`, `ё` `е`). */
const LETTERS: ReadonlyMap<string, readonly [string, string]> = new Map(
  'а a|б b|в v|г g h|ґ g|д d|е e|є ye|ж zh|з z|и i y|і i|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|х kh|ц ts|ч ch|ш sh|щ shch|ъ |ы y|ь |э e|ю yu|я ya|қ q|ң n|ү u|ұ u|ө o|ә a|һ h|ғ gh'
    .split('|')
    .map((row) => {
      const [letter = '', russian = '', ukrainian = russian] = row.split(' ');
      return [letter, [russian, ukrainian]] as const;
    }),
);

/** Spellings to look for, each once: Russian, Ukrainian, and both with the endings that English shortens (`-ый`, `-ий`, `-ія`). */
export function transliterations(folded: string): string[] {
  const spell = (which: 0 | 1): string => Array.from(folded, (letter) => LETTERS.get(letter)?.[which] ?? letter).join('');
  const plain = [spell(0), spell(1)];
  return [...new Set(plain.flatMap((text) => [text, text.replace(/(?:yi|ii)$/, 'yy'), text.replace(/(?:yi|ii|iy)$/, 'y')]))];
}

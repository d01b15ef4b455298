/**
 * Cuts a line into the stretches that a cue such as "learning" or "not" can govern: sentences, and parts that begin with a turn
 * (`but`, `while`, `aber`, `mais`). Commas alone do not cut, because "no React, Vue or Angular" denies all three.
 */
const BREAKS =
  /[;!?\n]+|\.(?=\s|$)|\s[–—-]\s|[,(]?\s(?=(?:but|though|although|however|whereas|while|before I|then I|aber|sondern|jedoch|obwohl|während|mais|cependant|tandis que|pero|aunque|mientras|però|mentre|porém|embora|enquanto|maar|hoewel|terwijl|ale|jednak|natomiast)\s)|,\s(?=(?:I|ich|wir|je|yo|io|eu|ik|ja)\s)/giu;

export function splitClauses(line: string): string[] {
  const clauses: string[] = [];
  for (const piece of line.split(BREAKS)) {
    const clause = piece.trim();
    if (clause) clauses.push(clause);
  }
  return clauses;
}

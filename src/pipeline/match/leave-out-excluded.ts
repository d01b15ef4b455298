import type { Score } from '../../domain/match.ts';

/** A company that the person does not want to see is in none of their lists; `why` still tells the score. */
export const isExcluded = ({ score }: { score: Score }): boolean => score.vetoes.some((veto) => veto.kind === 'excluded-company');

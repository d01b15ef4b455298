/** What a person says of themselves counts like what their resume says: `remote only`, `relocate yes`, `I need sponsorship` (F2.6). */
import type { CandidateFacts } from '../../domain/facts.ts';
import type { Preferences } from '../../domain/match.ts';

/** The facts with the person's own word on them; the same object where they said nothing that is a fact. */
export function withWishes(facts: CandidateFacts, preferences: Preferences | undefined): CandidateFacts {
  const { remote, willingToRelocate, needsSponsorship } = preferences ?? {};
  if (remote !== 'only' && willingToRelocate === undefined && needsSponsorship === undefined) return facts;
  const conditions = new Set(facts.conditions);
  if (remote === 'only') conditions.add('only-remote');
  if (needsSponsorship === true) conditions.add('needs-sponsorship');
  if (needsSponsorship === false) conditions.delete('needs-sponsorship');
  const relocation = willingToRelocate === undefined ? facts.relocation : movesAs(willingToRelocate, facts);
  return { ...facts, conditions: [...conditions].sort(), relocation };
}

/** A yes keeps the towns that the resume names. */
const movesAs = (willing: boolean, { relocation }: CandidateFacts): CandidateFacts['relocation'] =>
  willing ? { willing, cities: relocation.willing ? relocation.cities : [] } : { willing, cities: [] };

/** What a typed option is completed with while it is typed (`ChannelEvents.suggest`): what the person may see, from a bounded look. */

import { foldWords } from '../domain/fold-text.ts';
import type { Choice, SuggestionRequest } from '../messages/channel.ts';
import { placeOf } from '../messages/match-items.ts';
import { oneLine } from '../messages/phrases.ts';
import { listCandidates } from '../store/candidates.ts';
import { getMatch, type MatchRow, matchesForCandidate } from '../store/matches.ts';
import { lastSentTo } from '../store/outbox.ts';
import { getPostings, listPostings } from '../store/postings.ts';
import type { Store } from '../store/store.ts';
import { COMMANDS } from './all-commands.ts';
import { findCommand } from './find-command.ts';
import { type CommandOption, mayUse } from './registry.ts';
import { type Asker, whoAsks } from './who-asks.ts';

export interface SuggestOptions {
  store: Store;
  workspace: string;
  /** Matches from this score on. */
  showFrom: number;
}

/** As many as Discord shows; a name has a hundred letters at most there. */
const MOST = 25;
const LONGEST_NAME = 100;
/** Candidates looked at, the latest first: a hundred milliseconds are not enough for more. */
const LOOKED_AT = 150;

type Suggester = (options: SuggestOptions, asker: Asker, request: SuggestionRequest) => Promise<readonly Choice[]>;

const SUGGESTERS: Readonly<Record<NonNullable<CommandOption['suggests']>, Suggester>> = {
  posting: suggestPostings,
  match: suggestMatches,
  candidate: suggestCandidates,
  zone: async (_options, _asker, { text }) => suggestZones(text),
};

/** At most 25, best first; none for what is not theirs to ask. */
export const createSuggest =
  (options: SuggestOptions) =>
  async (request: SuggestionRequest): Promise<readonly Choice[]> => {
    const command = findCommand(request.command, COMMANDS);
    const option = command?.options?.find((one) => one.name === request.option);
    const asker = option?.suggests && (await whoAsks(options.store, options.workspace, request));
    if (!command || !option?.suggests || !asker || !mayUse(asker.viewer.role, command)) return [];
    const found = await SUGGESTERS[option.suggests](options, asker, request);
    return found.slice(0, MOST).map(({ name, value }) => ({ name: oneLine(name, LONGEST_NAME), value }));
  };

const wordsIn = (text: string): string[] => foldWords(text).split(' ').filter(Boolean).slice(0, 5);

async function suggestPostings(
  { store, workspace }: SuggestOptions,
  _asker: Asker,
  { text }: SuggestionRequest,
): Promise<Choice[]> {
  const found = await listPostings(store, workspace, { status: 'approved', words: wordsIn(text), limit: MOST });
  return found.map(({ code, data }) => ({ name: nameOf(data.title, data.company, placeOf(data)), value: code }));
}

const nameOf = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(', ');

/** Those of the last list first, then the best of the own resume. */
async function suggestMatches(
  { store, workspace, showFrom: minScore }: SuggestOptions,
  { viewer, person }: Asker,
  request: SuggestionRequest,
): Promise<Choice[]> {
  if (!person) return [];
  const last = await lastSentTo(store, workspace, person.id, request.channel);
  const shown = await Promise.all((last?.matches ?? []).slice(0, MOST).map(({ matchId }) => getMatch(store, viewer, matchId)));
  const own =
    person.ownCandidateId === undefined
      ? []
      : await matchesForCandidate(store, viewer, person.ownCandidateId, { minScore, limit: MOST });
  const rows = new Map([...shown, ...own].flatMap((row): [string, MatchRow][] => (row ? [[row.id, row]] : [])));
  const titles = new Map(
    (
      await getPostings(
        store,
        workspace,
        [...rows.values()].map((row) => row.postingId),
      )
    ).map((one) => [one.id, one.data]),
  );
  const wanted = wordsIn(request.text);
  return [...rows.values()].flatMap(({ code, postingId }) => {
    const posting = titles.get(postingId);
    const name = posting && nameOf(posting.title, posting.company);
    const key = foldWords(`${name ?? ''} ${code}`);
    return name !== undefined && wanted.every((word) => key.includes(word)) ? [{ name, value: code }] : [];
  });
}

async function suggestCandidates(
  { store }: SuggestOptions,
  { viewer, person }: Asker,
  { text }: SuggestionRequest,
): Promise<Choice[]> {
  if (!person) return [];
  const found = await listCandidates(store, viewer, { words: wordsIn(text), limit: MOST, among: LOOKED_AT });
  return found.map(({ code, name, label, city }) => ({ name: nameOf(name ?? code, label, city), value: code }));
}

/** By any part of the name: `berl`, `new york`, `europe`. */
function suggestZones(text: string): Choice[] {
  const wanted = foldWords(text.replaceAll('_', ' '));
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({
    zone,
    key: foldWords(zone.replaceAll(/[_/]/g, ' ')),
  }));
  const hits = zones.filter(({ key }) => key.includes(wanted));
  // What begins with it is meant rather than what has it somewhere inside.
  const rank = ({ key }: { key: string }): number => (key.split(' ').some((word) => word.startsWith(wanted)) ? 0 : 1);
  return hits.sort((a, b) => rank(a) - rank(b)).map(({ zone }) => ({ name: zone, value: zone }));
}

import type { CandidateFacts } from '../../domain/facts.ts';
import { foldText } from '../../domain/fold-text.ts';
import type { PostingLocation } from '../../domain/posting.ts';
import type { PreparedPosting } from './prepare-posting.ts';

const NEAR_KM = 25;
/** Distance over which willingness to travel falls to 1/e; hybrid work is travelled to less often. */
const TAU_KM = { onsite: 40, hybrid: 60 } as const;
const RELOCATES = 0.6;
/** Names the very town as where they move or commute to. */
const MOVES_HERE = 1;
/** Nothing is known of where the candidate lives: neither near nor far. */
const UNKNOWN = 0.5;
const SAME_COUNTRY = 0.3;
const EARTH_KM = 6371;

type Point = { latitude: number; longitude: number };

/** Great-circle distance in kilometres. */
function kilometres(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const sinLat = Math.sin(((b.latitude - a.latitude) * rad) / 2);
  const sinLon = Math.sin(((b.longitude - a.longitude) * rad) / 2);
  const h = sinLat * sinLat + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * sinLon * sinLon;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

function point(place: { latitude?: number; longitude?: number } | undefined): Point | undefined {
  return place?.latitude === undefined || place.longitude === undefined
    ? undefined
    : { latitude: place.latitude, longitude: place.longitude };
}

export interface LocationPart {
  value: number | null;
  /** Kilometres to the nearest place of the posting. */
  km?: number;
  /** Says that they move or travel there. */
  moves: boolean;
}

function sameTown(city: string | undefined, location: PostingLocation): boolean {
  return city !== undefined && location.city !== undefined && foldText(city) === foldText(location.city);
}

function atPlace(facts: CandidateFacts, location: PostingLocation, tau: number): { value: number; km?: number; moves: boolean } {
  const { place, relocation } = facts;
  const named = relocation.willing && relocation.cities.some((city) => sameTown(city, location));
  if (named) return { value: MOVES_HERE, moves: true };
  const moves = relocation.willing && relocation.cities.length === 0;
  const floor = moves ? RELOCATES : 0;
  const here = point(location);
  const home = point(place);
  if (here && home) {
    const km = kilometres(home, here);
    const value = km <= NEAR_KM ? 1 : Math.exp(-(km - NEAR_KM) / tau);
    return { value: Math.max(floor, value), km, moves: moves && value < RELOCATES };
  }
  if (sameTown(place?.city, location)) return { value: 1, moves: false };
  if (!place?.countryCode || !location.countryCode) return { value: Math.max(floor, UNKNOWN), moves };
  return { value: Math.max(floor, place.countryCode === location.countryCode ? SAME_COUNTRY : 0), moves };
}

function scoreRemote(facts: CandidateFacts, locations: readonly PostingLocation[]): LocationPart {
  const countries = locations.flatMap((location) => location.countryCode ?? []);
  const home = facts.place?.countryCode;
  if (countries.length === 0 || (home !== undefined && countries.includes(home))) return { value: 1, moves: false };
  if (home === undefined) return { value: UNKNOWN, moves: false };
  return { value: facts.relocation.willing && facts.relocation.cities.length === 0 ? RELOCATES : 0, moves: false };
}

/**
 * Remote and in an eligible country 1; at most 25 km 1; else exp(−(km − 25)/τ), τ 40 on site, 60 hybrid; would move ≥ 0.6, moves to
 * this very town 1. "Only remote" makes any other workplace 0. null when the posting names no place.
 */
export function scoreLocation(facts: CandidateFacts, { posting }: PreparedPosting): LocationPart {
  if (posting.workplace === 'remote') return scoreRemote(facts, posting.locations);
  if (facts.conditions.includes('only-remote')) return { value: 0, moves: false };
  const places = posting.locations.filter((location) => location.city ?? location.countryCode);
  if (places.length === 0) return { value: null, moves: false };
  const tau = TAU_KM[posting.workplace];
  let best: LocationPart & { value: number } = { value: -1, moves: false };
  for (const location of places) {
    const part = atPlace(facts, location, tau);
    if (part.value > best.value) best = part;
  }
  return best;
}

/** Everybody; a third is held back while the parser is tuned. */
import { ENGLISH } from './people-english.ts';
import { GERMAN_AND_FRENCH } from './people-german-french.ts';
import { SOUTHERN_AND_EASTERN } from './people-southern-eastern.ts';
import type { Person } from './person.ts';

export const PEOPLE: readonly Person[] = [...ENGLISH, ...GERMAN_AND_FRENCH, ...SOUTHERN_AND_EASTERN];

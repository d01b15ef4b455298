/** Everybody, in the order of their ids; a third is held back while the parser is tuned. */
import { ENGLISH } from './people-english.ts';
import { GERMAN_AND_FRENCH } from './people-german-french.ts';
import { ITALIAN_DUTCH_AND_POLISH } from './people-italian-dutch-polish.ts';
import { SPANISH_AND_PORTUGUESE } from './people-spanish-portuguese.ts';
import { US_AND_UK } from './people-us-uk.ts';
import type { Person } from './person.ts';
import { readPeople } from './read-people.ts';

export const PEOPLE: readonly Person[] = [
  ...US_AND_UK,
  ...ENGLISH,
  ...GERMAN_AND_FRENCH,
  ...SPANISH_AND_PORTUGUESE,
  ...ITALIAN_DUTCH_AND_POLISH,
  ...readPeople(),
];

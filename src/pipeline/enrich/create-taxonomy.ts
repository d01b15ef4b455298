import { rememberAnswers } from '../../domain/remember-answers.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { CityTable } from './city-table.ts';
import { compareTitles } from './compare-titles.ts';
import { contentWords, loadStopWords } from './content-words.ts';
import { loadCountries, readCountry } from './country-codes.ts';
import { dataVersion } from './data-version.ts';
import { findPlace, loadPlaces } from './find-place.ts';
import { findSkills } from './find-skills.ts';
import { loadSkills } from './load-skills.ts';
import { loadTitles } from './load-titles.ts';
import { lookupSkill } from './lookup-skill.ts';
import { loadDegrees, readDegree } from './read-degree.ts';
import { readTitle } from './read-title.ts';
import { relateSkills } from './relate-skills.ts';
import { loadSpokenLanguages, readSpokenLanguage } from './spoken-language.ts';
import type { FieldPiece } from './title-pieces.ts';

/**
 * Reads all dictionaries from `data/` (about 4 MB, under 120 ms) and puts them behind one door. Call it once a process and hand it on.
 * Throws when a data file is malformed. `remembers`: what one document asks again is not looked up again; those texts stay in memory, so it
 * is for the children that open files, which do not live long, and not for the service (principle 11).
 */
export function createTaxonomy({ remembers = false }: { remembers?: boolean } = {}): Taxonomy {
  const remember = remembers ? rememberAnswers : <T>(ask: (text: string) => T) => ask;
  const skills = loadSkills();
  const titles = loadTitles();
  const degrees = loadDegrees();
  const countries = loadCountries();
  const places = loadPlaces(new CityTable(), countries);
  const spoken = loadSpokenLanguages();
  const stopWords = loadStopWords();
  const fieldOfSkill = (text: string): FieldPiece | undefined => {
    const skill = lookupSkill(skills, text)?.skill;
    const area = skill === undefined || skill.category === 'soft' ? undefined : titles.areas.get(skill.area);
    return skill === undefined || area === undefined ? undefined : { name: skill.name.toLowerCase(), function: area };
  };
  const placeAlone = remember((text) => findPlace(places, text));
  return {
    version: dataVersion(),
    skill: (id) => skills.skills.get(id),
    findSkills: remember((text) => findSkills(skills, text)),
    lookupSkill: remember((phrase) => lookupSkill(skills, phrase)),
    skillRelation: (have, want) => relateSkills(skills, have, want),
    readTitle: remember((text) => readTitle(titles, fieldOfSkill, text)),
    titleSimilarity: (a, b) => compareTitles(titles, a, b),
    readDegree: remember((text) => readDegree(degrees, text)),
    findPlace: (text, hint) => (hint ? findPlace(places, text, hint) : placeAlone(text)),
    countryCode: remember((text) => readCountry(countries, text)),
    spokenLanguage: (text) => readSpokenLanguage(spoken, text),
    contentWords: (text) => contentWords(stopWords, text),
  };
}

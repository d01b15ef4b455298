import type { TitleFacts } from '../../domain/taxonomy.ts';
import type { TitleIndex } from './load-titles.ts';

/** Most that shared words of the specialisation add: two different titles never reach 1. */
const SHARED_WORDS = 0.15;

/** 0…1. Steps: same title 1, same function and head noun 0.8, same function 0.5, neighbouring function 0.25. */
export function compareTitles(index: TitleIndex, a: TitleFacts, b: TitleFacts): number {
  if (a.title === b.title && a.function === b.function) return 1;
  const base = baseSimilarity(index, a, b);
  return base === 0 ? 0 : Math.round((base + SHARED_WORDS * sharedWords(a.title, b.title)) * 100) / 100;
}

function baseSimilarity(index: TitleIndex, a: TitleFacts, b: TitleFacts): number {
  if (a.function === b.function) return headNoun(a.title) === headNoun(b.title) ? 0.8 : 0.5;
  return index.neighbours.get(a.function)?.has(b.function) === true ? 0.25 : 0;
}

function headNoun(title: string): string {
  return title.slice(title.lastIndexOf(' ') + 1);
}

function sharedWords(a: string, b: string): number {
  const first = new Set(a.split(' ').slice(0, -1));
  const second = new Set(b.split(' ').slice(0, -1));
  const union = first.union(second).size;
  return union === 0 ? 0 : first.intersection(second).size / union;
}

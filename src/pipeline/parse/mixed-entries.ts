/** Jobs and studies on one line of time (`Work and education`): each entry goes where its words belong. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import type { EntryDraft } from './entries.ts';
import { schoolCue } from './organisation-cues.ts';

/** How much of a text is a known title for it to be one. */
const TITLE = 0.5;
/** Letters of a degree below the school. */
const SHORT = 80;

function headTexts(draft: EntryDraft): string[] {
  return draft.header.flatMap((line) => line.atoms.map((atom) => atom.text));
}

/** `education` with a degree and no title, `work` with a title and neither degree nor school; a school alone is an employer as well. */
function kindOf(draft: EntryDraft, taxonomy: Taxonomy): 'work' | 'education' | undefined {
  const texts = headTexts(draft);
  const isDegree = (text: string): boolean => taxonomy.readDegree(text) !== undefined;
  const isSchool = (text: string): boolean => schoolCue(text) >= 1;
  const isTitle = (text: string): boolean => (taxonomy.readTitle(text)?.coverage ?? 0) >= TITLE;
  const hasTitle = texts.some((text) => isTitle(text) && !isDegree(text) && !isSchool(text));
  const atSchool = texts.some(isSchool);
  const hasDegree = texts.some(isDegree) || (atSchool && draft.body.some(({ text }) => text.length < SHORT && isDegree(text)));
  if (hasDegree) return hasTitle ? undefined : 'education';
  return hasTitle && !atSchool ? 'work' : undefined;
}

/** Jobs and studies as their sections have them; where one kind has no section of its own, those among the other's are taken out. */
export function sortEntries(
  work: readonly EntryDraft[],
  education: readonly EntryDraft[],
  taxonomy: Taxonomy,
): { work: EntryDraft[]; education: EntryDraft[] } {
  const studies = education.length > 0 ? [] : work.filter((draft) => kindOf(draft, taxonomy) === 'education');
  const jobs = work.length > 0 ? [] : education.filter((draft) => kindOf(draft, taxonomy) === 'work');
  return {
    work: [...work.filter((draft) => !studies.includes(draft)), ...jobs],
    education: [...education.filter((draft) => !jobs.includes(draft)), ...studies],
  };
}

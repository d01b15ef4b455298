import type { Skill } from '../../domain/taxonomy.ts';

/** How careful one spelling of a skill is to be believed in running text. */
export interface SkillForm {
  skill: Skill;
  isName: boolean;
  /** Only with exactly these letters, blanks aside (`Go`, `REST`, `PALS`). */
  exactCase?: string;
  /** Only as an item of a list of skills, or after `in`, `with`, … (`list`); never after `in` (`beside`: `Spring`). */
  company?: 'list' | 'beside';
  /** Only when the text names another skill of this area. */
  contextArea?: string;
}

/** A line of the generated index: forms by a blank, their parts by `|`. A spelling without any care is only the id. */
export function encodeForms(forms: readonly SkillForm[]): string {
  return forms
    .map(({ skill, isName, company, contextArea, exactCase }) =>
      [skill.id, isName ? 'n' : '', company ?? '', contextArea ?? '', exactCase ?? ''].join('|').replace(/\|+$/, ''),
    )
    .join(' ');
}

/** The other way round. A form of a skill that is not there any more is left out. */
export function decodeForms(skills: ReadonlyMap<string, Skill>, line: string): SkillForm[] {
  return line.split(' ').flatMap((part) => {
    const [id = '', name, company, contextArea, exactCase] = part.split('|');
    const skill = skills.get(id);
    if (skill === undefined) return [];
    const form: SkillForm = { skill, isName: name === 'n' };
    if (exactCase !== undefined) form.exactCase = exactCase;
    if (company === 'list' || company === 'beside') form.company = company;
    if (contextArea !== undefined && contextArea !== '') form.contextArea = contextArea;
    return [form];
  });
}

/** Times without work that people date like jobs: they are gaps, whoever the employer above them was. */
import { foldSameLength } from '../../domain/fold-text.ts';

/** Folded, and all of the text: `maternity cover` is a job. */
const BREAK =
  /^(?:(?:planned |extended )?(?:career break|sabbatical(?: (?:leave|year))?|(?:parental|maternity|paternity|family|adoption|caregiver|carer'?s|medical) (?:leave|break)|gap year|career pause|time out|full[- ]time (?:parent|carer|caregiver))|elternzeit|mutterschutz|mutterschutz und elternzeit|babypause|familienphase|familienzeit|erziehungszeit|karenz|elternkarenz|sabbatical|sabbatjahr|auszeit|conge (?:parental|maternite|de maternite|sabbatique)|annee sabbatique|pause (?:carriere|parentale)|excedencia(?: (?:por|de|para) .{3,40})?|baja (?:por )?(?:maternidad|paternidad|maternal)|permiso (?:parental|de maternidad|de paternidad)|ano sabatico|licenca (?:maternidade|paternidade|parental|sabatica)|congedo (?:parentale|di maternita|maternita)|maternita|anno sabbatico|ouderschapsverlof|zwangerschapsverlof|zorgverlof|sabbatsjaar|urlop (?:macierzynski|wychowawczy|rodzicielski)|foraldraledig(?:het)?|foreldrepermisjon|barselsorlov|育児休業|育休|産休|产假|產假|育婴假|育嬰假|육아휴직|출산휴가)$/;

export const isCareerBreak = (text: string): boolean =>
  BREAK.test(foldSameLength(text.replace(/\s*[(（][^()（）]*[)）]$/u, '').trim()).replace(/[.:]$/, ''));

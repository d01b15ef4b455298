/** Times without work that people date like jobs: they are gaps, whoever the employer above them was. */
import { foldSameLength } from '../../domain/fold-text.ts';
import { hasLegalForm } from './organisation-cues.ts';

/** Folded, and all of the text or what stands before a sign: `maternity cover` is a job. */
const BREAKS: readonly string[] = [
  "(?:planned |extended |personal )?(?:career (?:break|gap|pause|interruption|hiatus)|break from work|sabbatical(?: (?:leave|year))?|(?:parental|maternity|paternity|family|adoption|caregiver|carer'?s?|medical|sick|unpaid|bereavement) (?:leave|break|time)|leave of absence|gap year|year out|time off|travel(?:l?ing)? (?:year|break)|unemployed|job ?(?:search|seeking|hunting)|seeking (?:work|employment))",
  'full[- ]time parent(?:ing)?|(?:full[- ]time )?(?:care of (?:my |our )?(?:[^ ]+ ){0,3}(?:child(?:ren)?|sons?|daughters?|family|parents?|mother|father|relatives?))|(?:(?:full[- ]time |primary |family )?(?:carer|caregiver|caregiving) (?:for|to|of) (?:my |our )|caring for (?:my |our )?)(?:[^ ]+ ){0,3}(?:child(?:ren)?|sons?|daughters?|family|parents?|mother|father|relatives?)|stay[- ]at[- ]home (?:mum|mom|mother|dad|father|parent)|(?:raising|bringing up) (?:my |our |a )?(?:children|family)',
  'elternzeit|mutterschutz|mutterschutz und elternzeit|babypause|kinderpause|familienphase|familienzeit|familienpause|(?:familiare|berufliche) auszeit|berufliche (?:neu|um)orientierung|erziehungs(?:zeit|urlaub)|mutterschaftsurlaub|karenz|elternkarenz|bildungskarenz|pflegezeit|pflege (?:meiner|meines|unserer|unseres) .{3,40}|sabbatical|sabbatjahr|arbeits?such(?:e|end)|arbeitslos(?:igkeit)?',
  'conge (?:parental|maternite|de maternite|paternite|de paternite|d.adoption|sabbatique|sans solde)|annee sabbatique|pause (?:carriere|parentale|professionnelle|familiale)|interruption (?:de carriere|professionnelle)|(?:mere|pere|parent) au foyer|(?:en )?recherche d.emploi',
  'excedencia(?: (?:por|de|para) .{3,40})?|baja (?:por )?(?:maternidad|paternidad|maternal)|permiso (?:parental|de maternidad|de paternidad)|pausa (?:profesional|laboral)|cuidado de (?:mis hijos|mis familiares|mi familia)|(?:en )?busqueda (?:activa )?de empleo|ano sabatico',
  'licenca (?:de )?(?:maternidade|paternidade|parental|sabatica)|pausa na carreira|(?:a )?procura de emprego|desempregad[oa]',
  'congedo (?:parentale|di maternita|di paternita|maternita|straordinario)|aspettativa|pausa (?:professionale|lavorativa|di carriera)|anno sabbatico|(?:in )?ricerca (?:di )?(?:lavoro|occupazione)',
  'ouderschapsverlof|zwangerschapsverlof|zorgverlof|onbetaald verlof|mantelzorg(?:verlof|periode)?|loopbaan(?:onderbreking|pauze)|carrierepauze|sabbatsjaar|zorg voor (?:mijn|onze) (?:kinderen|gezin|ouders|familie)|werkzoekend|tijdkrediet',
  'urlop (?:macierzynski|wychowawczy|rodzicielski|ojcowski|bezplatny)|przerwa (?:w karierze|zawodowa|w pracy)',
  'foraldraledig(?:het)?|mammaledig(?:het)?|pappaledig(?:het)?|barnledig|tjanstledig(?:het)?|arbetssokande|foreldrepermisjon|pappapermisjon|permisjon|barsel(?:s?orlov)?|foraeldreorlov|forældreorlov|aitiysloma|vanhempainvapaa|hoitovapaa|perhevapaa|tyoton',
  'matersk[ae](?: (?:dovolena|dovolenka))?|rodicovska(?: (?:dovolena|dovolenka))?|gyes|gyed|szulesi szabadsag|concediu (?:de |pentru )?(?:maternitate|paternitate|crestere(?:a)? (?:a )?copilului)|dogum izni|ucretsiz izin|kariyer molasi|porodiljski dopust|porodni dopust',
  'декрет(?:ныи отпуск)?|отпуск по уходу за реб[её]нком|перерыв в карьере|декретна відпустка|відпустка по догляду за дитиною',
  '育児休業|育休|産休|介護休業|休職|产假|產假|育婴假|育嬰假|육아휴직|출산휴가|休職中',
];
/** Also work that is paid for, and names: a break only where it is all that is said, and nobody is named besides. */
const PERHAPS_BREAKS: readonly string[] = [
  'parenting|full[- ]time (?:carer|caregiver|caregiving|family care)|family care(?:r|giver)?|time out',
  'kinder(?:betreuung|erziehung)|pflege (?:von|der|des|eines|einer) (?:angehorigen?|mutter|vaters?|eltern|grosseltern|familie|kinder|kindes)|auszeit|weltreise',
  'proche aidante?|aidante? familiale?|tour du monde|cuidado de (?:los hijos|hijos|familiares|la familia)|cuidados? (?:da|de|com a) familia',
  'maternita|cura (?:dei figli|della famiglia|familiare)|mantelzorger|zorg voor (?:de )?(?:kinderen|gezin|ouders|familie)|wereldreis',
  'opieka nad (?:dziec[^ ]+|rodzic[^ ]+|rodzina|matka|ojcem)|orlov|уход за реб[её]нком',
];
const wholeText = (words: readonly string[]): RegExp => new RegExp(`^(?:${words.map(foldSameLength).join('|')})$`, 'u');
const BREAK = wholeText(BREAKS);
const PERHAPS_BREAK = wholeText(PERHAPS_BREAKS);

/** What follows says why or where: `Career break – two small children`, `Sabbatical: South America`. */
const REMARK = /\s*[(（][^()（）]*[)）]$|\s+[–—-]\s+.*$|\s*[:：,;]\s+.*$/gu;
/** Unless somebody else had it: `Maternity leave – cover for the head teacher`. */
const STANDS_IN =
  /cover|replac|substitut|locum|supply|vertret|ersatz|remplac|suplen|sustit|sostitu|supplen|vervang|waarnem|zastepst|vikar|sijai|zastup|helyettes|замещ|замен|代替|代理|대체/u;

/** `Sabbatical, Inc.`: the sign parts no remark from the word but ends a name. */
const isLegalForm = (remark: string): boolean => /^[\s,]*[^\s,]+$/u.test(remark) && hasLegalForm(`A${remark}`);

const plainText = (text: string): string => foldSameLength(text.trim()).replace(/[.:]$/, '');

export function isCareerBreak(text: string): boolean {
  if (BREAK.test(plainText(text))) return true;
  const plain = text.replace(REMARK, '');
  if (plain === text || !BREAK.test(plainText(plain))) return false;
  const remark = text.slice(plain.length);
  return !STANDS_IN.test(foldSameLength(remark)) && !isLegalForm(remark);
}

/** `Kinderbetreuung`, `Parenting`: for whom tells whether it was a job, so ask only where no employer is named. */
export const mayBeCareerBreak = (text: string): boolean => PERHAPS_BREAK.test(plainText(text));

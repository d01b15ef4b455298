/** Times without work that people date like jobs: they are gaps, whoever the employer above them was. */
import { foldSameLength } from '../../domain/fold-text.ts';

/** Folded, and all of the text or what stands before a sign: `maternity cover` is a job. */
const BREAKS: readonly string[] = [
  "(?:planned |extended |personal )?(?:career (?:break|gap|pause|interruption|hiatus)|break from work|sabbatical(?: (?:leave|year))?|(?:parental|maternity|paternity|family|adoption|caregiver|carer'?s?|medical|sick|unpaid|bereavement) (?:leave|break|time)|leave of absence|gap year|year out|time (?:out|off)|travel(?:l?ing)? (?:year|break)|unemployed|job ?(?:search|seeking|hunting)|seeking (?:work|employment))",
  '(?:full[- ]time )?(?:parent(?:ing)?|carer|caregiver|caregiving|family care|family carer|care of (?:my |our )?(?:[^ ]+ ){0,3}(?:child(?:ren)?|sons?|daughters?|family|parents?|mother|father|relatives?))|caring for (?:my |our )?(?:[^ ]+ ){0,3}(?:child(?:ren)?|sons?|daughters?|family|parents?|mother|father|relatives?)|stay[- ]at[- ]home (?:mum|mom|mother|dad|father|parent)|(?:raising|bringing up) (?:my |our |a )?(?:children|family)',
  'elternzeit|mutterschutz|mutterschutz und elternzeit|babypause|kinderpause|familienphase|familienzeit|familienpause|(?:familiare |berufliche )?auszeit|berufliche (?:neu|um)orientierung|erziehungs(?:zeit|urlaub)|kinder(?:betreuung|erziehung)|mutterschaftsurlaub|karenz|elternkarenz|bildungskarenz|pflegezeit|pflege (?:von|der|des|meiner|meines|eines|einer) .{3,40}|sabbatical|sabbatjahr|weltreise|arbeits?such(?:e|end)|arbeitslos(?:igkeit)?',
  'conge (?:parental|maternite|de maternite|paternite|de paternite|d.adoption|sabbatique|sans solde)|annee sabbatique|pause (?:carriere|parentale|professionnelle|familiale)|interruption (?:de carriere|professionnelle)|(?:mere|pere|parent) au foyer|(?:proche aidante?|aidante? familiale?)|(?:en )?recherche d.emploi|tour du monde',
  'excedencia(?: (?:por|de|para) .{3,40})?|baja (?:por )?(?:maternidad|paternidad|maternal)|permiso (?:parental|de maternidad|de paternidad)|pausa (?:profesional|laboral)|cuidado de (?:mis |los )?(?:hijos|familiares|la familia|mi familia)|(?:en )?busqueda (?:activa )?de empleo|ano sabatico',
  'licenca (?:de )?(?:maternidade|paternidade|parental|sabatica)|pausa na carreira|cuidado(?:s)? (?:da|de|com a) familia|(?:a )?procura de emprego|desempregad[oa]',
  'congedo (?:parentale|di maternita|di paternita|maternita|straordinario)|maternita|aspettativa|pausa (?:professionale|lavorativa|di carriera)|cura (?:dei figli|della famiglia|familiare)|anno sabbatico|(?:in )?ricerca (?:di )?(?:lavoro|occupazione)',
  'ouderschapsverlof|zwangerschapsverlof|zorgverlof|onbetaald verlof|mantelzorg(?:er|verlof|periode)?|loopbaan(?:onderbreking|pauze)|carrierepauze|sabbatsjaar|zorg voor (?:mijn |de )?(?:kinderen|gezin|ouders|familie)|werkzoekend|wereldreis|tijdkrediet',
  'urlop (?:macierzynski|wychowawczy|rodzicielski|ojcowski|bezplatny)|przerwa (?:w karierze|zawodowa|w pracy)|opieka nad (?:dziec[^ ]+|rodzic[^ ]+|rodzina|matka|ojcem)',
  'foraldraledig(?:het)?|mammaledig(?:het)?|pappaledig(?:het)?|barnledig|tjanstledig(?:het)?|arbetssokande|foreldrepermisjon|pappapermisjon|permisjon|barsel(?:s?orlov)?|foraeldreorlov|forældreorlov|orlov|aitiysloma|vanhempainvapaa|hoitovapaa|perhevapaa|tyoton',
  'matersk[ae](?: (?:dovolena|dovolenka))?|rodicovska(?: (?:dovolena|dovolenka))?|gyes|gyed|szulesi szabadsag|concediu (?:de |pentru )?(?:maternitate|paternitate|crestere(?:a)? (?:a )?copilului)|dogum izni|ucretsiz izin|kariyer molasi|porodiljski dopust|porodni dopust',
  'декрет(?:ныи отпуск)?|отпуск по уходу за реб[её]нком|уход за реб[её]нком|перерыв в карьере|декретна відпустка|відпустка по догляду за дитиною',
  '育児休業|育休|産休|介護休業|休職|产假|產假|育婴假|育嬰假|육아휴직|출산휴가|休職中',
];
const BREAK = new RegExp(`^(?:${BREAKS.map(foldSameLength).join('|')})$`, 'u');

/** What follows says why or where: `Career break – two small children`, `Sabbatical: South America`. */
const REMARK = /\s*[(（][^()（）]*[)）]$|\s+[–—-]\s+.*$|\s*[:：,;]\s+.*$/gu;
/** Unless somebody else had it: `Maternity leave – cover for the head teacher`. */
const STANDS_IN =
  /cover|replac|substitut|locum|supply|vertret|ersatz|remplac|suplen|sustit|sostitu|supplen|vervang|waarnem|zastepst|vikar|sijai|zastup|helyettes|замещ|замен|代替|代理|대체/u;

const isBreak = (text: string): boolean => BREAK.test(foldSameLength(text.trim()).replace(/[.:]$/, ''));

export function isCareerBreak(text: string): boolean {
  if (isBreak(text)) return true;
  const plain = text.replace(REMARK, '');
  return plain !== text && isBreak(plain) && !STANDS_IN.test(foldSameLength(text.slice(plain.length)));
}

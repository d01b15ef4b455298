/** On site, hybrid or remote: the feed's field, then title and place, then the wording of the text. */
import { foldSameLength } from '../../../domain/fold-text.ts';
import type { Workplace } from '../../../domain/posting.ts';

const B = '(?<![\\p{L}\\d])';
const E = '(?![\\p{L}\\d])';
const REMOTE = new RegExp(
  `${B}(?:fully remote|100 ?% remote|remote[- ]first|remote position|remote role|remote job|remote opportunity|(?:is|are|be|work(?:ing)?|position:|location:|job:) (?:fully |completely |entirely )?remote(?:ly)?|remote (?:within|in|across|from)|work from (?:home|anywhere)|work(?:ing)? from anywhere|home[- ]based|anywhere in (?:the )?\\p{L}{2,20}|distributed team|vollstandig remote|komplett remote|100 ?% (?:homeoffice|home[- ]office|mobil)|ortsunabhangig|bundesweit von zu hause|full remote|100 ?% teletravail|teletravail (?:total|complet|a 100)|teletrabajo (?:total|completo|100)|100 ?% (?:remoto|teletrabajo)|en remoto|trabalho remoto|lavoro da remoto|full[- ]remote|volledig (?:op afstand|remote)|praca zdalna|w pelni zdaln[aey])${E}`,
  'u',
);
const HYBRID = new RegExp(
  `${B}(?:hybrid\\p{L}{0,3}|(?:one|two|three|four|[1-4])(?:[-–]| to | or )?(?:two|three|four|[2-4])? days? (?:a|per|each|every) week (?:in|at|from|on)[\\p{L} -]{0,30}(?:office|site|home|studio)|(?:one|two|three|four|[1-4])(?:[-–]| to )?(?:two|three|four|[2-4])? days? (?:a week |per week )?(?:in|at|from|on)[\\p{L} -]{0,30}(?:office|home|studio)|(?:office|studio|home)[\\p{L} ,]{0,12} (?:on )?(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)(?: (?:to|and|through|or|-) | ?[-–] ?)(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)|days? (?:of )?(?:remote|home ?office|teletravail|teletrabajo)|(?:remote|home)[- ](?:and|or|\\/) ?(?:office|on-?site)|partly (?:remote|from home)|partially remote|some (?:remote|home working)|(?:ein|zwei|drei|vier|[1-4])(?:[-–]| bis )?(?:zwei|drei|vier|[2-4])? tage?n? (?:pro woche|die woche|in der woche|wochentlich|je woche) (?:mobil|home|im home|remote|von zu)\\p{L}{0,8}|tage? (?:mobil|homeoffice|home-office|remote)|(?:homeoffice|home-office|home office|mobiles arbeiten|mobile arbeit|teilweise remote) ?(?:nach|moglich|anteil|ist moglich|tage|an|bis zu|in absprache|option|regelung|\\()|moglichkeit (?:zum|zu|auf|fur) (?:homeoffice|home-office|home office|mobil\\p{L}{0,3})|(?:deux|trois|un|quatre|[1-4])(?: a (?:deux|trois|[2-4]))? jours? (?:par semaine )?(?:de |en |a )?(?:teletravail|distance|a domicile)|teletravail (?:partiel|possible|[1-4] jours?|ponctuel)|(?:teletrabajo|remoto) (?:parcial|[1-4] dias?)|(?:uno|dos|tres|[1-4]) dias? (?:a la semana )?(?:de |en )?(?:teletrabajo|remoto|casa)|regime hibrido|lavoro ibrido|smart working|(?:een|twee|drie|[1-4]) dagen? (?:per week )?(?:thuis|op kantoor)|thuiswerken|deels thuis|praca hybrydowa)${E}`,
  'u',
);
const NOT_REMOTE = new RegExp(
  `${B}(?:no remote|not (?:a )?remote|remote (?:work )?(?:is )?not|cannot be (?:done )?remote|not possible remotely|no home ?office|kein(?:e)? (?:homeoffice|home-office|remote)|pas de teletravail|sans teletravail|sin teletrabajo|no hay teletrabajo|on-?site only|in[- ]person only|five days (?:a week )?(?:in|at|on)|5 days (?:a week )?(?:in|at|on)|an das buro|vor ort (?:gebunden|erforderlich))${E}`,
  'u',
);
const REMOTE_PLACE = new RegExp(
  `${B}(?:remote|anywhere|worldwide|work from home|home office|homeoffice|teletravail|teletrabajo|remoto|zdalnie|weltweit|distributed)${E}`,
  'u',
);
const HYBRID_PLACE = new RegExp(`${B}(?:hybrid\\p{L}{0,2}|hibrido|ibrido|hybrydow\\p{L})${E}`, 'u');
/** Said of machines and markets, not of where one works. */
const OTHER_REMOTE =
  /remote (?:sensing|control|monitoring|access|desktop|sites?|areas?|locations?|communities|support|servers?|teams?|patients?)|remote-controlled/gu;
const HYBRID_THING =
  /hybrid (?:cloud|mobile|app|apps|vehicle|vehicles|car|cars|electric|engine|engines|infrastructure|environment|environments|drive|learning|event|events|framework)/gu;

interface WorkplaceInput {
  field?: Workplace;
  title: string;
  places: readonly string[];
  /** Lines about the job, without those about the company and the benefits of others. */
  text: string;
}

export function readWorkplace(input: WorkplaceInput): Workplace {
  const text = foldSameLength(input.text.slice(0, 50_000)).replace(OTHER_REMOTE, ' ').replace(HYBRID_THING, ' ');
  if (input.field !== undefined && input.field !== 'onsite') return input.field;
  const head = foldSameLength([input.title, ...input.places].join(' | '))
    .replace(OTHER_REMOTE, ' ')
    .replace(HYBRID_THING, ' ');
  if (HYBRID_PLACE.test(head)) return 'hybrid';
  if (REMOTE_PLACE.test(head) && !NOT_REMOTE.test(head)) return HYBRID.test(text) ? 'hybrid' : 'remote';
  if (input.field === 'onsite' || NOT_REMOTE.test(text))
    return HYBRID.test(text) && !NOT_REMOTE.test(text) && input.field !== 'onsite' ? 'hybrid' : 'onsite';
  if (HYBRID.test(text)) return 'hybrid';
  return REMOTE.test(text) ? 'remote' : 'onsite';
}

/** Driving licences: no skill, no job and no heading, wherever they are printed. Those of professions (`CDL`, forklift) are certificates. */
import { foldLetters } from '../../domain/fold-text.ts';

const NAMES =
  "driv(?:ing|er'?s?|ers') licen[cs]es?|driving permit|fuhrerschein\\w*|fahrerlaubnis|permis de conduire|permis (?=[a-e]\\b)|(?:permiso|carne|carnet|licencia) de conduc\\w+|carne[t]? (?=[a-e]\\b)|" +
  'carteira (?:nacional )?de (?:motorista|habilitacao)|cnh|carta de conducao|carta de conduzir|patente di guida|patente (?=[a-e]\\b)|rijbewijs|prawo jazdy|korkort|kørekort|korekort|forerkort|ajokortti|' +
  'ridicsky prukaz|ridicske opravneni|vodicsky preukaz|surucu belgesi|ehliyet|permis de conducere|jogositvany|водительск\\p{L}+ (?:права|удостоверение)|водійськ\\p{L}+ (?:права|посвідчення)|' +
  '(?:普通)?自動車(?:第一種|第二種)?(?:運転)?免許(?:証)?|運転免許(?:証)?|机动车驾驶证|驾驶证|驾照|駕照|駕駛執照|운전\\s?면허(?:증)?';
const BEFORE =
  '(?:(?:full|clean|own|valid|current|held|a|an|my|uk|us|eu|german|international|national|class|category|gultiger?|vollstandiger?|polnischer|internationaler|europaischer|titulaire du|en possession du|[a-e]1?|1종|2종)[,:]? )*';
const CLASSES =
  '(?:[ :()/,.&+–-]|\\b(?:class(?:es)?|categor(?:y|ies)|code|type|typ|klassen?|kl|clase|categoria|cat|categorie|kat|categorieen|kategori[ae]?|and|und|et|y|e|en|i|eu|uk|full|clean|valid|own|car|own car|mit|with|mixed|manual|automatic|vehicle|vehicule|vehiculo propio|vehicule personnel|voiture|automunit[oa]|mezzo proprio|eigen auto|eigen vervoer|viatura propria|own vehicle|pkw|eigener pkw|eigenes auto|klass|korkort|vorhanden|held|points?|no|none|oui|si|tak|yes|ja)\\b|\\b[a-dmt][12]?e?\\b|\\bl[12]?\\b|\\bbe\\b|категори\\p{L}*|кат|[авс](?![\\p{L}])|普通|大型|中型|取得|\\d종|보통|大卡|c1)*';
const LICENCE = new RegExp(`^${BEFORE}(?:${NAMES})${CLASSES}$`, 'u');
const LABEL = new RegExp(`^(?:${NAMES})(?: (?:class|category|klassen?|kat))?$`, 'u');
const LONGEST = 70;

/** The whole text names one, with its classes and nothing else. */
export const isDrivingLicence = (text: string): boolean => text.length <= LONGEST && LICENCE.test(foldLetters(text.trim()));

/** Nothing but classes under a heading that says what of: `B, own car` under `Permis`. */
export const isLicenceUnder = (heading: string | undefined, text: string): boolean =>
  heading !== undefined && !isDrivingLicence(text) && isDrivingLicence(`${heading} ${text}`);

/** What stands before the classes of a licence: `Führerschein: B, BE`. */
export const isLicenceLabel = (text: string): boolean => text.length <= LONGEST && LABEL.test(foldLetters(text.trim()));

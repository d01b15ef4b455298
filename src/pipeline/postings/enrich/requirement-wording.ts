/**
 * Wording that makes a sentence a requirement, by language (English, German, French, Spanish, Portuguese, Italian, Dutch,
 * Polish). Patterns are over folded text and bounded: no quantifier inside a quantifier (rule P6).
 */

export interface Cue {
  kind: 'must' | 'nice';
  /** On which side of the cue the thing itself stands. */
  side: 'after' | 'before';
  /** Also said of things that are no requirement (`you have`, `we look for`): needs a sign of one besides. */
  weak: boolean;
  pattern: RegExp;
}

const B = '(?<![\\p{L}\\d])';
const E = '(?![\\p{L}\\d])';
const cue = (kind: Cue['kind'], side: Cue['side'], source: string, weak = false): Cue => ({
  kind,
  side,
  weak,
  pattern: new RegExp(`${B}(?:${source})${E}`, 'u'),
});
/** The same at the beginning of a clause only. */
const lead = (kind: Cue['kind'], source: string, weak = false): Cue => ({
  kind,
  side: 'after',
  weak,
  pattern: new RegExp(`^[\\s"'(]{0,5}(?:${source})(?![\\p{L}\\d])`, 'u'),
});

const IS = '(?:is|are|would be|will be|being|counts as|considered|strongly|highly|also|very|much|definitely|certainly|really) ';
const ADVERB = `(?:${IS}){0,3}(?:a |an )?(?:big |huge |strong |distinct |definite |clear |great |real |major )?`;

/** Nice before must: "required is a plus" does not exist, "not required but a plus" does. */
const ENGLISH: readonly Cue[] = [
  lead(
    'nice',
    "nice to haves?:?|bonus points(?: for| if)?:?|bonus:|a plus:|plus:|pluses:|ideally,?(?: you(?:'ll| will)?(?: also)? (?:have|bring|know|are))?|preferably,?|desirable:|preferred:|optional:|extra points for|so (?:is|are)|as (?:is|are)|it (?:would be|is|'s) (?:a plus|nice|great|helpful|an advantage) (?:if you|to)(?: have)?|it helps if you(?: have)?|we(?: would|'d) (?:also )?(?:love|like|appreciate|welcome)(?: it if| to see)?|you might also have|even better if",
  ),
  cue(
    'nice',
    'before',
    `${ADVERB}(?:nice to have|bonus|advantage|advantageous|asset|preferred|desirable|desired|welcomed?|helpful|handy|useful|beneficial|appreciated|valued|valuable|optional|favou?red|looked upon favou?rably)`,
  ),
  cue(
    'nice',
    'before',
    `(?:${IS}){0,3}(?:a |an )(?:big |huge |strong |distinct |definite |clear |great |real |major )?plus|(?:big |huge |real )plus|(?:are|be) pluses`,
  ),
  cue(
    'nice',
    'before',
    "(?:would|will|can|could|may|might) (?:also |be of |really |certainly )?(?:help|be nice|set you apart|be great|be good|be ideal)|do(?:es)? no harm|do(?:es)?n't hurt|won't hurt|makes? (?:the|your|you|it|life) [\\p{L} ]{0,20}(?:easier|quicker|faster)",
  ),
  { kind: 'nice', side: 'before', weak: false, pattern: /(?<=\p{L} )helps?(?=[\s.!,;]{0,3}$)/u },
  lead(
    'must',
    '(?:the )?(?:minimum |basic |key |essential |hard )?(?:requirements?|required|qualifications|must(?:[- ]haves?)?|essential|essentials|needed|necessary|prerequisites?) ?(?:are|is|include)? ?:|required (?:is|are)|what (?:you|we) need:?',
  ),
  cue(
    'must',
    'after',
    "(?:the )?(?:successful|ideal|right|perfect|suitable) (?:candidate|applicant|person)s? (?:(?:will|must|should) )?(?:have|has|hold|holds|bring|brings|possess|be)|(?:candidates?|applicants?) (?:will|should|need to) (?:have|hold|be)|you (?:should|will) (?:also )?(?:have|hold|be able to|possess|bring)|you should be|we (?:also )?(?:ask for|ask that|require|insist on)|you (?:also )?(?:must|need to) (?:have|hold|bring|possess|be|know)|you(?:'ll| will)? (?:also )?need(?! to)|must (?:have|hold|possess)|(?:applicants|candidates|you) (?:must|should) (?:have|hold|possess|bring)|to be considered,? you (?:hold|have|need)|we need (?:someone|somebody|a person|people) (?:who has|who have|with)|is looking for (?:someone|somebody|a person) with",
  ),
  // "You have led …", "you've built …": what one has done. Not "once you have completed".
  {
    kind: 'must',
    side: 'after',
    weak: false,
    pattern:
      /(?<![\p{L}\d])(?<!(?:once|after|when|until|if|as|what) )you(?:'ve| have) (?:already |also |previously |successfully |ever )?(?=\p{L}{2,20}ed(?!\p{L})|(?:taken|built|led|run|made|written|done|grown|taught|kept|held|sold|won|driven|set|put|brought|spent)(?!\p{L}))/u,
  },
  cue(
    'must',
    'after',
    "we(?: are|'re)? (?:look(?:ing)?|search(?:ing)?) for(?: someone with| somebody with| people with)?|we (?:expect|need|want)|you (?:have|hold|bring|possess|come with|are)(?: already| also)?|you've(?: got)?|your background includes",
    true,
  ),
  cue(
    'must',
    'before',
    '(?:is|are) (?:absolutely |strictly |also )?(?:required|essential|mandatory|needed|necessary|non-negotiable|a must|musts|imperative|expected|what it takes|what counts|compulsory|a prerequisite|prerequisites|vital)|(?:required|essential|mandatory|a must|compulsory)(?=[\\s.,;)!]{0,3}$)|needed(?=[\\s.,;)!]{0,3}$)|must be (?:held|valid|current)',
  ),
];
const GERMAN: readonly Cue[] = [
  lead(
    'nice',
    'idealerweise|bestenfalls|im idealfall|von vorteil(?: sind| ist| waren| ware)?:?|wunschenswert(?: sind| ist| waren| ware)?:?|gerne? (?:auch|mit)|vorzugsweise|optional:?|nice to have:?|pluspunkte?:?|schon ware(?:n)?|wir freuen uns uber(?! (?:deine|ihre|eine) bewerbung)|vorteilhaft (?:sind|ist|ware)',
  ),
  cue(
    'nice',
    'before',
    '(?:ist |sind |ware |waren |wird |werden |als |jedoch |aber )?(?:von (?:grossem )?vorteil|vorteilhaft|wunschenswert|gern(?:e)? gesehen|willkommen|hilfreich|ein (?:grosses )?plus|ein pluspunkt|ein bonus|nice to have|optional|nutzlich|gewunscht|kein muss|begrussenswert)|schade[nt] nicht|rundet [\\p{L} ]{0,20}ab|runden [\\p{L} ]{0,20}ab',
  ),
  lead(
    'must',
    '(?:unbedingt |zwingend )?(?:erforderlich|notwendig|vorausgesetzt|unverzichtbar|gefordert|benotigt|pflicht) ?(?:ist|sind|wird|werden)?:?|(?:ihre |deine |unsere )?(?:voraussetzung(?:en)?|anforderungen|qualifikation(?:en)?) ?(?:ist|sind|:|fur [\\p{L} ]{1,30} (?:ist|sind))|wir setzen [\\p{L} ]{0,20}voraus|zwingend:?',
  ),
  cue(
    'must',
    'after',
    'wir (?:erwarten|verlangen|fordern|brauchen|benotigen|setzen voraus)|(?:sie|du) (?:verfugen|verfugst) uber|(?:sie|du) (?:benotigen|benotigst|brauchen|brauchst|mussen|musst)',
  ),
  cue('must', 'after', 'wir suchen|(?:sie|du) (?:haben|hast|bringen|bringst|besitzen|besitzt|sind|bist|verfugst)', true),
  cue(
    'must',
    'before',
    '(?:ist |sind |wird |werden )?(?:zwingend |unbedingt )?(?:erforderlich|vorausgesetzt|notwendig|unerlasslich|unabdingbar|ein muss|pflicht|zwingend|unverzichtbar|unbedingt notig|bedingung)',
  ),
];
const FRENCH: readonly Cue[] = [
  lead('nice', "idealement,?|de preference|les plus ?:|un plus ?:|atouts? ?:|souhaites? ?:|dans l'ideal"),
  cue(
    'nice',
    'before',
    '(?:serait |seraient |est |sont |sera |seront |constitue |constituent |constituerait )?(?:egalement )?(?:un (?:vrai |reel |gros )?plus|un (?:vrai |reel |veritable )?atout|des atouts|appreciee?s?|souhaitee?s?|souhaitables?|bienvenue?s?|un avantage|preferables?|valorisee?s?)',
  ),
  lead(
    'must',
    '(?:les )?(?:prerequis|pre-requis|indispensables?|exigences?|requis|obligatoires?|imperatifs?|profil requis|competences requises) ?(?:est|sont)? ?:?',
  ),
  cue(
    'must',
    'after',
    "il (?:nous|vous) faut|nous (?:exigeons|demandons|requerons)|vous (?:devez|justifiez)(?: imperativement)?(?: d'| de| avoir| posseder| etre)?|vous disposez (?:d'|de|d'un|d'une)|(?:etre )?titulaires? (?:d'un|d'une|du|de la|de)|on (?:vous )?demande",
  ),
  cue(
    'must',
    'after',
    "nous (?:recherchons|cherchons|attendons)|vous (?:avez|possedez|maitrisez|etes|connaissez)|tu (?:as|es|maitrises|justifies)|quelqu'un qui",
    true,
  ),
  cue(
    'must',
    'before',
    '(?:est |sont |soit )?(?:imperativement )?(?:exigee?s?|requise?s?|indispensables?|obligatoires?|imperatifs?|imperatives?|necessaires?|demandee?s?|incontournables?)(?! par)',
  ),
];
const IBERIAN: readonly Cue[] = [
  lead(
    'nice',
    'idealmente,?|se valora(?:ra)?n?(?: positivamente)?:?|valoramos:?|valoraremos|deseables?:?|preferiblemente|preferentemente|de preferencia|preferencialmente|valoriza(?:mos|-se):?|desejavel:?|diferencia(?:l|is):?|sera um diferencial|valorable:?',
  ),
  cue(
    'nice',
    'before',
    '(?:es |son |sera |seran |seria |serian |sao |seriam |e )?(?:un plus|um plus|deseables?|desejave(?:l|is)|valorables?|una ventaja|uma vantagem|um diferencial|diferencial|uma mais-valia|mais-valia|preferibles?|bienvenid[oa]s?|bem-vind[oa]s?|valorad[oa]s?|valorizad[oa]s?|opcional(?:es)?|preferencial)',
  ),
  lead(
    'must',
    '(?:requisitos?|imprescindibles?|indispensables?|obligatorios?|necesarios?|obrigatorios?|exigencias) ?(?:es|son|e|sao)? ?:?|se (?:requieren?|exigen?|necesitan?|precisan?)|requerimos|exige-se|e necessario|requer-se',
  ),
  cue(
    'must',
    'after',
    'se (?:requieren?|exigen?|necesitan?)|(?:requerimos|exigimos|necesitamos|precisamos)|debes? (?:tener|contar con|poseer|aportar)|(?:deve|tens de|precisa de) (?:ter|possuir)',
  ),
  cue(
    'must',
    'after',
    '(?:buscamos|procuramos|esperamos|pedimos)|(?:tienes|cuentas con|aportas|dispones de|voce tem|tens|possui|dominas)',
    true,
  ),
  cue(
    'must',
    'before',
    '(?:es |son |sera |e |sao )?(?:imprescindibles?|indispensable|indispensave(?:l|is)|obligatori[oa]s?|necesari[oa]s?|requerid[oa]s?|obrigatori[oa]s?|necessari[oa]s?|exigid[oa]s?|excluyentes?)',
  ),
];
const ITALIAN: readonly Cue[] = [
  lead(
    'nice',
    'idealmente,?|preferibilmente|gradit[aoei]:?|costituisc(?:e|ono) (?:un plus|titolo preferenziale):?|e gradit[ao]|sono gradit[ie]|completa il profilo',
  ),
  cue(
    'nice',
    'before',
    '(?:e |sono |sara |saranno |costituisc(?:e|ono) |costituira |rappresenta )?(?:un plus|gradit[aoei]|preferibil[ei]|titolo preferenziale|un vantaggio|apprezzat[aoei]|benvenut[aoei]|auspicabil[ei])',
  ),
  lead(
    'must',
    '(?:requisiti|indispensabil[ei]|obbligatori[oae]?|necessari[oae]?) ?(?:e|sono)? ?:?|si (?:richied(?:e|ono)|necessita)|e richiest[ao]|sono richiest[ie]|richiediamo',
  ),
  cue(
    'must',
    'after',
    'si richied(?:e|ono)|(?:richiediamo|chiediamo|e richiest[ao]|sono richiest[ie]|e necessari[ao]|in possesso di)',
  ),
  cue('must', 'after', '(?:cerchiamo|hai|possiedi|conosci)', true),
  cue('must', 'before', '(?:e |sono )?(?:indispensabil[ei]|obbligatori[aoe]|richiest[aoei]|necessari[aoe]|imprescindibil[ei])'),
];
const DUTCH_POLISH: readonly Cue[] = [
  lead(
    'nice',
    'bij voorkeur|idealiter|een pre(?: is)?:?|pluspunt(?:en)?:?|het is mooi als|mile widzian[aey]:?|dodatkowym atutem (?:bedzie|beda):?|atutem (?:bedzie|beda|jest):?|idealnie',
  ),
  cue(
    'nice',
    'before',
    '(?:is |zijn )?(?:een (?:grote )?pre|een (?:groot )?pluspunt|een plus|mooi meegenomen|meegenomen|wenselijk|welkom|een voordeel)|(?:beda |bedzie |jest |sa )?(?:mile widzian[aey]|dodatkowym atutem|atutem|plusem|preferowan[aey])',
  ),
  lead(
    'must',
    '(?:vereist|vereisten|noodzakelijk|verplicht|eisen) ?(?:is|zijn)? ?:?|(?:wymagan[aey]|konieczn[aey]|niezbedn[aey]|wymagania) ?:?',
  ),
  cue(
    'must',
    'after',
    '(?:we|wij) (?:vragen|eisen|verwachten)|je (?:beschikt over|moet)|(?:jij|je) bent in het bezit van|wymagamy|oczekujemy',
  ),
  cue('must', 'after', '(?:je|jij) (?:hebt|bent|kent)|(?:we|wij) zoeken|szukamy|posiadasz|masz', true),
  cue(
    'must',
    'before',
    '(?:is |zijn )?(?:vereist|verplicht|noodzakelijk|een must|een vereiste|een voorwaarde)|(?:jest |sa )?(?:wymagan[aey]|konieczn[aey]|niezbedn[aey]|obowiazkow[aey])',
  ),
];

const BY_LANGUAGE: Record<string, readonly Cue[]> = {
  de: GERMAN,
  fr: FRENCH,
  es: IBERIAN,
  pt: IBERIAN,
  ca: IBERIAN,
  gl: IBERIAN,
  it: ITALIAN,
  nl: DUTCH_POLISH,
  pl: DUTCH_POLISH,
};
const OTHERS = Object.values(BY_LANGUAGE).flat();

/** English stands in advertisements of every language; the others only mislead each other (French `et plus` is no plus). */
export function cuesFor(language: string | undefined): readonly Cue[] {
  if (language === 'en') return ENGLISH;
  return [...ENGLISH, ...(BY_LANGUAGE[language ?? ''] ?? [...new Set(OTHERS)])];
}

/** The clause says that something is not asked for, does not count, or is another thing. */
export const NEGATION = new RegExp(
  `${B}(?:not (?:a |an )?(?:required|necessary|needed|asked for|a requirement|count|suitable|enough)|no (?:experience|degree|qualifications?|prior|previous)[\\p{L} ]{0,40}(?:needed|required|necessary)|(?:no|without a) degree|do(?:es)? not (?:count|replace|suffice|carry over|fit|hire|take|look)|neither needed|neither|will not do|not what we|(?:is|are) not (?:what|enough|comparable|the same|technical|suitable|sufficient|an? |bridges)|by itself|alone is|different (?:thing|trade|rhythm)|not (?:the idea|for you)|not (?:technical|a job)|we do not|don't (?:need|require)|nicht (?:erforderlich|notwendig|notig|vorausgesetzt|zwingend|gesucht)|zahlt nicht|zahlen nicht|reicht nicht|(?:kein|keine|keinen) [\\p{L} ]{0,30}(?:notig|erforderlich|notwendig|voraussetzung)|ohne [\\p{L}]{1,30}|langweilen|indifferente?s?|pas (?:necessaire|exige|requis|obligatoire|besoin|de diplome)|ne (?:s'y |nous |vous )?[\\p{L}' ]{1,25} pas|ne seront pas|non (?:requis|exige)|no (?:es |son )?(?:necesari[oa]s?|imprescindible|requerid[oa])|no se (?:requiere|exige)|non (?:e |sono )?(?:necessari[oa]|richiest[oa])|nao (?:e |sao )?(?:necessari[oa]|obrigatori[oa])|niet (?:nodig|vereist|noodzakelijk)|nie (?:jest |sa )?(?:wymagan[aey]|konieczn[aey]))${E}`,
  'u',
);

/** Words that show that a clause speaks of what a person must hold or have done. */
export const CREDENTIAL = new RegExp(
  `${B}(?:licen[cs]e[ds]?|licensure|certificates?|certifications?|certified|registration|registered (?:with|nurse)|chartered|accredited|accreditation|permit|clearance|entitlement|ticket|card|endorsement|cpc|cscs|nclex|security clearance|driving licen[cs]e|drivers? licen[cs]e|driver's licen[cs]e|qts|work permit|right to work|board[- ]certified|` +
    'fuhrerschein(?:klasse)?|approbation|zulassung|zertifikat|zertifizierung|zertifiziert|sachkundenachweis|bescheinigung|staatsexam(?:en|ina)|prufung zum|prufung zur|fuhrungszeugnis|meisterbrief|berechtigung|staplerschein|anerkennung als|' +
    "permis|habilitations?|agrement|carte professionnelle|diplome d'etat|caces|certificats?|carnet|licencia|colegiad[oa]|colegiacion|habilitacion|certificad[oa]s?|certificacion|titulo|carta de conducao|cedula profissional|certificados?|carteira|" +
    `patente|abilitazione|iscrizione all'albo|certificazione|rijbewijs|big-registratie|vca|diploma|certificaat|prawo jazdy|uprawnienia|certyfikat|licencj[aie])${E}`,
  'u',
);

/** Words for having done or knowing something. */
export const EXPERIENCE = new RegExp(
  `${B}(?:experience|experienced|knowledge|degree|proficien(?:t|cy)|familiarity|familiar with|expertise|background in|fluent|fluency|apprenticeship|qualification|qualified|trained|training as|track record|ability to|skilled|command of|understanding of|` +
    '(?:[\\p{L}-]{0,30})erfahrung(?:en)?|(?:[\\p{L}-]{0,30})kenntnisse|ausbildung|berufsausbildung|studium|abschluss|praxis|lehre|fliessend|verhandlungssicher\\p{L}{0,3}|sicherer umgang|umgang mit|' +
    'experience|connaissances?|maitrise|formation|diplome|bac\\+?\\d?|courant|pratique|experiencia|conocimientos?|dominio|titulacion|grado en|formacion|nivel|experiencia|conhecimentos?|formacao|licenciatura|dominio|fluente|' +
    `esperienza|conoscenza|laurea|diploma|padronanza|ervaring|kennis|opleiding|diploma|beheersing|doswiadczenie|znajomosc|wyksztalcenie|umiejetnosc)${E}`,
  'u',
);

/** Said of people, animals and letters that are welcome: no skills. */
export const WELCOMED = new RegExp(
  `${B}(?:applicants?|applications?|candidates?|women|men|people|persons?|returners?|everybody|everyone|anybody|backgrounds?|dogs?|families|questions|veterans|students|graduates|bewerbung(?:en)?|bewerber(?:innen)?|menschen|frauen|quereinsteiger|personnes|candidats?|candidatures?|personas|candidatos|candidati|sollicitaties|kandydaci)${E}`,
  'u',
);

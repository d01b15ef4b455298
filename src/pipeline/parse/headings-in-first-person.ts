/**
 * Headings that say a section in a clause of one's own or ask for it: `What I studied`, `Where did I work?`, `Wo ich mich engagiere`,
 * `Ce que je sais faire`. Nobody can list them all; what the verb says is what the section holds. Facts of the languages, written by us.
 */
import { foldText } from '../../domain/fold-text.ts';
import type { SectionKind } from './heading-aliases.ts';

/** `none`: such a clause heads nothing that a resume has a place for (`People I worked with`). */
type Said = SectionKind | 'none';

interface Clauses {
  /** What opens such a clause, and who speaks; a language whose verbs say who speaks has no second. */
  opens: RegExp;
  speaks?: RegExp;
  /**
   * Stems by kind, the first that is found says what; what is denied (`when I am not working`) and wishes (`where I want to work`) stand
   * before what is said.
   */
  says: readonly (readonly [kind: Said, stems: RegExp])[];
}

const clauses = (
  opens: string,
  speaks: string | undefined,
  says: readonly (readonly [kind: Said, stems: string])[],
): Clauses => ({
  opens: new RegExp(`^(?:${opens})(?=\\s)`, 'u'),
  ...(speaks ? { speaks: new RegExp(`(?<=\\s)(?:${speaks})(?=\\s|$)`, 'u') } : {}),
  says: says.map(([kind, stems]) => [kind, new RegExp(`(?<=\\s)(?:${stems})`, 'u')] as const),
});

const LANGUAGES: readonly Clauses[] = [
  clauses(
    'what|where|how|why|who|when|which \\w+|things?|stuff|places?|companies|people|teams|tools|papers|tickets|cards|talks|topics|causes',
    'i|i m|i ve|i d|me|my',
    [
      [
        'references',
        'say about|(?<=(?:people|others|they|colleagues|clients|customers|managers) )say|recommend|vouch|(?:ask|speak) (?:about|for) me|referees?',
      ],
      ['summary', 'want(?=\\s|$)|(?:would|d) (?:like|love)|wish|hope(?=\\s|$)|aim to|looking to'],
      ['skills', '(?<=^(?:tools|things|stuff|what|which tools) .*)worked with|(?<=^what .*)(?:can )?help (?:you )?with'],
      ['none', 'worked with|(?<=^(?:who|people) .*)work with'],
      [
        'interests',
        'not (?:working|at work|at my|in the)|(?:free|spare) time|(?:for|have) fun|enjoy|relax|off (?:duty|work|the clock)|(?:outside|after|away from|besides) work|love|like to do|otherwise',
      ],
      [
        'work',
        '(?:roles?|positions?|posts?|jobs?)(?=\\s).*\\s(?:hold|held|had)(?=\\s|$)|(?<=^companies .*)(?:helped|supported|founded)',
      ],
      ['certificates', 'certif|licen[sc]ed|accredited|allowed to|authori[sz]ed|passed|hold(?=\\s|$)|held(?=\\s|$)'],
      ['awards', 'proud|won(?=\\s|$)|awarded|recogni[sz]ed|honou?red|prizes?'],
      ['projects', 'help(?:ed)?(?: to)? (?:build|make|create|design|develop|ship|launch)'],
      ['publications', '(?<=\\b(?:talks?|papers|lectures|speeches) .*)(?:gave|given|held|give)(?=\\s|$)'],
      ['volunteer', 'help|volunteer|giv(?:e|ing) (?:back|my time)|gave|support(?=\\s|$)'],
      ['publications', 'written|wrote|write(?=\\s|$)|publish|spoken at|presented'],
      ['languages', 'speak|languages'],
      ['projects', 'built|build|made|make(?=\\s|$)|created|shipped|launched|designed|coded|developed'],
      ['contact', '(?:reach|find|contact|call|write to|get (?:in touch|hold)|meet) '],
      [
        'skills',
        'can(?=\\s(?:i )?(?:do|offer|use|help)|$)|know|good at|best at|do (?:well|best)|use(?=\\s|$)|work with|skill|strong',
      ],
      ['training', 'learning|studying now'],
      ['education', 'stud|learn|train|educat|school|qualified|graduat|college|degrees?'],
      ['work', 'work|employed|earn|been(?=\\s|$)|have done|ve done|did(?=\\s|$)|jobs?(?=\\s|$)|career'],
      [
        'summary',
        'am(?=\\s|$)|m(?=\\s|$)|drives|motivates|believe|stand for|look(?:ing)? for|want|offer|bring|care about|do(?=\\s|$)',
      ],
    ],
  ),
  clauses('was|wo|wie|wer|wann|womit|wofur|worauf|woran|woruber|warum|wenn|welche \\w+', 'ich|mich|mir', [
    ['summary', 'mochte|will(?=\\s|$)|wunsche|wurde(?=\\s|$)|hoffe|vorhabe'],
    [
      'interests',
      'sonst|frei(?:zeit|e zeit)|nicht (?:arbeite|im)|freude|spa(?:ss|ß)|nebenbei|ausgleich|gerne? (?:mache|tue)|privat',
    ],
    ['certificates', 'zertifi|zugelassen|berechtigt|befugt|darf'],
    ['awards', 'stolz|gewonnen|ausgezeichnet|geehrt'],
    ['volunteer', 'engagier|helfe|ehrenamt|einsetze|einbringe'],
    ['publications', 'geschrieben|veroffentlicht|publiziert'],
    ['languages', 'spreche|sprachen'],
    ['projects', 'gebaut|entwickelt|geschaffen|umgesetzt|erfunden'],
    ['contact', 'erreich|zu finden|finden kann'],
    ['skills', 'kann|beherrsche|weiß|weiss|arbeite(?=\\s|$).*mit|gut bin|auskenne'],
    ['education', 'gelernt|studier|ausgebildet|schule|ausbildung'],
    ['work', 'gearbeitet|arbeite|gewesen|war(?=\\s|$)|tatig|getan|gemacht|beschaftigt'],
    ['summary', 'bin|antreibt|ausmacht|suche|will|mochte|biete'],
  ]),
  clauses('ce que|ce qui|ou|la ou|comment|qui|pourquoi|quand|dans quoi|a quoi|de quoi|quelles? \\w+', 'je|j|m|me|moi', [
    ['summary', 'veux|voudrais|souhait|aimerais|desire|espere'],
    ['interests', 'loisirs?|temps libre|aime|plaisir|(?:ne )?travaille pas|a cote|detend'],
    ['certificates', 'certifie|habilite|agree|autorise'],
    ['awards', 'fiers?|fiere|gagne|recompense|prime'],
    ['volunteer', 'engage|aide|benevol|donne'],
    ['publications', 'ecrit|publie'],
    ['languages', 'parle|langues'],
    ['projects', 'cree|construit|realise|concu|fabrique|developpe'],
    ['contact', 'joindre|contacter|trouver'],
    ['skills', 'sais|maitrise|peux|connais|doue'],
    ['education', 'etudi|appris|forme|diplome|ecole'],
    ['work', 'travaill|fait|exerce|passee?(?=\\s|$)'],
    ['summary', 'suis|anime|motive|cherche|recherche|apporte|propose'],
  ]),
  clauses('lo que|que|donde|como|quien|cuando|por que|en que|de que|con que|a que', undefined, [
    ['summary', 'quiero|quisiera|deseo|me gustaria|espero'],
    ['interests', 'no (?:trabajo|estoy)|tiempo libre|me gusta|disfruto|ademas'],
    ['certificates', 'certificad|acreditad|habilitad|autorizad'],
    ['awards', 'orgull|ganado|premiad'],
    ['volunteer', 'ayudo|colaboro|voluntari|echo una mano'],
    ['publications', 'he escrito|he publicado|escribi(?=\\s|$)|publique'],
    ['languages', 'hablo|idiomas'],
    ['projects', 'he creado|he construido|he desarrollado|cree(?=\\s|$)|construi(?=\\s|$)'],
    ['contact', 'encontrarme|contactarme|localizarme'],
    ['skills', 'se hacer|se(?=\\s|$)|puedo|domino|se me da|conozco'],
    ['education', 'estudie|he estudiado|aprendi|he aprendido|me forme|me he formado'],
    ['work', 'trabaje(?=\\s|$)|trabajo(?=\\s|$)|he trabajado|he hecho|he estado'],
    ['summary', 'soy|me mueve|busco|ofrezco|aporto|me motiva'],
  ]),
  clauses('cosa|che cosa|quello che|cio che|dove|come|chi|quando|perche|in che cosa|in cosa|di cosa', undefined, [
    ['summary', 'voglio|vorrei|desidero|mi piacerebbe|spero'],
    ['interests', 'non (?:lavoro|sono al)|tempo libero|mi piace|amo(?=\\s|$)|mi diverte'],
    ['certificates', 'certificat|abilitat|autorizzat'],
    ['awards', 'orgoglios|fier[oa]|ho vinto|premiat'],
    ['volunteer', 'aiuto|volontari|mi impegno|do una mano'],
    ['publications', 'ho scritto|ho pubblicato'],
    ['languages', 'parlo|lingue'],
    ['projects', 'ho (?:creato|costruito|realizzato|sviluppato|progettato)'],
    ['contact', 'trovarmi|contattarmi|raggiungermi'],
    ['skills', 'so(?=\\s|$)|conosco|padroneggio|posso'],
    ['education', 'ho (?:studiato|imparato)|studiai|mi sono format|mi sono laureat'],
    ['work', 'ho (?:lavorato|fatto)|lavoro|sono stat'],
    ['summary', 'sono|cerco|mi muove|mi motiva|offro|porto'],
  ]),
  clauses('o que|onde|como|quem|quando|por que|porque|em que|de que|com que', undefined, [
    ['summary', 'quero|gostaria|desejo|espero|pretendo'],
    ['interests', 'nao (?:trabalho|estou)|tempo livre|gosto|me diverte'],
    ['certificates', 'certificad|habilitad|autorizad'],
    ['awards', 'orgulh|ganhei|premiad'],
    ['volunteer', 'ajudo|voluntari|colaboro'],
    ['publications', 'escrevi|publiquei'],
    ['languages', 'falo|idiomas'],
    ['projects', 'criei|construi|desenvolvi'],
    ['contact', 'encontrar|contactar|contatar'],
    ['skills', 'sei(?=\\s|$)|domino|posso|conheco'],
    ['education', 'estud(?:ei|o)|aprendi|me formei'],
    ['work', 'trabalh(?:ei|o)|fiz|ja fiz|estive'],
    ['summary', 'sou|procuro|busco|me move|ofereco'],
  ]),
  clauses('wat|waar|hoe|wie|wanneer|waarmee|waarvoor|waarom|als|welke \\w+', 'ik|mij|me|mijn', [
    ['summary', 'wil(?=\\s|$)|wens|zou(?=\\s|$)|hoop(?=\\s|$)'],
    ['interests', 'niet (?:werk|aan het)|vrije tijd|graag|daarnaast|verder|ontspan|leuk'],
    ['certificates', 'gecertificeerd|bevoegd|gediplomeerd|mag(?=\\s|$)'],
    ['awards', 'trots|gewonnen|bekroond'],
    ['volunteer', 'help|vrijwillig|inzet|bijdraag'],
    ['publications', 'geschreven|gepubliceerd'],
    ['languages', 'spreek|talen'],
    ['projects', 'gebouwd|gemaakt|ontwikkeld|ontworpen'],
    ['contact', 'bereik|te vinden|vinden'],
    ['skills', 'kan(?=\\s|$)|weet|beheers|goed in'],
    ['education', 'gestudeerd|studeerde|geleerd|leerde|opgeleid'],
    ['work', 'gewerkt|werkte?(?=\\s|$)|gedaan|deed'],
    ['summary', 'ben|drijft|zoek|wil(?=\\s|$)|bied'],
  ]),
  clauses('co|gdzie|jak|kim|kiedy|czym|w czym|czego|z czego|z czym|komu', undefined, [
    ['summary', 'chce(?=\\s|$)|chcial|pragne'],
    ['interests', 'nie pracuje|wolny|wolnym|lubie|poza praca|po pracy'],
    ['certificates', 'certyfik|uprawni'],
    ['awards', 'dumn|wygral|zdobyl'],
    ['volunteer', 'pomagam|wolontari|udzielam|dzialam spolecznie'],
    ['publications', 'napisal|opublikowal'],
    ['languages', 'mowie|jezyk'],
    ['projects', 'stworzyl|zbudowal|zaprojektowal'],
    ['contact', 'skontakt|znalezc'],
    ['skills', 'umiem|potrafie|znam|wiem|dobr[yaz]'],
    ['education', 'studiowal|sie uczy|nauczyl|ukonczy'],
    ['work', 'pracowal|pracuje|robil'],
    ['summary', 'jestem|szukam|oferuje'],
  ]),
  clauses('vad|var|hur|vem|nar|hvad|hvor|hvordan|hvem|hva|det', 'jag|jeg|mig|meg|eg', [
    ['summary', 'vill?(?=\\s|$)|onsk|skulle|hopp|haper|haber'],
    ['interests', '(?:inte|ikke) (?:jobbar|arbetar|arbejder|jobber|arbeider|er pa)|fritid|annars|ellers|garna|gerne'],
    ['certificates', 'certifi|sertifi|behorig|autoris'],
    ['awards', 'stolt|vunnit|vundet|vunnet'],
    ['volunteer', 'engager|hjalper|hjaelper|frivillig|bidrar|bidrager'],
    ['publications', 'skrivit|skrevet|publicer|publiser'],
    ['languages', 'talar|taler|snakker'],
    ['projects', 'byggt|bygget|skapat|skabt|laget|lavet|utvecklat|utviklet'],
    ['contact', 'nar du|nas|kontakta|kontakte|finner|finder'],
    ['skills', 'kan(?=\\s|$)|behersk'],
    ['education', 'studer|laes|last|utbild|uddann|utdann|lart|laert'],
    ['work', 'arbet|jobb|arbejd|arbeid|gjort'],
    ['summary', 'ar(?=\\s|$)|er(?=\\s|$)|soker|soger|vill?(?=\\s|$)'],
  ]),
  clauses('где|что|чем|как|кто|кем|когда|на каких \\p{L}+|в чем|чему|куда', 'я|мне|меня|мной', [
    ['summary', 'хочу|хотел|мечтаю|надеюсь|планирую'],
    ['interests', 'не работаю|свободн|увлека|люблю|отдыха'],
    ['certificates', 'сертиф|аттест'],
    ['awards', 'горжусь|выигра|наград'],
    ['volunteer', 'помогаю|волонт'],
    ['publications', 'написал|опубликовал|публику'],
    ['languages', 'говорю|язык'],
    ['projects', 'созда|построил|сделал|разработал'],
    ['contact', 'связаться|наити|найти'],
    ['skills', 'умею|знаю|могу|владею'],
    ['education', 'учил|училась|обучал|окончил|учусь'],
    ['work', 'работал|делал|занимал|работаю'],
    ['summary', 'ищу|такой|такая|предлагаю'],
  ]),
  clauses('kde|co|jak|kdo|kdy|cim|ceho|s cim|v cem', undefined, [
    ['summary', 'chci(?=\\s|$)|chtel|rad[a]? bych|preji si'],
    ['interests', 'nepracuj|volny|volnem|bavi|rad[a]? delam'],
    ['certificates', 'certifik|opravnen'],
    ['awards', 'pysn|hrd[yaý]|vyhral'],
    ['volunteer', 'pomaham|dobrovoln'],
    ['publications', 'napsal|publikoval'],
    ['languages', 'mluvim|jazyk'],
    ['projects', 'vytvoril|postavil|navrhl'],
    ['contact', 'kontakt|najdete|zastihnete'],
    ['skills', 'umim|ovladam|znam|dokazu'],
    ['education', 'studoval|se ucil|vystudoval|naucil'],
    ['work', 'pracoval|pracuji|delal'],
    ['summary', 'jsem$|hledam|nabizim'],
  ]),
  clauses('nerede|nerelerde|ne|neler|neleri|hangi \\w+|nasil|neden|nelerle', undefined, [
    ['summary', 'ist(?:iyorum|erim|erdim)'],
    ['interests', 'calismadig|bos zaman|severim|hobi'],
    ['certificates', 'sertifika|yetki'],
    ['awards', 'gurur|kazandim|odul'],
    ['volunteer', 'gonullu|yardim'],
    ['publications', 'yazdim|yayinla'],
    ['languages', 'konus|dil'],
    ['projects', 'yaptim|gelistirdim|kurdum'],
    ['contact', 'ulas'],
    ['skills', 'yapabil|bil(?:iyorum|irim)|iyiyim'],
    ['education', 'oku(?:dum|yorum)|ogrendim|mezun'],
    ['work', 'calis(?:tim|iyorum)'],
    ['summary', 'ariyorum|sunuyorum'],
  ]),
  clauses('unde|ce|cum|cine|cand|cu ce|in ce|la ce', undefined, [
    ['summary', 'vreau|(?:as|mi as) (?:vrea|dori)|(?:mi )?doresc|mi ar placea'],
    ['interests', 'nu lucrez|timp(?:ul)? liber|imi place'],
    ['certificates', 'certific|autoriz|atestat'],
    ['awards', 'mandr|am castigat'],
    ['volunteer', 'ajut|voluntar'],
    ['publications', 'am scris|am publicat'],
    ['languages', 'vorbesc|limbi'],
    ['projects', 'am (?:creat|construit|dezvoltat|realizat)'],
    ['contact', 'gasi|contacta'],
    ['skills', 'stiu|pot(?=\\s|$)|cunosc|ma pricep'],
    ['education', 'am (?:studiat|invatat|absolvit)'],
    ['work', 'am (?:lucrat|facut)|lucrez'],
    ['summary', 'sunt|caut|ofer'],
  ]),
  clauses('hol|mit|mi|ki|miben|mivel|hogyan|milyen \\w+|amikor|amit', undefined, [
    ['summary', 'szeretnek|akarok|remelem'],
    ['interests', 'nem dolgoz|szabadid|szeretek'],
    ['awards', 'buszke|nyertem'],
    ['volunteer', 'onkent|segitek'],
    ['languages', 'beszelek|nyelv'],
    ['projects', 'epitettem|keszitettem|fejlesztettem'],
    ['contact', 'elerhet|elerni'],
    ['skills', 'tudok|ertek(?=\\s|$)|jo vagyok'],
    ['education', 'tanultam|vegeztem'],
    ['work', 'dolgoz(?:tam|om)'],
    ['summary', 'vagyok|keresek'],
  ]),
  clauses('missa|mita|kuka|miten|milloin|kun|mihin', undefined, [
    ['summary', 'halua|toivo'],
    ['interests', 'en ole toissa|en tee toita|vapaa-?a'],
    ['awards', 'ylpea|voittanut'],
    ['volunteer', 'vapaaehto|autan'],
    ['languages', 'puhun|kielia'],
    ['projects', 'rakentanut|kehittanyt'],
    ['contact', 'tavoitt'],
    ['skills', 'osaan|hallitsen'],
    ['education', 'opiskel|oppinut|kouluttaut'],
    ['work', 'tyoskennel|tyoskentel|toissa'],
    ['summary', 'etsin|tarjoan'],
  ]),
  clauses('де|що|чим|як|хто|коли|якими \\p{L}+', 'я|мене|мені', [
    ['summary', 'хочу|хотів|хотіла|мрію|бажаю'],
    ['interests', 'не працюю|вільн|люблю'],
    ['awards', 'пишаюс|виграв'],
    ['volunteer', 'допомагаю|волонт'],
    ['publications', 'написа|опубл'],
    ['languages', 'розмовляю|говорю'],
    ['projects', 'створи|розроби|побудува'],
    ['contact', 'знаити|зв'],
    ['skills', 'вмію|умію|знаю|можу|володію'],
    ['education', 'навча|вчи|закінчи'],
    ['work', 'працюва|працюю|роби'],
    ['summary', 'шукаю|пропоную'],
  ]),
];

/** In letters: no heading of one line is longer. */
const LONGEST = 56;
const MOST_WORDS = 8;

/** Printed as a heading is: with a capital, and without the sign that ends a sentence or leads on. */
const isPrintedSo = (text: string): boolean =>
  /^[^\p{L}]*[\p{Lu}\p{Lo}]/u.test(text) && !/[.,;!]$/.test(text.replace(/\.{3}$|…$/, ''));

/** `How I work`, `Why I left my job`, `Wie ich helfen kann`: a manner or a reason, which says nothing of what stands below. */
const OF_MANNER =
  /^(?:how|why|wie|warum|comment|pourquoi|como|por que|come|perche|hoe|waarom|jak|hur|hvordan|как) |\b(?:help|helfe|aide|ayudo|aiuto|ajudo) (?:you|ihnen|vous|te|ti|te)\b/u;

/** Without a word for who speaks, a name may open like a clause (`Kim Robil`): behind its first word such a clause has small letters. */
const goesOnSmall = (text: string): boolean => !/\p{Ll}/u.test(text) || /^[^\p{L}]*\p{L}+ [\p{Ll}¿]/u.test(text);

/** The section that such a clause heads, or that it heads none whatever its words are. */
export function clauseKind(text: string): Said | undefined {
  if (text.length > LONGEST || !isPrintedSo(text)) return undefined;
  const words = foldText(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  if (words.length < 2 || words.length > MOST_WORDS) return undefined;
  const said = words.join(' ');
  for (const { opens, speaks, says } of LANGUAGES) {
    if (!opens.test(said) || !(speaks ? speaks.test(said) : goesOnSmall(text))) continue;
    const kind = says.find(([, stems]) => stems.test(said))?.[0];
    if (kind) return (kind === 'work' || kind === 'volunteer') && OF_MANNER.test(said) ? 'none' : kind;
  }
  return undefined;
}

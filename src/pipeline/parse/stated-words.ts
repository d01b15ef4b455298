/** Words with which people say what they may and want to do: labels by what they announce, and turns of work authorisation. Data only. */
import { squeezeText } from './text-keys.ts';

export type StatedKind = 'workAuthorisation' | 'desiredRoles' | 'relocation' | 'notice' | 'drivingLicences';

const LABELS = {
  workAuthorisation: `work authorisation;work authorization;work authorisation status;work authorization status;authorization to work;employment authorization;work eligibility;employment eligibility;right to work;work permit;work rights;working rights;visa;visa status;visa type;immigration status;residency status;residence permit;residence status;legal status;
    arbeitserlaubnis;arbeitsgenehmigung;aufenthaltstitel;aufenthaltserlaubnis;aufenthaltsstatus;aufenthaltsgenehmigung;visum;visumstatus;autorisation de travail;permis de travail;titre de séjour;carte de séjour;permiso de trabajo;permiso de residencia;situación legal;autorización de trabajo;visado;
    autorização de trabalho;autorização de residência;título de residência;visto;permesso di soggiorno;permesso di lavoro;werkvergunning;verblijfsvergunning;verblijfsstatus;zezwolenie na pracę;pozwolenie na pracę;karta pobytu;arbetstillstånd;uppehållstillstånd;arbejdstilladelse;opholdstilladelse;arbeidstillatelse;
    oppholdstillatelse;työlupa;oleskelulupa;pracovní povolení;povolení k pobytu;çalışma izni;oturma izni;permis de muncă;разрешение на работу;дозвіл на роботу;在留資格;就労資格;ビザ;签证;簽證;工作许可;工作許可;비자;체류자격;취업비자`,
  desiredRoles: `desired role;desired roles;desired position;desired positions;desired job;desired job title;target role;target roles;target position;target job;position sought;positions sought;role sought;job sought;position desired;position applied for;post applied for;applying for;seeking;looking for;interested in;open to;preferred role;preferred roles;preferred position;
    wunschposition;angestrebte position;angestrebte tätigkeit;zielposition;gesuchte stelle;gesuchte position;stellenwunsch;berufswunsch;poste recherché;poste souhaité;poste visé;emploi recherché;métier recherché;puesto deseado;puesto solicitado;puesto buscado;cargo deseado;puesto al que aspira;
    cargo pretendido;cargo desejado;vaga pretendida;área de interesse;posizione desiderata;posizione ricercata;occupazione desiderata;ruolo desiderato;gewenste functie;gezochte functie;poszukiwane stanowisko;stanowisko docelowe;önskad tjänst;ønsket stilling;haluttu tehtävä;požadovaná pozice;hedef pozisyon;aranan pozisyon;
    желаемая должность;бажана посада;希望職種;希望職務;求职意向;應徵職位;应聘职位;应聘岗位;求職職位;期望职位;希望職稱;희망직종;희망직무;지원분야;지원직무`,
  relocation: `relocation;willing to relocate;willingness to relocate;open to relocation;mobility;umzugsbereitschaft;umzug;mobilität;mobilité;mobilité géographique;movilidad;movilidad geográfica;disponibilidad geográfica;mobilidade;disponibilidade para mudança;mobilità;disponibilità a trasferte;disponibilità al trasferimento;verhuisbereidheid;mobiliteit;
    gotowość do przeprowadzki;relokacja;mobilność;flyttbar;готовность к переезду;переезд;готовність до переїзду;勤務地希望;希望勤務地;期望城市;期望工作地;工作地点;희망근무지`,
  notice: `notice period;notice;availability;available from;available;earliest start date;earliest start;possible start date;joining time;kündigungsfrist;verfügbar ab;verfügbarkeit;verfügbar;eintrittstermin;frühester eintrittstermin;frühestmöglicher eintrittstermin;möglicher eintrittstermin;starttermin;préavis;disponibilité;disponible;disponible à partir du;disponible dès le;
    preaviso;disponibilidad;incorporación;fecha de incorporación;disponibilidade;disponível a partir de;aviso prévio;preavviso;disponibilità;disponibile da;opzegtermijn;beschikbaar;beschikbaar vanaf;beschikbaarheid;okres wypowiedzenia;dostępność;dostępny od;uppsägningstid;tillgänglig;opsigelsesvarsel;oppsigelsestid;irtisanomisaika;výpovědní lhůta;nástup možný od;ihbar süresi;
    入社可能日;入社可能時期;到岗时间;可到岗时间;到職日;可上班日;입사가능일;입사 가능일`,
} satisfies Record<Exclude<StatedKind, 'drivingLicences'>, string>;

const BY_KEY: ReadonlyMap<string, StatedKind> = new Map(
  (['workAuthorisation', 'desiredRoles', 'relocation', 'notice'] as const).flatMap((kind) =>
    LABELS[kind].split(';').map((word): [string, StatedKind] => [squeezeText(word), kind]),
  ),
);

/** What a label or a heading announces. */
export const statedKindOf = (label: string): StatedKind | undefined =>
  label.length > 60 ? undefined : BY_KEY.get(squeezeText(label));

/** Turns of permission to work, folded. Nationality alone says nothing of it; citizens of the EU say it with that word. */
export const WORK_AUTHORISATION = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    'work (?:permit|visa|authori[sz]ation|rights)|working (?:visa|rights)|right to work|(?:authori[sz]ed|eligible|entitled|permitted|allowed) to work|employment authori[sz]ation',
    'visa (?:status|sponsorship|required|holder|needed|valid|expires|until|type|class)|(?:valid|current) (?:\\p{L}+ ){1,2}visa|(?:no|valid|uk|us|work|schengen|student|graduate|skilled worker|dependent|dependant|spouse|family|partner|tier \\d|subclass \\d{3}) visa|(?:require|need)s? (?:visa )?sponsorship|no sponsorship|without sponsorship|sponsorship (?:not )?(?:required|needed)',
    'h-?1-?b|h-?4 ead|l-?[12][ab]? visa|o-?1 visa|tn visa|e-?3 visa|j-?1 visa|f-?1(?: visa|[ /(]*(?:opt|cpt|stem))|(?:stem|post-completion) opt|ead(?: card)?|gc ead|green card|permanent resid\\p{L}+|settled status|indefinite leave to remain|ilr|leave to remain|blue card|brp',
    'blaue karte|arbeitserlaubnis|arbeitsgenehmigung|aufenthalts(?:titel|erlaubnis|genehmigung|recht)|niederlassungserlaubnis|freizugigkeit|titre de sejour|carte de (?:sejour|resident)|permis de travail|autorisation de travail|permis [bcgl] \\(suisse\\)',
    'permiso de (?:trabajo|residencia)|autorizacion (?:de|para) traba\\p{L}+|tarjeta de residencia|permesso di (?:soggiorno|lavoro)|carta (?:blu|di soggiorno)|autorizacao (?:de|para) (?:trabalho|residencia|trabalhar)|titulo de residencia|visto de trabalho',
    'werkvergunning|verblijfsvergunning|tewerkstellingsvergunning|zezwolenie na prace|pozwolenie na prace|karta pobytu|karta stalego pobytu|arbetstillstand|uppehallstillstand|arbejdstilladelse|opholdstilladelse|arbeidstillatelse|oppholdstillatelse|tyolupa|oleskelulupa|pracovni povoleni|povoleni k pobytu|calisma izni|oturma izni|permis de munca',
    '(?:eu|eea|eu/eea)[- ]?(?:citizen|national|passport|burger\\p{L}*|staatsburger\\p{L}*)|citoyen(?:ne)? (?:ue|de l.union)|ciudadan[oa] (?:de la )?(?:ue|union)|cittadin[oa] (?:ue|comunitari[oa])|obywatel(?:ka)? ue|разрешение на работу|вид на жительство|дозвіл на роботу',
  ].join(
    '|',
  )})(?![\\p{L}\\p{N}])|在留資格|就労(?:ビザ|資格)|永住(?:者|権)|工作(?:签证|簽證|许可|許可)|永久居[留民]|취업\\s?비자|체류\\s?자격|영주권`,
  'u',
);

/** They may work without more ado: by what the words themselves say. */
export const FREE_TO_WORK =
  /\bcitizen|burger|citoyen|ciudadan|cittadin|cidada|obywatel|permanent resid|green card|settled status|indefinite leave|\bilr\b|\bno (?:visa|work permit|sponsorship)\b|without sponsorship|sponsorship not (?:required|needed)|not require (?:visa )?sponsorship|unrestricted|unbefristet|niederlassungserlaubnis|uneingeschrankt|carte de resident|karta stalego|permanent uppehall|permanent ophold|(?:authori[sz]ed|entitled|eligible|permitted) to work|(?:full )?right to work|work rights|永住|永久居|영주권/u;
export const PERMIT =
  /visa|visum|\bvisto\b|permit|permis |permiso|permesso|karta|blue card|blaue karte|aufenthalts|arbeitserlaubnis|arbeitsgenehmigung|vergunning|tillstand|tilladelse|tillatelse|h-?1-?b|\bopt\b|\bead\b|titre de sejour|carte de sejour|在留|ビザ|签证|簽證|비자/u;
export const SAYS_NO = /(?:^|[^\p{L}])(?:no|not|none|kein\w*|pas|sans|sin|senza|geen|brak|bez|nao)(?![\p{L}])/u;

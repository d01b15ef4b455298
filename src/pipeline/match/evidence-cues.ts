/**
 * Words that say that a skill in the same clause is no work of one's own: denied, planned, being learnt, only watched, or done by
 * others. Folded (no accents, lower case). Grouped by meaning, all languages together: a mixed resume needs all of them anyway.
 */

function phrases(table: string): readonly string[] {
  return table.split(/[|\n]/).flatMap((phrase) => phrase.trim() || []);
}

/** A clause with one of these as a whole word or phrase is no evidence. */
export const CLAUSE_CUES: Readonly<Record<'denied' | 'learning' | 'planned' | 'watched' | 'others', readonly string[]>> = {
  denied: phrases(`
    no experience | no hands-on | no practical | no prior | no professional | no working knowledge | without experience
    never used | never worked | never done | never written | never built | never held | never driven | never managed
    never led | have not | haven't | has not | hasn't | did not | didn't | do not | don't | does not | was not | were not
    not yet | not familiar | not used | not experienced | not my | not me | not part of | cannot | can't | lack of
    not responsible | nothing to do with | rather than | keine erfahrung | keinerlei | keine kenntnisse | keine praxis
    noch nicht | noch keine | noch kein | noch nie | nie selbst | nicht selbst | nicht von mir | nicht ich
    ohne erfahrung | ohne praxis | bisher nicht | bisher keine | nicht zustandig | nicht dabei | pas d'experience
    aucune experience | sans experience | jamais | pas encore | pas moi | ne connais pas | n'ai pas | aucune pratique
    sin experiencia | ninguna experiencia | no tengo | nunca he | todavia no | aun no | no he | sem experiencia
    nenhuma experiencia | ainda nao | nunca trabalhei | nao tenho | senza esperienza | nessuna esperienza | non ancora
    non ho | geen ervaring | nog niet | nog geen | nooit | zonder ervaring | brak doswiadczenia | bez doswiadczenia
    nigdy | jeszcze nie
  `),
  learning: phrases(`
    currently learning | am learning | now learning | still learning | started learning | began learning | learning how
    learning about | learning to | to learn | keen to learn | teaching myself | self-study | self study | studying
    beginner | basics of | basic knowledge | basic understanding | introduction to | introductory | tutorial | tutorials
    online course | online courses | webinar | webinars | bootcamp | evening course | evening class | in my spare time
    in my free time | as a hobby | for fun | own time | getting to know | getting into | reading up | im aufbau
    am lernen | ich lerne | lerne gerade | lerne derzeit | grundkenntnisse | grundlagen in | einarbeitung
    erste kenntnisse | erste einblicke | einblick in | einblicke in | selbststudium | in meiner freizeit | seminar besucht
    kurs besucht | schulung besucht | en cours d'apprentissage | en cours d'acquisition | notions de | notions en
    notions d' | j'apprends | apprendre | initiation | debutant | debutante | decouverte de | autoformation | aprendiendo
    nociones de | conocimientos basicos | nivel basico | iniciacion | aprendendo | nocoes de | conhecimentos basicos
    imparando | nozioni di | conoscenze di base | aan het leren | basiskennis | ucze sie | podstawy | podstawowa znajomosc
  `),
  planned: phrases(`
    plan to | plan on | planning to | planning on | hope to | hoping to | want to | wants to | would like | would love
    wish to | aim to | aiming to | intend to | looking to | looking for | keen to | eager to | curious about
    interested in | interest in | next on my list | my next step | what i want | dream of | someday | that will
    which will | we will | it will | will follow | will be | once we | in the future | one day | geplant | ich mochte
    mochte ich | wurde gern | wurde gerne | interesse an | interessiere mich | angestrebt | kunftig | zukunftig
    in zukunft | strebe | je souhaite | souhaite | j'aimerais | aimerais | envisage | interesse par | a terme
    prochainement | me gustaria | quiero | planeo | interesado en | interesada en | gostaria | pretendo | interesse em
    vorrei | intendo | interesse per | zou graag | van plan | interesse in | chcialbym | chcialabym | planuje
    zainteresowany | zainteresowana
  `),
  watched: phrases(`
    observed the | observed a | observer | observing the | shadowed | shadowing | sat in on | sat with | sat beside
    sat next to | watched | watching | looked over | took minutes | witnessed | attended a | attended the
    attended meetings | attended courses | was present | heard about | tagged along | hospitation | hospitiert
    zugeschaut | zugesehen | mitgelaufen | beobachtet | als gast | teilgenommen | danebengesessen | en observation
    observateur | observatrice | stage d'observation | assiste aux | assiste au | regarde l'equipe | spectateur
    como observador | como observadora | de oyente | asisti a | assisti a | come osservatore | come osservatrice
    meegelopen | meegekeken | jako obserwator
  `),
  others: phrases(`
    worked alongside | working alongside | work alongside | side by side with | was done by | is done by | were done by
    carried out by | taken care of by | handled by | run by | managed by | designed by | built by | written by | made by
    performed by | prepared by | supplied by | led by | owned by | outsourced | handed to | handed over to | passed to
    left to | sent to the | colleagues did | somebody else | someone else | other people | lag bei | liegt bei
    liegen bei | ausgelagert | extern vergeben | vom steuerberater | von kollegen | von der kollegin | vom kollegen
    an der seite | aux cotes de | aux cotes du | a cote de | a cote du | confie a | confiee a | confies au | realise par
    realisee par | realises par | fait par | faite par | faits par | assure par | assuree par | gere par | geree par
    prepare par | prepares par | s'en charge | s'en chargeait | realizado por | realizada por | hecho por | hecha por
    llevado por | junto al equipo | feito por | feita por | realizzato da | realizzata da | fatto da | gestito da
    affiancando | gedaan door | uitgevoerd door | verzorgd door | wykonane przez | wykonywane przez | prowadzone przez
  `),
};

/** A clause (or the part up to the first comma) that begins with one of these denies what follows. */
export const DENYING_STARTS = phrases(`
  no | not | none | never | without | nor | neither | kein | keine | keinen | keinerlei | nicht | nie | ohne | pas
  aucun | aucune | sans | ni | sin | ningun | ninguna | sem | nenhum | nenhuma | nao | non | senza | nessun | nessuna
  geen | niet | zonder | bez | zaden | but not | but no | but never | aber nicht | aber kein | aber keine | mais pas
  mais sans | pero no | pero sin | ma non | mas nao | maar geen | maar niet | ale nie
`);

/** Who does the work when it is not the writer: as the subject of a clause, after "by", or beside whom one sat. */
export const OTHER_PEOPLE = phrases(`
  team | teams | department | agency | agencies | contractor | contractors | subcontractor | consultant | consultants
  supplier | suppliers | vendor | colleague | colleagues | specialist | specialists | developer | developers | engineers
  marketer | accountant | accountants | advisor | nurses | office | group | squad | crew | abteilung | agentur | kollege
  kollegin | kollegen | steuerberater | dienstleister | kanzlei | gruppe | equipe | service | agence | collegue
  collegues | cabinet | prestataire | equipo | agencia | departamento | gestoria | equipa | squadra | agenzia | reparto
  afdeling | bureau | zespol | dzial
`);

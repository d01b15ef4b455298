/** Words of requirements that say nothing about what is required, in eight languages; numbers of years are read elsewhere. */
export const REQUIREMENT_FILLER =
  'experience experienced year years month months minimum least more knowledge skill skills ability able good strong excellent solid proven sound ' +
  'work working worked job role position required requirement must have having least practical professional practice hands relevant similar equivalent comparable ' +
  'understanding familiar familiarity proficient proficiency demonstrated track record degree level background environment current recent valid plus ' +
  'ideally preferred desirable advantage welcome helpful bonus nice one two three four five six seven eight nine ten twelve fifteen twenty day daily at in date ' +
  'hold holder held passed use used using usage confident confidence competent competence expertise expert high highly first ' +
  'erfahrung erfahrungen berufserfahrung jahr jahre jahren monat monate mindestens kenntnis kenntnisse sicher sicherer sichere umgang gut gute guter sehr fundiert fundierte mehrjahrig ' +
  'mehrjahrige einschlagig einschlagige praxis praktisch praktische nachweislich vergleichbar vergleichbare vergleichbares abgeschlossen abgeschlossene wunschenswert vorteil idealerweise eigenstandig ' +
  'ein eine zwei drei vier funf sechs sieben acht neun zehn arbeiten tatigkeit bereich position stelle ' +
  'experience experiences an ans annee annees mois minimum moins connaissance connaissances maitrise bonne bon solide pratique souhaite souhaitee apprecie appreciee exige exigee requis requise poste idealement ou superieur ' +
  'un une deux trois quatre cinq six sept huit neuf dix travail recente recent ' +
  'experiencia ano anos meses mes minimo menos conocimiento conocimientos dominio buen buena solido solida deseable valorable requerido imprescindible dos tres cuatro cinco seis siete ocho trabajo puesto ' +
  'experiencia conhecimento conhecimentos dominio desejavel anos dois tres quatro trabalho esperienza anni mesi almeno conoscenza conoscenze buona ottima gradita lavoro due tre quattro cinque ' +
  'ervaring jaar jaren maanden minimaal kennis goede goed pre werk twee drie vier vijf doswiadczenie lat lata rok miesiecy minimum znajomosc dobra bardzo mile widziane praca dwa trzy cztery piec';

/**
 * What headings of job advertisements say in English, German, French, Spanish, Portuguese, Italian, Dutch and Polish, with
 * the commonest Chinese ones. Written by hand from the way advertisements are written; folded (lower case, no accents).
 * A phrase in the table is found as whole words anywhere in a heading; one with `=` must be the whole heading.
 */
export type Section = 'nice' | 'benefits' | 'apply' | 'pay' | 'must' | 'tasks' | 'company' | 'about';

/** Looked up in this order: "What we offer" before "what we", "nice to have skills" before "skills". */
export const SECTION_PHRASES: readonly (readonly [section: Section, phrases: string])[] = [
  [
    'nice',
    'nice to have|nice to haves|=nice|good to have|great to have|bonus points|=bonus|=bonuses|extra credit|preferred qualifications|preferred skills|preferred experience|preferred requirements|=preferred|preferred but|desirable|desired|' +
      'would be a plus|is a plus|=plus|=pluses|a plus|extra points|optional|would be nice|even better|beneficial|advantageous|we would love|additional skills|not required but|added advantage|assets|=it helps if|=helpful|=welcome|=ideally|=extras|' +
      'von vorteil|wunschenswert|=wunsch|idealerweise|pluspunkte|das ware schon|gern gesehen|=nice to know|zusatzlich punkten|=bonuspunkte|optionale|vorteilhaft|kann kriterien|kannkriterien|' +
      '=atouts|=atout|=les plus|=les petits plus|=le plus|=un plus|vos atouts|serait un plus|seraient un plus|sont un plus|apprecie|appreciees|appreciee|souhaite|souhaitees|souhaitables|=bonus|idealement|' +
      'se valorara|se valora|valorable|valoramos|deseable|deseables|=deseado|=plus|sera un plus|seria un plus|requisitos deseados|=ventajas|suma puntos|' +
      'diferencial|diferenciais|desejavel|desejaveis|sera um plus|valorizamos|valoriza se|mais valias|preferenciais|' +
      'titoli preferenziali|titolo preferenziale|gradito|graditi|gradite|preferibile|preferenziali|costituisce un plus|sara un plus|completano il profilo|nice to know|' +
      'pluspunten|=pre|=pres|een pre|een plus|mooi meegenomen|bij voorkeur|wenselijk|' +
      'mile widziane|dodatkowe atuty|dodatkowym atutem|bedzie atutem|atutem bedzie|=atuty|加分项|加分|优先|优先条件|歓迎|尚可',
  ],
  [
    'benefits',
    "what we offer|we offer|benefits|=perks|perks|what you get|what you will get|what's in it for you|what is in it for you|in return|compensation and benefits|why join|why us|why work|rewards|our offer|what you can expect from us|package|" +
      'wir bieten|bieten wir|unser angebot|unsere benefits|deine vorteile|ihre vorteile|das erwartet dich bei uns|darauf konnen sie sich freuen|darauf kannst du dich freuen|was wir bieten|was wir dir bieten|was wir ihnen bieten|was sie erwarten konnen|leistungen|' +
      'nous offrons|nous vous offrons|nous proposons|ce que nous offrons|ce que nous vous offrons|=avantages|vos avantages|les avantages|on vous offre|pourquoi nous rejoindre|conditions|' +
      'ofrecemos|que ofrecemos|te ofrecemos|beneficios|se ofrece|nuestra oferta|oferecemos|o que oferecemos|beneficios|vantagens|' +
      'cosa offriamo|offriamo|si offre|benefit|vantaggi|wij bieden|we bieden|wat bieden wij|wat wij bieden|arbeidsvoorwaarden|wat krijg je|' +
      'oferujemy|co oferujemy|benefity|我们提供|福利|待遇',
  ],
  [
    'apply',
    'how to apply|apply now|to apply|application|=apply|next steps|interview process|hiring process|recruitment process|contact|' +
      'bewerbung|bewerben|jetzt bewerben|kontakt|ihr ansprechpartner|so geht es weiter|ansprechpartner|' +
      'postuler|candidature|pour postuler|processus de recrutement|como aplicar|inscribete|contacto|candidatura|como se candidatar|candidarsi|come candidarsi|' +
      'solliciteren|sollicitatie|aplikuj|jak aplikowac|kontakt',
  ],
  [
    'pay',
    '=salary|salary range|=pay|pay range|=compensation|=remuneration|compensation range|gehalt|=verdienst|vergutung|salaire|remuneration|salario|retribucion|remuneracao|retribuzione|stipendio|=salaris|wynagrodzenie|薪资',
  ],
  [
    'must',
    "requirements|requirement|=required|qualifications|qualification|must have|must haves|=must|=musts|=needed|=essential|=essentials|essential criteria|what we need|we need|what you need|what you'll need|you will need|you need|you'll need|you have|you'll have|you will have|you bring|what you bring|what you'll bring|you'll bring|you will bring|" +
      "who you are|who are you|about you|your profile|your background|your experience|your skills|candidate profile|ideal candidate|the candidate|=profile|person specification|what we ask|we ask|what we expect|we expect|we are looking for|we're looking for|looking for|who we want|" +
      'what it takes|who it is for|who this is for|for you if|what we look for|what we want|minimum qualifications|basic qualifications|=skills|skills required|required skills|skills and experience|skills & experience|experience and skills|key skills|technical skills|=experience|experience required|required experience|=education|education and experience|' +
      'education & experience|prerequisites|competencies|knowledge and skills|knowledge, skills|need to see|should have|should bring|you should|to be considered|eligibility|licenses|licences|certifications|' +
      'ihr profil|dein profil|=profil|das bringen sie mit|das bringst du mit|bringst du mit|bringen sie mit|was sie mitbringen|was du mitbringst|was wir erwarten|erwarten wir|wir erwarten|anforderungen|anforderungsprofil|voraussetzungen|voraussetzung|qualifikation|qualifikationen|ihre qualifikation|das zeichnet|' +
      'sie haben|du hast|sie verfugen|du verfugst|mitbringen|wir wunschen uns|wen wir suchen|wir suchen|das solltest du|das sollten sie|fachliche kenntnisse|kenntnisse|unverzichtbar|erforderlich|wer du bist|wer sie sind|muss kriterien|' +
      'votre profil|ton profil|profil recherche|profil requis|le profil|competences|competences requises|prerequis|pre requis|exigences|qualifications requises|ce que nous attendons|nous attendons|nous recherchons|vous avez|vous etes|tu as|tu es|indispensable|indispensables|formation|diplome|experience requise|qui etes vous|' +
      'requisitos|requisitos minimos|=perfil|tu perfil|perfil buscado|perfil requerido|que pedimos|que buscamos|buscamos|que necesitas|necesitas|conocimientos|imprescindible|imprescindibles|formacion|experiencia requerida|se requiere|que esperamos|' +
      'requisitos obrigatorios|o que procuramos|procuramos|o que esperamos|o que voce precisa|seu perfil|teu perfil|perfil pretendido|qualificacoes|competencias|exigimos|' +
      'requisiti|il tuo profilo|il profilo|profilo|profilo ricercato|competenze|competenze richieste|cosa cerchiamo|chi cerchiamo|cerchiamo|cosa chiediamo|cosa ti serve|' +
      'functie eisen|functie-eisen|wat vragen wij|wij vragen|wat we vragen|we vragen|jouw profiel|je profiel|=profiel|profiel|dit ben jij|dit breng je mee|wat breng je mee|wat neem je mee|wie ben jij|je hebt|jij hebt|eisen|' +
      'wymagania|nasze wymagania|oczekujemy|oczekiwania|czego oczekujemy|wymagamy|kogo szukamy|twoj profil|kwalifikacje|任职要求|岗位要求|任职资格|职位要求|必備|必须|応募資格|必須',
  ],
  [
    'tasks',
    "responsibilities|responsibility|what you will do|what you'll do|what you do|you will|you'll|your role|the role|role overview|job description|the job|your job|the work|what the work is|duties|key duties|your tasks|tasks|day to day|a typical day|your day|your mission|main duties|accountabilities|what you'll be doing|in this role|the opportunity|your impact|scope|" +
      'aufgaben|ihre aufgaben|deine aufgaben|aufgabengebiet|tatigkeiten|tatigkeit|das erwartet sie|das erwartet dich|was sie erwartet|was dich erwartet|ihre rolle|deine rolle|verantwortung|das machst du|stellenbeschreibung|die stelle|ihr verantwortungsbereich|' +
      'missions|vos missions|tes missions|votre mission|la mission|le poste|vos responsabilites|responsabilites|vos taches|taches|votre role|description du poste|activites|' +
      'funciones|tareas|responsabilidades|tus funciones|que haras|el puesto|descripcion del puesto|mision|tu mision|atividades|funcoes|o que voce vai fazer|a funcao|descricao|' +
      'mansioni|responsabilita|attivita|cosa farai|il ruolo|la posizione|compiti|di cosa ti occuperai|' +
      'taken|werkzaamheden|jouw taken|wat ga je doen|de functie|functieomschrijving|verantwoordelijkheden|jouw rol|dit ga je doen|' +
      'obowiazki|zakres obowiazkow|twoje zadania|zadania|opis stanowiska|czym bedziesz|岗位职责|工作职责|职责|業務内容|仕事内容',
  ],
  [
    'company',
    'about us|who we are|about the company|about our|our company|company description|company overview|our story|our team|our values|our culture|the company|the team|about the team|equal opportunity|diversity|eeo|privacy|' +
      "uber uns|wir uber uns|wer wir sind|das unternehmen|unternehmen|das sind wir|unser team|a propos|qui sommes nous|l'entreprise|entreprise|notre entreprise|notre equipe|presentation|" +
      "sobre nosotros|quienes somos|la empresa|empresa|sobre nos|quem somos|chi siamo|l'azienda|azienda|su di noi|over ons|wie zijn wij|wie we zijn|het bedrijf|bedrijf|o nas|kim jestesmy|o firmie|关于我们|公司介绍",
  ],
  [
    'about',
    'about the role|about this role|about the job|about the position|overview|summary|position summary|job summary|introduction|location|working hours|hours|schedule|start date|contract|uber die stelle|zur stelle|arbeitszeit|arbeitsort|einsatzort|sobre el puesto|horario|lieu|horaires|sobre a vaga|sede|standplaats|lokalizacja|工作地点',
  ],
];

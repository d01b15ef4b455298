/** Printed headings by section, as `squeezeText` keys are made of them. Ten languages; written by us. `|` separates headings. */
export const SECTION_KINDS = [
  'summary',
  'work',
  'education',
  'skills',
  'languages',
  'certificates',
  'projects',
  'publications',
  'awards',
  'volunteer',
  'interests',
  'references',
  'contact',
  'profiles',
  'training',
  'other',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

export const HEADING_ALIASES: Readonly<Record<SectionKind, string>> = {
  summary: `summary|profile|about|about me|professional summary|professional profile|personal profile|personal statement|career summary|executive summary
    |summary of qualifications|qualifications summary|objective|career objective|overview|introduction|personal summary|career profile|who i am|bio|biography|in brief|at a glance
    |profil|kurzprofil|uber mich|zusammenfassung|persönliches profil|berufsprofil|profil professionnel|profil personnel|à propos|a propos de moi|qui suis-je|accroche|en bref|résumé|présentation|objectif|objectif professionnel
    |perfil|perfil profesional|sobre mí|resumen|resumen profesional|acerca de mí|objetivo|objetivo profesional|extracto|presentación
    |perfil profissional|resumo|resumo profissional|sobre mim|objetivo profissional|apresentação|sobre
    |profilo|profilo professionale|profilo personale|chi sono|su di me|riepilogo|sommario|presentazione|sintesi|obiettivo professionale
    |profiel|persoonlijk profiel|over mij|samenvatting|wie ben ik|profilschets|podsumowanie|podsumowanie zawodowe|o mnie|profil zawodowy|cel zawodowy
    |om mig|om meg|profiili|sammanfattning|özet|hakkımda|o mně|обо мне|о себе|个人简介|自我评价|个人总结|个人概述|自我介绍|简介|个人优势|關於我|自我評價|個人簡介|自己pr|職務要約|自己紹介|概要|プロフィール|자기소개|소개`,
  work: `experience|work experience|professional experience|employment|employment history|work history|career history|career|professional background|work
    |relevant experience|professional history|employment experience|positions held|practical experience|job history|industry experience|experience and employment|internships|internship|internship experience|professional appointments|appointments|previous employment|work and experience
    |military experience|military service|teaching experience|clinical experience|research experience|additional experience|other experience|earlier experience|earlier career|further experience|previous experience|selected experience|freelance experience|work placements|placements|leadership experience
    |berufserfahrung|berufserfahrungen|beruflicher werdegang|werdegang|berufspraxis|berufliche erfahrung|berufliche erfahrungen|berufliche laufbahn|beruflicher hintergrund|arbeitserfahrung|praxiserfahrung|praktische erfahrung|praktische erfahrungen|tätigkeiten|berufliche tätigkeit|berufliche tätigkeiten|berufliche stationen|stationen|praktika|praktikum|anstellungen|beschäftigung|nebentätigkeiten|lebenslauf beruf
    |expérience|expériences|expérience professionnelle|expériences professionnelles|parcours|parcours professionnel|emplois|expérience de travail|carrière|stages|stages et emplois|historique professionnel|postes occupés|missions
    |experiencia|experiencia laboral|experiencia profesional|experiencias laborales|trayectoria|trayectoria profesional|historial laboral|trayectoria laboral|prácticas|empleos|experiencia de trabajo
    |experiência|experiência profissional|experiências profissionais|histórico profissional|percurso profissional|experiencia de trabalho|trajetória profissional|carreira|estágios
    |esperienza|esperienze|esperienza professionale|esperienze professionali|esperienza lavorativa|esperienze lavorative|carriera|percorso professionale|tirocini
    |werkervaring|ervaring|loopbaan|werk|arbeidsverleden|professionele ervaring|stages en werkervaring|relevante werkervaring
    |doświadczenie|doświadczenie zawodowe|przebieg kariery|historia zatrudnienia|kariera|praca|przebieg pracy zawodowej|praktyki
    |arbetslivserfarenhet|arbetserfarenhet|erfarenhet|anställningar|yrkeserfarenhet|erhvervserfaring|arbeidserfaring|yrkeserfaring|erfaring|työkokemus|pracovní zkušenosti|zkušenosti|deneyim|iş deneyimi|iş tecrübesi|experiență|experiență profesională
    |опыт|опыт работы|профессиональный опыт|工作经历|工作经验|职业经历|实习经历|工作經歷|工作經驗|工作履历|职业生涯|从业经历|實習經歷|職歴|職務経歴|職務経験|業務経歴|経歴|경력|경력사항|경력 사항|업무 경험|직무 경험`,
  education: `education|academic background|academic history|educational background|academic qualifications|education and qualifications|qualifications|education and training|education & training|schooling|studies|academic|academics|university|education history|degrees|formal education|aus- und weiterbildung|schul- und berufsausbildung|schul- und hochschulbildung|schul- und ausbildung|schulbildung und ausbildung|berufs- und schulausbildung|aus- und fortbildung|ausbildung und weiterbildung|bildung und weiterbildung|ausbildung und studium|studium und ausbildung|professional qualifications and education|academic education|academic record|higher education|education and credentials
    |ausbildung|bildung|bildungsweg|studium|akademische ausbildung|schulbildung|schule|schule und ausbildung|ausbildung und studium|studium und ausbildung|bildungsgang|schulische ausbildung|aus- und weiterbildung|ausbildung und weiterbildung|akademischer werdegang|hochschulausbildung|schulische laufbahn|bildungswerdegang|berufsausbildung|schulausbildung|abschlüsse|qualifikation
    |formation|formations|études|diplômes|parcours scolaire|formation académique|éducation|scolarité|formation initiale|formations et diplômes|diplômes et formations|formation et diplômes|cursus|cursus scolaire|parcours académique|parcours universitaire|cursus universitaire
    |formación|formación académica|educación|estudios|formación y estudios|datos académicos|títulos|titulación|estudios académicos|formación reglada
    |formação|formação académica|formação acadêmica|educação|habilitações|habilitações literárias|habilitações académicas|escolaridade|percurso académico|graduação
    |istruzione|formazione|istruzione e formazione|studi|titoli di studio|percorso di studi|formazione accademica|percorso formativo
    |opleiding|opleidingen|onderwijs|studie|studies|vooropleiding|scholing|opleiding en training|wykształcenie|edukacja|studia|wykształcenie i kursy
    |utbildning|uddannelse|utdanning|utdannelse|koulutus|vzdělání|eğitim|öğrenim|educație|studii|образование|教育|教育背景|教育经历|学历|教育經歷|學歷|教育背景与学历|学习经历|学歴|学歴・職歴|学業|학력|학력사항|교육`,
  skills: `skills|technical skills|key skills|core competencies|competencies|core skills|expertise|areas of expertise|professional skills|skills and abilities|skill set|skillset|technologies|tools|tools and technologies|tech stack|technical expertise|technical proficiencies|proficiencies|specialties|specialities|strengths|key strengths|capabilities|core capabilities|competences|key competencies|abilities|computer skills|it skills|software|software skills|hard skills|soft skills|technical competencies|technical knowledge|knowledge|skills summary|summary of skills|skills and tools|skills and technologies|relevant skills|other skills|additional skills|special skills|professional competencies|areas of knowledge|what i do well|what i can do|technical|skills and expertise|personal skills|transferable skills|digital skills|digital competences
    |kenntnisse|fähigkeiten|kompetenzen|fachkenntnisse|kenntnisse und fähigkeiten|fähigkeiten und kenntnisse|it-kenntnisse|edv-kenntnisse|edv|stärken|besondere kenntnisse|fachliche kenntnisse|fachkompetenzen|kernkompetenzen|technische kenntnisse|qualifikationen|fachliche kompetenzen|fertigkeiten|softwarekenntnisse|persönliche fähigkeiten|skills und kompetenzen|schwerpunkte|methodenkenntnisse|it-kompetenzen|weitere kenntnisse|technologien|fachwissen|persönliche stärken
    |compétences|compétences clés|savoir-faire|savoir-être|points forts|compétences techniques|compétences professionnelles|aptitudes|outils|logiciels|informatique|domaines de compétences|compétences informatiques|connaissances|qualités|atouts|expertises|principales compétences|domaines d'expertise
    |competencias|habilidades|aptitudes|conocimientos|conocimientos técnicos|competencias profesionales|informática|habilidades técnicas|destrezas|competencias técnicas|conocimientos informáticos|capacidades|herramientas|competencias clave|aptitudes y conocimientos|fortalezas
    |competências|aptidões|conhecimentos|competências técnicas|habilidades técnicas|competências profissionais|ferramentas|conhecimentos técnicos|competências pessoais|habilidades e competências|informatica
    |competenze|capacità|abilità|competenze tecniche|conoscenze|competenze professionali|competenze informatiche|capacità e competenze|conoscenze informatiche|strumenti|competenze chiave|competenze digitali
    |vaardigheden|competenties|kennis|kennis en vaardigheden|computervaardigheden|kerncompetenties|expertise|technische vaardigheden|eigenschappen
    |umiejętności|kompetencje|umiejętności techniczne|umiejętności zawodowe|znajomość programów|narzędzia|kluczowe umiejętności|kompetencje zawodowe
    |kompetenser|färdigheter|kunskaper|kompetencer|ferdigheter|kompetanse|taidot|osaaminen|dovednosti|znalosti|schopnosti|beceriler|yetenekler|yetkinlikler|abilități|competențe|навыки|ключевые навыки|умения|профессиональные навыки
    |技能|专业技能|技术栈|技能特长|个人技能|专业能力|職業技能|專業技能|技能與專長|核心技能|职业技能|掌握技能|スキル|技術スキル|得意分野|活かせる経験・知識・技術|活かせるスキル|テクニカルスキル|기술|보유기술|기술 스택|역량|스킬`,
  languages: `languages|language skills|language|spoken languages|language proficiency|foreign languages|linguistic skills|languages spoken
    |sprachen|sprachkenntnisse|fremdsprachen|fremdsprachenkenntnisse|langues|langues étrangères|langues parlées|compétences linguistiques|connaissances linguistiques|idiomas|lenguas|conocimientos de idiomas|competencias lingüísticas
    |línguas|competências linguísticas|lingue|lingue straniere|competenze linguistiche|conoscenze linguistiche|lingue conosciute|talen|talenkennis|taalvaardigheden|taalvaardigheid|języki|języki obce|znajomość języków|znajomość języków obcych
    |språk|språkkunskaper|sprog|språkkunnskaper|språkferdigheter|kielitaito|kielet|jazyky|jazykové znalosti|diller|yabancı dil|yabancı diller|limbi|limbi străine|языки|знание языков|иностранные языки|语言|语言能力|語言|語言能力|外语能力|外语水平|语言水平|語学|語学力|言語|외국어|어학|언어`,
  certificates: `certifications|certificates|certification|licenses|licences|licenses and certifications|licences and certificates|licenses & certifications|certifications and licenses|certificates and licences|professional certifications|tickets|tickets and training|tickets and licences|tickets and cards|credentials|professional qualifications|registrations|registration|professional registration|licensure|licensure and certification|professional licenses|accreditations|training and certifications|certifications and training|licenses and registrations|professional credentials|registrations and licences|certifications & courses|cards and tickets|certifications and credentials|license|professional memberships and certifications|board certifications
    |zertifikate|zertifizierungen|zertifikate und nachweise|nachweise|zertifikate und lizenzen|lizenzen|bescheinigungen|weiterbildungen und zertifikate|zertifikate und weiterbildungen|zulassungen|berechtigungen|scheine|führerscheine|zusatzqualifikationen
    |certificats|certifications professionnelles|habilitations|permis|permis et habilitations|habilitations et permis|certificats et habilitations|attestations|certifications et formations|permis et certifications|caces
    |certificaciones|certificados|licencias|cursos y certificaciones|certificaciones y cursos|acreditaciones|carnets|licencias y certificaciones|títulos y certificados|certificados y cursos
    |certificações|certificados|licenças|cursos e certificações|certificações e cursos|licenças e certificados|carteiras profissionais
    |certificazioni|certificati|abilitazioni|patenti|attestati|certificazioni e corsi|patenti e certificazioni|corsi e certificazioni
    |certificaten|certificeringen|diploma's en certificaten|certyfikaty|certyfikaty i uprawnienia|uprawnienia|kursy i certyfikaty|certyfikaty i kursy|licencje
    |certifieringar|certifikat|sertifikater|sertifikaatit|certifikáty|osvědčení|sertifikalar|certificări|сертификаты|证书|资格证书|专业证书|证书资质|職業證照|證照|认证|职业资格|資格|免許・資格|資格・免許|保有資格|免許|자격증|자격|자격사항`,
  training: `training|courses|professional development|continuing education|further training|training and courses|courses and training|coursework|relevant coursework|continuing professional development|cpd|professional training|workshops|training courses
    |weiterbildung|weiterbildungen|fortbildung|fortbildungen|lehrgänge|kurse|schulungen|seminare|fort- und weiterbildung|fort- und weiterbildungen|fortbildungen und kurse
    |formation continue|formations complémentaires|formations continues|stages de formation|perfectionnement|cursos|formación complementaria|formación continua|otros cursos|formação complementar|cursos complementares|formação contínua|outros cursos|corsi|corsi di formazione|formazione continua|aggiornamento|cursussen|trainingen|trainingen en cursussen|bijscholing|kursy|szkolenia|kursy i szkolenia|szkolenia i kursy|kurser|kurz|kursy|培训|培训经历|培訓經歷|研修`,
  projects: `projects|personal projects|selected projects|key projects|side projects|academic projects|project experience|open source|open source projects|open-source|relevant projects|notable projects|projects and research|portfolio|university projects|software projects|project highlights|major projects|research projects|project list
    |projekte|ausgewählte projekte|projekterfahrung|projekterfahrungen|eigene projekte|referenzprojekte|projektliste|wichtige projekte|projets|projets personnels|projets réalisés|réalisations|projets académiques|proyectos|proyectos personales|proyectos destacados|projetos|projetos pessoais|progetti|progetti personali|projecten|eigen projecten|projekty|projekty własne|projekt|prosjekter|projektit|projeler|proiecte|проекты|项目经历|项目经验|项目|項目經驗|專案經歷|个人项目|プロジェクト|프로젝트|프로젝트 경험`,
  publications: `publications|selected publications|papers|articles|research publications|publications and presentations|presentations|talks|invited talks|patents|conference presentations|publications and patents|books|selected papers
    |publikationen|veröffentlichungen|vorträge|patente|fachartikel|publications et communications|communications|brevets|publicaciones|artículos|ponencias|patentes|publicações|artigos|pubblicazioni|brevetti|publicaties|publikacje|publikationer|julkaisut|publikace|yayınlar|publicații|публикации|论文|发表论文|出版物|学术论文|著作|論文|論文発表|論文・著作|논문`,
  awards: `awards|honors|honours|awards and honors|honors and awards|achievements|accomplishments|awards and achievements|prizes|scholarships|recognition|distinctions|selected honors|awards and recognition|awards & scholarships|honours and awards|scholarships and awards|fellowships|grants|key achievements|prizes and awards|honors & awards
    |auszeichnungen|preise|ehrungen|stipendien|auszeichnungen und preise|preise und auszeichnungen|stipendien und auszeichnungen|erfolge|prix|distinctions|récompenses|prix et distinctions|bourses|premios|reconocimientos|logros|becas|premios y reconocimientos|prémios|prêmios|distinções|conquistas|premi|riconoscimenti|premi e riconoscimenti|borse di studio|prijzen|onderscheidingen|nagrody|nagrody i wyróżnienia|wyróżnienia|osiągnięcia|utmärkelser|priser|palkinnot|ocenění|ödüller|premii|награды|достижения|获奖|获奖情况|荣誉|荣誉奖项|获奖经历|所获荣誉|獲獎|得獎經歷|荣誉证书|受賞|受賞歴|表彰|수상|수상경력`,
  volunteer: `volunteering|volunteer|volunteer experience|volunteer work|voluntary work|community involvement|community service|community|volunteer activities|voluntary experience|civic engagement|volunteering experience|extracurricular activities|extracurriculars|activities and leadership|leadership and activities|social engagement|volunteering and community
    |ehrenamt|ehrenamtliches engagement|engagement|ehrenamtliche tätigkeit|ehrenamtliche tätigkeiten|soziales engagement|gesellschaftliches engagement|freiwilligenarbeit|ehrenämter|bénévolat|engagement associatif|engagements|expérience bénévole|vie associative|activités bénévoles|engagement bénévole|expériences associatives|voluntariado|experiencia de voluntariado|trabajo voluntario|trabalho voluntário|volontariato|esperienze di volontariato|attività di volontariato|vrijwilligerswerk|wolontariat|działalność społeczna|ideellt engagemang|ideella uppdrag|frivilligt arbejde|frivillig arbeid|vapaaehtoistyö|dobrovolnictví|gönüllülük|voluntariat|волонтерство|志愿者经历|志愿服务|志愿经历|社会实践|社团经历|校园经历|志願服務|校内经历|在校经历|ボランティア|ボランティア活動|봉사활동`,
  interests: `interests|hobbies|hobbies and interests|interests and hobbies|personal interests|activities|activities and interests|interests and activities|leisure|other interests|outside work|outside of work
    |interessen|hobbys|hobbies|hobbys und interessen|interessen und hobbys|freizeit|persönliche interessen|centres d'intérêt|centres d’intérêts|centre d'intérêt|loisirs|intérêts|centres d'intérêt et loisirs|passions|hobbies et loisirs|intereses|aficiones|intereses personales|pasatiempos|interesses|passatempos|interessi|hobby|interessi personali|tempo libero|interessi e hobby|interesses|hobby's|hobby's en interesses|zainteresowania|hobby|intressen|interesser|fritidsintressen|fritid|harrastukset|zájmy|koníčky|ilgi alanları|hobiler|interese|hobby-uri|интересы|хобби|увлечения|兴趣爱好|兴趣|爱好|個人興趣|興趣|趣味|趣味・特技|취미|관심사`,
  references: `references|referees|references available upon request|referenzen|références|referencias|referências|referenze|referenties|referencje|referenser|referencer|referanser|suosittelijat|reference|referanslar|referințe|рекомендации|推荐人|推薦人|推薦|参照|추천인`,
  contact: `contact|contact information|contact details|personal details|personal information|personal data|contact info|contacts|contact me|personal particulars|get in touch|details|personal
    |contatos|contactos|contatti|contacten|kontakte|kontakty|kontakt|kontaktdaten|persönliche daten|persönliche angaben|angaben zur person|zur person|personalien|persönliches|coordonnées|contact et coordonnées|informations personnelles|état civil|données personnelles|contacto|datos personales|datos de contacto|información personal|información de contacto|contato|contacto|dados pessoais|informações pessoais|dados de contacto|informações de contato|contatti|dati personali|informazioni personali|recapiti|contactgegevens|persoonsgegevens|persoonlijke gegevens|personalia|dane kontaktowe|dane osobowe|kontakta|kontaktuppgifter|personuppgifter|yhteystiedot|henkilötiedot|osobní údaje|kontakty|iletişim|kişisel bilgiler|date personale|date de contact|контакты|контактная информация|личная информация|личные данные|联系方式|个人信息|基本信息|聯絡方式|個人資料|个人资料|基本资料|連絡先|基本情報|個人情報|氏名|연락처|인적사항|개인정보`,
  profiles: `profiles|links|online profiles|social media|online|social|web|websites|online presence|social profiles|social networks|find me online|profile im netz|soziale netzwerke|réseaux sociaux|liens|réseaux|redes sociales|enlaces|redes sociais|profili social|links|linki|länkar|链接|リンク`,
  other: `other|additional information|further information|further details|additional|other information|miscellaneous|availability|memberships|professional memberships|affiliations|professional affiliations|professional associations|notes|other details|additional details|more|more about me|driving licence|driving license|work authorization|work permit|visa status|notice period|salary expectations|what i want next|what i am looking for|mobility|preferences|other activities|security clearance|clearances|personal qualities|declaration|travel|military|right to work|professional bodies
    |sonstiges|weitere angaben|zusätzliche angaben|zusatzangaben|weitere informationen|weiteres|verfügbarkeit|mitgliedschaften|führerschein|mobilität|zusätzliche informationen|sonstige angaben|sonstige kenntnisse|eintrittstermin|gehaltsvorstellung|wehrdienst|zivildienst|persönlichkeit|diverses|bundeswehr|elternzeit|auszeiten
    |divers|informations complémentaires|disponibilité|informations|autres|autres informations|mobilité|disponibilités|permis de conduire|affiliations|renseignements complémentaires|à savoir|compléments|autres activités
    |otros|otros datos|información adicional|disponibilidad|otros datos de interés|datos de interés|información complementaria|permiso de conducir|afiliaciones|varios
    |outros|outras informações|informações adicionais|disponibilidade|informações complementares|carta de condução|dados adicionais
    |altro|altre informazioni|ulteriori informazioni|disponibilità|informazioni aggiuntive|varie|patente|patente di guida|informazioni supplementari
    |overig|overige|overige informatie|beschikbaarheid|aanvullende informatie|rijbewijs|inne|dodatkowe informacje|dostępność|informacje dodatkowe|prawo jazdy|pozostałe
    |övrigt|annet|øvrigt|muut tiedot|muuta|ostatní|další informace|diğer|ek bilgiler|altele|informații suplimentare|дополнительная информация|дополнительные сведения|прочее|其他|其它|其他信息|附加信息|其他資訊|補充資料|その他|備考|特記事項|本人希望|本人希望記入欄|기타|기타사항`,
};

/** Words that say which section a longer heading is (`Selected Clinical Experience`). Folded whole words; asked only when the line looks like a heading. */
export const HEADING_KEYWORDS: Readonly<Record<string, SectionKind>> = {
  experience: 'work',
  employment: 'work',
  internships: 'work',
  berufserfahrung: 'work',
  werdegang: 'work',
  erfahrung: 'work',
  erfahrungen: 'work',
  experiences: 'work',
  experiencia: 'work',
  experiencias: 'work',
  experiencia_: 'work',
  esperienza: 'work',
  esperienze: 'work',
  werkervaring: 'work',
  loopbaan: 'work',
  kariera: 'work',
  carriera: 'work',
  laufbahn: 'work',
  trayectoria: 'work',
  parcours: 'work',
  doswiadczenie: 'work',
  praktika: 'work',
  career: 'work',
  education: 'education',
  ausbildung: 'education',
  studium: 'education',
  formation: 'education',
  formations: 'education',
  formacion: 'education',
  formacao: 'education',
  istruzione: 'education',
  opleiding: 'education',
  opleidingen: 'education',
  wyksztalcenie: 'education',
  academic: 'education',
  diplomes: 'education',
  etudes: 'education',
  estudios: 'education',
  studi: 'education',
  qualifications: 'education',
  skills: 'skills',
  kenntnisse: 'skills',
  competences: 'skills',
  competencies: 'skills',
  competencias: 'skills',
  competenze: 'skills',
  umiejetnosci: 'skills',
  vaardigheden: 'skills',
  fahigkeiten: 'skills',
  kompetenzen: 'skills',
  habilidades: 'skills',
  technologies: 'skills',
  tools: 'skills',
  expertise: 'skills',
  languages: 'languages',
  sprachen: 'languages',
  sprachkenntnisse: 'languages',
  langues: 'languages',
  idiomas: 'languages',
  lingue: 'languages',
  talen: 'languages',
  jezyki: 'languages',
  linguas: 'languages',
  certifications: 'certificates',
  certificates: 'certificates',
  licences: 'certificates',
  licenses: 'certificates',
  certificats: 'certificates',
  zertifikate: 'certificates',
  certificaciones: 'certificates',
  certificazioni: 'certificates',
  certificacoes: 'certificates',
  tickets: 'certificates',
  certyfikaty: 'certificates',
  habilitations: 'certificates',
  habilitaciones: 'certificates',
  abilitazioni: 'certificates',
  uprawnienia: 'certificates',
  certificados: 'certificates',
  certificati: 'certificates',
  certificaten: 'certificates',
  permisos: 'certificates',
  carnets: 'certificates',
  lizenzen: 'certificates',
  nachweise: 'certificates',
  zertifizierungen: 'certificates',
  projects: 'projects',
  projekte: 'projects',
  projets: 'projects',
  proyectos: 'projects',
  projetos: 'projects',
  progetti: 'projects',
  projekty: 'projects',
  publications: 'publications',
  publikationen: 'publications',
  publicaciones: 'publications',
  publicacoes: 'publications',
  patents: 'publications',
  presentations: 'publications',
  talks: 'publications',
  awards: 'awards',
  honors: 'awards',
  honours: 'awards',
  auszeichnungen: 'awards',
  scholarships: 'awards',
  prix: 'awards',
  premios: 'awards',
  stipendien: 'awards',
  volunteering: 'volunteer',
  volunteer: 'volunteer',
  voluntary: 'volunteer',
  ehrenamt: 'volunteer',
  benevolat: 'volunteer',
  voluntariado: 'volunteer',
  interests: 'interests',
  hobbies: 'interests',
  interessen: 'interests',
  hobbys: 'interests',
  loisirs: 'interests',
  aficiones: 'interests',
  references: 'references',
  referenzen: 'references',
  referees: 'references',
  training: 'training',
  weiterbildung: 'training',
  fortbildung: 'training',
  courses: 'training',
  summary: 'summary',
  profile: 'summary',
  profil: 'summary',
};

/** Labels inside an entry that are no sections. Squeezed keys. */
export const ENTRY_LABELS: ReadonlySet<string> = new Set(
  'highlights,responsibilities,keyresponsibilities,mainresponsibilities,duties,tasks,achievements,keyachievements,accomplishments,keyaccomplishments,description,summary,courses,coursework,aufgaben,tatigkeiten,erfolge,verantwortlichkeiten,hauptaufgaben,missions,responsabilites,realisations,taches,funciones,responsabilidades,logros,principaleslogros,atividades,mansioni,responsabilita,attivita,taken,verantwoordelijkheden,obowiazki,zakresobowiazkow,technologies,keywords,roles,主要职责,工作内容,业绩,工作职责,工作业绩,業務内容,実績'.split(
    ',',
  ),
);

/** As `headings-by-language.ts`, for the north, the east and the south of Europe, its neighbours, and Swahili. Written by us; `|` separates headings. */
import type { SectionKind } from './heading-aliases.ts';

export const HEADINGS_BY_REGION: readonly Readonly<Partial<Record<SectionKind, string>>>[] = [
  // Russian
  {
    summary:
      'профессиональный профиль|профессиональная цель|обо мне кратко|о кандидате|коротко обо мне|краткое описание|профессиональное резюме|ключевая информация|карьерная цель|желаемая должность',
    work: 'трудовой опыт|профессиональный опыт|опыт трудовой деятельности|профессиональная деятельность|предыдущие места работы|опыт и достижения|трудовая биография|карьерный путь|стажировки|стажировка|производственная практика',
    education:
      'образование и обучение|учёба|базовое образование|основное образование|сведения об образовании|полученное образование|образование и квалификация',
    skills:
      'навыки и компетенции|ключевые знания и навыки|умения|умения и навыки|знания и навыки|профессиональные знания|компьютерные навыки|владение компьютером|знание программ|технологии|инструменты|деловые качества|сильные стороны',
    languages: 'владение иностранными языками|знание иностранных языков|языковые навыки',
    certificates: 'курсы, сертификаты|сертификаты и лицензии|документы|аттестаты|аттестаты и сертификаты|свидетельства',
    training:
      'повышение квалификации, курсы|курсы повышения квалификации|курсы и тренинги|тренинги и курсы|дополнительное обучение|курсы и семинары|профессиональная переподготовка',
    projects: 'проекты|ключевые проекты|портфолио',
    publications: 'публикации|научные труды',
    awards: 'награды|достижения|награды и достижения|премии',
    contact: 'личная информация и контакты|персональная информация',
  },
  // Ukrainian and Belarusian
  {
    summary:
      'про кандидата|професійний профіль|коротко про себе|професійна мета|стислий огляд|короткий опис|кар’єрна мета|мета пошуку роботи|пра сябе',
    work: 'трудовий досвід|професійна діяльність|досвід трудової діяльності|попередні місця роботи|кар’єра|трудовий шлях|стажування|практика|вопыт працы',
    education: 'освіта та навчання|основна освіта|базова освіта|освіта і кваліфікація|адукацыя',
    skills:
      'навички та вміння|ключові компетенції|знання та навички|професійні навички та знання|комп’ютерні навички|технології|інструменти|особисті якості|сильні сторони|навички та знання|ділові якості',
    languages: 'мовні навички|знання іноземних мов|володіння іноземними мовами|іноземна мова',
    certificates: 'курси, сертифікати|сертифікати та курси|свідоцтва|сертифікати та ліцензії',
    training: 'курси та тренінги|тренінги|додаткове навчання|курси підвищення кваліфікації',
    projects: 'портфоліо|ключові проєкти',
    publications: 'публікації',
    awards: 'досягнення|нагороди та досягнення',
    volunteer: 'волонтерство|волонтерський досвід',
  },
  // Bulgarian, Macedonian, Serbian
  {
    summary:
      'за мен|профил|професионален профил|обобщение|лични качества и профил|професионална цел|о себи|професионални профил|за себе|профил на кандидата|цел',
    work: 'професионален опит|опит|трудов опит|работен опит|трудов стаж|работно искуство|искуство|професионално искуство|предишни позиции',
    education: 'образование|образование и обучение|образовање|образование и квалификации',
    skills:
      'умения|професионални умения|компютърни умения|вештине|вештини|технически умения|лични умения|дигитални умения|ключови умения|знања и вештине|компетенции и умения',
    languages: 'езици|чужди езици|езикови умения|страни језици|странски јазици|владеене на езици|јазици|познавање језика',
    certificates: 'сертификати|сертификати и курсове|курсове и сертификати|лиценце|дипломи и сертификати',
    training: 'курсове|обучения|допълнителни обучения|допълнителна квалификация|обуке',
    interests: 'интереси|хобита|интересовања',
    references: 'препоръки|препоруке',
    contact: 'контакти|лична информация|лични данни|за контакт|контакт|лични подаци|лични податоци|данни за контакт',
    other: 'допълнителна информация|шофьорска книжка|возачка дозвола',
  },
  // Croatian, Serbian in Latin letters, Bosnian, Slovenian
  {
    summary:
      'o meni|profil|sažetak|osobni profil|profesionalni profil|ukratko o meni|životni cilj|povzetek|o sebi|predstavitev|strokovni profil|kratka predstavitev',
    work: 'radno iskustvo|iskustvo|profesionalno iskustvo|radna povijest|radna istorija|prethodna zaposlenja|zaposlenje|delovne izkušnje|izkušnje|poklicne izkušnje|zaposlitve|delovna doba',
    education:
      'obrazovanje|školovanje|izobrazba|izobraževanje|obrazovanje i osposobljavanje|edukacija|izobrazba in usposabljanje|obrazovanje i usavršavanje|formalno obrazovanje',
    skills:
      'vještine|veštine|znanja i vještine|kompetencije|tehničke vještine|osobne vještine|osobine|računalne vještine|digitalne vještine|spretnosti|znanja|veščine|kompetence|znanja in spretnosti|računalniška znanja|rad na računalu|rad na računaru|sposobnosti',
    languages:
      'jezici|strani jezici|poznavanje jezika|jezične vještine|jeziki|tuji jeziki|znanje jezikov|znanje tujih jezikov|znanje jezika|jezikovna znanja',
    certificates:
      'certifikati|certifikati i tečajevi|licence|potvrde|diplome i certifikati|certifikati in potrdila|licenca|potrdila|tečajevi i certifikati',
    training: 'tečajevi|usavršavanje|edukacije|usposabljanja|tečaji|dodatna izobraževanja|obuke|stručno usavršavanje|seminari',
    projects: 'projekti',
    awards: 'nagrade|priznanja|nagrade i priznanja|nagrade in priznanja|postignuća',
    volunteer: 'volontiranje|prostovoljstvo|prostovoljno delo|volontersko iskustvo',
    interests: 'interesi|hobiji|hobiji i interesi|zanimanja|interesi i hobiji|prosti čas',
    references: 'reference|preporuke|priporočila',
    contact: 'kontakt|osobni podaci|lični podaci|osebni podatki|kontaktni podaci|kontaktni podatki|osobne informacije',
    other: 'vozačka dozvola|vozniško dovoljenje|ostalo|dodatne informacije|dodatne informacije i hobiji|drugo',
  },
  // Czech and Slovak
  {
    summary:
      'osobní profil|o mne|kariérní cíl|profesní cíl|profesionální profil|krátce o mně|pár slov o mně|kdo jsem|souhrn|zhrnutie|kariérny cieľ|profil uchádzače|představení|životopis stručně',
    work: 'profesní praxe|pracovní zkušenost|zkušenosti|předchozí zaměstnání|odborná praxe|dosavadní praxe|kariéra|stáže|brigády|pracovná prax|odborná prax|predchádzajúce zamestnania|zamestnanie|skúsenosti|priebeh zamestnaní|profesijná kariéra',
    education:
      'nejvyšší dosažené vzdělání|vzdělání a školení|vzdělání a kurzy|studia|najvyššie dosiahnuté vzdelanie|štúdium|vzdelanie a kurzy|dosiahnuté vzdelanie|průběh vzdělání|vzdelávanie',
    skills:
      'odborné dovednosti|znalosti|schopnosti|dovednosti|klíčové dovednosti|klíčové kompetence|kompetence|měkké dovednosti|tvrdé dovednosti|pc znalosti|práce s pc|it dovednosti|osobní vlastnosti|zručnosti a schopnosti|kľúčové zručnosti|odborné zručnosti|silné stránky|schopnosti a znalosti|osobné vlastnosti|znalost práce s počítačem',
    languages: 'jazykové dovednosti|jazyková vybavenost|znalost cizích jazyků|cizí jazyk|jazykové zkoušky|ovládanie jazykov',
    certificates:
      'osvědčení a kurzy|kurzy a školení|certifikáty a osvědčení|průkazy|certifikáty a školení|kurzy, certifikáty|licence|průkazy a oprávnění|osvedčenia a kurzy',
    training: 'kurzy a semináře|odborné kurzy|absolvované kurzy|školenia|kurzy a školenia',
    interests: 'zájmy a volný čas|koníčky a zájmy|koníčky|záľuby',
    references: 'reference|referencie',
    contact: 'kontaktní informace|kontakt na mě|osobní a kontaktní údaje|kontaktné údaje',
    other: 'ostatní dovednosti|další dovednosti|doplňující informace|ostatné|ďalšie informácie|řidičák',
  },
  // Hungarian
  {
    summary:
      'szakmai profil|szakmai bemutatkozás|profil|célkitűzés|karriercél|szakmai cél|magamról|rövid bemutatkozás|szakmai önéletrajz összefoglaló|kompetencia összefoglaló',
    work: 'munkatapasztalatok|szakmai tapasztalatok|korábbi munkahelyek|munkahelyi tapasztalat|munkaviszonyok|szakmai gyakorlat|szakmai előélet|karrier|karrierút|tapasztalatok|munkakörök|gyakorlat|munkaköri tapasztalat|foglalkoztatás',
    education:
      'tanulmányi adatok|oktatás és képzés|iskolai tanulmányok|képzések|tanulmány|felsőfokú tanulmányok|oktatás és képzések|legmagasabb iskolai végzettség',
    skills:
      'szakmai kompetenciák|ismeretek, készségek|készségek és kompetenciák|szakmai készségek|készségek, kompetenciák|kulcskompetenciák|digitális kompetenciák|informatikai ismeretek|számítógépes készségek|személyes készségek|egyéni készségek|kompetencia|egyéb készségek|technológiák|személyes kompetenciák',
    languages: 'idegennyelv-ismeret|idegen nyelv|nyelvvizsgák|nyelvi ismeretek|nyelvi kompetenciák|nyelvtudás, nyelvvizsga',
    certificates:
      'egyéb végzettségek|szakképesítések|tanúsítványok, tanfolyamok|képesítések és tanfolyamok|minősítések|oklevelek, tanúsítványok|szakképesítés|tanfolyamok és képzések|szakmai képesítések',
    training: 'továbbképzés|tréningek|képzések, tréningek|kurzusok|tanfolyamok, képzések',
    interests: 'hobbi|hobbik|szabadidő|érdeklődési területek|hobbi, érdeklődés',
    references: 'referencia|ajánlók',
    contact: 'elérhetőség|személyes információk|kapcsolattartás|elérhetőségeim|kontakt|kapcsolati adatok',
    other: 'egyéb ismeretek|jogosítvány|egyéb adatok|további információk|vezetői engedély',
  },
  // Romanian
  {
    summary:
      'rezumat profesional|profil personal|obiectiv|obiective profesionale|obiectivul carierei|sumar profesional|prezentare|prezentare personală|cine sunt|scurtă prezentare|profilul meu',
    work: 'experiență de muncă|experienţă profesională|experienţa profesională|experiență|experiență în muncă|istoric profesional|istoricul locurilor de muncă|experiență relevantă|activitate profesională|parcursul profesional|carieră|stagii|stagii de practică|practică',
    education:
      'educaţie|educație|studii|educaţie şi formare|studii absolvite|pregătire academică|formare|formare profesională și educație|educație și calificări|parcurs educațional|calificări|studii superioare',
    skills:
      'competențe|competenţe|competenţe profesionale|abilități|abilităţi|competențe și abilități|aptitudini și abilități|abilități profesionale|abilități tehnice|abilități personale|competențe personale|cunoștințe|cunoștințe tehnice|cunoștințe pc|cunoștințe operare pc|calități|puncte forte|competențe cheie|competențe dobândite|deprinderi|instrumente',
    languages:
      'limbi|limbi străine cunoscute|limbi cunoscute|competențe lingvistice|limbi vorbite|cunoștințe lingvistice|cunoașterea limbilor străine|competenţe lingvistice',
    certificates:
      'certificate și diplome|diplome și certificate|certificări profesionale|licențe|licențe și certificări|certificări și cursuri|acreditări|certificări şi cursuri|atestate și certificate',
    training:
      'cursuri|cursuri și traininguri|traininguri|cursuri de perfecționare|formare continuă|perfecționare|cursuri absolvite',
    awards: 'premii|distincții și premii|realizări',
    volunteer: 'voluntariat|activitate de voluntariat|experiență de voluntariat',
    interests: 'hobby|hobbyuri|interese|interese și hobby-uri|pasiuni și interese',
    references: 'referințe|recomandări',
    contact: 'date de contact|informații personale|contact|contactează-mă|informaţii personale|detalii de contact',
    other: 'informații suplimentare|permis conducere|alte informații|altele|diverse|informaţii suplimentare',
  },
  // Turkish and Azerbaijani
  {
    summary:
      'kişisel özet|profesyonel özet|kişisel profil|özet bilgi|amaç|hedef|hedefim|ben kimim|profesyonel profil|kişisel bilgi ve hedef|haqqımda|məqsəd|xülasə|mesleki özet|tanıtım|kısaca ben',
    work: 'iş tecrübesi|iş deneyimleri|iş tecrübeleri|çalışma deneyimi|mesleki tecrübe|deneyimler|deneyim|kariyer|kariyer geçmişi|staj|stajlar|staj deneyimi|iş deneyimim|iş təcrübəsi|təcrübə|çalışma geçmişi|çalıştığı yerler|mesleki deneyimler|peşə təcrübəsi',
    education:
      'öğrenim|eğitim|eğitimler|eğitim ve öğretim|akademik geçmiş|öğrenim geçmişi|eğitim hayatı|akademik eğitim|təhsil|okul bilgileri',
    skills:
      'yetenekler|yetkinlikler|beceriler|beceri ve yetkinlikler|yetenek ve beceriler|mesleki beceriler|mesleki yetkinlikler|bilgisayar becerileri|bilgisayar bilgileri|temel yetkinlikler|kişisel yetkinlikler|uzmanlıklar|uzmanlık|teknik bilgiler|kişisel özellikler|bacarıqlar|programlar|araçlar|teknolojiler|güçlü yönler',
    languages:
      'yabancı dil bilgisi|dil yetkinliği|dil yetkinlikleri|dil bilgileri|diller|yabancı dil becerileri|dillər|dil bilikləri|bilinen diller',
    certificates:
      'belgeler ve sertifikalar|sertifika ve belgeler|sertifikalar ve kurslar|sertifikalar ve eğitimler|sertifikalarım|lisanslar|sertifika bilgileri|mesleki belgeler|sertifikatlar|sertifikalar ve lisanslar',
    training:
      'kurslar|seminerler|kurs ve seminerler|kurs bilgileri|eğitim ve seminerler|seminer ve kurslar|katıldığı eğitimler|alınan eğitimler|kurslar ve seminerler',
    projects: 'projeler|projelerim|öne çıkan projeler',
    awards: 'ödüller|başarılar|ödüller ve burslar|burslar',
    volunteer: 'gönüllü çalışmalar|gönüllü faaliyetler|sosyal sorumluluk projeleri|topluluk çalışmaları',
    interests: 'hobiler|ilgi alanlarım|hobi ve ilgi alanları|ilgi alanları ve hobiler|hobbilər|sosyal aktiviteler',
    references: 'referanslar|referans',
    contact: 'iletişim bilgileri|kişisel bilgiler|iletişim bilgilerim|əlaqə|şəxsi məlumatlar|bana ulaşın',
    other: 'diğer|ek bilgiler|ehliyet bilgisi|askerlik bilgisi|diğer bilgiler',
  },
  // Swedish, Danish, Norwegian, Icelandic
  {
    summary:
      'om mig själv|kort presentation|presentation|personligt brev i korthet|personlig presentation|målsättning|profil och mål|min bakgrund|personprofil|faglig profil|kort profil|om mig kort|kort om mig selv|hvem er jeg|karriereprofil|profilbeskrivelse|resume|kort presentasjon|personlig profil|om meg selv|profesjonell profil|oppsummering|um mig|samantekt|ágrip|markmið',
    work: 'arbetserfarenhet|arbetslivserfarenheter|yrkeserfarenheter|tidigare erfarenhet|anställningar|relevant arbetserfarenhet|erfarenhet|erfarenheter|praktik|praktikplatser|arbetsliv|joberfaring|ansættelse|erhvervskarriere|karriereforløb|beskæftigelse|erhvervsmæssig baggrund|arbejdserfaringer|erhvervserfaringer|ansættelsesforhold|erfaring|erfaringer|arbeidserfaringer|yrkeshistorikk|jobberfaring|arbeidshistorikk|jobb|yrkesbakgrunn|yrkespraksis|stillingshistorikk|starfsreynsla|starfsferill|reynsla',
    education:
      'utbildning och kurser|utbildningsbakgrund|akademisk bakgrund|akademiska meriter|examina|uddannelse og kurser|uddannelsesmæssig baggrund|skolegang|utdannelse|utdanningsbakgrunn|skolegang og utdanning|akademisk utdanning|menntun|nám',
    skills:
      'kompetenser|färdigheter|kompetens och färdigheter|yrkeskunskaper|tekniska kunskaper|it-kunskaper|personliga egenskaper|egenskaper|kunskaper och kompetenser|expertis|faglig kompetence|kvalifikationer|færdigheder|kompetencer|tekniske færdigheder|it-kundskaber|it kundskaber|personlige egenskaber|egenskaber|værktøjer|nøglefærdigheder|ferdigheter|kompetanse|kompetanser|kompetanseområder|egenskaper og ferdigheter|tekniske ferdigheter|dataferdigheter|personlige egenskaper|faglig kompetanse|verktøy|styrker|kvalifikasjoner|hæfni|færni|tölvukunnátta',
    languages:
      'språkfärdigheter|språkliga kunskaper|sprogfærdigheder|sprogkompetencer|sprogkendskab|språkkompetanse|språkferdighet|tungumál|tungumálakunnátta',
    certificates:
      'intyg och certifikat|certifikat och intyg|certifikat och behörigheter|behörigheter och certifikat|kurser och intyg|licenser|certifikat & kurser|certifikater og kurser|certifikater og beviser|autorisationer|kursbeviser|bevis|sertifikat og kurs|kurs og sertifisering|sertifikat|kompetansebevis|fagbrev og sertifikater|réttindi|leyfi og réttindi',
    training:
      'fortbildningar|utbildningar och kurser|interna utbildningar|kurser og efteruddannelse|efteruddannelse og kurser|kurs og etterutdanning|etterutdanning og kurs|kursvirksomhet|námskeið',
    volunteer:
      'ideella engagemang|föreningsliv|förtroendeuppdrag|frivilligt arbejde og foreningsliv|foreningsarbejde|tillidshverv|frivillig|frivillig arbeid og verv|verv og frivillig arbeid|sjálfboðaliðastarf',
    interests:
      'fritidsintressen|fritid och intressen|intressen|fritidsinteresser|interesser|fritid og interesser|fritid|áhugamál',
    references: 'referenser|referenser lämnas på begäran|referencer|referanser|meðmælendur|referanser oppgis ved forespørsel',
    contact:
      'kontakta mig|kontakt mig|personlige data|kontakt meg|personlige opplysninger|kontaktopplysninger|personalia|persónuupplýsingar|samskiptaupplýsingar|hafa samband',
    other:
      'övriga meriter|övrig information|övriga upplysninger|øvrige oplysninger|øvrige kvalifikationer|andre oplysninger|annen informasjon|øvrig informasjon|övriga kunskaper|körkort och övrigt|ökuréttindi|annað',
  },
  // Finnish and Estonian
  {
    summary:
      'profiili|lyhyesti minusta|kuka olen|osaamisprofiili|tiivistelmä osaamisesta|tavoite|tavoitteet|minusta lyhyesti|henkilökuvaus|esittelyteksti|ammatillinen profiili|kokkuvõte|minust|lühitutvustus|eesmärk|enesetutvustus',
    work: 'työura|työkokemus ja harjoittelut|ammatillinen kokemus|aiempi työkokemus|työelämäkokemus|keskeinen työkokemus|työsuhteet|harjoittelut|työharjoittelu|aikaisempi työkokemus|töökogemus|tööstaaž|teenistuskäik|töökohad|ametialane kogemus|kogemus',
    education:
      'koulutus ja tutkinnot|tutkinnot ja koulutus|opiskelu|opintotausta|koulutukset ja tutkinnot|haridus|haridustee|haridus ja koolitused|hariduskäik',
    skills:
      'osaaminen|taidot|taidot ja osaaminen|osaaminen ja taidot|ydinosaaminen|erityistaidot|ammatillinen osaaminen|it-osaaminen|atk-taidot|tekninen osaaminen|tietotekninen osaaminen|henkilökohtaiset ominaisuudet|osaamisalueet|oskused|pädevused|arvutioskused|arvutioskus|oskused ja teadmised|isikuomadused',
    languages: 'kielet|kieliosaaminen|keeled|keeleoskus|keelteoskus|võõrkeeled',
    certificates:
      'pätevyydet ja kortit|kortit ja luvat|kortit|sertifikaatit ja kortit|luvat ja kortit|todistukset ja pätevyydet|sertifioinnit|sertifikaadid|tunnistused|kutsetunnistused|load ja sertifikaadid',
    training: 'kurssit ja koulutukset|muu koulutus|lisäkoulutukset|kurssit|koolitused|täiendkoolitused|täiendkoolitus|kursused',
    awards: 'tunnustukset|palkinnot|tunnustused|auhinnad',
    volunteer: 'luottamustoimet|järjestötoiminta|vapaaehtoistyö|vabatahtlik töö',
    interests: 'harrastukset ja kiinnostuksen kohteet|kiinnostukset|hobid|huvid|huvialad',
    references: 'suosittelijat|suositukset|soovitajad',
    contact: 'yhteystietoni|ota yhteyttä|kontakt|kontaktandmed|isikuandmed',
    other: 'muut taidot|lisätiedot|muu|muu info|lisainfo|juhiload|juhiluba|ajokortit',
  },
  // Latvian and Lithuanian
  {
    summary:
      'par mani|kopsavilkums|profils|mērķis|apie mane|santrauka|profilis|tikslas|profesinis profilis|trumpai apie mane|profesionālais profils',
    work: 'darba pieredze|profesionālā pieredze|pieredze|darbo patirtis|profesinė patirtis|patirtis|karjera|nodarbinātība',
    education: 'izglītība|išsilavinimas|mokslas|išsilavinimas ir mokymai|izglītība un apmācība|mokymasis',
    skills:
      'prasmes|iemaņas|kompetences|datorprasmes|prasmes un iemaņas|įgūdžiai|gebėjimai|kompetencijos|kompiuterinis raštingumas|asmeninės savybės|profesiniai įgūdžiai|prasmes un kompetences|techniniai įgūdžiai',
    languages: 'valodas|valodu prasmes|valodu zināšanas|kalbos|užsienio kalbos|kalbų mokėjimas|kalbų žinios',
    certificates: 'sertifikāti|apliecības|sertifikatai|pažymėjimai|sertifikatai ir kursai|licencijos|kursi un sertifikāti',
    training: 'kursi|apmācības|kursai|mokymai|kursai ir mokymai|kvalifikacijos kėlimas',
    interests: 'intereses|hobiji|pomėgiai|interesai|laisvalaikis',
    references: 'atsauksmes|rekomendacijos|ieteikumi',
    contact:
      'kontaktinformācija|kontakti|personīgā informācija|kontaktai|asmeninė informacija|kontaktinė informacija|asmeniniai duomenys',
    other: 'cita informācija|kita informacija|papildoma informacija|papildu informācija|vairuotojo pažymėjimas',
  },
  // Catalan, Galician, Basque
  {
    summary:
      'perfil professional|sobre mi|resum|resum professional|objectiu professional|presentació|sobre min|resumo profesional|profila|niri buruz|laburpena',
    work: 'experiència|experiència laboral|experiència professional|trajectòria professional|experiencia laboral|lan esperientzia|lan-esperientzia|esperientzia profesionala',
    education: 'formació|formació acadèmica|estudis|educació|formación académica|hezkuntza|prestakuntza|ikasketak',
    skills:
      'habilitats|competències|aptituds|coneixements|competències tècniques|habilidades e competencias|trebetasunak|gaitasunak|eines',
    languages: 'idiomes|llengües|linguas|hizkuntzak',
    certificates: 'certificats|certificacions|cursos i certificats|ziurtagiriak|certificacións',
    training: 'formació complementària|cursos|ikastaroak',
    volunteer: 'voluntariat|boluntariotza',
    interests: 'interessos|aficions|zaletasunak',
    contact: 'contacte|dades personals|dades de contacte|datos persoais|datu pertsonalak|harremanetarako',
    other: 'altres|altres dades|informació addicional|outros datos',
  },
  // Albanian, Georgian, Armenian, Kazakh, Uzbek, Swahili
  {
    summary:
      'rreth meje|përmbledhje|profili|ჩემს შესახებ|რეზიუმე|იմ մասին|իմ մասին|ամփոփում|өзім туралы|менің туралы|o‘zim haqimda|wasifu|muhtasari|kuhusu mimi|lengo',
    work: 'përvojë pune|përvoja e punës|eksperienca|përvoja profesionale|სამუშაო გამოცდილება|გამოცდილება|աշխատանքային փորձ|փորձ|жұмыс тәжірибесі|еңбек жолы|тәжірибе|ish tajribasi|mehnat faoliyati|uzoefu wa kazi|uzoefu|historia ya kazi',
    education: 'arsimi|edukimi|arsimimi|განათლება|կրթություն|білімі|білім|ta’lim|ma’lumoti|elimu',
    skills: 'aftësitë|aftësi|shkathtësitë|უნარები|უნარ-ჩვევები|հմտություններ|дағдылар|кәсіби дағдылар|ko‘nikmalar|ujuzi|stadi',
    languages: 'gjuhët|gjuhë|gjuhët e huaja|ენები|ენების ცოდნა|լեզուներ|լեզուների իմացություն|тілдер|тіл білу|tillar|lugha',
    certificates: 'certifikime|certifikata|სერტიფიკატები|վկայականներ|сертификаттар|sertifikatlar|vyeti',
    training: 'trajnime|ტრენინგები|курстар|mafunzo',
    interests: 'interesat|ინტერესები|հետաքրքրություններ|қызығушылықтар|mambo ninayopenda',
    references: 'referenca|რეკომენდაციები|wadhamini',
    contact:
      'kontakti|të dhënat personale|informacione personale|საკონტაქტო ინფორმაცია|პირადი ინფორმაცია|կոնտակտներ|անձնական տվյալներ|байланыс|жеке мәліметтер|aloqa|mawasiliano|taarifa binafsi',
  },
];

import type { Wordings } from './kinds.ts';

export const FRENCH: Wordings = {
  letter: [
    '{name}\n{street}\n{city}\n{email}\n\nObjet : candidature au poste de {job}\n\nMadame, Monsieur,\n\nActuellement {job} à {city}, je me permets de vous adresser ma candidature. Depuis six ans je suis nos plus grands clients et je forme les nouveaux.\n\nDans l’attente de vous rencontrer, je vous prie d’agréer mes salutations distinguées.\n\n{name}',
  ],
  invoice: [
    '{firm}, {city}\n# Facture n° {number}\nDate : {date}\nClient : {name}\nDésignation   Quantité   Prix unitaire   Montant\nEntretien de la chaudière   1   {amount}   {amount}\nTotal HT {amount}\nTVA 20 % {amount}\nTotal TTC {amount}\nÀ régler sous 30 jours. {account}',
  ],
  advert: [
    '# {job} H/F\n{firm} recrute à {city}, CDI\n# Vos missions\n- Piloter les projets avec {skill}\n- Former les nouveaux\n# Profil recherché\n- Bac+3 minimum\n- Maîtrise de {skill} et {skill}\n# Nous offrons\n- {amount} par an\n- Télétravail deux jours\nPostulez : {email}',
  ],
  newsletter: [
    '# La lettre de {firm}, {date}\n# Au sommaire\n- La fête de l’été\n- Nouveaux horaires\nPlus de deux cents visiteurs sont venus à {city}.\nSe désabonner | Mentions légales',
  ],
  contract: [
    '# Contrat de travail à durée indéterminée\nEntre {firm}, {city}, ci-après l’employeur,\net {name}, ci-après le salarié\n# Article 1 : engagement\nLe salarié est engagé à compter du {date} en qualité de {job}.\n# Article 2 : rémunération\nLe salaire mensuel brut est de {amount}.\nFait à {city}, le {date}',
  ],
  reference: [
    '# Attestation de travail\nNous soussignés, {firm}, certifions que {name} a travaillé dans notre société en qualité de {job} du {date} au {date}. En foi de quoi la présente attestation lui est délivrée.\n{city}, le {date}',
  ],
  transcript: [
    '# Relevé de notes\n{school}\nÉtudiant : {name}   Numéro {number}\nUnité   ECTS   Note\nAlgèbre   6   14,5\nStatistiques   6   12\nMoyenne générale 13,4',
  ],
  minutes: [
    '# Compte rendu de la réunion du {date}\nPrésents : {name}, {name}\nExcusé : {name}\n# Ordre du jour\n# 1. Budget\n{name} présente les chiffres.\n# 2. Divers\nProchaine réunion le {date}',
  ],
  thesis: [
    '# De l’usure des roulements\n{name}\n{school}\n# Résumé\nNous étudions l’effet de l’humidité sur la durée de vie.\n# Introduction\nLes roulements s’usent pour bien des raisons.\n# Bibliographie',
  ],
  prices: ['# Tarifs {firm} au {date}\nCoupe femme {amount}\nCoupe homme {amount}\nCouleur {amount}\nSur rendez-vous : {phone}'],
  bank: [
    '# Relevé de compte {number}\nTitulaire : {name}\n{date}   Virement {firm}   {amount}\n{date}   Loyer   -{amount}\nNouveau solde {amount}',
    '# Bulletin de paie\n{firm}\nSalarié : {name}, {job}\nSalaire brut {amount}\nCotisations {amount}\nNet à payer {amount}',
  ],
  recipe: [
    '# Soupe de lentilles\nPour 4 personnes\n# Ingrédients\n- 250 g de lentilles\n- 2 carottes\n# Préparation\nCouper les légumes, ajouter l’eau et cuire 25 minutes.',
  ],
  bio: [
    '{name} est {job} chez {firm} à {city}. Après ses études à {school}, elle a rejoint la maison en 2014. Elle parle souvent de {skill}.',
  ],
  form: [
    '# PRÉNOM NOM\nTitre du poste\n[Adresse] [Téléphone] prenom.nom@example.com\n# EXPÉRIENCE\n[Intitulé du poste], [Entreprise]\n[Dates]\n# FORMATION\n[Diplôme], [Établissement]\n# COMPÉTENCES\n[Compétence 1], [Compétence 2]',
  ],
};

export const SPANISH: Wordings = {
  letter: [
    '{name}\n{city}\n{email}\n\nEstimada señora {surname}:\n\nLe escribo para presentar mi candidatura al puesto de {job}. Desde hace seis años trabajo en {city} con los mayores clientes. Quedo a su disposición para una entrevista.\n\nAtentamente,\n{name}',
  ],
  invoice: [
    '{firm}, {city}\n# Factura {number}\nFecha: {date}\nCliente: {name}\nConcepto   Cantidad   Precio   Importe\nMantenimiento   1   {amount}   {amount}\nBase imponible {amount}\nIVA 21 % {amount}\nTotal {amount}',
  ],
  advert: [
    '# Oferta de empleo: {job}\n{firm}, {city}\n# Funciones\n- Planificar proyectos con {skill}\n- Formar a los nuevos\n# Requisitos\n- Titulación universitaria\n- Dominio de {skill} y {skill}\n# Se ofrece\n- {amount} al año\n- Contrato indefinido\nEnvía tu currículum a {email}',
  ],
  newsletter: [
    '# Boletín de {firm}, {date}\n# En este número\n- Fiesta de verano\n- Nuevos horarios\nMás de doscientas personas vinieron a {city}.\nDarse de baja',
  ],
  contract: [
    '# Contrato de trabajo\nEntre {firm} y {name}\n# Primera\nEl trabajador prestará servicios como {job} desde el {date}.\n# Segunda\nEl salario será de {amount} mensuales.\nEn {city}, a {date}',
  ],
  reference: [
    '# Carta de recomendación\nA quien corresponda: {name} trabajó con nosotros como {job} del {date} al {date} y cumplió siempre con esmero. La recomendamos sin reservas.\n{firm}, {city}',
  ],
  transcript: [
    '# Expediente académico\n{school}\nAlumno: {name}   Número {number}\nAsignatura   Créditos   Calificación\nÁlgebra   6   7,5\nEstadística   6   8,0\nNota media 7,8',
  ],
  minutes: [
    '# Acta de la reunión del {date}\nAsistentes: {name}, {name}\n# Orden del día\n1. Presupuesto\n2. Ruegos y preguntas\nSe levanta la sesión a las 20:00.',
  ],
  prices: ['# Lista de precios {firm}\nCorte {amount}\nColor {amount}\nCita previa: {phone}'],
  bank: [
    '# Extracto de cuenta {number}\nTitular: {name}\n{date}   Nómina {firm}   {amount}\n{date}   Alquiler   -{amount}\nSaldo {amount}',
  ],
  recipe: [
    '# Sopa de lentejas\n# Ingredientes\n- 250 g de lentejas\n- 2 zanahorias\n# Preparación\nPicar la verdura, añadir agua y cocer 25 minutos.',
  ],
  bio: ['{name} es {job} en {firm}, {city}. Estudió en {school} y habla a menudo de {skill}.'],
  form: [
    '# NOMBRE APELLIDOS\n[Dirección] [Teléfono] [Correo]\n# EXPERIENCIA LABORAL\n[Puesto], [Empresa]\n[Fecha inicio] - [Fecha fin]\n# FORMACIÓN\n[Título], [Centro]',
  ],
};

export const PORTUGUESE: Wordings = {
  letter: [
    '{name}\n{city}\n{email}\n\nPrezada senhora {surname},\n\nvenho por este meio apresentar a minha candidatura à vaga de {job}. Há seis anos trabalho em {city}. Fico à disposição para uma entrevista.\n\nCom os melhores cumprimentos,\n{name}',
  ],
  invoice: [
    '{firm}, {city}\n# Fatura {number}\nData: {date}\nCliente: {name}\nDescrição   Quantidade   Preço   Valor\nManutenção   1   {amount}   {amount}\nSubtotal {amount}\nIVA 23% {amount}\nTotal a pagar {amount}',
  ],
  advert: [
    '# Vaga: {job}\n{firm}, {city}\n# Responsabilidades\n- Planejar projetos com {skill}\n# Requisitos\n- Ensino superior\n- Domínio de {skill} e {skill}\n# Oferecemos\n- {amount} por ano\n- Plano de saúde\nCandidate-se: {email}',
  ],
  newsletter: [
    '# Boletim {date}\n# Nesta edição\n- Festa de verão\n- Novos horários\nMais de duzentas pessoas vieram a {city}.\nCancelar inscrição',
  ],
  contract: [
    '# Contrato de trabalho\nEntre {firm}, empregador, e {name}, empregado\n# Cláusula primeira\nO empregado é admitido como {job} a partir de {date}.\n# Cláusula segunda\nA remuneração é de {amount} por mês.',
  ],
  transcript: [
    '# Histórico escolar\n{school}\nAluno: {name}   Matrícula {number}\nDisciplina   Créditos   Nota\nÁlgebra   6   8,0\nEstatística   6   7,5',
  ],
  minutes: ['# Ata da reunião de {date}\nPresentes: {name}, {name}\n# Ordem de trabalhos\n1. Orçamento\n2. Outros assuntos'],
  bank: [
    '# Extrato bancário {number}\nTitular: {name}\n{date}   Salário {firm}   {amount}\n{date}   Aluguel   -{amount}\nSaldo {amount}',
  ],
  recipe: [
    '# Sopa de lentilhas\n# Ingredientes\n- 250 g de lentilhas\n# Modo de preparo\nCorte os legumes e cozinhe por 25 minutos.',
  ],
};

export const ITALIAN: Wordings = {
  letter: [
    '{name}\n{city}\n{email}\n\nOggetto: candidatura per {job}\n\nGentile dottoressa {surname},\n\ncon la presente desidero candidarmi. Da sei anni lavoro a {city} e seguo i clienti più grandi. Resto a disposizione per un colloquio.\n\nCordiali saluti\n{name}',
  ],
  invoice: [
    '{firm}, {city}\n# Fattura n. {number}\nData {date}\nCliente: {name}\nDescrizione   Quantità   Prezzo   Importo\nManutenzione   1   {amount}   {amount}\nImponibile {amount}\nIVA 22% {amount}\nTotale {amount}',
  ],
  advert: [
    '# {job}\n{firm} cerca a {city}\n# Attività\n- Gestione di progetti con {skill}\n# Requisiti\n- Laurea\n- Conoscenza di {skill} e {skill}\n# Offriamo\n- {amount} annui\n- Contratto a tempo indeterminato\nInviare il curriculum a {email}',
  ],
  newsletter: [
    '# Notiziario {date}\n# In questo numero\n- Festa d’estate\n- Nuovi orari\nOltre duecento persone sono venute a {city}.\nAnnulla iscrizione',
  ],
  contract: [
    '# Contratto di lavoro\nTra {firm} e {name}\n# Art. 1\nIl lavoratore è assunto come {job} dal {date}.\n# Art. 2\nLa retribuzione è di {amount} mensili.',
  ],
  reference: [
    '# Lettera di referenze\nSi dichiara che {name} ha lavorato presso di noi come {job} dal {date} al {date} con piena soddisfazione.\n{firm}, {city}',
  ],
  minutes: [
    '# Verbale della riunione del {date}\nPresenti: {name}, {name}\n# Ordine del giorno\n1. Bilancio\n2. Varie ed eventuali',
  ],
  prices: ['# Listino prezzi {firm}\nTaglio {amount}\nColore {amount}\nAppuntamenti: {phone}'],
  bank: [
    '# Estratto conto {number}\nIntestatario: {name}\n{date}   Stipendio {firm}   {amount}\n{date}   Affitto   -{amount}\nSaldo {amount}',
  ],
  recipe: [
    '# Zuppa di lenticchie\n# Ingredienti\n- 250 g di lenticchie\n# Preparazione\nTagliare le verdure e cuocere per 25 minuti.',
  ],
};

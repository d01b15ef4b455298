/** Fictitious people for the demo: nobody here exists; addresses end in example domains, phones are reserved for fiction. */
export interface SamplePerson {
  file: string;
  layout: 'single' | 'sidebar';
  labels: { profile: string; work: string; education: string; skills: string; languages: string; certificates: string };
  name: string;
  headline: string;
  contact: string[];
  profile: string;
  work: { title: string; company: string; place: string; dates: string; points: string[] }[];
  education: { degree: string; school: string; dates: string }[];
  skills: { group: string; items: string[] }[];
  languages: string[];
  certificates: string[];
}

const ENGLISH = {
  profile: 'Profile',
  work: 'Work experience',
  education: 'Education',
  skills: 'Skills',
  languages: 'Languages',
  certificates: 'Certifications',
};
const GERMAN = {
  profile: 'Kurzprofil',
  work: 'Berufserfahrung',
  education: 'Ausbildung',
  skills: 'Kenntnisse',
  languages: 'Sprachen',
  certificates: 'Zertifikate',
};
const FRENCH = {
  profile: 'Profil',
  work: 'Expérience professionnelle',
  education: 'Formation',
  skills: 'Compétences',
  languages: 'Langues',
  certificates: 'Certifications',
};

export const PEOPLE: readonly SamplePerson[] = [
  {
    file: 'maya-lindgren.pdf',
    layout: 'single',
    labels: ENGLISH,
    name: 'Maya Lindgren',
    headline: 'Senior Backend Engineer',
    contact: ['Leeds, United Kingdom', 'maya.lindgren@example.com', '+44 7700 900321', 'github.com/mlindgren-example'],
    profile:
      'Backend engineer who likes slow queries, clear logs and quiet on-call weeks. Eight years with TypeScript, Python and PostgreSQL.',
    work: [
      {
        title: 'Senior Backend Engineer',
        company: 'Tarn Logistics Ltd',
        place: 'Leeds',
        dates: 'Mar 2021 – Present',
        points: [
          'Own the booking API in TypeScript and Node.js on PostgreSQL, 40 million requests a month',
          'Moved twelve services to Kubernetes with Terraform and GitHub Actions; deploys went from weekly to daily',
          'Mentor three engineers and lead design reviews',
        ],
      },
      {
        title: 'Backend Developer',
        company: 'Heron & Vale Insurance plc',
        place: 'Bradford',
        dates: 'Sep 2018 – Feb 2021',
        points: [
          'Built claims services in Python and Django with PostgreSQL and Redis',
          'Introduced automated tests with pytest; escaped defects halved',
          'REST APIs used by four partner brokers',
        ],
      },
    ],
    education: [{ degree: 'BSc Computer Science', school: 'Aire Valley University', dates: '2015 – 2018' }],
    skills: [
      { group: 'Languages', items: ['TypeScript', 'Python', 'SQL', 'Go'] },
      { group: 'Platforms', items: ['Node.js', 'PostgreSQL', 'Redis', 'Kubernetes', 'Docker', 'Terraform', 'AWS'] },
    ],
    languages: ['English (native)', 'Swedish (fluent)'],
    certificates: ['AWS Certified Solutions Architect – Associate, May 2023'],
  },
  {
    file: 'grace-oduya.pdf',
    layout: 'sidebar',
    labels: ENGLISH,
    name: 'Grace Oduya',
    headline: 'Registered Nurse, Intensive Care',
    contact: ['Manchester, UK', 'grace.oduya@example.org', '07700 900114'],
    profile: 'Adult intensive care nurse, nine years at the bedside, three of them in charge of shifts.',
    work: [
      {
        title: 'Senior Staff Nurse, Intensive Care',
        company: 'Irwell General Hospital',
        place: 'Manchester',
        dates: '02/2020 – Present',
        points: [
          'In charge of a 12-bed adult intensive care unit on nights',
          'Mechanical ventilation, vasoactive infusions, continuous renal replacement therapy',
          'Mentor for newly qualified nurses',
        ],
      },
      {
        title: 'Staff Nurse, Acute Medicine',
        company: 'Salford Moor Hospital',
        place: 'Salford',
        dates: '09/2017 – 01/2020',
        points: ['Medication rounds, wound care, discharge planning for 28 beds', 'Link nurse for infection control'],
      },
    ],
    education: [{ degree: 'BSc (Hons) Adult Nursing', school: 'University of the Pennines', dates: '2014 – 2017' }],
    skills: [
      {
        group: 'Clinical',
        items: ['Intensive care', 'Mechanical ventilation', 'Infection control', 'Wound care', 'Medication administration'],
      },
    ],
    languages: ['English (native)', 'Yoruba (fluent)'],
    certificates: ['NMC registration, active', 'Advanced Life Support (ALS), valid to March 2028'],
  },
  {
    file: 'joerg-brandhuber.pdf',
    layout: 'single',
    labels: GERMAN,
    name: 'Jörg Brandhuber',
    headline: 'Bilanzbuchhalter (IHK)',
    contact: ['90402 Nürnberg', 'j.brandhuber@example.de', '+49 171 3920 055'],
    profile: 'Bilanzbuchhalter mit elf Jahren Erfahrung im Mittelstand, sicher in Monats- und Jahresabschlüssen nach HGB.',
    work: [
      {
        title: 'Bilanzbuchhalter',
        company: 'Fränkische Ventilbau GmbH',
        place: 'Nürnberg',
        dates: '04/2019 – heute',
        points: [
          'Monats- und Jahresabschlüsse nach HGB für drei Gesellschaften',
          'Umsatzsteuervoranmeldungen und Abstimmung mit dem Steuerberater',
          'Einführung von DATEV Unternehmen online',
        ],
      },
      {
        title: 'Finanzbuchhalter',
        company: 'Pegnitz Handels KG',
        place: 'Fürth',
        dates: '08/2015 – 03/2019',
        points: ['Debitoren- und Kreditorenbuchhaltung, Zahlungsverkehr', 'Anlagenbuchhaltung und Mahnwesen in DATEV'],
      },
    ],
    education: [
      { degree: 'Geprüfter Bilanzbuchhalter (IHK)', school: 'IHK Akademie Mittelfranken', dates: '2017 – 2018' },
      { degree: 'Ausbildung zum Steuerfachangestellten', school: 'Kanzlei Rothenberg', dates: '2012 – 2015' },
    ],
    skills: [{ group: 'Fachlich', items: ['Jahresabschluss', 'HGB', 'Umsatzsteuer', 'Anlagenbuchhaltung', 'DATEV', 'Excel'] }],
    languages: ['Deutsch (Muttersprache)', 'Englisch (B2)'],
    certificates: [],
  },
  {
    file: 'noemie-castaing.pdf',
    layout: 'sidebar',
    labels: FRENCH,
    name: 'Noémie Castaing',
    headline: 'Sous-cheffe de cuisine',
    contact: ['Lyon, France', 'noemie.castaing@example.fr', '+33 6 39 98 22 41'],
    profile: 'Sous-cheffe dans une brasserie de 90 couverts, hygiène et formation des commis à ma charge.',
    work: [
      {
        title: 'Sous-cheffe de cuisine',
        company: 'Brasserie des Halles Neuves',
        place: 'Lyon',
        dates: '05/2021 – à ce jour',
        points: [
          'Service du soir, brigade de huit personnes',
          'Dossier HACCP, commandes et inventaires',
          'Formation des commis et des apprentis',
        ],
      },
      {
        title: 'Cheffe de partie',
        company: 'Auberge du Pilat',
        place: 'Saint-Étienne',
        dates: '09/2017 – 04/2021',
        points: ['Poste chaud, cuissons et sauces', 'Menus du marché avec les producteurs'],
      },
    ],
    education: [{ degree: 'CAP Cuisine', school: 'Lycée hôtelier du Forez', dates: '2015 – 2017' }],
    skills: [
      { group: 'Cuisine', items: ['HACCP', 'Gestion des stocks', 'Cuisson sous vide', 'Pâtisserie', "Management d'équipe"] },
    ],
    languages: ['Français (langue maternelle)', 'Anglais (B1)'],
    certificates: ['Formation HACCP, 2023'],
  },
];

/** Sent as plain text, as people do. */
export const ELECTRICIAN_TEXT = `Tomasz Wilk
Maintenance electrician
Sheffield, UK | 07700 900233 | tomasz.wilk@example.co.uk

WORK HISTORY
Maintenance Electrician, Don Valley Packaging, Sheffield (June 2019 - present)
- Breakdown maintenance on packing lines: motors, drives, sensors, fault finding on PLC controlled machines
- Planned maintenance and inspection and testing, nights and days
Electrician, Abbeydale Electrical Services Ltd, Sheffield (March 2015 - May 2019)
- Domestic and light commercial installation, first and second fix, consumer unit changes

EDUCATION
NVQ Level 3 Electrotechnical, Loxley College (2012 - 2015)

LICENCES AND CERTIFICATES
18th Edition BS 7671, 2022
ECS gold card
City & Guilds 2391 Inspection and Testing, 2020

SKILLS
PLC fault finding, Inverters, Motor control, Inspection and testing, Preventive maintenance

LANGUAGES
English (fluent), Polish (native)
`;

export const INVOICE = {
  title: 'Invoice 2041',
  lines: [
    'Moorside Office Supplies',
    '14 Quarry Lane, Leeds',
    'Invoice number 2041, date 3 November 2026',
    'Paper A4, 20 boxes, 84.00',
    'Toner, 4 pieces, 212.00',
    'Subtotal 296.00',
    'VAT 20 % 59.20',
    'Amount due 355.20',
    'Payable within 30 days to the account below',
  ],
};

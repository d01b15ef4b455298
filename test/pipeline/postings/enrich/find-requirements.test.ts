import { describe, expect, it } from 'vitest';
import { createTaxonomy } from '../../../../src/pipeline/enrich/create-taxonomy.ts';
import { findRequirements } from '../../../../src/pipeline/postings/enrich/find-requirements.ts';
import { htmlToLines } from '../../../../src/pipeline/postings/enrich/html-to-lines.ts';
import { splitSections } from '../../../../src/pipeline/postings/enrich/split-sections.ts';

const taxonomy = createTaxonomy();
const read = (html: string, language: string): { must: string[]; nice: string[] } => {
  const { requirements } = findRequirements(splitSections(htmlToLines(html)), taxonomy, language);
  return {
    must: requirements.filter((r) => r.kind === 'must').map((r) => r.text),
    nice: requirements.filter((r) => r.kind === 'nice').map((r) => r.text),
  };
};

describe('requirements in lists', () => {
  it.each([
    [
      'en',
      '<h3>What you bring</h3><ul><li>Forklift licence</li><li>Two years in a cold store</li></ul><h3>Bonus points</h3><ul><li>First aid</li></ul><h3>We offer</h3><ul><li>Pension</li></ul>',
      ['Forklift licence', 'Two years in a cold store'],
      ['First aid'],
    ],
    [
      'en',
      '<h3>What you bring</h3><ul><li>18th Edition (BS 7671)</li></ul><h3>Nice to have</h3><ul><li>City & Guilds 2391</li></ul>',
      ['18th Edition (BS 7671)'],
      ['City & Guilds 2391'],
    ],
    [
      'de',
      '<h3>Das bringen Sie mit</h3><ul><li>Gesellenbrief als Tischler</li><li>Führerschein Klasse B</li></ul><h3>Von Vorteil</h3><ul><li>CNC-Kenntnisse</li></ul>',
      ['Gesellenbrief als Tischler', 'Führerschein Klasse B'],
      ['CNC'],
    ],
    [
      'fr',
      '<h3>Profil recherché</h3><ul><li>CAP Boulanger</li><li>Deux ans de tourage</li></ul><h3>Les plus</h3><ul><li>Permis B</li></ul>',
      ['CAP Boulanger', 'Deux ans de tourage'],
      ['Permis B'],
    ],
    [
      'es',
      '<h3>Requisitos</h3><ul><li>Carnet de carretillero</li></ul><h3>Se valorará</h3><ul><li>Inglés</li></ul>',
      ['Carnet de carretillero'],
      ['Inglés'],
    ],
    [
      'nl',
      '<h3>Jouw profiel</h3><ul><li>Rijbewijs B</li></ul><h3>Pluspunten</h3><ul><li>VCA</li></ul>',
      ['Rijbewijs B'],
      ['VCA'],
    ],
    [
      'pl',
      '<h3>Wymagania</h3><ul><li>Prawo jazdy kat. C</li></ul><h3>Mile widziane</h3><ul><li>Karta kierowcy</li></ul>',
      ['Prawo jazdy kat. C'],
      ['Karta kierowcy'],
    ],
    ['it', '<h3>Requisiti</h3><ul><li>Patente B</li></ul><h3>Gradito</h3><ul><li>Inglese</li></ul>', ['Patente B'], ['Inglese']],
    [
      'pt',
      '<h3>O que procuramos</h3><ul><li>Carta de condução</li></ul><h3>Diferenciais</h3><ul><li>Francês</li></ul>',
      ['Carta de condução'],
      ['Francês'],
    ],
  ])('under headings (%s)', (language, html, must, nice) => {
    expect(read(html, language)).toEqual({ must, nice });
  });

  it('takes the wish inside an item for a wish, also beside a must', () => {
    expect(
      read(
        '<h3>Qualifications</h3><ul><li>Teaching certificate required, choir experience preferred</li><li>Piano is a plus</li></ul>',
        'en',
      ),
    ).toEqual({ must: ['Teaching certificate'], nice: ['Choir', 'Piano'] });
  });

  it('keeps a choice whole and parts a list of skills', () => {
    expect(
      read(
        '<h3>Requirements</h3><ul><li>Experience with React, Vue or Angular</li><li>Knowledge of Python, SQL and Docker</li></ul>',
        'en',
      ).must,
    ).toEqual(['React, Vue or Angular', 'Python', 'SQL', 'Docker']);
  });

  it('cuts explanations and leaves bare years to minYears', () => {
    expect(
      read(
        '<h3>Must</h3><ul><li>Three years of dry-stone walling: repairs, new builds</li><li>5+ years of experience</li><li>A van, as the sites are far apart</li></ul>',
        'en',
      ).must,
    ).toEqual(['Three years of dry-stone walling', 'Van']);
  });

  it('knows a list of requirements without a heading from one of tasks', () => {
    const html =
      '<p>We mend organs.</p><ul><li>Tune pipes in three counties</li><li>Talk to parish councils about money</li></ul><p>Then this:</p><ul><li>Driving licence</li><li>Two years in an organ workshop</li></ul>';
    expect(read(html, 'en').must).toEqual(['Driving licence', 'Two years in an organ workshop']);
  });
});

describe('requirements in prose', () => {
  it.each([
    [
      'en',
      'You must hold a pilotage certificate. Radar knowledge would help. A degree is not required.',
      ['Pilotage certificate'],
      ['Radar'],
    ],
    [
      'en',
      'We look for three years of stage rigging. Welding is a plus, and so is a first aid card.',
      ['Three years of stage rigging'],
      ['Welding', 'First aid card'],
    ],
    [
      'en',
      'Required: a forklift licence, two years of order picking, a clean driving licence.',
      ['Forklift licence', 'Two years of order picking', 'Clean driving licence'],
      [],
    ],
    [
      'en',
      'The successful candidate will have: a gas certificate, two years of boiler repair, and a clean licence.',
      ['Gas certificate', 'Two years of boiler repair', 'Clean licence'],
      [],
    ],
    ['en', 'We are looking for an experienced roofer to join our team. You should be CSCS registered.', ['CSCS registered'], []],
    ['en', 'A crane licence is required. Two years of yard work.', ['Crane licence', 'Two years of yard work'], []],
    [
      'es',
      'Imprescindible: carnet B. Se valorará máster en logística y nivel alto de inglés.',
      ['Carnet B'],
      ['Máster en logística', 'Nivel alto de inglés'],
    ],
    [
      'de',
      'Erforderlich ist ein Staplerschein. Englisch ist von Vorteil. Wir suchen Verstärkung.',
      ['Staplerschein'],
      ['Englisch'],
    ],
    [
      'de',
      'Wir erwarten zwei Jahre Erfahrung im Messebau. Idealerweise bringen Sie einen Führerschein mit.',
      ['Zwei Jahre Erfahrung im Messebau'],
      ['Bringen Sie einen Führerschein mit'],
    ],
    [
      'fr',
      'Il nous faut deux ans de pâtisserie. Le permis B serait un plus. Diplôme indifférent.',
      ['Deux ans de pâtisserie'],
      ['Permis B'],
    ],
    ['es', 'Se requiere carnet de camión. Se valorará experiencia con grúas.', ['Carnet de camión'], ['Grúas']],
    ['it', 'Si richiede la patente C. Gradita la conoscenza del tedesco.', ['Patente C'], ['Tedesco']],
    ['nl', 'Wij vragen een rijbewijs C. Bij voorkeur spreek je Duits.', ['Rijbewijs C'], ['Spreek je Duits']],
    ['pl', 'Wymagane prawo jazdy kat. B. Mile widziana znajomość AutoCAD.', ['Prawo jazdy kat. B'], ['Znajomość AutoCAD']],
  ])('%s: %s', (language, text, must, nice) => {
    expect(read(`<p>${text}</p>`, language)).toEqual({ must, nice });
  });

  it('does not take a welcome to people, nor benefits, nor the firm for requirements', () => {
    expect(
      read(
        '<p>Women and career returners are very welcome.</p><h3>What we offer</h3><p>Language courses are required by nobody, a driving licence is paid.</p><h3>About Brack & Co</h3><p>Two years of growth required new halls.</p>',
        'en',
      ),
    ).toEqual({ must: [], nice: [] });
  });

  it('falls back to sentences with years or a licence where no wording asks for anything', () => {
    expect(read('<p>A ticket for slinging, twelve months of yard work, and a person who likes mornings.</p>', 'en').must).toEqual(
      ['Ticket for slinging', 'Twelve months of yard work'],
    );
  });

  it('gives each requirement its kind, skills, months and whether it is a credential', () => {
    const { requirements } = findRequirements(
      splitSections(
        htmlToLines(
          '<h3>Must</h3><ul><li>Two years of Python</li><li>Driving licence</li></ul><h3>Tasks</h3><ul><li>Write SQL reports</li></ul>',
        ),
      ),
      taxonomy,
      'en',
    );
    expect(requirements.map(({ kind, months, credential }) => ({ kind, months, credential }))).toEqual([
      { kind: 'must', months: 24, credential: false },
      { kind: 'must', months: undefined, credential: true },
      { kind: 'context', months: undefined, credential: false },
    ]);
    expect(requirements[0]?.skills).toEqual(taxonomy.findSkills('Python').map((m) => m.skill.id));
    expect(requirements[0]?.skills).toHaveLength(1);
    expect(requirements[1]?.words.length).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../src/pipeline/enrich/detect-language.ts';
import { tellBySmallWords } from '../../../src/pipeline/enrich/tell-by-small-words.ts';

const TEXTS: Record<string, string> = {
  en: 'You look after the pumps of three waterworks and keep their logs. We want somebody who has worked with valves before and who can read drawings. This is a day shift, and your van comes with the job.',
  de: 'Sie betreuen die Pumpen von drei Wasserwerken und führen das Protokoll. Wir suchen eine Person, die schon mit Ventilen gearbeitet hat und Zeichnungen lesen kann. Der Wagen wird gestellt, die Arbeit ist nicht im Schichtdienst.',
  fr: "Vous suivez les pompes de trois usines d'eau et tenez le registre. Nous cherchons une personne qui a déjà travaillé avec des vannes et qui lit les plans. Votre camionnette est fournie, les horaires sont de jour dans notre secteur.",
  es: 'Cuidas las bombas de tres plantas de agua y llevas el registro. Buscamos a alguien que ya haya trabajado con válvulas y lea los planos. La furgoneta es de la empresa y los turnos son de día, con las tardes libres y los viernes cortos.',
  it: 'Ti occupi delle pompe di tre impianti e tieni il registro della manutenzione. Cerchiamo una persona che conosca le valvole e che legga i disegni nel cantiere. Il furgone è nostro, gli orari sono di giorno e alla sera si torna a casa.',
  nl: 'Je zorgt voor de pompen van drie waterbedrijven en houdt het logboek bij. Wij zoeken iemand die al met kleppen werkte en niet bang is voor tekeningen. De bus is van onze zaak en het werk is overdag, bij mensen aan huis.',
  pl: 'Dbasz o pompy trzech zakładów wodnych oraz prowadzisz dziennik. Szukamy osoby, dla której praca przy zaworach jest codziennością i która czyta rysunki, które dostaje się na miejscu. Samochód jest firmowy, godziny pracy są dzienne.',
};

describe('the language of an advertisement', () => {
  for (const [language, text] of Object.entries(TEXTS)) {
    it(`is told by its small words (${language})`, () => {
      expect(tellBySmallWords(text)).toBe(language);
      expect(detectLanguage(text, { hint: 'xx' })).toBe(language);
    });
  }

  it.each([
    [
      'pt',
      'Cuida das bombas de três estações de água e mantém o registo. Procuramos uma pessoa que já tenha trabalhado com válvulas e que saiba ler desenhos. A carrinha é da empresa e os turnos são de dia, com as tardes livres para a família.',
    ],
    [
      'da',
      'Du passer pumperne på tre vandværker og fører loggen. Vi søger en person, der har arbejdet med ventiler før, og som kan læse tegninger. Det er dagarbejde, og bilen følger med, så du kan køre hjem hver aften fra kunderne.',
    ],
    [
      'sv',
      'Du sköter pumparna på tre vattenverk och för loggboken. Vi söker en person som har arbetat med ventiler förut och som kan läsa ritningar. Det är dagtid, och bilen ingår, så att du kan köra hem varje kväll från kunderna.',
    ],
  ])('is left to the statistics of letters where no small word tells: %s', (language, text) => {
    expect(tellBySmallWords(text)).toBeUndefined();
    expect(detectLanguage(text)).toBe(language);
  });

  it('is not decided by the words of a text in two languages', () => {
    expect(tellBySmallWords(`${TEXTS.en} ${TEXTS.de}`)).toBeUndefined();
  });

  it('is told by three small words of a text that is short of sentences', () => {
    const text =
      'Leading Hand Electrician. Banksia Power. Commissioned a 60 MW solar farm. High voltage switching, fault finding. Ran the night crew and trained two apprentices with no lost days from injuries.';
    expect(tellBySmallWords(text)).toBe('en');
  });

  it.each([
    [
      'en',
      'Forklift operator in cold stores of the Tallow Group. Night shift, 40 loads a day. Counter-balance and reach truck. Trained new starters for a yard in Hull. No days lost to injuries by now.',
    ],
    [
      'fr',
      'Cheffe pâtissière formée à Tours. Maison Albarine. Brigade de 6 personnes, carte des desserts. Coût des matières ramené de 30 % à 24 %. Traiteur Sologne: banquets jusqu’à 300 convives, avec le service du soir. Poste des entremets, chaud et froid, par roulement.',
    ],
  ])('is told by two words of its own where what languages share goes the same way: %s', (language, text) => {
    expect(tellBySmallWords(text)).toBe(language);
  });

  it.each([
    [
      'two words of its own against one of another',
      'Operator of a van and a crane, in the yard. Leiter der Gruppe für Kräne und Bagger in Bremen.',
    ],
    ['two words of its own alone', 'Kran and Bagger, Halle Nord. Vacature the Pilot.'],
    ['shared words alone', 'Operator of cranes in Leeds, for a port, at night, on call, by rail to Hull.'],
  ])('is not told by %s', (_what, text) => {
    expect(tellBySmallWords(text)).toBeUndefined();
  });

  it('is English although half of the letters are names in capitals', () => {
    const names =
      'Senior Backend Engineer KESTREL HOLDINGS KESTREL HOLDINGS NORTHGATE NORTHGATE GMBH - NORTHGATE Likes: 0 Dislikes: 0 Love: 0 ';
    expect(detectLanguage(`${names}You build the services that our shops need and run them with the team who wrote them.`)).toBe(
      'en',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { jobs, parse } from './build-document.ts';

/** The jobs of `lines` without their dates, which are written behind them. */
function read(heading: string, ...lines: string[]): string[] {
  const entries = lines.map((line, i) => `${line} (${2019 - 2 * i} - ${2021 - 2 * i})\n- Task number ${i}`);
  return jobs(parse(`Nora Brandvold\nnora@example.com\n\n${heading}\n${entries.join('\n')}\n`)).map((job) =>
    job.replace(/ \[.*/, ''),
  );
}

describe('a title and its employer with a word between them', () => {
  it('Dutch', () => {
    expect(
      read(
        'Werkervaring',
        'Teamleider Magazijn bij Acme B.V., Utrecht',
        'Magazijnmedewerker bij de Jumbo, Amersfoort',
        'Kassière bij het Kruidvat',
      ),
    ).toEqual(['Teamleider Magazijn @ Acme B.V., Utrecht', 'Magazijnmedewerker @ Jumbo, Amersfoort', 'Kassière @ Kruidvat']);
  });

  it('before a firm in a script without capitals', () => {
    expect(read('Experience', '会计 at 长江贸易有限公司', 'エンジニア at 株式会社ほしの')).toEqual([
      '会计 @ 长江贸易有限公司',
      'エンジニア @ 株式会社ほしの',
    ]);
  });

  it('Italian', () => {
    expect(
      read(
        'Esperienze',
        'Responsabile contabilità presso Alfa S.r.l., Milano',
        'Impiegata amministrativa presso lo Studio Bianchi, Monza',
        "Commessa presso l'Emporio Verdi",
      ),
    ).toEqual([
      'Responsabile contabilità @ Alfa S.r.l., Milano',
      'Impiegata amministrativa @ Studio Bianchi, Monza',
      'Commessa @ Emporio Verdi',
    ]);
  });

  it('Polish', () => {
    expect(
      read(
        'Doświadczenie zawodowe',
        'Specjalista ds. marketingu w Alfa Sp. z o.o., Kraków',
        'Asystentka w firmie Beta, Wieliczka',
        'Nauczyciel w Szkole Podstawowej nr 3',
      ),
    ).toEqual([
      'Specjalista ds. marketingu @ Alfa Sp. z o.o., Kraków',
      'Asystentka @ Beta, Wieliczka',
      'Nauczyciel @ Szkole Podstawowej nr 3',
    ]);
  });

  it('Spanish, Portuguese, Swedish, where the word is one for `in`', () => {
    expect(read('Experiencia', 'Ingeniera Senior en Acme S.L., Madrid', 'Camarera en Hotel Sol, Sevilla')).toEqual([
      'Ingeniera Senior @ Acme S.L., Madrid',
      'Camarera @ Hotel Sol, Sevilla',
    ]);
    expect(read('Experiência', 'Enfermeira no Hospital de Santa Maria, Lisboa', 'Auxiliar na Clínica Azul, Porto')).toEqual([
      'Enfermeira @ Hospital de Santa Maria, Lisboa',
      'Auxiliar @ Clínica Azul, Porto',
    ]);
    expect(read('Arbetslivserfarenhet', 'Svetsare hos Acme AB, Malmö', 'Lagerarbetare på Foo AB, Lund')).toEqual([
      'Svetsare @ Acme AB, Malmö',
      'Lagerarbetare @ Foo AB, Lund',
    ]);
  });

  it('what is no firm stays with the title', () => {
    expect(read('Experiencia', 'Especialista en Marketing Digital, Foo S.A.', 'Consultora en Seguros, Acme S.L.')).toEqual([
      'Especialista en Marketing Digital @ Foo S.A.',
      'Consultora en Seguros @ Acme S.L.',
    ]);
    expect(read('Experience', 'Head of Nursing, Vale Ltd', 'Engineer in Test, Acme Ltd')).toEqual([
      'Head of Nursing @ Vale Ltd',
      'Engineer in Test @ Acme Ltd',
    ]);
  });

  it('is printed as it stands where it belongs to a name', () => {
    const [job] = read('Berufserfahrung', 'Bäcker, Brot bei Nacht GmbH');
    expect(job).not.toContain(' at ');
  });
});

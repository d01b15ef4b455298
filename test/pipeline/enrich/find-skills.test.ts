import { describe, expect, it } from 'vitest';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { processorMs } from '../../processor-ms.ts';

const taxonomy = createTaxonomy();
const ids = (text: string): string[] => taxonomy.findSkills(text).map(({ skill }) => skill.id);

describe('skills in running text', () => {
  it.each([
    ['Go, Docker and Kubernetes', ['go', 'docker', 'kubernetes']],
    ['Wrote services in Go and moved them to AWS', ['go', 'aws']],
    ['Go developer in a team of four', ['go']],
    ['C, C++, C# and .NET', ['c-language', 'c-plus-plus', 'c-sharp', 'dotnet']],
    ['Node.js behind a REST interface', ['node-js', 'rest-api']],
    ['set up CI/CD, ran A/B testing, tuned T-SQL', ['ci-cd', 'a-b-testing', 't-sql']],
    ['Python, R, Stata', ['python', 'r-language', 'stata']],
    ['Java, Spring, Hibernate', ['java', 'spring', 'hibernate']],
    ['MIG/MAG and TIG welding to drawing', ['mig-welding', 'tig-welding']],
    ['Kreditoren- und Debitorenbuchhaltung in DATEV', ['accounts-payable', 'accounts-receivable', 'datev']],
    ['habilitation électrique B2V, permis B', ['habilitation-electrique', 'driving-licence']],
    ['Titulaire du CAP cuisine, hygiène alimentaire', ['cap-cuisine', 'haccp']],
    ['conducción de camiones con carnet C+E y ADR', ['truck-driving', 'hgv-class-1-licence', 'adr']],
    ['elaborazione paghe e IVA', ['payroll', 'vat']],
    ['naliczanie wynagrodzeń, spawanie, wózek widłowy', ['payroll', 'welding', 'forklift-operation']],
    ['boekhouding en salarisadministratie', ['accounting', 'payroll']],
    ['熟悉机器学习和深度学习', ['machine-learning', 'deep-learning']],
    ['ACLS, BLS and PALS held', ['acls', 'bls', 'pals']],
    ['P&L responsibility for two sites', ['p-and-l-management']],
    ['Excelkenntnisse und SAP-Kenntnisse', ['microsoft-excel', 'sap']],
  ])('finds them in %j', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it.each([
    'Go to the shop',
    'We let people go early and rest in spring',
    'Joined in Spring 2019 after a year abroad',
    'American Express branch on High Street',
    'reacts fast, excels at listening, a swift answer',
    'made pals with the neighbours, wore a cap',
    'Section C of the form; see appendix R',
    'mes collègues et moi',
    'The agency ran everything from Leeds, near the rail line to Ripon',
    'Puppet theatre for children',
    'a 30 minutes walk',
  ])('finds no skill in %j', (text) => {
    expect(ids(text)).toEqual([]);
  });

  it('needs the area for a word that means something else elsewhere', () => {
    expect(ids('Charting in Epic, wound care and telemetry')).toContain('epic');
    expect(ids('An Epic journey through the Alps')).toEqual([]);
    expect(ids('Ansible, Terraform, Puppet')).toContain('puppet');
  });

  it('takes the longest spelling and never overlaps', () => {
    const found = taxonomy.findSkills('Spring Boot, SQL Server, go-to-market, machine learning engineer');
    expect(found.map(({ skill }) => skill.id)).toEqual([
      'spring-boot',
      'microsoft-sql-server',
      'go-to-market-strategy',
      'machine-learning',
    ]);
    for (const [position, mention] of found.entries())
      expect(mention.start).toBeGreaterThanOrEqual(found[position - 1]?.end ?? 0);
  });

  it('gives offsets of the text as it stands, also behind letters that fold to two', () => {
    const text = 'Straße 🚚 Œuvre: Führerschein Klasse B und Staplerschein';
    for (const { surface, start, end } of taxonomy.findSkills(text)) expect(text.slice(start, end)).toBe(surface);
    expect(ids(text)).toEqual(['driving-licence', 'forklift-licence']);
  });

  it('marks the preferred name as exact and other spellings as not', () => {
    expect(taxonomy.findSkills('kubernetes').map(({ exact }) => exact)).toEqual([true]);
    expect(taxonomy.findSkills('Golang').map(({ skill, exact }) => [skill.id, exact])).toEqual([['go', false]]);
  });

  it('reads hyphens, blanks and compounds alike', () => {
    for (const text of ['Lohn- und Gehaltsabrechnung', 'Lohn und Gehaltsabrechnung']) expect(ids(text)).toContain('payroll');
    for (const text of ['Power Point', 'PowerPoint', 'Power-Point']) expect(ids(text)).toEqual(['microsoft-powerpoint']);
    for (const text of ['Datenanalyse', 'Daten-Analyse']) expect(ids(text)).toEqual(['data-analysis']);
  });

  it('stays linear on hostile text (P6)', () => {
    for (const piece of ['Go, ', 'C++ ', 'a.b-c/d ', '((((', 'in in Go ', 'ß'.repeat(40)]) {
      const short = piece.repeat(Math.ceil(20_000 / piece.length));
      const started = processorMs();
      taxonomy.findSkills(short);
      const once = processorMs() - started;
      const long = short.repeat(8);
      const again = processorMs();
      taxonomy.findSkills(long);
      // Eight times the text may take eight times as long; quadratic work would take sixty-four times.
      expect(processorMs() - again).toBeLessThan(Math.max(once, 30) * 32);
    }
  });

  it.each([
    ['Write to java.docker@sql.example.com about Kubernetes', ['kubernetes']],
    ['https://python.example.com/react and www.docker.example.org/sql', []],
    ['github.com/kotlin-sql/docker (Kubernetes)', ['kubernetes']],
    ['<https://example.com/docker>, "docker@example.com"', []],
    ['Python/SQL, ASP.NET/C#', ['python', 'sql', 'asp-net', 'c-sharp']],
    ['Docker @ Harbour Ltd', ['docker']],
  ])('knows no skill inside an address: %s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

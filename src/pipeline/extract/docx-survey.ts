/** What of a DOCX part has to be known before it is read: the size of its pages stands at its end, so does the last row of a table. */
import { readXml } from './read-xml.ts';
import { A4, type PageSize } from './text-room.ts';

/** Content that is no text of the page: deleted, moved away, the second version of a text box, field codes, phonetic guides. */
export const SKIPPED: ReadonlySet<string> = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:rt',
  'w:tblPrChange',
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPrChange',
]);

interface Edge {
  /** Id of a relationship. */
  id: string;
  /** `default`, `first` or `even`. */
  type: string;
  header: boolean;
}

export interface DocxSurvey {
  /** The largest page. */
  page: PageSize;
  /** Tables in the order in which they begin: how many cells each row has. */
  tables: readonly (readonly number[])[];
  edges: readonly Edge[];
  /** The first page has a header and a footer of its own. */
  titlePage: boolean;
}

const TWIP = 20;

export function surveyDocxPart(xml: Uint8Array): DocxSurvey {
  const survey = new Survey();
  let skip = 0;
  readXml(xml, {
    open(element) {
      if (skip > 0 || SKIPPED.has(element.name)) skip++;
      else survey.open(element.name, (name) => element.attribute(name));
    },
    close(name) {
      if (skip > 0) skip--;
      else survey.close(name);
    },
    text() {},
  });
  return survey.result();
}

class Survey {
  private readonly tables: number[][] = [];
  private readonly begun: number[][] = [];
  private readonly edges: Edge[] = [];
  private titlePage = false;
  private width = 0;
  private height = 0;

  open(name: string, attribute: (name: string) => string | undefined): void {
    const table = this.begun.at(-1);
    if (name === 'w:tbl') this.openTable();
    else if (name === 'w:tr') table?.push(0);
    else if (name === 'w:tc' && table && table.length > 0) table[table.length - 1] = (table.at(-1) ?? 0) + 1;
    else if (name === 'w:pgSz') {
      this.width = Math.max(this.width, Number(attribute('w:w')) || 0);
      this.height = Math.max(this.height, Number(attribute('w:h')) || 0);
    } else if (name === 'w:headerReference' || name === 'w:footerReference')
      this.edges.push({
        id: attribute('r:id') ?? '',
        type: attribute('w:type') ?? 'default',
        header: name === 'w:headerReference',
      });
    else if (name === 'w:titlePg') this.titlePage = attribute('w:val') !== '0' && attribute('w:val') !== 'false';
  }

  close(name: string): void {
    if (name === 'w:tbl') this.begun.pop();
  }

  result(): DocxSurvey {
    const page = { width: this.width / TWIP || A4.width, height: this.height / TWIP || A4.height };
    return { page, tables: this.tables, edges: this.edges, titlePage: this.titlePage };
  }

  private openTable(): void {
    const rows: number[] = [];
    this.tables.push(rows);
    this.begun.push(rows);
  }
}

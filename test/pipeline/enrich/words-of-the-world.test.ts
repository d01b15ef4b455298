import { describe, expect, it } from 'vitest';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';

const taxonomy = createTaxonomy();

describe('dictionaries in languages that are read more seldom', () => {
  it.each([
    ['مهندسة برمجيات', 'engineer'],
    ['אחות מוסמכת', 'nurse'],
    ['برنامه‌نویس', 'developer'],
    ['वरिष्ठ लेखाकार', 'accountant'],
    ['Kế toán trưởng', 'accountant'],
    ['ครู', 'teacher'],
    ['Βοηθός μάγειρα', 'cook'],
    ['Učiteljica', 'teacher'],
  ])('%s is %s', (text, head) => expect(taxonomy.readTitle(text)?.title.split(' ').at(-1)).toBe(head));

  it.each([
    ['الإنجليزية', 'en', ''],
    ['اللغة الفرنسية: جيد', 'fr', 'جيد'],
    ['אנגלית - שוטפת', 'en', 'שוטפת'],
    ['ภาษาอังกฤษ (ดี)', 'en', '(ดี)'],
    ['Tiếng Nhật N3', 'ja', 'N3'],
    ['Bahasa Inggris', 'en', ''],
    ['زبان انگلیسی', 'en', ''],
  ])('%s is a language', (text, code, rest) => expect(taxonomy.spokenLanguage(text)).toMatchObject({ code, rest }));

  it.each([
    ['الدار البيضاء', 'MA'],
    ['תל אביב', 'IL'],
    ['اصفهان', 'IR'],
    ['जयपुर', 'IN'],
    ['เชียงใหม่', 'TH'],
    ['Αθήνα', 'GR'],
    ['TP. Hồ Chí Minh', 'VN'],
  ])('%s is a town', (text, countryCode) => expect(taxonomy.findPlace(text)).toMatchObject({ countryCode }));

  it.each([
    ['بكالوريوس الهندسة المدنية', 'bachelor', 'الهندسة المدنية'],
    ['תואר שני במדעי המדינה', 'master', undefined],
    ['کارشناسی ارشد مهندسی کامپیوتر', 'master', 'مهندسی کامپیوتر'],
    ['बी.कॉम, वाणिज्य', 'bachelor', 'वाणिज्य'],
    ['ปริญญาโท การตลาด', 'master', 'การตลาด'],
    ['Cao đẳng Điều dưỡng', 'associate', 'Điều dưỡng'],
    ['Πτυχίο, Φιλολογία', 'bachelor', 'Φιλολογία'],
    ['Молодший спеціаліст, Електротехніка', 'vocational', 'Електротехніка'],
  ])('%s is a degree', (text, level, area) => expect(taxonomy.readDegree(text)).toMatchObject({ level, ...(area && { area }) }));
});

import { describe, expect, it } from 'vitest';
import { lookupHeading } from '../../../src/pipeline/parse/heading-lookup.ts';

const kindOf = (text: string): string | undefined => lookupHeading(text)?.kinds[0];

describe('headings in languages that are read more seldom', () => {
  it.each([
    ['الخبرات العملية', 'work'],
    ['المؤهلات العلمية:', 'education'],
    ['ניסיון תעסוקתי', 'work'],
    ['פרטים אישיים', 'contact'],
    ['مهارت‌های تخصصی', 'skills'],
    ['سوابق تحصیلی', 'education'],
    ['शैक्षणिक योग्यता', 'education'],
    ['ประสบการณ์การทำงาน', 'work'],
    ['KINH NGHIỆM LÀM VIỆC', 'work'],
    ['Trình độ học vấn', 'education'],
    ['Riwayat Pendidikan', 'education'],
    ['ΕΠΑΓΓΕΛΜΑΤΙΚΗ ΕΜΠΕΙΡΙΑ', 'work'],
    ['Ξένες γλώσσες', 'languages'],
    ['Töökogemus', 'work'],
    ['Darba pieredze', 'work'],
    ['Išsilavinimas', 'education'],
    ['Delovne izkušnje', 'work'],
    ['Starfsferill', 'work'],
    ['Uzoefu wa kazi', 'work'],
    ['Experiència laboral', 'work'],
  ])('%s is known', (text, kind) => expect(kindOf(text)).toBe(kind));

  it('is known in the letters of another keyboard: a Persian heading typed with Arabic letters', () => {
    expect(kindOf('سوابق تحصيلي')).toBe('education');
    expect(kindOf('الخبــرة المهنيه')).toBe('work');
  });
});

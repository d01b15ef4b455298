import { describe, expect, it } from 'vitest';
import { isPersonalLabel, roleOfLabel } from '../../../src/pipeline/parse/entry-labels.ts';
import { isDocumentTitle } from '../../../src/pipeline/parse/heading-lookup.ts';

describe('labels of forms in languages that are read more seldom', () => {
  it.each([
    'الاسم الكامل',
    'תאריך לידה:',
    'شماره تماس',
    'पिता का नाम',
    'เบอร์โทรศัพท์',
    'Ngày sinh',
    'Tempat, Tanggal Lahir',
    'Όνομα',
    'ФИО',
    'Születési hely és idő',
    'Doğum Tarihi',
    'Sähköposti',
  ])('%s tells of the person', (text) => expect(isPersonalLabel(text)).toBe(true));

  it.each([
    ['המשרה', undefined],
    ['תפקיד', 'title'],
    ['جهة العمل', 'employer'],
    ['ตำแหน่ง', 'title'],
    ['Tên công ty', 'employer'],
    ['Uraian tugas', 'text'],
    ['Период работы', 'dates'],
    ['Munkakör', 'title'],
  ])('%s in a job: %s', (text, role) => expect(roleOfLabel(text, 'work')).toBe(role));

  it.each([
    ['التخصص', 'field'],
    ['מוסד לימודים', 'school'],
    ['Jurusan', 'field'],
    ['Τίτλος σπουδών', 'degree'],
  ])('%s in a study: %s', (text, role) => expect(roleOfLabel(text, 'education')).toBe(role));

  it.each([
    'السيرة الذاتية',
    'קורות חיים',
    'رزومه',
    'बायोडाटा',
    'Sơ yếu lý lịch',
    'DAFTAR RIWAYAT HIDUP',
    'Szakmai önéletrajz',
    'Βιογραφικό σημείωμα',
  ])('%s is the name of the document', (text) => expect(isDocumentTitle(text)).toBe(true));
});

import { describe, expect, it } from 'vitest';
import { organisationCue, schoolCue } from '../../../src/pipeline/parse/organisation-cues.ts';
import { placeScore } from '../../../src/pipeline/parse/place-cue.ts';
import { taxonomy } from './build-document.ts';

describe('words of firms and schools in languages that are read more seldom', () => {
  it.each([
    'شركة الفرات للمقاولات',
    'קבוצת ארז להשקעות',
    'בית חולים כרמון',
    'شرکت کاوش پردازان',
    'नवरंग इंडस्ट्रीज प्राइवेट लिमिटेड',
    'บริษัท รุ่งอรุณการค้า จำกัด',
    'Công ty TNHH Gió Biển',
    'Rumah Sakit Melati Indah',
    'Νοσοκομείο Αγία Ελπίδα',
    'Городской больнице № 7',
    'Fjordstyrelsen',
  ])('%s is an organisation', (text) => expect(organisationCue(text)).toBeGreaterThanOrEqual(0.7));

  it.each([
    'جامعة الفرات الأهلية',
    'המכללה האקדמית עמק השקד',
    'دانشگاه فناوری البرز',
    'हिमगिरि विश्वविद्यालय',
    'มหาวิทยาลัยรุ่งอรุณ',
    'Trường Cao đẳng Sông Xanh',
    'Πανεπιστήμιο Βορείου Πελάγους',
    'Liceul Teoretic Munteni',
    'Lauksodžio gimnazija',
    'IFSI de la Presqu’île',
    'SENAI Vila Clara',
    'CIFP Monte Gorbea',
  ])('%s is a school', (text) => expect(schoolCue(text)).toBe(1));

  it.each([
    'مهندس معماري',
    'ראש צוות פיתוח',
    'พนักงานบัญชี',
    'Kế toán trưởng',
    'Senior Engineer',
    'Инженер-конструктор',
  ])('%s is neither', (text) => {
    expect(schoolCue(text)).toBe(0);
    expect(organisationCue(text)).toBeLessThan(0.7);
  });

  it.each(['서울', '청주', 'تهران'])('%s is a place, however short', (text) =>
    expect(placeScore(text, taxonomy)).toBeGreaterThan(0.9));
});

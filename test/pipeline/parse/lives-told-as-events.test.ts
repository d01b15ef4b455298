import { describe, expect, it } from 'vitest';
import { extractHtml } from '../../../src/pipeline/extract/extract-html.ts';
import { jobs, parse } from './build-document.ts';

const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const ABOUT = `<table>${row('ふりがな', 'おがわ みどり')}${row('氏 名', '小川 緑')}${row('現住所', '〒640-0001<br>和歌山県海南市山手町2-4-6')}${row('連絡先', '電話 090-5550-0188<br>E-mail midori@example.jp')}</table>`;
const form = (events: string, licences: string): string =>
  `<p>履 歴 書</p>${ABOUT}<table>${row('年', '月', '学 歴 ・ 職 歴')}${events}</table><table>${row('年', '月', '免 許 ・ 資 格')}${licences}</table><p>本人希望記入欄</p><p>貴社の規定に従います。</p>`;

const EVENTS = [
  row('', '', '学 歴'),
  row('平成18', '4', '紀南工業高等学校 電気科 入学'),
  row('平成21', '3', '紀南工業高等学校 電気科 卒業'),
  row('', '', '職 歴'),
  row('平成21', '4', '株式会社海南電設 入社'),
  row('', '', '工事部に配属'),
  row('令和元', '12', '株式会社海南電設 一身上の都合により退職'),
  row('令和2', '1', '有限会社みかん電気 入社'),
  row('', '', '現場監督として勤務'),
  row('', '', '現在に至る'),
  row('', '', '以上'),
].join('');
const LICENCES = row('平成21', '8', '普通自動車第一種運転免許 取得') + row('令和3', '10', '第一種電気工事士 合格');

describe('a life told as events, as forms of Japan do', () => {
  const resume = parse(extractHtml(Buffer.from(form(EVENTS, LICENCES))));

  it('is jobs from the day of joining to the day of leaving', () => {
    expect(jobs(resume)).toEqual(['? @ 株式会社海南電設 [2009-04/2019-12]', '現場監督 @ 有限会社みかん電気 [2020-01/]']);
  });

  it('is schools from entry to graduation', () => {
    expect(resume.education.map((e) => [e.institution, e.area, e.startDate, e.endDate])).toEqual([
      ['紀南工業高等学校', '電気科', '2006-04', '2009-03'],
    ]);
  });

  it('gives licences the year and the month of their two columns', () => {
    expect(resume.certificates.map((c) => [c.name, c.date])).toEqual([
      ['普通自動車第一種運転免許', '2009-08'],
      ['第一種電気工事士', '2021-10'],
    ]);
  });

  it('has the town of an address behind its prefecture, and no telephone in a postal code', () => {
    expect(resume.basics).toMatchObject({ name: '小川 緑', location: { city: '海南市' } });
    expect(resume.basics.phone?.replace(/\D/g, '')).toMatch(/9055500188$/);
  });
});

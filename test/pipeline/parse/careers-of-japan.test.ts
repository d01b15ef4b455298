/** 職務経歴書: dates in a cell over three lines, remarks about the firm, roles below their employer, certificates with the month they were got. */
import { describe, expect, it } from 'vitest';
import { extractHtml } from '../../../src/pipeline/extract/extract-html.ts';
import { jobs, parse } from './build-document.ts';

const HEAD = '職務経歴書\n氏名　港川 美空\nmisora@example.jp\n\n';

describe('a table of periods and tasks below the employer', () => {
  const firm = (name: string, business: string, ...rows: string[]): string =>
    `<p>${name}</p><p>事業内容：${business}</p><table><tr><td><b>期間</b></td><td><b>業務内容</b></td></tr>${rows.join('')}</table>`;
  const row = (from: string, to: string, post: string, task: string): string =>
    `<tr><td><p>${from}</p><p>～</p><p>${to}</p></td><td><p><b>${post}</b></p><p>${task}</p></td></tr>`;
  const resume = parse(
    extractHtml(
      Buffer.from(
        `<h1>職務経歴書</h1><p>氏名　港川 美空</p><p>misora@example.jp</p><h2>職務経歴</h2>` +
          firm(
            '株式会社そらフーズ （2019年10月～現在）',
            '冷凍食品の製造',
            row('2022年4月', '現在', '主任（企画部）', '新商品の企画'),
            row('2019年10月', '2022年3月', '一般社員（販売課）', '販促物の制作'),
          ) +
          firm(
            '合同会社うみ広告 （2016年4月～2019年9月）',
            '地域広告の制作',
            row('2016年4月', '2019年9月', '営業', '飲食店の広告営業'),
          ),
      ),
    ),
  );

  it('gives each post its dates and the employer above the table', () => {
    expect(jobs(resume)).toEqual([
      '主任（企画部） @ 株式会社そらフーズ [2022-04/]',
      '一般社員（販売課） @ 株式会社そらフーズ [2019-10/2022-03]',
      '営業 @ 合同会社うみ広告 [2016-04/2019-09]',
    ]);
  });

  it('says what was done, not what the firm does', () => {
    expect(resume.work.map((job) => job.highlights)).toEqual([['新商品の企画'], ['販促物の制作'], ['飲食店の広告営業']]);
  });
});

describe('marked employers with roles below them', () => {
  const resume = parse(
    `${HEAD}【職務経歴】\n■2015年1月～現在　ネコリンク株式会社\n■事業内容：金融機関向けシステム開発\n2021年7月～現在\n【役職】プロジェクトマネージャー\n【業務内容】\n  ・融資システムの刷新\n` +
      '2015年1月～2021年6月\n【役職】システムエンジニア\n【業務内容】\n  ・口座管理の設計\n■2011年4月～2014年12月　東山データ株式会社\n■事業内容：受託開発\n【役職】プログラマー\n【業務内容】\n  ・保険の開発\n' +
      '\n【資格】\n応用情報技術者　　　2012年12月取得\nマーケティング・ビジネス検定　　　2021年2月取得\n',
  );

  it('are the employers of these roles', () => {
    expect(jobs(resume)).toEqual([
      'プロジェクトマネージャー @ ネコリンク株式会社 [2021-07/]',
      'システムエンジニア @ ネコリンク株式会社 [2015-01/2021-06]',
      'プログラマー @ 東山データ株式会社 [2011-04/2014-12]',
    ]);
    expect(resume.work.map((job) => job.highlights)).toEqual([['融資システムの刷新'], ['口座管理の設計'], ['保険の開発']]);
  });

  it('stand beside certificates with the month in which they were got', () => {
    expect(resume.certificates.map((c) => [c.name, c.date])).toEqual([
      ['応用情報技術者', '2012-12'],
      ['マーケティング・ビジネス検定', '2021-02'],
    ]);
  });
});

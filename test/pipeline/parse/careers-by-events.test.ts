import { describe, expect, it } from 'vitest';
import { jobs, parse } from './build-document.ts';

const studies = (text: string): string[] =>
  parse(text).education.map((e) => `${e.institution ?? '?'} | ${e.area ?? '?'} [${e.startDate ?? ''}/${e.endDate ?? ''}]`);

const HEAD = '履歴書\n氏名 山田 太郎\nE-mail taro@example.jp\n\n';

describe('the Japanese form (履歴書)', () => {
  it('two lines are one job, and the last goes on', () => {
    const text = `${HEAD}職歴\n2019年4月 株式会社アクメ 入社 営業部 主任\n2022年3月 同社 退社\n2022年4月 合同会社フー 入社 現在に至る\n`;
    expect(jobs(parse(text))).toEqual(['営業部 主任 @ 株式会社アクメ [2019-04/2022-03]', '? @ 合同会社フー [2022-04/]']);
    expect(parse(text).meta.shortlist.derived.experienceMonths).toBe(36 + 56);
  });

  it('two lines are one study, whichever name the second gives', () => {
    const text = `${HEAD}学歴\n2011年4月 横浜国立大学 経済学部 経済学科 入学\n2015年3月 同大学 卒業\n2008年4月 県立港北高等学校 入学\n2011年3月 県立港北高等学校 卒業\n`;
    expect(studies(text)).toEqual([
      '横浜国立大学 | 経済学部 経済学科 [2011-04/2015-03]',
      '県立港北高等学校 | ? [2008-04/2011-03]',
    ]);
  });

  it('years of the emperors, a reason in the place of the name, words for going on below', () => {
    const text = `${HEAD}職歴\n平成27年4月　株式会社アクメ　入社\n　　　　　　　営業部に配属\n平成31年3月　一身上の都合により退社\n令和元年5月　フー商事株式会社　入社\n現在に至る\n以上\n`;
    expect(jobs(parse(text))).toEqual(['? @ 株式会社アクメ [2015-04/2019-03]', '? @ フー商事株式会社 [2019-05/]']);
    expect(parse(text).work[0]?.highlights).toEqual(['営業部に配属']);
  });

  it('both halves under one heading, with columns for year and month', () => {
    const text = `${HEAD}学歴・職歴\n年　月　学歴・職歴（各別にまとめて書く）\n学歴\n2011 4 横浜国立大学 経済学部 経済学科 入学\n2015 3 同大学 卒業\n職歴\n2015 4 株式会社アクメ 入社（営業部）\n2018 4 本社マーケティング部へ異動\n2020 4 主任に昇進\n2022 3 一身上の都合により退社\n2022 4 合同会社フー 契約社員として入社\n現在に至る\n以上\n`;
    expect(jobs(parse(text))).toEqual(['主任 @ 株式会社アクメ [2015-04/2022-03]', '契約社員 @ 合同会社フー [2022-04/]']);
    expect(studies(text)).toEqual(['横浜国立大学 | 経済学部 経済学科 [2011-04/2015-03]']);
  });

  it('words for entering and leaving of other houses: hospitals, banks, offices', () => {
    const text = `${HEAD}職歴\nH27.4 みどり病院 入職 看護師\nR2.3 同院 退職\n令和2年4月 あおぞら銀行 入行\n令和4年3月 同行 退行\n令和4年4月 横浜市役所 入庁\n`;
    expect(jobs(parse(text))).toEqual([
      '看護師 @ みどり病院 [2015-04/2020-03]',
      '? @ あおぞら銀行 [2020-04/2022-03]',
      '? @ 横浜市役所 [2022-04/]',
    ]);
  });

  it('a job whose end nobody printed ends where the next begins', () => {
    const text = `${HEAD}職歴\n2015年4月 株式会社アクメ 入社\n2019年4月 フー株式会社 入社\n`;
    expect(jobs(parse(text))).toEqual(['? @ 株式会社アクメ [2015-04/2019-04]', '? @ フー株式会社 [2019-04/]']);
  });
});

describe('the Korean form (이력서)', () => {
  const head = '이력서\n성명 박지훈\njihoon@example.kr | 010-1111-2222\n\n';
  it('입학 and 졸업, 입사 and 퇴사', () => {
    const text = `${head}학력\n2009.03 한빛고등학교 입학\n2012.02 한빛고등학교 졸업\n2012.03 서울대학교 경영학과 입학\n2018.02 서울대학교 경영학과 졸업\n경력\n2018.03 (주)아크메 입사 영업팀 사원\n2021.05 (주)아크메 퇴사\n2021.06 푸소프트 주식회사 입사\n`;
    expect(studies(text)).toEqual(['한빛고등학교 | ? [2009-03/2012-02]', '서울대학교 | 경영학과 [2012-03/2018-02]']);
    expect(jobs(parse(text))).toEqual(['영업팀 사원 @ (주)아크메 [2018-03/2021-05]', '? @ 푸소프트 주식회사 [2021-06/]']);
  });

  it('a study of which only the end is printed', () => {
    expect(studies(`${head}학력\n2018.02 서울대학교 경영학과 졸업\n2011.02 한빛고등학교 졸업\n`)).toEqual([
      '서울대학교 | 경영학과 [/2018-02]',
      '한빛고등학교 | ? [/2011-02]',
    ]);
  });
});

describe('what only holds such words', () => {
  it('stays as it was: entries with ranges', () => {
    const text = `${HEAD}職務経歴\n2019年4月～現在　株式会社アクメ\n人事部 採用担当\n・2020年4月 新卒採用の企画を担当\n`;
    expect(jobs(parse(text))).toEqual(['人事部 採用担当 @ 株式会社アクメ [2019-04/]']);
  });
});

describe('the Japanese career sheet (職務経歴書)', () => {
  it('headings behind squares, labels within the entries', () => {
    const resume = parse(
      '職務経歴書\n2026年10月1日\n氏名：佐藤 花子\n\n■職務要約\n大学卒業後、株式会社アクメにて法人営業を担当しました。\n\n■職務経歴\n2019年4月～現在　株式会社アクメ\n事業内容：産業用ロボットの製造・販売\n従業員数：300名\n役職：主任\n【業務内容】\n・既存顧客への提案営業\n\n2015年4月～2019年3月　フー株式会社\n人事部 採用担当\n・新卒採用の企画\n\n■学歴\n2015年3月 東京都市大学 工学部 機械工学科 卒業\n\n■保有資格\nTOEIC 850点（2018年）\n普通自動車第一種運転免許\n',
    );
    expect(resume.basics.name).toBe('佐藤 花子');
    expect(jobs(resume)).toEqual(['主任 @ 株式会社アクメ [2019-04/]', '人事部 採用担当 @ フー株式会社 [2015-04/2019-03]']);
    expect(resume.education.map((e) => e.institution)).toEqual(['東京都市大学']);
    expect(resume.certificates.map((c) => c.name)).toEqual(['TOEIC 850点', '普通自動車第一種運転免許']);
  });

  it('a bullet that happens to say a heading is none', () => {
    const text = 'Nora Brandvold\nnora@example.com\n\nExperience\nWelder, Acme Ltd, 2015 - 2019\n• Training\n• Welded frames\n';
    expect(parse(text).work[0]?.highlights).toEqual(['Training', 'Welded frames']);
  });
});

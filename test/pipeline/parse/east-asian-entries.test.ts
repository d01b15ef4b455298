import { describe, expect, it } from 'vitest';
import { findDateSpans } from '../../../src/pipeline/parse/date-range.ts';
import { isDocumentTitle } from '../../../src/pipeline/parse/heading-lookup.ts';
import { jobs, parse } from './build-document.ts';

const studies = (text: string): string[] =>
  parse(text).education.map(
    (e) =>
      `${e.studyType ?? '?'} | ${e.area ?? '?'} | ${e.institution ?? '?'} [${e.startDate ?? ''}/${e.endDate ?? ''}]${e.score ? ` ${e.score}` : ''}`,
  );

const head = (name: string, rest: string): string => `${name}\n${rest}\n\n`;
const TAIWAN = head('王小明', '台北市 | wang@example.tw | 0912-345-678');
const KOREA = head('홍길동', '서울특별시 강남구 | gildong@example.kr | 010-1234-5678');

describe('ranges in wide signs', () => {
  it.each([
    ['2019年3月－至今', '2019-03/…'],
    ['2019/03－迄今', '2019-03/…'],
    ['2019／03～2021／02', '2019-03/2021-02'],
    ['2019．03－2021．02', '2019-03/2021-02'],
    ['2019年3月─2021年2月', '2019-03/2021-02'],
    ['2019年3月ー現在', '2019-03/…'],
    ['2018年6月一至今', '2018-06/…'],
    ['2019年4月～現在に至る', '2019-04/…'],
    ['2019.03 ~ 현재까지', '2019-03/…'],
    ['2019‑03 ‐ 2021‑02', '2019-03/2021-02'],
  ])('%s', (text, expected) => {
    expect(findDateSpans(text).map((s) => `${s.start}/${s.ongoing ? '…' : s.end}`)).toEqual([expected]);
  });
});

describe('entries with blanks between their parts', () => {
  it.each([
    ['2019年3月－至今 台灣積體電路製造股份有限公司 資深工程師', '2015年7月－2019年2月 聯發科技 工程師'],
    ['2019/03－迄今　台灣積體電路製造股份有限公司　資深工程師', '2015/07－2019/02　聯發科技　工程師'],
    ['資深工程師　台灣積體電路製造股份有限公司（2019/03～迄今）', '工程師　聯發科技（2015/07～2019/02）'],
    ['台灣積體電路製造股份有限公司 資深工程師 2019.03-至今', '聯發科技 工程師 2015.07-2019.02'],
  ])('Chinese jobs: %s', (first, second) => {
    expect(jobs(parse(`${TAIWAN}工作經驗\n${first}\n・負責製程開發\n${second}\n・晶片驗證\n`))).toEqual([
      '資深工程師 @ 台灣積體電路製造股份有限公司 [2019-03/]',
      '工程師 @ 聯發科技 [2015-07/2019-02]',
    ]);
  });

  it('Chinese studies', () => {
    expect(studies(`${TAIWAN}學歷\n2011年－2015年 國立台灣大學 電機工程學系 學士\n`)).toEqual([
      '學士 | 電機工程學系 | 國立台灣大學 [2011/2015]',
    ]);
    expect(studies(`${TAIWAN}教育经历\n2008.09-2012.06　　复旦大学　　市场营销（本科）\n`)).toEqual([
      '本科 | 市场营销 | 复旦大学 [2008-09/2012-06]',
    ]);
  });

  it('Korean jobs, the department with the title and the legal form with its name', () => {
    const text = `${KOREA}경력사항\n2018.03 ~ 현재 (주)아크메 개발팀 과장\n- 결제 시스템 개발\n2013.07 ~ 2018.02 푸소프트 주식회사 개발팀 대리\n- 유지보수\n`;
    expect(jobs(parse(text))).toEqual([
      '개발팀 과장 @ (주)아크메 [2018-03/]',
      '개발팀 대리 @ 푸소프트 주식회사 [2013-07/2018-02]',
    ]);
    const commas = `${KOREA}경력\n주식회사 아크메, 백엔드 개발자\n2019.03 - 현재\n- 서버 개발\n㈜푸, 주니어 개발자\n2016.01 - 2019.02\n`;
    expect(jobs(parse(commas))).toEqual(['백엔드 개발자 @ 주식회사 아크메 [2019-03/]', '주니어 개발자 @ ㈜푸 [2016-01/2019-02]']);
    const brackets = `${KOREA}경력\n삼원전자 마케팅팀 대리 (2019.03 - 현재)\n- 브랜드 캠페인 운영\n㈜한길 인턴 (2018년 1월 - 2018년 6월)\n`;
    expect(jobs(parse(brackets))).toEqual(['마케팅팀 대리 @ 삼원전자 [2019-03/]', '인턴 @ ㈜한길 [2018-01/2018-06]']);
  });

  it('Korean studies with what came of them', () => {
    expect(studies(`${KOREA}학력\n서울대학교 컴퓨터공학과 학사, 2012 - 2016\n`)).toEqual([
      '학사 | 컴퓨터공학과 | 서울대학교 [2012/2016]',
    ]);
    expect(
      studies(
        `${KOREA}학력사항\n2009.03 ~ 2013.02 서울대학교 컴퓨터공학과 졸업 (학점 3.8/4.5)\n2006.03 ~ 2009.02 한빛고등학교 졸업\n`,
      ),
    ).toEqual(['? | 컴퓨터공학과 | 서울대학교 [2009-03/2013-02] 학점 3.8/4.5', '? | ? | 한빛고등학교 [2006-03/2009-02]']);
  });

  it('Japanese employers before their dates in brackets', () => {
    const text = `${head('山田太郎', '東京都渋谷区 | taro@example.jp')}職務経歴\n株式会社アクメ（2019年4月〜現在）\nソフトウェアエンジニア\n・決済基盤の開発\n合同会社フー（2015年4月〜2019年3月）\nシステムエンジニア\n・業務システムの保守\n`;
    expect(jobs(parse(text))).toEqual([
      'ソフトウェアエンジニア @ 株式会社アクメ [2019-04/]',
      'システムエンジニア @ 合同会社フー [2015-04/2019-03]',
    ]);
  });

  it('Japanese employers behind squares, with labels in brackets below', () => {
    const text = `${head('田中 美咲', '東京都渋谷区 | misaki@example.jp')}職務経歴\n■株式会社みらい（2020年4月～現在）\n【所属】マーケティング部\n【役職】マネージャー\n・SNS広告の運用\n\n■有限会社さくら（2016年4月～2020年3月）\n【所属】営業部\n・新規開拓\n\n学歴\n早稲田大学 商学部 卒業（2016年3月）\n`;
    expect(jobs(parse(text))).toEqual(['マネージャー @ 株式会社みらい [2020-04/]', '? @ 有限会社さくら [2016-04/2020-03]']);
    expect(studies(text)).toEqual(['? | 商学部 | 早稲田大学 [/2016-03]']);
  });

  it('dates before what came of a study', () => {
    expect(studies(`${TAIWAN}學歷\n國立中興大學 會計學系 2012年9月~2016年6月 畢業\n`)).toEqual([
      '? | 會計學系 | 國立中興大學 [2012-09/2016-06]',
    ]);
  });

  it('a task below the head is no title', () => {
    const text = `${head('张伟', '上海市 | zhang@example.cn')}工作经历\n2018年6月至今 上海云帆网络科技有限公司 产品经理\n工作描述：\n负责产品规划；\n`;
    expect(jobs(parse(text))).toEqual(['产品经理 @ 上海云帆网络科技有限公司 [2018-06/]']);
  });
});

describe('heads of East Asian resumes', () => {
  it.each([
    ['홍길동', KOREA],
    ['이서연', head('이서연', '경기도 성남시 분당구 | seoyeon@example.kr | 010-2222-3333')],
    ['김민수', '이 력 서\n성명 김민수\n주소: 서울특별시 마포구 월드컵로 1\n이메일: minsu@example.kr\n\n'],
    ['王小明', `履歷\n${TAIWAN}`],
    ['王小明', `自傳履歷\n${TAIWAN}`],
    ['山田 太郎', '履歴書\n氏名 山田 太郎\n電話 090-1234-5678\n\n'],
    ['山田 太郎', '履 歴 書\nふりがな　やまだ　たろう\n氏　名　　山田　太郎\nE-mail　taro@example.jp\n\n'],
  ])('%s is the name', (name, text) => {
    expect(parse(`${text}學歷\n2011年 - 2015年 國立台灣大學 學士\n`).basics.name).toBe(name);
  });

  it('tells the town of a Korean address', () => {
    expect(parse(`${KOREA}경력\n`).basics.location?.city).toBe('서울');
    expect(parse(`${head('이서연', '경기도 성남시 분당구 | seoyeon@example.kr')}경력\n`).basics.location?.city).toBe('성남');
  });

  it('knows the names of the document by their ends', () => {
    for (const title of ['履歷', '自傳履歷', '中文履歷', '个人求职简历', '職務経歴書', '경력기술서'])
      expect(isDocumentTitle(title)).toBe(true);
    for (const name of ['王小明', '이서연', '簡歷明']) expect(isDocumentTitle(name)).toBe(false);
  });
});

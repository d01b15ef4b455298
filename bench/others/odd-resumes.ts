/** Resumes that hardly look like one: no headings, one job, no dates, few lines, scripts without spaces. */
import type { Person } from '../unseen/person.ts';
import { allSkills, degree, spokenInBrackets } from '../unseen/template.ts';
import type { View } from '../unseen/view.ts';

export interface OddResume {
  name: string;
  held: boolean;
  write(view: View): string;
}

const contacts = ({ person }: View): string => `${person.email} | ${person.phone} | ${person.city}`;
const firstJob = (person: Person): Person['work'] => person.work.slice(0, 1);

export const ODD_RESUMES: readonly OddResume[] = [
  {
    name: 'no-headings',
    held: false,
    write: (v) =>
      [
        v.person.name,
        contacts(v),
        ...v.person.work.flatMap((job) => [
          `${v.range(job.startDate, job.endDate)}  ${job.position}, ${job.name}`,
          ...job.highlights.map((h) => `- ${h}`),
        ]),
        ...v.person.education.map((s) => `${v.range(s.startDate, s.endDate)}  ${degree(s)}, ${s.institution}`),
        allSkills(v).join(', '),
      ].join('\n'),
  },
  {
    name: 'one-job',
    held: false,
    write: (v) =>
      [
        v.person.name,
        v.person.email,
        '',
        `# ${v.label('education')}`,
        ...v.person.education.slice(0, 1).map((s) => `${degree(s)}, ${s.institution}, ${v.range(s.startDate, s.endDate)}`),
        '',
        `# ${v.label('work')}`,
        ...firstJob(v.person).map((job) => `${job.position}, ${job.name}, ${v.range(job.startDate, job.endDate)}`),
      ].join('\n'),
  },
  {
    name: 'functional',
    held: true,
    write: (v) =>
      [
        v.person.name,
        contacts(v),
        '',
        `# ${v.label('summary')}`,
        v.person.summary,
        '',
        `# ${v.label('skills')}`,
        ...v.person.skills.map((g) => `${g.name}: ${g.keywords.join(', ')}`),
        ...v.person.work.flatMap((job) => job.highlights.map((h) => `- ${h}`)),
        '',
        `# ${v.label('work')}`,
        ...v.person.work.map((job) => `${job.position}, ${job.name}`),
      ].join('\n'),
  },
  {
    name: 'no-contacts',
    held: true,
    write: (v) =>
      [
        `# ${v.label('work')}`,
        ...v.person.work.flatMap((job) => [
          `${job.name}, ${job.position} (${v.range(job.startDate, job.endDate)})`,
          job.highlights[0] ?? '',
        ]),
        `# ${v.label('education')}`,
        ...v.person.education.map((s) => `${s.institution}: ${degree(s)}`),
        `# ${v.label('languages')}`,
        spokenInBrackets(v).join(', '),
      ].join('\n'),
  },
  {
    name: 'few-lines',
    held: false,
    write: (v) =>
      [
        `${v.person.name}, ${v.person.phone}`,
        ...v.person.work.map((job) => `${job.position} ${job.name} ${v.range(job.startDate, job.endDate)}`),
        `${v.label('skills')}: ${allSkills(v).slice(0, 6).join(', ')}`,
      ].join('\n'),
  },
];

/** Chinese and Japanese, which the generator's people do not write. */
export const ODD_TEXTS: readonly { name: string; held: boolean; lang: string; text: string }[] = [
  {
    name: 'zh-table',
    held: false,
    lang: 'zh',
    text: '# 个人简历\n姓名：{namezh}\n电话：138 0013 55{digit}\n邮箱：{email}\n# 工作经历\n2019.03 - 至今   示例科技有限公司   {jobzh}\n- 负责项目计划，团队八人\n2015.07 - 2019.02   样本信息有限公司   {jobzh}\n# 教育背景\n2011.09 - 2015.06   某某大学   计算机科学   本科\n# 专业技能\nJava、SQL、{skill}\n# 语言能力\n英语（流利）',
  },
  {
    name: 'zh-short',
    held: true,
    lang: 'zh',
    text: '{namezh}\n{email}\n# 求职意向\n{jobzh}\n# 工作经验\n2020年5月至今 样本医院 {jobzh}\n# 学历\n某某医学院 护理学 本科 2016年 - 2020年',
  },
  {
    name: 'zh-hant',
    held: true,
    lang: 'zh',
    text: '# 履歷表\n{namezh}\n聯絡電話：0912 555 0{digit}\n# 工作經歷\n2018/04 - 現在  範例股份有限公司  {jobzh}\n# 學歷\n2012/09 - 2016/06  某某大學 企業管理學系 學士\n# 專長\nExcel、{skill}',
  },
  {
    name: 'ja-table',
    held: false,
    lang: 'ja',
    text: '# 履歴書\n氏名：{nameja}\n電話：090-5555-0{digit}\nメール：{email}\n# 学歴\n2010年4月 見本大学 経済学部 入学\n2014年3月 見本大学 経済学部 卒業\n# 職歴\n2014年4月 株式会社見本 入社 {jobja}\n2019年9月 株式会社見本 退社\n2019年10月 例示株式会社 入社 現在に至る\n# 資格\n普通自動車免許',
  },
  {
    name: 'ja-career',
    held: true,
    lang: 'ja',
    text: '# 職務経歴書\n{nameja}\n{email}\n# 職務要約\n営業として八年間、法人のお客様を担当しました。\n# 職務経歴\n2016年4月 - 2021年3月  株式会社見本\n- 法人営業\n2021年4月 - 現在  例示株式会社\n- {jobja}\n# スキル\nExcel、{skill}\n# 学歴\n見本大学 文学部 卒業',
  },
];

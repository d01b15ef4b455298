import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/domain/document.ts';
import type { Resume } from '../../../src/domain/resume.ts';
import { jobs, type Placed, parse, pdfDocument } from './build-document.ts';
import { type Cell, FOUR, FULL, head, items, TWO, table, text } from './build-table.ts';

function read({ placed, rules }: ReturnType<typeof table>): Resume {
  const document: Document = pdfDocument([[250, 60, '个人简历', { size: 18, bold: true }], ...placed]);
  const [page] = document.pages;
  if (page) page.rules.push(...rules);
  return parse(document);
}

const ABOUT = [
  [24, FOUR, [head('姓名'), text('沈若棠'), head('电话'), text('139 5550 0146')]],
  [24, TWO, [head('邮箱'), text('shen.ruotang@example.cn')]],
] as const;
const HEADS = [24, FOUR, [head('时间'), head('公司'), head('职位'), head('工作内容')]] as const;
const FIRST = [
  text('2020.05 ~ 至今'),
  text('宁波海堰精密仪器制造', '有限公司'),
  text('质量主管'),
  items('建立供应商审核制度', '带领八人检验小组', '缩短检验周期三天', '编写检验手册'),
];
const SECOND = [
  text('2016.07 ~ 2020.04'),
  text('绍兴松陵电机有限公司'),
  text('质量检验员'),
  items('负责来料检验', '维护测量设备'),
];
const JOBS = ['质量主管 @ 宁波海堰精密仪器制造有限公司 [2020-05/]', '质量检验员 @ 绍兴松陵电机有限公司 [2016-07/2020-04]'];

describe('a table that is drawn', () => {
  it('says by its lines what belongs to one row, wherever in its cell it stands', () => {
    const resume = read(
      table([
        ...ABOUT,
        [24, FULL, [head('教育背景')]],
        [24, [40, 200, 380, 550], [head('时间'), head('学校'), head('学历与专业')]],
        [24, [40, 200, 380, 550], [text('2012.09 ~ 2016.06'), text('松陵工业大学'), text('本科 机械工程')]],
        [24, FULL, [head('工作经历')]],
        HEADS,
        [70, FOUR, FIRST],
        [46, FOUR, SECOND],
        [24, TWO, [head('专业技能'), text('三坐标测量、SPC、AutoCAD')]],
        [40, TWO, [head('自我评价'), text('八年质量管理经验,熟悉汽车零部件行业的', '审核流程。')]],
      ]),
    );
    expect(resume.basics.name).toBe('沈若棠');
    expect(jobs(resume)).toEqual(JOBS);
    expect(resume.work.map((job) => job.highlights?.length)).toEqual([4, 2]);
    expect(resume.education).toMatchObject([
      { institution: '松陵工业大学', studyType: '本科', area: '机械工程', endDate: '2016-06' },
    ]);
    expect(resume.skills.flatMap((group) => group.keywords)).toEqual(['三坐标测量', 'SPC', 'AutoCAD']);
    expect(resume.basics.summary).toContain('审核流程');
  });

  it('has a heading in a cell as tall as its rows, one letter below the other', () => {
    const five = [40, 70, 170, 280, 370, 550];
    const below = five.slice(1);
    const resume = read(
      table([
        ...ABOUT,
        [24, five, [{ ...head('工', '作', '经', '历'), over: 3 }, ...HEADS[2]]],
        [70, below, FIRST],
        [46, below, SECOND],
        [24, [40, 70, 280, 550], [{ ...head('教', '育'), over: 2 }, head('学校'), head('时间')]],
        [24, [70, 280, 550], [text('松陵工业大学'), text('2012.09 ~ 2016.06')]],
      ]),
    );
    expect(jobs(resume)).toEqual(JOBS);
    expect(resume.education).toMatchObject([{ institution: '松陵工业大学', endDate: '2016-06' }]);
  });

  it('needs no heads: short values of a row stand on one line, what was done below them', () => {
    const resume = read(
      table([
        ...ABOUT,
        [24, FULL, [head('工作经历')]],
        [70, FOUR, FIRST],
        [46, FOUR, SECOND],
        [24, FULL, [head('专业技能')]],
        [24, FULL, [text('三坐标测量、SPC、AutoCAD')]],
      ]),
    );
    expect(jobs(resume)).toEqual(JOBS);
    expect(resume.work.map((job) => job.highlights?.length)).toEqual([4, 2]);
  });

  it('has headings in its first column, in the middle of what they head', () => {
    const job = (firm: string, title: string, dates: string): string[] => [`${title}, ${firm}`, dates];
    const resume = read(
      table([
        [24, TWO, [head('Skills'), text('Hydraulics, Rigging, AutoCAD')]],
        [
          80,
          TWO,
          [
            head('Work', 'experience'),
            text(
              ...job('Corrib Cranes Ltd', 'Crane Technician', '05/2019 – Present'),
              ...job('Shannon Lifts Ltd', 'Fitter', '02/2014 – 04/2019'),
            ),
          ],
        ],
        [50, TWO, [head('Education'), text('Diploma in Mechanical Engineering', 'Lough Technical College, 2010 – 2013')]],
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Crane Technician @ Corrib Cranes Ltd [2019-05/]',
      'Fitter @ Shannon Lifts Ltd [2014-02/2019-04]',
    ]);
    expect(resume.education.map((entry) => entry.institution)).toEqual(['Lough Technical College']);
    expect(resume.skills.flatMap((group) => group.keywords)).toEqual(['Hydraulics', 'Rigging', 'AutoCAD']);
  });

  it('keeps a firm that goes over two rows above what the second says', () => {
    const THREE = [40, 150, 260, 550];
    const rows = (firm: string[], dates: string, title: string, ...done: string[]) =>
      [
        [18, THREE, [{ ...head(...firm), over: 2 }, text(dates), head(title)]],
        [18 * done.length, [150, 260, 550], [text(''), items(...done)]],
      ] as const;
    const { placed, rules } = table([
      ...rows(
        ['Fernbank Joinery', 'Ltd', 'Leeds'],
        '2019 – 2024',
        'Cabinet Maker',
        'Made oak kitchens',
        'Taught two apprentices',
      ),
      ...rows(['Rudlow Timber', 'Ltd', 'Hull'], '2014 – 2019', 'Joiner', 'Hung doors in towns', 'Planed every floor'),
      ...rows(['Saltmarsh Boats', 'Ltd', 'Hull'], '2012 – 2014', 'Trainee', 'Painted hulls', 'Swept the yard'),
    ]);
    const document = pdfDocument([
      [40, 50, 'Ottilie Varnholt', { size: 20, bold: true }],
      [40, 90, 'Experience', { size: 13, bold: true }],
      ...placed.filter(([, , said]) => said !== ''),
    ]);
    document.pages[0]?.rules.push(...rules);
    expect(parse(document).work.map(({ highlights }) => highlights)).toEqual([
      ['Made oak kitchens', 'Taught two apprentices'],
      ['Hung doors in towns', 'Planed every floor'],
      ['Painted hulls', 'Swept the yard'],
    ]);
  });

  it('makes room for what was done below the names, so that nothing stands on the next row or the heading below', () => {
    const job = (dates: string, firm: readonly string[], title: string, done: readonly string[]): Cell[] => [
      text(dates),
      text(...firm),
      text(title),
      text(...done),
    ];
    const { placed, rules } = table([
      [
        54,
        FOUR,
        job('2019 – 2024', ['Fernbank Joinery Ltd', 'Leeds', 'Kitchen workshop'], 'Cabinet Maker', [
          'Made oak kitchens to measure',
          'Taught two apprentices to plane',
          'Kept the saws of the shop sharp',
          'Wrote the price list of each year',
        ]),
      ],
      [
        54,
        FOUR,
        job('2014 – 2019', ['Rudlow Timber', 'Ltd', 'Hull', 'Saw mill'], 'Joiner', [
          'Hung doors and windows in towns',
          'Carried planks up many a stair',
          'Swept the mill in the evening',
          'Drove the van to the harbour',
        ]),
      ],
      [
        54,
        FOUR,
        job('2010 – 2014', ['Corrib Stairs Ltd'], 'Apprentice', ['Sanded treads', 'Mixed stain', 'Cut wedges', 'Oiled rails']),
      ],
    ]);
    const below: Placed[] = [
      [40, 276, 'Education', { size: 12, bold: true }],
      [40, 292, 'NVQ Carpentry, Larkmoor College, 2008 – 2010'],
      [40, 318, 'Skills', { size: 12, bold: true }],
      [40, 334, 'Planing, Turning'],
    ];
    const resume = read({ placed: [[40, 92, 'Experience', { size: 12, bold: true }], ...placed, ...below], rules });
    expect(resume.work.map(({ position, startDate }) => [position, startDate])).toEqual([
      ['Cabinet Maker', '2019'],
      ['Joiner', '2014'],
      ['Apprentice', '2010'],
    ]);
    expect(resume.work.map((one) => one.name)).toEqual(['Fernbank Joinery Ltd', 'Rudlow Timber', 'Corrib Stairs Ltd']);
    const words = resume.work.map((one) => [one.summary, ...(one.highlights ?? [])].join(' '));
    expect(words.map((all) => /price list|harbour|Oiled rails/u.exec(all)?.[0])).toEqual([
      'price list',
      'harbour',
      'Oiled rails',
    ]);
    expect(resume.education).toMatchObject([{ institution: 'Larkmoor College' }]);
    expect(resume.skills.flatMap((group) => group.keywords)).toEqual(['Planing', 'Turning']);
  });

  const firms = (...cells: string[][]): string[] => {
    const rows = cells.map((firm, i) => {
      const done = items('Kept the books', 'Greased the lifts', 'Held the keys');
      return [
        40,
        [40, 110, 215, 320, 550],
        [text(`${2018 - 4 * i} – ${2022 - 4 * i}`), text(...firm), text('Fitter'), done],
      ] as const;
    });
    const { placed, rules } = table(rows);
    return jobs(read({ placed: [[40, 92, 'Experience', { size: 12, bold: true }], ...placed], rules }));
  };

  it('has towns below firms in a column that is as wide as the widest of them', () => {
    expect(firms(['Corrib Castings Ltd'], ['Shannon Lifts Ltd', 'Liverpool'], ['Rudlow Timberwork', 'Manchester'])).toEqual([
      'Fitter @ Corrib Castings Ltd [2018/2022]',
      'Fitter @ Shannon Lifts Ltd, Liverpool [2014/2018]',
      'Fitter @ Rudlow Timberwork, Manchester [2010/2014]',
    ]);
  });

  it('has what else stands below firms, too', () => {
    const names = (...cells: string[][]): string[] => firms(...cells).map((job) => job.replace(/^.* @ | \[.*$/gu, ''));
    expect(names(['Corrib Castings Ltd'], ['Shannon Lifts Ltd', 'Foundry Division'], ['Moss Farm', 'Slaughterhouse'])).toEqual([
      'Corrib Castings Ltd',
      'Shannon Lifts Ltd',
      'Moss Farm',
    ]);
    expect(names(['PT Sumber Pelita Raya', 'Makmursentosa'], ['Shannon Lifts Ltd'], ['Corrib Castings Ltd'])[0]).toBe(
      'PT Sumber Pelita Raya Makmursentosa',
    );
  });

  it('has names that go on in the next line, with a town at their end too', () => {
    expect(firms(['Corrib Castings and', 'Foundries Ltd'], ['Shannon Lifts Ltd'], ['General Hospital of', 'Manchester'])).toEqual(
      [
        'Fitter @ Corrib Castings and Foundries Ltd [2018/2022]',
        'Fitter @ Shannon Lifts Ltd [2014/2018]',
        'Fitter @ General Hospital of Manchester [2010/2014]',
      ],
    );
  });

  it('puts a word together that was broken in a cell', () => {
    const edges = [40, 130, 250, 360, 550];
    const study = (...cells: string[][]) => [34, edges, cells.map((lines) => text(...lines))] as const;
    const { placed, rules } = table([
      study(['2010 – 2014'], ['Bachelor of Science'], ['Wirtschaftsingenieur-', 'wesen'], ['Hochschule Saaltal']),
      study(['2008 – 2010'], ['Ausbildung'], ['Industriekaufmann'], ['Berufsschule Brennberg']),
      study(['2004 – 2008'], ['Abitur'], ['–'], ['Gymnasium Seeblick']),
    ]);
    const found = read({ placed: [[40, 92, 'Ausbildung', { size: 12, bold: true }], ...placed], rules });
    expect(found.education[0]).toMatchObject({ institution: 'Hochschule Saaltal', area: 'Wirtschaftsingenieurwesen' });
  });

  it('parts words of two cells that came as one run', () => {
    const { placed, rules } = table([
      ...ABOUT,
      [24, FULL, [head('教育背景')]],
      [24, [40, 150, 260, 550], [head('时间'), head('学校'), head('专业')]],
      [24, [40, 150, 260, 550], [text('2012.09 ~ 2016.06'), text(`松陵工业大学${' '.repeat(3)}机械工程`), text()]],
    ]);
    // As wide as from the school to where the field ends.
    const wide = placed.map(
      ([x, y, text, style]): Placed => (text.startsWith('松陵') ? [216, y, text, style] : [x, y, text, style]),
    );
    const found = read({ placed: wide, rules }).education;
    expect(found).toMatchObject([{ institution: '松陵工业大学', area: '机械工程' }]);
  });
});

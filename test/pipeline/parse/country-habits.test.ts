import { describe, expect, it } from 'vitest';
import { jobs, parse } from './build-document.ts';

describe('an American nurse', () => {
  const NURSE =
    'NORA BRANDVOLD, RN, BSN\nnora@example.com\nSan Francisco, CA 94110\n\nPROFESSIONAL EXPERIENCE\nKaiser Permanente, San Francisco, CA\nRegistered Nurse, ICU (June 2019 – Present)\n• Cared for 5 patients\nRegistered Nurse, Med-Surg (May 2016 – May 2019)\n• Gave medication\n';

  it('has her wards with her titles and one employer', () => {
    expect(jobs(parse(NURSE))).toEqual([
      'Registered Nurse, ICU @ Kaiser Permanente, San Francisco, CA [2019-06/]',
      'Registered Nurse, Med-Surg @ Kaiser Permanente, San Francisco, CA [2016-05/2019-05]',
    ]);
  });

  it('has no letters behind her name for a headline', () => {
    expect(parse(NURSE).basics.label).toBeUndefined();
  });

  it('another firm behind a title is a firm', () => {
    const text =
      'Nora Brandvold\nnora@example.com\n\nExperience\nKaiser Permanente, San Francisco, CA\nRegistered Nurse, ICU (June 2019 – Present)\n• Cared for 5 patients\nNurse, Mercy Clinic (May 2016 – May 2019)\n• Gave medication\n';
    expect(parse(text).work.map((w) => w.name)).toEqual(['Kaiser Permanente', 'Mercy Clinic']);
  });
});

describe('words that are blanks in one place only', () => {
  it('are skills among skills', () => {
    const resume = parse('Nora Brandvold\nnora@example.com\n\nSkills\nCargo, Phone, City, Degree, Forklift, Unternehmen\n');
    expect(resume.skills.flatMap((group) => group.keywords)).toEqual([
      'Cargo',
      'Phone',
      'City',
      'Degree',
      'Forklift',
      'Unternehmen',
    ]);
  });

  it('are no employer and no title', () => {
    const resume = parse('Nora Brandvold\nnora@example.com\n\nExperience\nPuesto, Empresa\n2015 - 2019\n- Task\n');
    expect(resume.work.flatMap((w) => [w.name, w.position]).filter((value) => value === 'Empresa' || value === 'Puesto')).toEqual(
      [],
    );
  });
});

describe('the legal form of an employer', () => {
  it('is no skill', () => {
    const text = 'Nora Brandvold\nnora@example.fr\n\nExpérience\nSoudeuse chez Vale SAS, Lyon (2015 - 2019)\n- Soudage MIG\n';
    expect(parse(text).skills.flatMap((group) => group.keywords ?? [])).not.toContain('SAS');
  });

  it('a program of that name is one', () => {
    const text = 'Nora Brandvold\nnora@example.com\n\nExperience\nAnalyst, Vale Ltd (2015 - 2019)\n- Reports in SAS and SQL\n';
    expect(parse(text).skills.flatMap((group) => group.keywords ?? [])).toContain('SAS');
  });
});

describe('certificates of the Japanese form', () => {
  it('do without the word for passing', () => {
    const text =
      '履歴書\n氏名 山田 太郎\n\n免許・資格\n平成24年8月　普通自動車第一種運転免許　取得\n令和2年6月　日商簿記検定2級　合格\n志望の動機\n貴社の事業に興味を持ちました。\n';
    expect(parse(text).certificates).toEqual([
      { name: '普通自動車第一種運転免許', date: '2012-08' },
      { name: '日商簿記検定2級', date: '2020-06' },
    ]);
  });
});

describe('a job of one season', () => {
  it('has its own dates and leaves those above to the job above', () => {
    const text =
      'Nora Brandvold\nnora@example.es\n\nExperiencia\n\nIngeniera Senior, Acme S.L., Madrid\nenero de 2019 - actualidad\n\nPrácticas, Foo S.A., Sevilla, verano 2014\n';
    expect(jobs(parse(text))).toEqual([
      'Ingeniera Senior @ Acme S.L., Madrid [2019-01/]',
      'Prácticas @ Foo S.A., Sevilla [2014-06/2014-08]',
    ]);
  });

  it('a prize of one summer is none', () => {
    const text =
      'Nora Brandvold\nnora@example.com\n\nExperience\nWelder, Acme Ltd, Leeds\nJanuary 2015 - February 2019\n- Won the Leeds Prize, Summer 2017\n';
    expect(jobs(parse(text))).toEqual(['Welder @ Acme Ltd, Leeds [2015-01/2019-02]']);
  });
});

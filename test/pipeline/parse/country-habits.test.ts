import { describe, expect, it } from 'vitest';
import { jobs, parse } from './build-document.ts';

describe('an American nurse', () => {
  const NURSE =
    'NORA BRANDVOLD, RN, BSN\nnora@example.com\nSan Francisco, CA 94110\n\nPROFESSIONAL EXPERIENCE\nKaiser Permanente, San Francisco, CA\nRegistered Nurse, ICU (June 2019 – Present)\n• Cared for 5 patients\nRegistered Nurse, Med-Surg (May 2016 – May 2019)\n• Gave medication\n\nLICENSES\nRN, California Board of Registered Nursing, exp. 12/2026\nBLS (AHA), 2025\n';

  it('has her wards with her titles and one employer', () => {
    expect(jobs(parse(NURSE))).toEqual([
      'Registered Nurse, ICU @ Kaiser Permanente, San Francisco, CA [2019-06/]',
      'Registered Nurse, Med-Surg @ Kaiser Permanente, San Francisco, CA [2016-05/2019-05]',
    ]);
  });

  it('has no letters behind her name for a headline, and no expiry for a date of issue', () => {
    const resume = parse(NURSE);
    expect(resume.basics.label).toBeUndefined();
    expect(resume.certificates[0]).toMatchObject({ validUntil: '2026-12' });
    expect(resume.certificates[0]?.date).toBeUndefined();
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

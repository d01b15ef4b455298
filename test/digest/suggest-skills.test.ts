import { describe, expect, it } from 'vitest';
import { createRescore, type Rescore, suggestSkills } from '../../src/digest/suggest-skills.ts';
import { createTaxonomy } from '../../src/pipeline/enrich/create-taxonomy.ts';
import { createPreparedPostings } from '../../src/pipeline/match/prepared-postings.ts';
import { readFacts } from '../../src/pipeline/match/read-facts.ts';
import { makePosting, makeResume, makeScore } from '../messages/cards/made-up.ts';

describe('skills that would help', () => {
  const skillOf = (id: string) =>
    (
      ({
        sql: { name: 'SQL', category: 'language' },
        dbt: { name: 'dbt', category: 'tool' },
        jira: { name: 'Jira', category: 'tool' },
        licence: { name: 'Nursing licence', category: 'credential' },
        teamwork: { name: 'Teamwork', category: 'soft' },
      }) as const
    )[id];
  const lacking = (...skills: string[]) => ({
    score: makeScore(75, {
      evidence: skills.map((skill) => ({
        factor: 'skills' as const,
        requirement: `knows ${skill}`,
        kind: 'none' as const,
        value: 0,
      })),
    }),
    posting: {
      id: skills.join('-'),
      version: 1,
      data: makePosting({
        requirements: skills.map((skill) => ({
          text: `knows ${skill}`,
          kind: 'must' as const,
          skills: [skill],
          words: [],
          credential: false,
        })),
      }),
    },
  });
  /** Each skill is worth five points, except one that is worth next to nothing. */
  const rescore: Rescore = (_match, skill) => 70 + (skill === undefined ? 0 : skill === 'jira' ? 0.4 : 5.6);

  it('are counted over the matches whose posting asks for them in vain', () => {
    const matches = [lacking('sql', 'dbt'), lacking('sql'), lacking('sql', 'teamwork'), lacking('dbt', 'teamwork'), lacking()];
    expect(suggestSkills(matches, skillOf, rescore)).toEqual([
      { skill: 'sql', name: 'SQL', lifts: 3, of: 5, most: 5 },
      { skill: 'dbt', name: 'dbt', lifts: 2, of: 5, most: 5 },
    ]);
  });

  it('are never licences, traits of character, or what one posting alone asks for', () => {
    expect(
      suggestSkills(
        [lacking('licence', 'teamwork', 'dbt'), lacking('licence', 'teamwork'), lacking('unknown'), lacking('unknown')],
        skillOf,
        rescore,
      ),
    ).toEqual([]);
  });

  it('are not counted where something answers the requirement, or where it is only mentioned', () => {
    const met = lacking('sql');
    met.score.evidence = [{ factor: 'skills', requirement: 'knows sql', kind: 'related', value: 0.4 }];
    const context = lacking('sql');
    context.posting.data.requirements = context.posting.data.requirements.map((one) => ({ ...one, kind: 'context' }));
    expect(suggestSkills([met, context, lacking('sql')], skillOf, rescore)).toEqual([]);
  });

  it('are named only where the score is really higher with them', () => {
    expect(suggestSkills([lacking('jira', 'sql'), lacking('jira'), lacking('sql')], skillOf, rescore)).toEqual([
      { skill: 'sql', name: 'SQL', lifts: 2, of: 3, most: 5 },
    ]);
  });
});

describe('the effect of a skill', () => {
  const taxonomy = createTaxonomy();
  const facts = readFacts(
    makeResume({
      work: [
        {
          name: 'Tarnside Software',
          position: 'Backend Developer',
          startDate: '2021-03',
          highlights: ['Build REST APIs in Python and Django'],
        },
      ],
    }),
    taxonomy,
    '2026-03-02',
  );
  const posting = (skill: string) => ({
    id: skill,
    version: 1,
    data: makePosting({
      title: 'Backend Developer',
      mustHave: ['Python', skill],
      requirements: ['Python', skill].map((text) => ({
        text,
        kind: 'must' as const,
        skills: [taxonomy.lookupSkill(text)?.skill.id ?? ''],
        words: [],
        credential: false,
      })),
    }),
  });
  const rescore = createRescore(facts, { taxonomy, prepared: createPreparedPostings(taxonomy) });
  const kubernetes = taxonomy.lookupSkill('Kubernetes')?.skill.id ?? '';

  it('is that of the real scoring with the skill in the list of skills: higher where it is asked for, the same where not', () => {
    const wants = { score: makeScore(70), posting: posting('Kubernetes') };
    const wantsNot = { score: makeScore(70), posting: posting('Django') };
    expect(rescore(wants, kubernetes)).toBeGreaterThan(rescore(wants, undefined) + 5);
    expect(rescore(wantsNot, kubernetes)).toBe(rescore(wantsNot, undefined));
  });
});

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digestNow } from '../../src/digest/digest-now.ts';
import { previewDigest } from '../../src/digest/preview-digest.ts';
import type { Taxonomy } from '../../src/domain/taxonomy.ts';
import { itemsOf } from '../../src/messages/card.ts';
import { createTaxonomy } from '../../src/pipeline/enrich/create-taxonomy.ts';
import type { StepResult } from '../../src/tasks/queue.ts';
import { textOf } from '../messages/cards/made-up.ts';
import { type DigestWorld, MIRELA, openDigestWorld, RECRUITER } from './digest-world.ts';

const HOUR = 3_600_000;
let taxonomy: Taxonomy;
let world: DigestWorld;
beforeAll(() => {
  taxonomy = createTaxonomy();
});
beforeEach(async () => {
  world = await openDigestWorld(taxonomy);
});
afterEach(() => world.close());

const titlesOf = (steps: readonly StepResult[]): string[] =>
  steps.flatMap((step) => step.messages.flatMap((message) => itemsOf(message.card).map((item) => item.title)));
/** From 05:00 to the time of the digest. */
const toDigestTime = () => world.clock.advance(2.5 * HOUR);

describe('digest now', () => {
  it('answers with what is new; its items count as shown, and the day’s digest still comes', async () => {
    await world.addJob('a', 91);
    const answer = await digestNow(world.options, await world.person(MIRELA));
    expect(answer.items.map((item) => item.matchId)).toEqual(['match-a']);
    expect(answer.card.footer[0]).toContain('because you asked for it');
    await world.write(...answer.changes);
    await world.addJob('b', 80);
    toDigestTime();
    expect(titlesOf(await world.tick())).toEqual(['Title b']);
  });

  it('says when nothing is new and when the next one looks again', async () => {
    const answer = await digestNow(world.options, await world.person(MIRELA));
    expect(answer.items).toEqual([]);
    expect(answer.changes).toEqual([]);
    expect(textOf(answer.card)).toContain('The next digest looks again on Mon 2 Mar, 07:30.');
  });

  it('tells somebody without a resume or a shortlist how to start', async () => {
    expect(textOf((await digestNow(world.options, await world.person(RECRUITER))).card)).toContain(
      'Send resumes, then ask "shortlist"',
    );
  });
});

describe('the preview', () => {
  it('is what would be sent, and writes nothing', async () => {
    await world.addJob('a', 91);
    const person = await world.person(MIRELA);
    const preview = await previewDigest(world.options, person);
    expect(preview).toMatchObject({ localDate: '2026-03-02', items: [{ number: 1, matchId: 'match-a' }] });
    expect(await previewDigest(world.options, person, '2026-04-01')).toMatchObject({ localDate: '2026-04-01' });
    toDigestTime();
    const [step] = await world.tick();
    expect(step?.messages[0]?.card).toEqual(preview?.card);
  });

  it('is nothing on a quiet day', async () => {
    expect(await previewDigest(world.options, await world.person(MIRELA))).toBeUndefined();
  });
});

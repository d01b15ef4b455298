import { UserError } from '../domain/errors.ts';
import { buildPrivacyCard } from '../messages/privacy-cards.ts';
import { describeKept, keptJson } from './describe-kept.ts';
import { defineCommand } from './registry.ts';

export const privacy = defineCommand<true>({
  name: 'privacy',
  usage: 'privacy',
  summary: 'what I keep about you, why, for how long, and who sees it',
  examples: ['privacy'],
  role: 'candidate',
  parse: (words) => (words.length === 0 ? true : undefined),
  async run(context) {
    const { person } = context;
    if (!person)
      throw new UserError('The terminal is nobody in particular.', 'Say about whom: shortlist privacy --person EMAIL.');
    const input = await describeKept(context, person);
    return { card: buildPrivacyCard(input), json: [keptJson(input, person)] };
  },
});

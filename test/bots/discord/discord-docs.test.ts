import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { inviteUrl } from '../../../src/bots/discord/discord-permissions.ts';

it('the guide invites the bot with the rights that the code uses', async () => {
  const guide = await readFile('docs/discord.md', 'utf8');
  expect(guide).toContain(inviteUrl('APPLICATION_ID'));
});

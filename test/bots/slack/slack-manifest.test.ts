import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { slackManifest } from '../../../src/bots/slack/slack-manifest.ts';
import { BOT_SCOPES, METHOD_SCOPES } from '../../../src/bots/slack/slack-methods.ts';
import { commandFaces } from '../../../src/commands/command-faces.ts';
import type { CommandFace } from '../../../src/commands/registry.ts';
import { scopesFor } from '../../servers/slack-scopes.ts';

const SOURCES = globSync('src/bots/slack/*.ts').map((file) => readFileSync(file, 'utf8'));

/** Every `api.some.method(` of the code, however it is broken over lines. */
const calledMethods = (): string[] => {
  const calls = SOURCES.flatMap((source) =>
    [...source.matchAll(/(?:\bapi|createSlackApi\([^()]*\))\s*\.((?:\s*\.?\w+)+?)\s*\(\{?/g)].map(([, path = '']) =>
      path.replace(/\s/g, ''),
    ),
  );
  return [...new Set(calls)].sort();
};

const asJson = (manifest: object) => {
  const read: {
    oauth_config: { scopes: { bot: string[] } };
    settings: {
      socket_mode_enabled: boolean;
      event_subscriptions: { request_url?: string; bot_events: string[] };
      interactivity: { request_url?: string };
    };
    features: { slash_commands: { command: string; url?: string; usage_hint: string }[]; shortcuts: { callback_id: string }[] };
    display_information: { long_description: string };
  } = JSON.parse(JSON.stringify(manifest));
  return read;
};

const face = (name: string, slash?: string): CommandFace => ({
  name,
  usage: `${name} <words>`,
  summary: `does ${name}`,
  examples: [],
  role: 'candidate',
  slash,
  options: [],
  hasForm: false,
});

describe('the manifest of the app', () => {
  it('that is committed is the one that the code makes', () => {
    expect(JSON.parse(readFileSync('docs/slack/manifest.json', 'utf8'))).toEqual(slackManifest(commandFaces()));
  });

  it('asks for the scopes of exactly the methods that the code calls', () => {
    expect(calledMethods()).toEqual(Object.keys(METHOD_SCOPES).sort());
    for (const [method, scopes] of Object.entries(METHOD_SCOPES)) {
      const asked: readonly string[] = scopes;
      expect(asked, method).toEqual(expect.arrayContaining([...(scopesFor(method, 'C0TEAM') ?? ['unknown'])]));
    }
    expect(asJson(slackManifest([])).oauth_config.scopes.bot).toEqual(BOT_SCOPES);
  });

  it('hears of every event that the code reads, and has room for no other', () => {
    const { bot_events: events } = asJson(slackManifest([])).settings.event_subscriptions;
    expect(events.map((event) => event.split('.')[0])).toEqual(
      expect.arrayContaining(['message', 'app_mention', 'file_shared', 'reaction_added', 'reaction_removed', 'app_home_opened']),
    );
    expect(events).toHaveLength(9);
  });

  it('has the short names of the commands, but none that Slack keeps for itself, and at most fifty', () => {
    const commands = [face('match', 'match'), face('status', 'status'), face('retry')];
    expect(asJson(slackManifest(commands)).features.slash_commands.map(({ command }) => command)).toEqual([
      '/shortlist',
      '/match',
    ]);
    const many = Array.from({ length: 80 }, (_, index) => face(`command${index}`, `command${index}`));
    expect(asJson(slackManifest(many)).features.slash_commands).toHaveLength(50);
  });

  it('over HTTP has an address for everything, and no socket', () => {
    const { settings, features } = asJson(slackManifest([], 'https://shortlist.example.com'));
    expect(settings.socket_mode_enabled).toBe(false);
    expect(settings.event_subscriptions.request_url).toBe('https://shortlist.example.com/slack/events');
    expect(settings.interactivity.request_url).toBe('https://shortlist.example.com/slack/interactions');
    expect(features.slash_commands.map(({ url }) => url)).toEqual(['https://shortlist.example.com/slack/commands']);
  });

  it('describes the app at the length that Slack asks for', () => {
    const { length } = asJson(slackManifest([])).display_information.long_description;
    expect([length >= 174, length <= 4_000]).toEqual([true, true]);
  });
});

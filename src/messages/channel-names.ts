/** What people call the channels, in both directions. */

const NAMES: Readonly<Record<string, string>> = { email: 'mail', slack: 'Slack', discord: 'Discord', terminal: 'the terminal' };

/** `mail`, `Slack`: as it stands in a sentence. */
export const channelName = (channel: string): string => NAMES[channel] ?? channel;

const WORDS: Readonly<Record<string, string>> = {
  mail: 'email',
  email: 'email',
  'e-mail': 'email',
  slack: 'slack',
  discord: 'discord',
};

/** The channel that somebody's word means; undefined for none. */
export const channelNamed = (word: string): string | undefined =>
  Object.hasOwn(WORDS, word.toLowerCase()) ? WORDS[word.toLowerCase()] : undefined;

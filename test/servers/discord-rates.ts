/** How fast Discord lets itself be asked: fifty requests a second (rule D6), so many messages in five seconds and channel. */
import { performance } from 'node:perf_hooks';
import type { Answer } from './discord-server.ts';

const A_SECOND = 50;
const WINDOW_MS = 5_000;

export function createLimits(burst: number) {
  const times: number[] = [];
  const posts = new Map<string, number[]>();
  let busiest = 0;
  return {
    busiest: () => busiest,
    /** Of every request with the token; `channel` of a message. What it gets instead, or the headers of its answer. */
    take(channel: string | undefined): { instead: Answer } | { headers: Record<string, string> } {
      const now = performance.now();
      while ((times[0] ?? now) <= now - 1_000) times.shift();
      times.push(now);
      busiest = Math.max(busiest, times.length);
      if (times.length > A_SECOND)
        return { instead: tooMany(1, { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' }) };
      if (channel === undefined) return { headers: {} };
      const recent = (posts.get(channel) ?? []).filter((at) => at > now - WINDOW_MS);
      const wait = ((recent[0] ?? now) + WINDOW_MS - now) / 1_000;
      const headers = {
        'x-ratelimit-limit': String(burst),
        'x-ratelimit-bucket': 'messages',
        'x-ratelimit-reset-after': String(wait),
      };
      if (recent.length >= burst)
        return { instead: tooMany(wait, { ...headers, 'x-ratelimit-remaining': '0', 'x-ratelimit-scope': 'user' }) };
      posts.set(channel, [...recent, now]);
      return { headers: { ...headers, 'x-ratelimit-remaining': String(burst - recent.length - 1) } };
    },
  };
}

const tooMany = (seconds: number, headers: Record<string, string>): Answer => ({
  status: 429,
  json: { message: 'You are being rate limited.', retry_after: seconds, global: 'x-ratelimit-global' in headers },
  headers: { 'retry-after': String(seconds), ...headers },
});

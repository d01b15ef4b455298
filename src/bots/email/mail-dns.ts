/** DNS for checking senders: short, bounded, and a failure is an answer (not verified), never an error. */
import { Resolver } from 'node:dns/promises';

/** What DNS says about a name, in the shapes of node:dns. Rejects with a `code` when there is nothing or nobody answers. */
export type ResolveDns = (name: string, type: string) => Promise<string[] | string[][]>;

/** A mail is not kept waiting for a name server that is away: its sender is then just not verified. */
const QUERY_MS = 1_500;
const TRIES = 2;

/** The system's name servers. */
export function systemDns(): ResolveDns {
  const resolver = new Resolver({ timeout: QUERY_MS, tries: TRIES });
  return async (name, type) => {
    const answer: unknown = await resolver.resolve(name, type);
    if (!isAnswer(answer)) throw new TypeError(`no list for ${type}`);
    return answer;
  };
}

/** MX records are objects; mailauth takes them, its types leave them out. */
function isAnswer(answer: unknown): answer is string[] | string[][] {
  return Array.isArray(answer);
}

/** The same, with one limit for all questions of a mail: a domain whose name servers dawdle must not hold the listener. */
export function resolveWithin(resolve: ResolveDns, ms: number): ResolveDns {
  const until = performance.now() + ms;
  return async (name, type) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const tooLate = Object.assign(new Error('DNS took too long'), { code: 'ETIMEOUT' });
      timer = setTimeout(() => reject(tooLate), Math.max(0, until - performance.now()));
    });
    return Promise.race([resolve(name, type), late]).finally(() => clearTimeout(timer));
  };
}

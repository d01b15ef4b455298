/** A hook of a channel on a port, as the service's pages would serve it. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { HttpHook } from '../../src/messages/http-hook.ts';

export interface ServedHook {
  /** Without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** Asked anew for each request: a restart puts another one there. */
export async function serveHook(hook: () => HttpHook | undefined): Promise<ServedHook> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const answer = await hook()?.handle({ headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(answer?.status ?? 404).end(answer?.body === undefined ? undefined : JSON.stringify(answer.body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

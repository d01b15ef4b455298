/** The pages on a port, with limits for slow and greedy clients. */
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { errorName } from '../domain/error-name.ts';
import { ConfigError } from '../domain/errors.ts';
import { createPages, type PagesOptions } from './create-pages.ts';

export interface ServePagesOptions extends PagesOptions {
  listen: { host: string; port: number };
  /** Somebody set the address: it is an error when it cannot be had. Else the service goes on without pages. */
  askedFor: boolean;
  /** Tests wait less. */
  headersWithinMs?: number;
}

export interface ServedPages {
  address: { host: string; port: number };
  /** Takes nothing new, lets what runs end, and closes what is left after two seconds. */
  close(): Promise<void>;
}

const HEADERS_WITHIN_MS = 5_000;
const REQUEST_WITHIN_MS = 15_000;
const KEPT_ALIVE_MS = 5_000;
const SILENCE_MS = 20_000;
const MOST_CONNECTIONS = 256;
const MOST_REQUESTS_PER_CONNECTION = 100;
const MOST_HEADER_BYTES = 16 * 1024;
const CLOSE_WITHIN_MS = 2_000;

/** Undefined when nobody asked for the address and it cannot be had. Throws ConfigError when somebody did. */
export async function servePages(options: ServePagesOptions): Promise<ServedPages | undefined> {
  const { listen, askedFor, log, headersWithinMs = HEADERS_WITHIN_MS } = options;
  const server = createServer(
    {
      headersTimeout: headersWithinMs,
      requestTimeout: REQUEST_WITHIN_MS,
      keepAliveTimeout: KEPT_ALIVE_MS,
      connectionsCheckingInterval: Math.min(1_000, headersWithinMs),
      maxHeaderSize: MOST_HEADER_BYTES,
    },
    getRequestListener(createPages(options).fetch, { overrideGlobalObjects: false }),
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.maxRequestsPerSocket = MOST_REQUESTS_PER_CONNECTION;
  server.setTimeout(SILENCE_MS);
  try {
    const address = await listening(server, listen);
    // Too many open files, for example: that connection fails, the service goes on.
    server.on('error', (error) => log.error({ error: errorName(error) }, 'the web server reports an error'));
    return { address, close: () => closed(server) };
  } catch (error) {
    const reason = PROBLEMS[error instanceof Error && 'code' in error ? String(error.code) : ''];
    if (reason === undefined) throw error;
    if (!askedFor) {
      log.warn({ port: listen.port }, `no pages: that port ${reason}; HTTP_LISTEN chooses another, or "off"`);
      return undefined;
    }
    throw new ConfigError(
      'HTTP_LISTEN',
      `${listen.host}:${listen.port} ${reason}`,
      'Stop the other one, choose a free address, for example HTTP_LISTEN=127.0.0.1:8081, or HTTP_LISTEN=off.',
    );
  }
}

const PROBLEMS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use: another program listens there, or the service runs already',
  EADDRNOTAVAIL: 'is no address of this machine',
  ENOTFOUND: 'is no address of this machine',
  EACCES: 'needs more rights than this user has (ports below 1024 do)',
};

function listening(server: Server, { host, port }: { host: string; port: number }): Promise<{ host: string; port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const bound = server.address();
      resolve({ host, port: typeof bound === 'object' && bound ? bound.port : port });
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}

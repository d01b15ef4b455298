/** The address that the mail listener cannot have, as a setting to change. */
import type { Config } from './config.ts';
import { ConfigError } from './domain/errors.ts';

const LISTEN_PROBLEMS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use: another program listens there, or the service runs already',
  EADDRNOTAVAIL: 'is no address of this machine',
  ENOTFOUND: 'is no address of this machine',
  EACCES: 'needs more rights than this user has (ports below 1024 do)',
};

/** What the system refuses about the listener's address, as a setting and its fix; anything else as it is. */
export function listenProblem({ mail: { listen } }: Config, error: unknown): unknown {
  const reason = error instanceof Error && 'code' in error ? LISTEN_PROBLEMS[String(error.code)] : undefined;
  if (reason === undefined || listen === 'off' || !(error instanceof Error && 'syscall' in error)) return error;
  return new ConfigError(
    'SMTP_LISTEN',
    `${listen.host}:${listen.port} ${reason}`,
    'Stop the other one, choose a free address, for example SMTP_LISTEN=127.0.0.1:2526, or SMTP_LISTEN=off.',
  );
}

/** Logs for operators: what happened and the code of the row, never a name, address or text of anybody (rule P9). */
import { pino } from 'pino';

export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Whatever may hold somebody's data or a secret is cut out, should it ever be passed. */
const REDACTED = [
  'address',
  'email',
  'name',
  'text',
  'subject',
  'password',
  'token',
  'url',
  '*.address',
  '*.email',
  '*.name',
  '*.text',
  '*.subject',
  '*.password',
  '*.token',
  '*.url',
];

/** JSON lines on stderr; in a terminal a short readable line. */
export function createLog(level: string, pretty: boolean): Log {
  const options = { level, redact: { paths: REDACTED, censor: '[cut]' }, base: null };
  return pretty ? pino(options, prettyStream()) : pino(options, pino.destination({ dest: 2, sync: true }));
}

const LEVELS: Readonly<Record<number, string>> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' };

/** pino-pretty is for development; a person who starts the service gets this: time, level, words, fields. */
function prettyStream(): { write(line: string): void } {
  return {
    write(line) {
      const { level, time, msg, ...fields }: { level: number; time: number; msg: string } & Record<string, unknown> =
        JSON.parse(line);
      const rest = Object.entries(fields).map(
        ([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
      );
      process.stderr.write(`${new Date(time).toISOString().slice(11, 19)} ${LEVELS[level] ?? level} ${msg}${rest.join('')}\n`);
    },
  };
}

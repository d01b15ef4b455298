/** Errors that carry the decision. Nobody parses a message. */

/** Try again later. A rate limit (`countsAsAttempt: false`) does not use up an attempt. */
export class RetryLater extends Error {
  readonly afterMs: number | undefined;
  readonly countsAsAttempt: boolean;
  constructor(reason: string, options: { afterMs?: number; countsAsAttempt?: boolean; cause?: unknown } = {}) {
    super(reason, { cause: options.cause });
    this.name = 'RetryLater';
    this.afterMs = options.afterMs;
    this.countsAsAttempt = options.countsAsAttempt ?? true;
  }
}

/** Trying again would not help: the task goes to the dead letters with the reason and what a person can do. */
export class PermanentFailure extends Error {
  readonly fix: string;
  constructor(reason: string, fix: string, options: { cause?: unknown } = {}) {
    super(reason, options);
    this.name = 'PermanentFailure';
    this.fix = fix;
  }
}

/** A setting is missing or wrong. Names the variable and the fix; the command line ends with 2. */
export class ConfigError extends Error {
  readonly variable: string;
  readonly fix: string;
  constructor(variable: string, reason: string, fix: string) {
    super(`${variable}: ${reason}`);
    this.name = 'ConfigError';
    this.variable = variable;
    this.fix = fix;
  }
}

/** What a person asked for cannot be done as asked: shown to them as it stands. Unknown and forbidden answer alike. */
export class UserError extends Error {
  readonly fix: string;
  constructor(message: string, fix: string) {
    super(message);
    this.name = 'UserError';
    this.fix = fix;
  }
}

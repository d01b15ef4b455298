/** Errors that carry the decision. Nobody parses a message. */

/** Try again later. A rate limit (`countsAsAttempt: false`) does not use up an attempt. */
export class RetryLater extends Error {
  readonly afterMs: number | undefined;
  readonly countsAsAttempt: boolean;
  /** From the first such failure on; after that it failed for good (72 h for mail, rule O7). */
  readonly giveUpAfterMs: number | undefined;
  constructor(
    reason: string,
    options: { afterMs?: number; countsAsAttempt?: boolean; giveUpAfterMs?: number; cause?: unknown } = {},
  ) {
    super(reason, { cause: options.cause });
    this.name = 'RetryLater';
    this.afterMs = options.afterMs;
    this.countsAsAttempt = options.countsAsAttempt ?? true;
    this.giveUpAfterMs = options.giveUpAfterMs;
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

/** The other side says that there is nobody at that address: nothing else goes there until its owner writes again (rule O7). */
export class AddressGone extends PermanentFailure {
  /** RFC 3463, such as `5.1.1`, where it was given. */
  readonly status: string | undefined;
  constructor(reason: string, fix: string, options: { status?: string; cause?: unknown } = {}) {
    super(reason, fix, { cause: options.cause });
    this.name = 'AddressGone';
    this.status = options.status;
  }
}

/** What answered a command where it was used is over or used up: the answer goes to the direct conversation. */
export class InvocationOver extends Error {
  constructor(reason: string, options: { cause?: unknown } = {}) {
    super(reason, options);
    this.name = 'InvocationOver';
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

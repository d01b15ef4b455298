/** How a platform delivers events over HTTP: the pages of `http` take the request in, the channel judges and answers it (types only). */

export interface HookRequest {
  /** Names in small letters. */
  headers: Readonly<Record<string, string | undefined>>;
  /** As it came: signatures are over these very bytes. */
  body: string;
}

export interface HookResponse {
  status: 200 | 400 | 401 | 500 | 503;
  /** Sent as JSON; nothing at all when left out. */
  body?: object;
}

export interface HttpHook {
  /** Where the platform posts to, beginning with a slash. */
  paths: readonly string[];
  /** Never rejects. */
  handle(request: HookRequest): Promise<HookResponse>;
}

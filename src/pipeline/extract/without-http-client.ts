/**
 * pdfjs looks at `Response.prototype` when it is loaded, and Node then loads its whole HTTP client: a tenth of the start of a child, which has
 * no network. Meanwhile there is a class of that name with the method that pdfjs would otherwise add.
 */
export async function withoutHttpClient<T>(load: () => Promise<T>): Promise<T> {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'Response');
  Object.defineProperty(globalThis, 'Response', { configurable: true, writable: true, value: NoResponse });
  try {
    return await load();
  } finally {
    if (own) Object.defineProperty(globalThis, 'Response', own);
  }
}

class NoResponse {
  bytes(): Promise<Uint8Array> {
    return Promise.reject(new Error('there is no network here'));
  }
}

import { describe, expect, it } from 'vitest';
import { withoutHttpClient } from '../../../src/pipeline/extract/without-http-client.ts';

describe('what is loaded without an HTTP client', () => {
  it('sees a Response with the method that pdfjs looks for, and the platform has its own afterwards', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'Response');
    const seen = await withoutHttpClient(async () => Object.getOwnPropertyDescriptor(globalThis, 'Response')?.value);
    expect(typeof seen.prototype.bytes).toBe('function');
    expect(Object.getOwnPropertyDescriptor(globalThis, 'Response')).toEqual(own);
    expect(await new Response('read').text()).toBe('read');
  });

  it('gives the platform its own back when loading fails', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'Response');
    await expect(withoutHttpClient(() => Promise.reject(new Error('not there')))).rejects.toThrow('not there');
    expect(Object.getOwnPropertyDescriptor(globalThis, 'Response')).toEqual(own);
  });
});

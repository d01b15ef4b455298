/** Script of the child that opens files. Handlers: `extract` and `unpack`. */
import type { Document } from '../../domain/document.ts';
import { extractDocument } from './extract-document.ts';
import { bytesOf, serveChild } from './serve-child.ts';
import { type UnpackedZip, unpackZip } from './unpack-zip.ts';

/** Messages to the child and what it answers (or `FailedAnswer`). */
export interface ExtractRequest {
  kind: 'extract';
  bytes: Uint8Array;
  name: string;
}
export interface ExtractAnswer {
  ok: true;
  document: Document;
}
export interface UnpackRequest {
  kind: 'unpack';
  bytes: Uint8Array;
}
export interface UnpackAnswer extends UnpackedZip {
  ok: true;
}

serveChild({
  async extract(message): Promise<ExtractAnswer> {
    return { ok: true, document: await extractDocument(bytesOf(message), String(message.name ?? '')) };
  },
  async unpack(message): Promise<UnpackAnswer> {
    return { ok: true, ...(await unpackZip(bytesOf(message))) };
  },
});

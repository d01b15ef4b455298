/** What would be asked about a resume now: read from its file again in a child process, so that no task carries it (principle 3, rule P1). */
import { z } from 'zod';
import type { ResumeId, WorkspaceId } from '../../domain/ids.ts';
import type { LanguageModel, ModelCaps, ModelQuestion } from '../../domain/language-model.ts';
import { mostItCosts } from '../../domain/language-model.ts';
import { contentHashOf } from '../../store/model-spending.ts';
import type { ResumeView } from '../../store/resumes.ts';
import { resumeOfAudience } from '../../store/scored-versions.ts';
import type { Store } from '../../store/store.ts';
import type { ResumeReader } from '../ingest/resume-reader.ts';
import { type AskRequest, makeRequest } from './make-request.ts';
import { standsAsRead } from './stands-as-read.ts';

/** A model and what it may cost. */
export interface AskedModel {
  model: LanguageModel;
  caps: ModelCaps;
}

export interface PreparedAsk {
  /** The newest reading, without anybody's corrections. */
  resume: ResumeView;
  request: AskRequest;
  /** Of all that would be sent, and to which model. */
  hash: string;
}

/** Undefined when there is nothing to ask: all is accepted, a model was asked already, or the file is gone. */
export async function prepareAsk(
  { store, reader }: { store: Store; reader: Pick<ResumeReader, 'lines'> },
  model: LanguageModel,
  workspace: WorkspaceId,
  resumeId: ResumeId,
): Promise<PreparedAsk | undefined> {
  const resume = await resumeOfAudience(store, workspace, resumeId, '');
  if (!resume || resume.data.meta.shortlist.model) return undefined;
  const bytes = await bytesOf(store, workspace, resume.blobId);
  const page = bytes && (await reader.lines(bytes, resume.data.meta.shortlist.format));
  if (!page || !('lines' in page) || !standsAsRead(resume.data, page.lines)) return undefined;
  const request = makeRequest(resume.data, page.lines);
  if (!request) return undefined;
  const { instructions, input, maxOutputTokens } = request.question;
  const hash = contentHashOf(store, workspace, JSON.stringify([model.name, instructions, input, maxOutputTokens]));
  return { resume, request, hash };
}

/** Originals are not always kept (KEEP_ORIGINALS). */
async function bytesOf(store: Store, workspace: WorkspaceId, blobId: string): Promise<Uint8Array | undefined> {
  try {
    return await store.blobs.get(workspace, blobId);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The most that the call can cost, in micro-dollars. */
export function costOfAsking<T>(model: LanguageModel, question: ModelQuestion<T>): number {
  return mostItCosts(model, question, Buffer.byteLength(JSON.stringify(z.toJSONSchema(question.schema))));
}

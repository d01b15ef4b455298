/** Files that an operator puts in at the terminal: a submission like any other, without a reply. */
import type { Change } from '../domain/changes.ts';
import { DEFAULT_WORKSPACE, newCode, newId } from '../domain/ids.ts';
import type { Person } from '../domain/people.ts';
import type { NewTask } from '../domain/steps.ts';
import { commit } from '../store/commit.ts';
import { identitiesOf } from '../store/people.ts';
import type { Store } from '../store/store.ts';
import { meetSender, type PeopleDefaults } from './meet-sender.ts';

export interface Batch {
  submissionId: string;
  code: string;
  personId: string;
  /** Stores files and the tasks that read them; resolves after their one commit. At most `FILES_TOGETHER`. */
  add(files: readonly SubmittedFile[]): Promise<void>;
}

export interface SubmittedFile {
  name: string;
  bytes: Uint8Array;
}

/** Each commit waits for the disk; no transaction holds more than 200 rows (rule R1), and a file brings three. */
export const FILES_TOGETHER = 16;

const OPERATOR_ADDRESS = 'operator';

/** `person` sends it, else the operator, who is a person here only so that every row has an owner. */
export async function openBatch(store: Store, people: PeopleDefaults, person: Person | undefined): Promise<Batch> {
  const workspace = DEFAULT_WORKSPACE;
  const { clock } = store;
  const met = person ? await knownSender(store, person) : await operator(store, people);
  const submissionId = newId(clock);
  const code = newCode('s');
  const { personId } = met;
  await commit(store, {
    changes: [
      {
        kind: 'submissionReceived',
        submission: {
          id: submissionId,
          workspace,
          code,
          personId,
          identityId: met.identityId,
          channel: 'terminal',
          conversation: 'terminal',
          private: true,
          eventKey: submissionId,
          references: [],
          kind: 'resume',
          text: '',
          verified: true,
          // Nobody waits for a mail about it: the terminal shows the outcome.
          automatic: 'terminal import',
          remarks: [],
          receivedAt: clock.now().getTime(),
        },
      },
      ...met.changes,
    ],
    tasks: [],
    messages: [],
  });
  let position = 0;
  return {
    submissionId,
    code,
    personId,
    async add(files) {
      const stored = await Promise.all(
        files.map(async ({ name, bytes }) => ({ name, size: bytes.byteLength, blobId: await store.blobs.put(workspace, bytes) })),
      );
      const changes: Change[] = [];
      const tasks: NewTask[] = [];
      for (const { name, size, blobId } of stored) {
        const id = newId(clock);
        position += 10_000;
        const file = { id, submissionId, personId, name, type: 'application/octet-stream', size, blobId, position };
        changes.push(
          { kind: 'blobStored', workspace, blobId, size, personId, createdAt: clock.now().getTime() },
          { kind: 'attachmentReceived', workspace, attachment: { ...file, state: 'waiting' } },
        );
        tasks.push({ id: `read:${id}`, workspace, step: 'readAttachment', payload: { attachmentId: id }, priority: 7 });
      }
      await commit(store, { changes, tasks, messages: [] });
    },
  };
}

async function knownSender(store: Store, person: Person) {
  const [identity] = await identitiesOf(store, person.workspace, person.id);
  return { personId: person.id, identityId: identity?.id ?? person.id, changes: [] };
}

async function operator(store: Store, people: PeopleDefaults) {
  const { person, identity, changes } = await meetSender(
    store,
    DEFAULT_WORKSPACE,
    { channel: 'terminal', address: OPERATOR_ADDRESS, name: 'Operator', verified: true },
    { ...people, admins: [...people.admins, `terminal:${OPERATOR_ADDRESS}`] },
  );
  return { personId: person.id, identityId: identity.id, changes };
}

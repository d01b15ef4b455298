/** Files that an operator puts in at the terminal: a submission like any other, without a reply. */
import { DEFAULT_WORKSPACE, newCode, newId } from '../domain/ids.ts';
import type { Person } from '../domain/people.ts';
import { commit } from '../store/commit.ts';
import { identitiesOf } from '../store/people.ts';
import type { Store } from '../store/store.ts';
import { meetSender, type PeopleDefaults } from './meet-sender.ts';

export interface Batch {
  submissionId: string;
  code: string;
  personId: string;
  /** Stores one file and the task that reads it; resolves after the commit with the id of the attachment. */
  add(name: string, bytes: Uint8Array): Promise<string>;
}

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
    async add(name, bytes) {
      const id = newId(clock);
      const blobId = await store.blobs.put(workspace, bytes);
      const size = bytes.byteLength;
      position += 10_000;
      await commit(store, {
        changes: [
          { kind: 'blobStored', workspace, blobId, size, personId, createdAt: clock.now().getTime() },
          {
            kind: 'attachmentReceived',
            workspace,
            attachment: {
              id,
              submissionId,
              personId,
              name,
              type: 'application/octet-stream',
              size,
              blobId,
              state: 'waiting',
              position,
            },
          },
        ],
        tasks: [{ id: `read:${id}`, workspace, step: 'readAttachment', payload: { attachmentId: id }, priority: 7 }],
        messages: [],
      });
      return id;
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

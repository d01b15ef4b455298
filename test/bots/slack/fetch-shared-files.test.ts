import { describe, expect, it } from 'vitest';
import { ILSE, useSlack } from './run-slack.ts';
import { messageIn } from './slack-events.ts';

const running = useSlack();
const SHARED = 'C0TEAM';

const offer = (id: string, more: object = {}) =>
  running.slack.files.set(id, {
    name: `${id}.txt`,
    type: 'text/plain',
    bytes: new TextEncoder().encode(`text of ${id}`),
    ...more,
  });
const posted = async (files: { id: string; name: string }[]) => {
  const { slack } = running;
  return slack.deliver('events_api', messageIn('Ev1', ILSE, SHARED, slack.ts(), { files }));
};

describe('the files of a message that others read', () => {
  it('come with their bytes, and with the names that Slack gives when it is asked (S5, A7)', async () => {
    await running.open();
    offer('F0CV');
    await posted([{ id: 'F0CV', name: '' }]);
    expect(running.told.messages).toMatchObject([
      {
        sharedPlace: true,
        attachments: [{ name: 'F0CV.txt', type: 'text/plain', content: { bytes: Buffer.from('text of F0CV') } }],
        remarks: [],
      },
    ]);
  });

  it('that cannot be had are left out, and the reason goes with the others', async () => {
    await running.open();
    offer('F0CV');
    offer('F0GONE', { gone: true });
    offer('F0LOGIN', { login: true });
    await posted(['F0GONE', 'F0CV', 'F0LOGIN'].map((id) => ({ id, name: `${id}.txt` })));
    const [message] = running.told.messages;
    expect(message?.attachments.map(({ name }) => name)).toEqual(['F0CV.txt']);
    expect(message?.remarks).toEqual([
      expect.stringMatching(/^F0GONE\.txt was left out: /),
      expect.stringMatching(/^F0LOGIN\.txt was left out: /),
    ]);
    expect(running.said.join()).toContain('files:read');
  });

  it('that cannot be had just now are not acknowledged: Slack sends the message again (S1)', async () => {
    await running.open();
    offer('F0CV');
    running.slack.fail('files.info', { status: 503 });
    expect(await posted([{ id: 'F0CV', name: 'cv.txt' }])).toBe('refused');
    expect(running.told.messages).toEqual([]);
    expect(await posted([{ id: 'F0CV', name: 'cv.txt' }])).toBe('acknowledged');
  });
});

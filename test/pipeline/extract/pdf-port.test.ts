import { expect, it } from 'vitest';
import { PdfPort } from '../../../src/pipeline/extract/pdf-port.ts';

function opened(): { here: PdfPort; there: PdfPort; heardHere: unknown[]; heardThere: unknown[] } {
  const [here, there] = PdfPort.pair();
  const [heardHere, heardThere]: [unknown[], unknown[]] = [[], []];
  here.addEventListener('message', ({ data }) => heardHere.push(data));
  there.addEventListener('message', ({ data }) => heardThere.push(data));
  return { here, there, heardHere, heardThere };
}

it('hands messages to the other end in their order, later, and does not copy them', async () => {
  const { here, heardThere, heardHere } = opened();
  const messages = [{ n: 1 }, { n: 2 }];
  for (const message of messages) here.postMessage(message);
  expect(heardThere).toEqual([]);
  await Promise.resolve();
  expect(heardThere[0]).toBe(messages[0]);
  expect(heardThere[1]).toBe(messages[1]);
  expect(heardHere).toEqual([]);
});

it('keeps the operators of a page that their sender takes back', async () => {
  const { here, heardThere } = opened();
  const chunk = { fnArray: [1, 2], argsArray: ['a', 'b'], lastChunk: true };
  here.postMessage({ stream: 4, chunk });
  chunk.fnArray.length = 0;
  chunk.argsArray.length = 0;
  await Promise.resolve();
  expect(heardThere).toEqual([{ stream: 4, chunk: { fnArray: [1, 2], argsArray: ['a', 'b'], lastChunk: true } }]);
});

it('answers the wish for outlines of a font, which nobody draws, without the other end', async () => {
  const { here, heardHere, heardThere } = opened();
  here.postMessage({ sourceName: 'main', targetName: 'worker', action: 'FontFallback', callbackId: 7, data: { id: 'f1' } });
  await Promise.resolve();
  expect(heardHere).toEqual([{ sourceName: 'worker', targetName: 'main', callback: 1, callbackId: 7 }]);
  expect(heardThere).toEqual([]);
});

/** A mail program's side of SMTP, in the few lines that a demo needs. */
import { connect } from 'node:net';

/** Resolves when the server answered 250 after the data: from then on the mail is the service's to lose, and it does not. */
export function sendOverSmtp(server: { host: string; port: number }, from: string, to: string, message: string): Promise<void> {
  const body = message.replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..');
  const steps = ['EHLO demo.example', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA', `${body}\r\n.`, 'QUIT'];
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, server.host);
    let received = '';
    let step = 0;
    socket.setTimeout(20_000, () => socket.destroy(new Error('the listener does not answer')));
    socket.once('error', reject);
    // Also when the service ends in the middle of a sentence; after `resolve` it changes nothing.
    socket.once('close', () => reject(new Error('the connection ended before the answer')));
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      // The last line of an answer has a space behind its code.
      const answer = /^(\d{3}) .*\r\n/m.exec(received);
      if (!answer) return;
      received = '';
      const next = steps[step++];
      if (Number(answer[1]) >= 400) socket.destroy(new Error(`refused: ${answer[0].trim()}`));
      else if (next === undefined) socket.end(resolve);
      else socket.write(`${next}\r\n`);
    });
  });
}

/** The server's half of RFC 6455, as far as tests need it: texts, pings, closing. On a socket that an HTTP server upgraded. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

export interface WebSocketPeer {
  send(text: string): void;
  /** Without a goodbye, as a network does. */
  drop(): void;
  /** Answers no more pings: the line is dead and nobody says so. */
  mute(): void;
  /** How many were answered. */
  pings(): number;
  onText(listener: (text: string) => void): void;
  onEnd(listener: () => void): void;
  /** With a code, as a server says why. */
  close(code: number): void;
  /** The code of the client's goodbye. */
  onClose(listener: (code: number) => void): void;
}

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

export function acceptWebSocket(request: IncomingMessage, socket: Duplex): WebSocketPeer {
  const accept = createHash('sha1')
    .update(`${request.headers['sec-websocket-key'] ?? ''}${MAGIC}`)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let listener: (text: string) => void = () => {};
  let closing: (code: number) => void = () => {};
  let rest = Buffer.alloc(0);
  let muted = false;
  let pings = 0;
  socket.on('error', () => {});
  // Upgraded sockets stay half open: whoever left is gone.
  socket.on('end', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    if (muted) return;
    rest = Buffer.concat([rest, chunk]);
    for (let frame = readFrame(rest); frame; frame = readFrame(rest)) {
      rest = rest.subarray(frame.end);
      if (frame.opcode === TEXT) listener(frame.payload.toString());
      if (frame.opcode === PING) {
        pings++;
        socket.write(frameOf(PONG, frame.payload));
      }
      if (frame.opcode === CLOSE) closing(frame.payload.length >= 2 ? frame.payload.readUInt16BE(0) : 1005);
      if (frame.opcode === CLOSE) socket.end(frameOf(CLOSE, frame.payload));
    }
  });
  return {
    send: (text) => void socket.write(frameOf(TEXT, Buffer.from(text))),
    drop: () => void socket.destroy(),
    pings: () => pings,
    mute: () => {
      muted = true;
    },
    onText: (next) => {
      listener = next;
    },
    onEnd: (ended) => void socket.once('close', ended),
    close(code) {
      const payload = Buffer.alloc(2);
      payload.writeUInt16BE(code);
      socket.end(frameOf(CLOSE, payload));
    },
    onClose: (next) => {
      closing = next;
    },
  };
}

function readFrame(bytes: Buffer): { opcode: number; payload: Buffer; end: number } | undefined {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return undefined;
  const short = second & 127;
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskAt = 2 + extra;
  if (bytes.length < maskAt + 4) return undefined;
  const length = extra === 2 ? bytes.readUInt16BE(2) : extra === 8 ? Number(bytes.readBigUInt64BE(2)) : short;
  const end = maskAt + 4 + length;
  if (bytes.length < end) return undefined;
  const mask = bytes.subarray(maskAt, maskAt + 4);
  const payload = Buffer.from(bytes.subarray(maskAt + 4, end).map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
  return { opcode: first & 15, payload, end };
}

function frameOf(opcode: number, payload: Buffer): Buffer {
  const size = payload.length;
  if (size < 126) return Buffer.concat([Buffer.from([128 | opcode, size]), payload]);
  const head = Buffer.alloc(size < 65_536 ? 4 : 10);
  head[0] = 128 | opcode;
  head[1] = size < 65_536 ? 126 : 127;
  if (size < 65_536) head.writeUInt16BE(size, 2);
  else head.writeBigUInt64BE(BigInt(size), 2);
  return Buffer.concat([head, payload]);
}

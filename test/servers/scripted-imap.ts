/**
 * An IMAP server in this process that can be told to misbehave at any command: reset, stall, refuse, die, come back. As much of RFC 3501
 * as the mailbox source asks for.
 */
import { createServer, type Server, type Socket } from 'node:net';
import { createMailbox, type Folder, type Mailbox, type StoredMail, selectMails } from './scripted-mailbox.ts';

/** At a stage: `reset` cuts the connection, `stall` answers nothing for ever, a text is the tagged answer (`NO [LIMIT] slow down`). */
export type Fault = 'reset' | 'stall' | (string & {});

export interface ScriptedImap {
  readonly port: number;
  readonly mailbox: Mailbox;
  /** Commands as they came, `LOGIN` without what follows. */
  readonly commands: string[];
  /** How many connections were accepted. */
  readonly connections: number;
  readonly capabilities: Set<string>;
  /** The next `times` commands of that name (or `CONNECT`, `GREETING`) go wrong. */
  fault(stage: string, fault: Fault, times?: number): void;
  /** What SEARCH and FETCH say about sizes, in place of the truth. */
  claimSize(uid: number, bytes: number): void;
  /** A mail arrives; whoever idles is told. */
  deliver(raw: string | Buffer, options?: { arrived?: Date; flags?: string[] }): number;
  /** Every open connection is cut; new ones are refused until `comeBack`. */
  die(): Promise<void>;
  comeBack(): Promise<void>;
  /** An untagged line to every open connection, such as `* BYE shutting down`; `hangUp` ends them after it. */
  tell(line: string, hangUp?: boolean): void;
  /** Open connections get no more answers and no news, as behind a router that forgot them. */
  fallSilent(): void;
  close(): Promise<void>;
}

interface Session {
  socket: Socket;
  selected?: Folder;
  idle?: string;
  silent: boolean;
}

/** The access token that XOAUTH2 takes. */
export const SCRIPTED_TOKEN = 'scripted-token';

export async function startScriptedImap(): Promise<ScriptedImap> {
  const mailbox = createMailbox();
  const commands: string[] = [];
  const capabilities = new Set(['IMAP4rev1', 'IDLE', 'UIDPLUS', 'MOVE', 'AUTH=XOAUTH2']);
  const faults = new Map<string, { fault: Fault; left: number }>();
  const sizes = new Map<number, number>();
  const sessions = new Set<Session>();
  let connections = 0;
  let server: Server | undefined;
  let port = 0;

  const faultAt = (stage: string): Fault | undefined => {
    const planned = faults.get(stage);
    if (!planned || planned.left <= 0) return undefined;
    planned.left -= 1;
    return planned.fault;
  };

  function accept(socket: Socket): void {
    connections += 1;
    const session: Session = { socket, silent: false };
    sessions.add(session);
    socket.on('error', () => {});
    socket.on('close', () => sessions.delete(session));
    const greeting = faultAt('CONNECT') ?? faultAt('GREETING');
    if (greeting === 'reset') return void socket.resetAndDestroy();
    if (greeting === 'stall') session.silent = true;
    else say(session, greeting ?? '* OK ready');
    let buffer = '';
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1');
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (!session.silent) handle(session, line);
      }
    });
  }

  const say = (session: Session, line: string | Buffer) => {
    if (session.silent || session.socket.destroyed) return;
    session.socket.write(line);
    session.socket.write('\r\n');
  };

  function handle(session: Session, line: string): void {
    if (session.idle !== undefined) {
      if (line.toUpperCase() === 'DONE') {
        say(session, `${session.idle} OK idle ended`);
        session.idle = undefined;
      }
      return;
    }
    const [, tag = '*', rest = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
    const [, uid, word = '', text = ''] = /^(UID )?(\S+) ?(.*)$/i.exec(rest) ?? [];
    const name = `${uid ? 'UID ' : ''}${word.toUpperCase()}`;
    commands.push(/^(?:LOGIN|AUTHENTICATE)$/.test(name) ? name : `${name} ${text}`.trim());
    const fault = faultAt(name);
    if (fault === 'reset') return void session.socket.resetAndDestroy();
    if (fault === 'stall') {
      session.silent = true;
      return;
    }
    if (fault !== undefined) say(session, `${tag} ${fault}`);
    else (answers[name] ?? ok)(session, tag, text);
  }

  const ok = (session: Session, tag: string) => say(session, `${tag} OK done`);

  /** Everything else is answered with OK. */
  const answers: Readonly<Record<string, (session: Session, tag: string, text: string) => void>> = {
    CAPABILITY(session, tag) {
      say(session, `* CAPABILITY ${[...capabilities].join(' ')}`);
      ok(session, tag);
    },
    AUTHENTICATE: authenticate,
    NAMESPACE(session, tag) {
      say(session, '* NAMESPACE (("" "/")) NIL NIL');
      ok(session, tag);
    },
    LIST: list,
    LSUB: list,
    SELECT: select,
    'UID SEARCH'(session, tag, text) {
      say(session, `* SEARCH ${search(session, text).join(' ')}`.trim());
      ok(session, tag);
    },
    FETCH: (session, tag, text) => fetch(session, tag, false, text),
    'UID FETCH': (session, tag, text) => fetch(session, tag, true, text),
    'UID STORE': store,
    'UID MOVE': (session, tag, text) => move(session, tag, text, true),
    'UID COPY': (session, tag, text) => move(session, tag, text, false),
    'UID EXPUNGE'(session, tag, text) {
      expunge(session, (mail) => selectMails(folderOf(session), text, true).includes(mail));
      ok(session, tag);
    },
    CREATE(session, tag, text) {
      const folder = text.replaceAll('"', '');
      const exists = mailbox.folders.has(folder);
      if (!exists) mailbox.folders.set(folder, { validity: 1, next: 1, mails: [] });
      say(session, exists ? `${tag} NO [ALREADYEXISTS] it exists` : `${tag} OK created`);
    },
    IDLE(session, tag) {
      session.idle = tag;
      say(session, '+ idling');
    },
    LOGOUT(session, tag) {
      say(session, '* BYE');
      ok(session, tag);
      session.socket.end();
    },
  };

  function list(session: Session, tag: string, text: string): void {
    for (const folder of mailbox.folders.keys())
      if (/[*%]/.test(text) || text.includes(folder)) say(session, `* LIST () "/" "${folder}"`);
    ok(session, tag);
  }

  function authenticate(session: Session, tag: string, text: string): void {
    const plain = Buffer.from(text.split(' ')[1] ?? '', 'base64').toString();
    say(session, plain.includes(`Bearer ${SCRIPTED_TOKEN}\x01`) ? `${tag} OK in` : `${tag} NO [AUTHENTICATIONFAILED] bad token`);
  }

  function select(session: Session, tag: string, text: string): void {
    const folder = mailbox.folders.get(text.replaceAll('"', '').split(' ')[0] ?? '');
    if (!folder) {
      say(session, `${tag} NO no such folder`);
      return;
    }
    session.selected = folder;
    say(session, '* FLAGS (\\Seen \\Deleted)');
    say(session, `* OK [PERMANENTFLAGS (\\Seen \\Deleted${capabilities.has('X-NO-KEYWORDS') ? '' : ' \\*'})] flags`);
    say(session, `* ${folder.mails.length} EXISTS`);
    say(session, '* 0 RECENT');
    say(session, `* OK [UIDVALIDITY ${folder.validity}] valid`);
    say(session, `* OK [UIDNEXT ${folder.next}] next`);
    say(session, `${tag} OK [READ-WRITE] selected`);
  }

  const folderOf = (session: Session): Folder => session.selected ?? mailbox.inbox();

  function search(session: Session, query: string): number[] {
    const folder = folderOf(session);
    const uids = /UID ([\d:*,]+)/.exec(query)?.[1];
    const since = /SINCE "?([\w-]+)"?/.exec(query)?.[1];
    const keyword = /(?:^| )KEYWORD (\S+)/.exec(query)?.[1];
    return (uids ? selectMails(folder, uids, true) : folder.mails)
      .filter((mail) => since === undefined || mail.arrived.getTime() >= Date.parse(`${since} UTC`))
      .filter((mail) => keyword === undefined || mail.flags.has(keyword))
      .map((mail) => mail.uid);
  }

  function fetch(session: Session, tag: string, byUid: boolean, text: string): void {
    const [set = '', ...items] = text.split(' ');
    const wanted = items.join(' ');
    const folder = folderOf(session);
    for (const mail of selectMails(folder, set, byUid)) {
      say(session, fetched(mail, folder.mails.indexOf(mail) + 1, wanted));
    }
    say(session, `${tag} OK fetched`);
  }

  function fetched(mail: StoredMail, number: number, wanted: string): Buffer {
    const parts: Buffer[] = [Buffer.from(`* ${number} FETCH (UID ${mail.uid}`)];
    if (wanted.includes('RFC822.SIZE')) parts.push(Buffer.from(` RFC822.SIZE ${sizes.get(mail.uid) ?? mail.raw.length}`));
    if (wanted.includes('FLAGS')) parts.push(Buffer.from(` FLAGS (${[...mail.flags].join(' ')})`));
    if (wanted.includes('INTERNALDATE')) parts.push(Buffer.from(` INTERNALDATE "${imapDate(mail.arrived)}"`));
    if (wanted.includes('ENVELOPE'))
      parts.push(Buffer.from(` ENVELOPE (${envelopeDate(mail)} NIL NIL NIL NIL NIL NIL NIL NIL NIL)`));
    if (wanted.includes('BODYSTRUCTURE'))
      parts.push(
        Buffer.from(
          ' BODYSTRUCTURE ("application" "pdf" ("name" "resume.pdf") NIL NIL "base64" 1000 NIL ("attachment" ("filename" "resume.pdf")) NIL NIL)',
        ),
      );
    const [, section, start, length] = /BODY\.PEEK\[([^\]]*)\](?:<(\d+)\.(\d+)>)?/.exec(wanted) ?? [];
    if (section !== undefined) {
      const headerEnd = mail.raw.indexOf('\r\n\r\n') + 4;
      const whole = section === 'HEADER' ? mail.raw.subarray(0, headerEnd) : mail.raw;
      const bytes = start === undefined ? whole : whole.subarray(Number(start), Number(start) + Number(length));
      parts.push(Buffer.from(` BODY[${section}]${start === undefined ? '' : `<${start}>`} {${bytes.length}}\r\n`), bytes);
    }
    parts.push(Buffer.from(')'));
    return Buffer.concat(parts);
  }

  function store(session: Session, tag: string, text: string): void {
    const [, set = '', sign, flags = ''] = /^(\S+) ([+-])FLAGS(?:\.SILENT)? \(?([^)]*)\)?$/.exec(text) ?? [];
    for (const mail of selectMails(folderOf(session), set, true))
      for (const flag of flags.split(' ')) sign === '-' ? mail.flags.delete(flag) : mail.flags.add(flag);
    say(session, `${tag} OK stored`);
  }

  function move(session: Session, tag: string, text: string, remove: boolean): void {
    const [set = '', name = ''] = text.split(' ');
    const folder = mailbox.folders.get(name.replaceAll('"', ''));
    if (!folder) {
      say(session, `${tag} NO [TRYCREATE] no such folder`);
      return;
    }
    const moved = selectMails(folderOf(session), set, true);
    for (const mail of moved) folder.mails.push({ ...mail, uid: folder.next++, flags: new Set(mail.flags) });
    if (remove) expunge(session, (mail) => moved.includes(mail));
    say(session, `${tag} OK moved`);
  }

  function expunge(session: Session, goes: (mail: StoredMail) => boolean): void {
    const folder = folderOf(session);
    for (let index = folder.mails.length - 1; index >= 0; index--) {
      const mail = folder.mails[index];
      if (!mail || !goes(mail)) continue;
      folder.mails.splice(index, 1);
      say(session, `* ${index + 1} EXPUNGE`);
    }
  }

  const listen = (at: number) =>
    new Promise<void>((resolve, reject) => {
      server = createServer(accept).once('error', reject).listen(at, '127.0.0.1', resolve);
    });
  const stop = () =>
    new Promise<void>((resolve) => {
      for (const session of sessions) session.socket.resetAndDestroy();
      if (server) server.close(() => resolve());
      else resolve();
      server = undefined;
    });
  await listen(0);
  const address = server?.address();
  port = typeof address === 'object' && address ? address.port : 0;

  return {
    port,
    mailbox,
    commands,
    capabilities,
    get connections() {
      return connections;
    },
    fault: (stage, fault, times = 1) => void faults.set(stage, { fault, left: times }),
    claimSize: (uid, bytes) => void sizes.set(uid, bytes),
    deliver(raw, options) {
      const uid = mailbox.add(raw, options);
      for (const session of sessions)
        if (session.selected === mailbox.inbox() && session.idle !== undefined)
          say(session, `* ${mailbox.inbox().mails.length} EXISTS`);
      return uid;
    },
    die: stop,
    comeBack: () => listen(port),
    tell(line, hangUp = false) {
      for (const session of sessions) {
        say(session, line);
        if (hangUp) session.socket.end();
      }
    },
    fallSilent() {
      for (const session of sessions) session.silent = true;
    },
    close: stop,
  };
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function imapDate(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(date.getUTCDate())}-${MONTHS[date.getUTCMonth()]}-${date.getUTCFullYear()} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}

function envelopeDate(mail: StoredMail): string {
  const date = /^Date: (.+)\r$/m.exec(mail.raw.toString('latin1'))?.[1];
  return date === undefined ? 'NIL' : `"${date}"`;
}

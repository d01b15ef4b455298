/** The folders of the scripted IMAP server: what is in them, whatever happens to connections. */
export interface StoredMail {
  uid: number;
  raw: Buffer;
  flags: Set<string>;
  arrived: Date;
}

export interface Folder {
  validity: number;
  next: number;
  mails: StoredMail[];
}

export interface Mailbox {
  readonly folders: Map<string, Folder>;
  inbox(): Folder;
  /** Puts a mail into a folder (INBOX) and returns its UID. */
  add(raw: string | Buffer, options?: { folder?: string; flags?: string[]; arrived?: Date }): number;
  /** As after a restore on another server: all UIDs given anew. */
  renumber(): void;
}

export function createMailbox(): Mailbox {
  const folders = new Map<string, Folder>([['INBOX', { validity: 1_700_000_001, next: 1, mails: [] }]]);
  const inbox = (): Folder => {
    const folder = folders.get('INBOX');
    if (!folder) throw new Error('no INBOX');
    return folder;
  };
  return {
    folders,
    inbox,
    add(raw, { folder: name = 'INBOX', flags = [], arrived = new Date() } = {}) {
      const folder = folders.get(name);
      if (!folder) throw new Error(`no folder ${name}`);
      const uid = folder.next++;
      folder.mails.push({ uid, raw: Buffer.from(raw), flags: new Set(flags), arrived });
      return uid;
    },
    renumber() {
      const folder = inbox();
      folder.validity += 1;
      folder.next = 1;
      for (const mail of folder.mails) mail.uid = folder.next++;
    },
  };
}

/** Of `3`, `1:5`, `7:*`, `1,4:6`: the mails with such UIDs (or numbers), in order. */
export function selectMails(folder: Folder, set: string, byUid: boolean): StoredMail[] {
  const last = byUid ? (folder.mails.at(-1)?.uid ?? 0) : folder.mails.length;
  const number = (text: string) => (text === '*' ? last : Number(text));
  const ranges = set.split(',').map((part) => {
    const [from = '0', to = from] = part.split(':');
    const [a, b] = [number(from), number(to)];
    return { low: Math.min(a, b), high: Math.max(a, b) };
  });
  return folder.mails.filter((mail, index) => {
    const at = byUid ? mail.uid : index + 1;
    return ranges.some(({ low, high }) => at >= low && at <= high);
  });
}

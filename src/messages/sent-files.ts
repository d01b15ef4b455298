/** Files that a channel leaves behind for messages that it sent: the folder of outgoing mail. */
export interface SentFiles {
  /** Removes the files of the messages with these keys, also half-written ones. What is not there is removed already. */
  forget(dedupeKeys: readonly string[]): Promise<void>;
}

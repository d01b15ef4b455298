import { foldText } from '../../domain/fold-text.ts';

/** What stands behind a name and is none: legal forms of the usual countries. */
const LEGAL =
  /(?:\s+(?:ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|co|company|gmbh|ag|kg|se|ug|mbh|e\.?v|sa|sas|sarl|srl|spa|sl|bv|nv|ab|as|oy|aps|pty|sp z o o|z o o|& co))+$/;

/** `Acme`, `ACME Ltd.` and `acme, Inc` are one company; `Acme Bank` is another. */
export function companyKey(name: string): string {
  return foldText(name)
    .replace(/[.,()"'’]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LEGAL, '');
}

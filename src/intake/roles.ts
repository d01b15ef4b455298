/** Who a sender is allowed to be: settings name recruiters, admins and inbox readers; everybody else is a candidate. */
import type { Role } from '../domain/people.ts';

export interface RoleSettings {
  recruiters: readonly string[];
  admins: readonly string[];
  inboxReaders: readonly string[];
}

/** `address` for mail, `slack:<id>` or `discord:<id>` elsewhere: the spelling of the settings. */
function settingName(channel: string, address: string): string {
  return (channel === 'email' ? address : `${channel}:${address}`).toLowerCase();
}

/** The role that the settings give to an address; undefined when they do not name it (a granted role stays then). */
export function roleBySettings(settings: RoleSettings, channel: string, address: string): Role | undefined {
  const name = settingName(channel, address);
  if (settings.admins.includes(name)) return 'admin';
  if (settings.recruiters.includes(name)) return 'recruiter';
  return undefined;
}

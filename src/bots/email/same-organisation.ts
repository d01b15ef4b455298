/** Whether two mail domains belong to one organisation, by the public suffix list (relaxed alignment of DMARC). */

/** Domains in their ASCII form, lower case. The list is loaded only when the names differ (a quarter of a second). */
export async function sameOrganisation(domain: string, other: string): Promise<boolean> {
  if (domain === '' || other === '') return false;
  if (domain === other) return true;
  // Without a common last label nothing is in common: most strangers end here.
  if (domain.split('.').at(-1) !== other.split('.').at(-1)) return false;
  const { getAlignment } = await import('mailauth/lib/tools.js');
  return getAlignment(domain, [other]) !== false;
}

/** The domain of an address in normal form; `''` when there is none. */
export const domainOf = (address: string): string => (address.includes('@') ? address.slice(address.lastIndexOf('@') + 1) : '');

/** The address of a posting without what differs from feed to feed, for exact merging (design: canonical URL). */

/** Some boards keep the number of the job in the query: without it all their postings would be one. */
const ID_PARAMS =
  /^(?:gh_jid|jobid|job_id|jid|id|jk|vacancy|vacancyid|position|positionid|posting|postingid|req|reqid|requisitionid|ref|refnr|reference|offer|offerid|p|jobreqid|folderid|job|opening)$/i;
/** `id`, `ref` and `p` may be an id or a campaign: only with digits in them. */
const DOUBTFUL = /^(?:id|ref|p|position|job)$/i;

/**
 * Lower-case host, https, no fragment, no query but an id, no trailing slash, no `/apply` at the end.
 * @returns undefined for what is no http(s) address
 */
export function canonicalUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url.trim())) return undefined;
  const parsed = new URL(url.trim());
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined;
  const ids = [...parsed.searchParams]
    .filter(([name, value]) => ID_PARAMS.test(name) && value !== '' && (!DOUBTFUL.test(name) || /\d/.test(value)))
    .sort(([a], [b]) => a.localeCompare(b));
  // An id in the path says the same as one in the query.
  const query = /\d{3,}|[0-9a-f]{8}-[0-9a-f]{4}/i.test(parsed.pathname) ? [] : ids;
  const path = parsed.pathname
    .replace(/\/{2,9}/g, '/')
    .replace(/\/(?:apply|application|bewerben|postuler)\/?$/i, '')
    .replace(/\/$/, '');
  const host = parsed.host.toLowerCase().replace(/^www\./, '');
  const search =
    query.length === 0 ? '' : `?${query.map(([name, value]) => `${name.toLowerCase()}=${encodeURIComponent(value)}`).join('&')}`;
  return `https://${host}${path}${search}`;
}

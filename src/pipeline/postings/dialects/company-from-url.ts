/** The boards of some vendors do not name the company, but their addresses do (`boards.greenhouse.io/<company>/jobs/…`). */

const FIRST_SEGMENT =
  /^(?:(?:job-)?boards(?:-api)?(?:\.eu)?\.greenhouse\.io|jobs(?:\.eu)?\.lever\.co|jobs\.ashbyhq\.com|apply\.workable\.com|jobs\.smartrecruiters\.com|careers\.smartrecruiters\.com)$/;
const SUBDOMAIN =
  /^([a-z0-9-]{2,60})\.(?:recruitee\.com|jobs\.personio\.(?:de|com)|breezy\.hr|bamboohr\.com|teamtailor\.com|workable\.com|applytojob\.com|homerun\.co)$/;

/** Company as a name in title case; undefined for any other address. */
export function companyFromUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  const slug = FIRST_SEGMENT.test(hostname) ? pathname.split('/')[1] : SUBDOMAIN.exec(hostname)?.[1];
  if (slug === undefined || !/^[a-z0-9][\w%.-]{1,60}$/i.test(slug) || /^(www|jobs|careers|embed|api|v\d|j)$/i.test(slug))
    return undefined;
  return slug
    .split(/[-_.]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
}

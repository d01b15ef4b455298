/** The postings of the day: one feed before it begins, some more overnight. By the command line, as an operator does. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SHORTLIST = fileURLToPath(new URL('../../bin/shortlist', import.meta.url));

const EMPLOYERS = [
  'Ridgeway Payments',
  'Tern Logistics',
  'Moss Street Health',
  'Quill Learning',
  'Beacon Energy',
  'Halyard Shipping',
];
const CITIES = ['Leeds', 'York', 'Sheffield', 'Bradford', 'Hull'];

function jobXml(id: string, index: number): string {
  const company = EMPLOYERS[index % EMPLOYERS.length];
  const city = CITIES[index % CITIES.length];
  return `<job>
<title><![CDATA[Backend Developer]]></title>
<referencenumber><![CDATA[${id}]]></referencenumber>
<url><![CDATA[https://jobs.example.com/${id}]]></url>
<company><![CDATA[${company}]]></company>
<city><![CDATA[${city}]]></city><country><![CDATA[GB]]></country>
<description><![CDATA[<p>${company} needs a backend developer in ${city} for team ${index + 1}.</p>
<p>Requirements:</p><ul><li>Python and Django</li><li>PostgreSQL and SQL</li><li>Docker${index % 2 === 0 ? ' and Kubernetes' : ''}</li><li>REST APIs</li><li>3 years of experience</li></ul>]]></description>
<jobtype><![CDATA[fulltime]]></jobtype>
</job>`;
}

/** `night` 1 before the day, 2 after it: other postings. */
export async function importDayJobs(folder: string, night: 1 | 2): Promise<void> {
  const jobs = EMPLOYERS.map((_, index) => jobXml(`N${night}-${index}`, night === 1 ? index : index + 2));
  const file = path.join(folder, `jobs-${night}.xml`);
  await writeFile(file, `<?xml version="1.0" encoding="utf-8"?><source><publisher>Board</publisher>${jobs.join('\n')}</source>`);
  await promisify(execFile)(SHORTLIST, ['jobs', 'import', file, '--feed', `night${night}`, '--data', folder, '--json'], {
    env: { PATH: process.env.PATH },
  });
}

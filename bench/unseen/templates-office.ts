/** Layouts after what offices print: forms, tables without borders, labels in a rail, coloured columns. */
import { html } from 'hono/html';
import { allSkills, degree, jobs, list, spokenInBrackets, studies, type Template } from './template.ts';

const BASE =
  'body{margin:0;font:9.8pt/1.4 "Liberation Sans",sans-serif}p{margin:0 0 3pt}h1,h2,h3{margin:0}ul{margin:1pt 0 5pt;padding-left:13pt}.r{display:flex;justify-content:space-between;gap:8pt}';

/** Every fact behind a label, labels flush right in a wide rail, headings in the rail as well. */
const europeanForm: Template = {
  name: 'european-form',
  held: false,
  margin: 15,
  css: `${BASE}.f{display:grid;grid-template-columns:128pt 1fr;gap:14pt}.f>:first-child{text-align:right;color:#0e4194}.f>:last-child{border-left:.5pt solid #ccc;padding-left:8pt}h2{font-size:9.8pt;text-transform:uppercase;font-weight:bold;margin-top:8pt}h1{font-size:15pt;font-weight:normal}`,
  body: (v) => {
    const head = (text: string) => html`<div class="f"><h2>${text}</h2><p>&nbsp;</p></div>`;
    const fact = (label: string, text: unknown) => html`<div class="f"><span>${label}</span><div>${text}</div></div>`;
    return html`<div class="f"><span>${v.label('title')}</span><h1>${v.person.name}</h1></div>${head(v.label('contact'))}${fact(v.label('address'), v.fullAddress)}${fact(v.label('phone'), v.person.phone)}${fact(v.label('email'), v.person.email)}
    ${head(v.label('work'))}${jobs(v, (job, dates) => html`${fact(dates, html`<b>${job.position}</b><br>${job.name}, ${job.location}${list(job.highlights)}`)}`)}
    ${head(v.label('education'))}${studies(v, (s, dates) => fact(dates, html`<b>${degree(s)}</b><br>${s.institution}, ${s.location}`))}
    ${head(v.label('languages'))}${v.person.languages.map((l) => fact(l.language, l.fluency))}${head(v.label('skills'))}${v.person.skills.map((g) => fact(g.name, g.keywords.join(', ')))}${head(v.label('certificates'))}${v.person.certificates.map((c) => fact(v.date(c.date), `${c.name}, ${c.issuer}`))}`;
  },
  hides: () => ['basics.label', 'basics.summary'],
};

/** A table without borders, headings as rows of it, employer first, duties behind dashes. */
const tabular: Template = {
  name: 'tabular-no-borders',
  held: false,
  margin: 22,
  css: `${BASE}table{width:100%;border-collapse:collapse}td{vertical-align:top;padding:2pt 0}td:first-child{width:125pt}h1{font-size:20pt;margin-bottom:8pt}h2{font-size:11.5pt;margin-top:9pt}`,
  body: (v) => {
    const head = (text: string) => html`<tr><td colspan="2"><h2>${text}</h2></td></tr>`;
    const line = (left: string, right: unknown) => html`<tr><td>${left}</td><td>${right}</td></tr>`;
    return html`<h1>${v.label('title')}</h1><table>${head(v.label('contact'))}${line('Name', v.person.name)}${line(v.label('address'), v.fullAddress)}${line(v.label('phone'), v.person.phone)}${line(v.label('email'), v.person.email)}
    ${head(v.label('work'))}${jobs(v, (job, dates) => line(dates, html`<b>${job.name}, ${job.location}</b><br>${job.position}${job.highlights.map((h) => html`<br>- ${h}`)}`))}
    ${head(v.label('education'))}${studies(v, (s, dates) => line(dates, html`${s.institution}, ${s.location}<br>${degree(s)}`))}${head(v.label('skills'))}${v.person.skills.map((g) => line(g.name, g.keywords.join(', ')))}${head(v.label('languages'))}${v.person.languages.map((l) => line(l.language, l.fluency))}${head(v.label('certificates'))}${v.person.certificates.map((c) => line(v.date(c.date), `${c.name}, ${c.issuer}`))}</table>`;
  },
  hides: () => ['basics.label', 'basics.summary'],
};

/** Name and contact in a dark column at the left, the name in two large lines. */
const nameInColumn: Template = {
  name: 'name-in-left-column',
  held: false,
  css: `${BASE}.g{display:grid;grid-template-columns:185pt 1fr;min-height:296mm}.s{background:#12343b;color:#fff;padding:26pt 16pt}.m{padding:26pt 22pt}h1{font-size:23pt;line-height:1.1;text-transform:uppercase}h2{font-size:11pt;text-transform:uppercase;letter-spacing:.1em;margin:12pt 0 4pt}.s h2{border-bottom:.6pt solid #fff}.m h2{color:#12343b}.d{color:#888}`,
  body: (v) => {
    const [first = '', ...rest] = v.person.name.split(' ');
    return html`<div class="g"><div class="s"><h1>${first}<br>${rest.join(' ')}</h1><p>${v.person.label}</p><h2>${v.label('contact')}</h2><p>${v.person.phone}</p><p>${v.person.email}</p><p>${v.fullAddress}</p><h2>${v.label('languages')}</h2>${v.person.languages.map((l) => html`<div class="r"><span>${l.language}</span><span>${l.fluency}</span></div>`)}
    <h2>${v.label('skills')}</h2>${list(allSkills(v))}<h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p>${c.name}<br><small>${c.issuer}, ${v.date(c.date)}</small></p>`)}</div>
    <div class="m"><h2>${v.label('summary')}</h2><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="r"><b>${job.position}</b><span class="d">${dates}</span></div><p>${job.name} | ${job.location}</p>${list(job.highlights)}`)}<h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="r"><b>${degree(s)}</b><span class="d">${dates}</span></div><p>${s.institution}</p>`)}</div></div>`;
  },
};

/** A pale column at the right, dates at the right edge of the wide column, everything starts at the top. */
const paleRight: Template = {
  name: 'pale-right-column',
  held: false,
  css: `${BASE}.g{display:grid;grid-template-columns:1fr 160pt;min-height:270mm}.s{background:#f3ece2;padding:18pt 12pt;font-size:8.8pt}.m{padding:18pt 14pt 18pt 24pt}h1{font-size:21pt;color:#7c4d1e}h2{font-size:11.5pt;color:#7c4d1e;margin:9pt 0 3pt}.d{white-space:nowrap;font-size:8.8pt}`,
  body: (
    v,
  ) => html`<div class="g"><div class="m"><h1>${v.person.name}</h1><p>${v.person.label}</p><h2>${v.label('summary')}</h2><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="r"><b>${job.position}</b><span class="d">${dates}</span></div><p><i>${job.name}, ${job.location}</i></p>${list(job.highlights)}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="r"><b>${s.institution}</b><span class="d">${dates}</span></div><p><i>${degree(s)}</i></p>`)}</div><div class="s"><h2>${v.label('contact')}</h2><p><b>${v.label('phone')}</b><br>${v.person.phone}</p><p><b>${v.label('email')}</b><br>${v.person.email}</p><p><b>${v.label('address')}</b><br>${v.fullAddress}</p>
    <h2>${v.label('skills')}</h2>${v.person.skills.map((g) => html`<p><b>${g.name}</b><br>${g.keywords.join(', ')}</p>`)}<h2>${v.label('languages')}</h2>${spokenInBrackets(v).map((l) => html`<p>${l}</p>`)}<h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p>${c.name}, ${c.issuer}, ${v.date(c.date)}</p>`)}</div></div>`,
};

/** Two tones: a coloured band with the name, a narrow left column with bars behind skills, no bullets. */
const twoTone: Template = {
  name: 'two-tone-bars',
  held: true,
  css: `${BASE}.b{background:#e4572e;color:#fff;padding:20pt 30pt 20pt 200pt}.g{display:grid;grid-template-columns:180pt 1fr}.s{background:#2e282a;color:#eee;padding:14pt;min-height:230mm}.m{padding:14pt 20pt}h2{font-size:11pt;letter-spacing:.2em;text-transform:uppercase;margin:10pt 0 4pt}.bar{height:4pt;background:#e4572e;margin-bottom:4pt}`,
  body: (
    v,
  ) => html`<div class="b"><h1>${v.person.name}</h1><p>${v.person.label}</p></div><div class="g"><div class="s"><h2>${v.label('contact')}</h2><p>☎ ${v.person.phone}</p><p>✉ ${v.person.email}</p><p>⌂ ${v.town}</p><h2>${v.label('skills')}</h2>${allSkills(v).map((s, i) => html`<p>${s}</p><div class="bar" style="width:${90 - ((i * 17) % 50)}%"></div>`)}<h2>${v.label('languages')}</h2>${v.person.languages.map((l) => html`<p>${l.language} – ${l.fluency}</p>`)}</div>
    <div class="m"><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<h3>${job.name}</h3><p>${job.position} / ${dates}</p>${job.highlights.map((h) => html`<p>${h}</p>`)}`)}<h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<h3>${s.institution}</h3><p>${degree(s)} / ${dates}</p>`)}<h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p>${c.name} / ${c.issuer} / ${v.date(c.date)}</p>`)}</div></div>`,
};

/** Headings in the margin above a hairline, right-aligned, sections centred beside them. */
const labelsCentred: Template = {
  name: 'labels-beside-middle',
  held: true,
  margin: 18,
  css: `${BASE}body{font-family:"Liberation Serif",serif;font-size:10.5pt}.s{display:grid;grid-template-columns:120pt 1fr;gap:12pt;align-items:center;margin-bottom:12pt}.s>div:last-child{border-left:.6pt solid #999;padding-left:12pt}h2{font-size:12pt;font-variant:small-caps;letter-spacing:.06em}h1,.c{text-align:center}`,
  body: (v) => {
    const part = (label: string, text: unknown) => html`<div class="s"><h2>${label}</h2><div>${text}</div></div>`;
    return html`<h1>${v.person.name}</h1><p class="c">${v.person.label}</p>${part(v.label('contact'), html`<p>${v.person.email}</p><p>${v.person.phone}</p><p>${v.fullAddress}</p>`)}${part(v.label('summary'), v.person.summary)}${part(
      v.label('work'),
      jobs(v, (job, dates) => html`<p><b>${job.position}</b>, ${job.name}<br>${dates}</p>${list(job.highlights)}`),
    )}${part(
      v.label('education'),
      studies(v, (s, dates) => html`<p><b>${degree(s)}</b>, ${s.institution}<br>${dates}</p>`),
    )}${part(v.label('skills'), allSkills(v).join(', '))}${part(v.label('languages'), spokenInBrackets(v).join(', '))}${part(
      v.label('certificates'),
      v.person.certificates.map((c) => html`<p>${c.name}, ${c.issuer}, ${v.date(c.date)}</p>`),
    )}`;
  },
};

export const OFFICE: readonly Template[] = [europeanForm, tabular, nameInColumn, paleRight, twoTone, labelsCentred];

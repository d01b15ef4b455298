/** Layouts after what sites and word processors make: exports, grey rails, cards, letters apart, no headings above the fold. */
import { html } from 'hono/html';
import { allSkills, byEmployer, degree, glyphs, jobs, list, spokenInBrackets, studies, type Template } from './template.ts';

const BASE =
  'body{margin:0;font:9.6pt/1.4 "DejaVu Sans",sans-serif;font-size:8.8pt}p{margin:0 0 3pt}h1,h2,h3{margin:0}ul{margin:1pt 0 5pt;padding-left:13pt}.r{display:flex;justify-content:space-between;gap:8pt}';

/** As a network exports it: contact and top skills in a dark column, employer, role and dates each on a line, durations in brackets. */
const networkExport: Template = {
  name: 'network-export',
  held: false,
  css: `${BASE}.g{display:grid;grid-template-columns:165pt 1fr;min-height:296mm}.s{background:#293e49;color:#e1e8ed;padding:28pt 16pt}.m{padding:28pt 26pt}h1{font-size:22pt;font-weight:normal}h2{font-size:13pt;font-weight:normal;margin:14pt 0 6pt}.co{font-size:10.5pt}.d{color:#777}`,
  body: (
    v,
  ) => html`<div class="g"><div class="s"><h2>${v.label('contact')}</h2><p>${v.person.phone}</p><p>${v.person.email}</p><h2>${v.label('skills')}</h2>${allSkills(v).map((s) => html`<p>${s}</p>`)}<h2>${v.label('languages')}</h2>${spokenInBrackets(v).map((l) => html`<p>${l}</p>`)}<h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p>${c.name}</p>`)}</div>
    <div class="m"><h1>${v.person.name}</h1><p>${v.person.label}</p><p class="d">${v.town}</p><h2>${v.label('summary')}</h2><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${byEmployer(v.person.work).map((e) => html`<p class="co">${e.name}</p>${e.roles.map((job) => html`<p><b>${job.position}</b></p><p>${v.range(job.startDate, job.endDate)}</p><p class="d">${job.location}</p>${job.highlights.map((h) => html`<p>${h}.</p>`)}`)}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<p class="co">${s.institution}</p><p>${degree(s)} · (${dates})</p>`)}</div></div>`,
};

/** Dates in small grey capitals above `title, employer`; place behind a dash; one accent colour. */
const datesInCapitals: Template = {
  name: 'dates-in-capitals',
  held: false,
  margin: 25,
  paper: 'Letter',
  css: `${BASE}h1{font-size:26pt;color:#b3490d}h2{font-size:10pt;text-transform:uppercase;color:#b3490d;margin:12pt 0 4pt}.d{font-size:7.5pt;text-transform:uppercase;color:#666;margin-top:6pt}h3{font-size:10pt}h3 span{font-weight:normal}`,
  body: (
    v,
  ) => html`<div class="r"><div><h1>${v.person.name}</h1><p>${v.person.label}</p></div><div><p>${v.person.address}</p><p>${v.person.postalCode} ${v.person.city}</p><p><b>${v.person.phone}</b></p><p><b>${v.person.email}</b></p></div></div><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<h3>${job.name}, <span>${job.location} — <i>${job.position}</i></span></h3><p class="d">${dates}</p>${list(job.highlights)}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<h3>${s.institution}, <span>${s.location} — <i>${degree(s)}</i></span></h3><p class="d">${dates}</p>`)}<h2>${v.label('skills')}</h2>${list(allSkills(v))}<h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p><b>${c.name}</b>, ${c.issuer} – ${v.date(c.date)}</p>`)}<h2>${v.label('languages')}</h2><p>${spokenInBrackets(v).join(', ')}</p>`,
  hides: () => ['basics.summary'],
};

/** What a person knows comes first, in columns and blocks; the jobs are one line each without text. */
const functional: Template = {
  name: 'functional',
  held: false,
  margin: 19,
  css: `${BASE}body{font-family:"Liberation Serif",serif;font-size:10.5pt}h1,.c{text-align:center}h2{font-size:11pt;text-align:center;border-top:1pt solid;border-bottom:1pt solid;margin:10pt 0 5pt;text-transform:uppercase}.k{display:grid;grid-template-columns:1fr 1fr 1fr}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p class="c">${v.fullAddress} · ${v.person.phone} · ${v.person.email}</p><h2>${v.label('summary')}</h2><p>${v.person.label}. ${v.person.summary}</p><h2>${v.label('skills')}</h2><div class="k">${allSkills(v).map((s) => html`<span>• ${s}</span>`)}</div><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="r"><span><b>${job.position}</b>, ${job.name}, ${job.location}</span><span>${dates}</span></div>${glyphs(job.highlights, '•')}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="r"><span><b>${degree(s)}</b>, ${s.institution}</span><span>${dates}</span></div>`)}<h2>${v.label('certificates')}</h2><p>${v.person.certificates.map((c) => `${c.name} (${c.issuer}, ${v.date(c.date)})`).join('; ')}</p><h2>${v.label('languages')}</h2><p>${spokenInBrackets(v).join('; ')}</p>`,
  hides: () => ['basics.label'],
};

/** Jobs as cards in two columns, skills as a cloud, contact as a row of boxes. */
const cards: Template = {
  name: 'cards',
  held: true,
  margin: 11,
  css: `${BASE}h1{font-size:20pt}h2{font-size:12pt;margin:10pt 0 5pt;color:#2a5d84}.g{display:grid;grid-template-columns:1fr 1fr;gap:9pt}.c{border:.8pt solid #c8d3dc;border-radius:5pt;padding:7pt;break-inside:avoid}.k{display:flex;gap:9pt}.k span{background:#eef3f7;padding:3pt 7pt}.d{color:#2a5d84;font-size:8pt}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p>${v.person.label}</p><div class="k"><span>${v.person.email}</span><span>${v.person.phone}</span><span>${v.town}</span></div><h2>${v.label('summary')}</h2><p>${v.person.summary}</p><h2>${v.label('work')}</h2><div class="g">${jobs(v, (job, dates) => html`<div class="c"><h3>${job.position}</h3><p>${job.name}, ${job.location}</p><p class="d">${dates}</p>${list(job.highlights)}</div>`)}</div>
    <h2>${v.label('education')}</h2><div class="g">${studies(v, (s, dates) => html`<div class="c"><h3>${degree(s)}</h3><p>${s.institution}</p><p class="d">${dates}</p></div>`)}</div><h2>${v.label('skills')}</h2><p>${allSkills(v).join('  •  ')}</p><h2>${v.label('languages')}</h2><p>${spokenInBrackets(v).join('  •  ')}</p><h2>${v.label('certificates')}</h2><p>${v.person.certificates.map((c) => html`${c.name}, ${c.issuer}, ${v.date(c.date)}<br>`)}</p>`,
};

/** Letters apart in name and headings, thin rules, the employer in capitals, dates in brackets. */
const lettersApart: Template = {
  name: 'letters-apart',
  held: false,
  margin: 21,
  css: `${BASE}body{font-family:"Liberation Sans Narrow",sans-serif;font-size:10.5pt}h1{letter-spacing:.35em;text-transform:uppercase;font-weight:normal;font-size:20pt;text-align:center}.c{text-align:center;letter-spacing:.08em}h2{letter-spacing:.3em;text-transform:uppercase;font-weight:normal;font-size:11pt;border-bottom:.5pt solid #000;margin:12pt 0 5pt}.co{text-transform:uppercase}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p class="c">${v.person.label}</p><p class="c">${v.person.email} / ${v.person.phone} / ${v.town}</p><h2>${v.label('summary')}</h2><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<p><b>${job.position}</b> – <span class="co">${job.name}</span>, ${job.location} (${dates})</p>${list(job.highlights, 'style="list-style:square"')}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<p><b>${degree(s)}</b> – <span class="co">${s.institution}</span> (${dates})</p>`)}<h2>${v.label('languages')}</h2><p>${spokenInBrackets(v).join(', ')}</p><h2>${v.label('skills')}</h2><p>${allSkills(v).join(' / ')}</p><h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p>${c.name} – ${c.issuer} (${v.date(c.date)})</p>`)}`,
};

/** Employer and place at the left, title and dates pushed to the right margin over two lines. */
const twoLineRail: Template = {
  name: 'two-line-right-rail',
  held: false,
  margin: 16,
  css: `${BASE}h1{font-size:22pt}.h{border-bottom:3pt solid #1a936f;padding-bottom:5pt;margin-bottom:5pt}h2{font-size:12pt;color:#1a936f;margin:9pt 0 4pt}.e{display:grid;grid-template-columns:1fr 150pt;gap:10pt}.e>div:last-child{text-align:right}`,
  body: (
    v,
  ) => html`<div class="h r"><div><h1>${v.person.name}</h1><p>${v.person.label}</p></div><div style="text-align:right"><p>${v.person.email}</p><p>${v.person.phone}</p><p>${v.town}</p></div></div><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="e"><div><b>${job.name}</b>${list(job.highlights, 'style="list-style:none;padding-left:8pt"')}</div><div><p>${job.position}</p><p><i>${dates}</i></p></div></div>`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="e"><div><b>${s.institution}</b><p>${degree(s)}</p></div><div><p><i>${dates}</i></p></div></div>`)}<h2>${v.label('skills')}</h2>${v.person.skills.map((g) => html`<p><b>${g.name}</b> ${g.keywords.join(', ')}</p>`)}<h2>${v.label('languages')}</h2><p>${v.person.languages.map((l) => `${l.language}: ${l.fluency}`).join(', ')}</p><h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<div class="e"><div>${c.name}, ${c.issuer}</div><div>${v.date(c.date)}</div></div>`)}`,
};

/** Skill groups have headings in the style of the sections; contact under a heading of its own kind in a thin left column. */
const groupsAsSections: Template = {
  name: 'groups-as-sections',
  held: false,
  margin: 14,
  css: `${BASE}h1{font-size:25pt;letter-spacing:.03em}.g{display:grid;grid-template-columns:130pt 1fr;gap:16pt;margin-top:8pt}h2{font-size:11pt;font-weight:normal;color:#446;margin:10pt 0 2pt;padding-bottom:3pt;border-bottom:1.2pt solid #446;width:60pt;white-space:nowrap}.i{font-size:8pt}.d{font-style:italic;font-size:8pt}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p>${v.person.label}</p><div class="g"><div><h2>${v.label('contact')}</h2><p>${v.person.address}<br>${v.town} ${v.person.postalCode}</p><p>${v.person.email}</p><p>${v.person.phone}</p>${v.person.skills.map((g) => html`<h2>${g.name}</h2>${g.keywords.map((k) => html`<p>${k}</p>`)}`)}<h2>${v.label('languages')}</h2>${spokenInBrackets(v).map((l) => html`<p class="i">${l}</p>`)}</div>
    <div><h2>${v.label('summary')}</h2><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="r"><b>${job.name}</b><span class="d">${dates}</span></div><p>${job.position}</p>${list(job.highlights)}`)}<h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="r"><b>${s.institution}</b><span class="d">${dates}</span></div><p>${degree(s)}</p>`)}<h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p>${c.name}, ${c.issuer} (${v.date(c.date)})</p>`)}</div></div>`,
};

/** Headings in boxes at the left edge, contact at the foot of every page, no bullets. */
const footOfPage: Template = {
  name: 'boxed-headings-footer',
  held: true,
  margin: 17,
  css: `${BASE}footer{position:fixed;bottom:0;left:0;right:0;font-size:8pt;border-top:.5pt solid #888;padding-top:3pt}h1{font-size:21pt}h2{font-size:10pt;display:inline-block;border:1pt solid #333;padding:2pt 8pt;margin:9pt 0 4pt}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p>${v.person.label}</p><h2>${v.label('summary')}</h2><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<p><b>${dates}</b> · ${job.position} · ${job.name}</p>${job.highlights.map((h) => html`<p style="padding-left:14pt">${h}</p>`)}`)}<h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<p><b>${dates}</b> · ${degree(s)} · ${s.institution}</p>`)}
    <h2>${v.label('skills')}</h2><p>${allSkills(v).join(', ')}</p><h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p>${c.name} · ${c.issuer} · ${v.date(c.date)}</p>`)}<h2>${v.label('languages')}</h2><p>${spokenInBrackets(v).join(', ')}</p><footer><p>${v.fullAddress}</p><p>${v.label('phone')} ${v.person.phone} &nbsp; ${v.label('email')} ${v.person.email}</p></footer>`,
};

/** Contact in the foot, several lines, text in one column without bullets and without indents. */
const plainParagraphs: Template = {
  name: 'plain-paragraphs',
  held: false,
  margin: 20,
  css: `${BASE}body{font-family:"Liberation Serif",serif;font-size:10.5pt}footer{position:fixed;bottom:0;left:0;right:0;text-align:right;font-size:9pt}h2{font-size:10.5pt;text-transform:uppercase;margin:10pt 0 3pt}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p>${v.person.label}</p><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="r"><b>${job.name}, ${job.location}</b><b>${dates}</b></div><p><i>${job.position}</i></p>${job.highlights.map((h) => html`<p>${h}</p>`)}`)}<h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="r"><b>${s.institution}, ${s.location}</b><b>${dates}</b></div><p><i>${degree(s)}</i></p>`)}
    <h2>${v.label('skills')}</h2><p>${allSkills(v).join(', ')}</p><h2>${v.label('languages')}</h2><p>${spokenInBrackets(v).join(', ')}</p><h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p>${c.name}, ${c.issuer}, ${v.date(c.date)}</p>`)}<footer>${v.person.phone} · ${v.person.email} · ${v.fullAddress}</footer>`,
};

export const MODERN: readonly Template[] = [
  networkExport,
  datesInCapitals,
  functional,
  cards,
  lettersApart,
  twoLineRail,
  groupsAsSections,
  footOfPage,
  plainParagraphs,
];

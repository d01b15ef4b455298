/** Layouts of one column. */
import { html } from 'hono/html';
import { allSkills, byEmployer, degree, glyphs, jobs, list, spokenInBrackets, studies, type Template } from './template.ts';

const BASE =
  'body{margin:0;font:10.5pt/1.4 "Liberation Serif",serif}p{margin:0 0 3pt}h1{margin:0}h2{margin:13pt 0 5pt;font-size:12.5pt}ul{margin:2pt 0 6pt;padding-left:16pt}.r{display:flex;justify-content:space-between}.c{text-align:center}';
const SANS = 'body{font-family:"DejaVu Sans",sans-serif;font-size:9pt}';

const capsNoBullets: Template = {
  name: 'caps-no-bullets',
  held: true,
  margin: 20,
  css: `${BASE}h2{text-align:center;text-transform:uppercase;letter-spacing:.15em;font-size:11pt;border-bottom:1px solid}`,
  body: (
    v,
  ) => html`<h1 class="c">${v.person.name}</h1><p class="c">${v.person.label}</p><p class="c">${v.fullAddress}</p><p class="c">${v.person.phone} • ${v.person.email}</p><h2>${v.label('summary')}</h2><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="r"><b>${job.name}, ${job.location}</b><b>${dates}</b></div><p><i>${job.position}</i></p>${job.highlights.map((h) => html`<p>${h}</p>`)}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="r"><b>${s.institution}, ${s.location}</b><b>${dates}</b></div><p><i>${degree(s)}</i></p>`)}<h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<div class="r"><span>${c.name}, ${c.issuer}</span><span>${v.date(c.date)}</span></div>`)}
    <h2>${v.label('skills')}</h2><p>${allSkills(v).join(', ')}</p><h2>${v.label('languages')}</h2><p>${spokenInBrackets(v).join(', ')}</p>`,
};

const icons: Template = {
  name: 'icons-company-first',
  held: false,
  margin: 15,
  css: `${BASE}${SANS}h2{color:#0a6375;font-size:12pt}.k{display:flex;gap:14pt}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p>${v.person.label}</p><div class="k"><span>☎ ${v.person.phone}</span><span>✉ ${v.person.email}</span><span>⌂ ${v.town}</span></div><h2>${v.label('summary')}</h2><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<p><b>${job.name}</b> (${dates})<br>${job.position}</p>${glyphs(job.highlights, '•')}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<p><b>${s.institution}</b> (${dates})<br>${degree(s, ' – ')}</p>`)}<h2>${v.label('skills')}</h2>${v.person.skills.map((g) => html`<p>${g.name}: ${g.keywords.join('; ')}</p>`)}<h2>${v.label('languages')}</h2>${glyphs(spokenInBrackets(v), '•')}<h2>${v.label('certificates')}</h2>${glyphs(
      v.person.certificates.map((c) => `${c.name} – ${c.issuer} (${v.date(c.date)})`),
      '•',
    )}`,
};

const contactBelow: Template = {
  name: 'contact-in-footer',
  held: true,
  margin: 18,
  css: `${BASE}body{text-align:justify}footer{position:fixed;bottom:0;left:0;right:0;border-top:1px solid #999;font-size:8.5pt;text-align:center}h1{font-size:24pt}h2{color:#333}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p><b>${v.person.label}</b></p><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<p><b>${job.position}</b> | ${job.name} | ${dates}</p>${list(job.highlights)}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<p><b>${degree(s)}</b> | ${s.institution} | ${dates}</p>`)}<h2>${v.label('skills')}</h2>${v.person.skills.map((g) => html`<p><b>${g.name}</b>: ${g.keywords.join(', ')}</p>`)}<h2>${v.label('languages')}</h2><p>${v.person.languages.map((l) => `${l.language}: ${l.fluency}`).join('; ')}</p><h2>${v.label('certificates')}</h2>${list(v.person.certificates.map((c) => `${c.name}, ${c.issuer}, ${v.date(c.date)}`))}<footer>${v.fullAddress} | ${v.person.phone} | ${v.person.email}</footer>`,
};

const manyRoles: Template = {
  name: 'roles-under-employer',
  held: false,
  margin: 17,
  css: `${BASE}h2{border-bottom:1px solid #000;text-transform:uppercase;font-size:11pt}h3{margin:6pt 0 0;font-size:11pt}.role{font-style:italic}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p>${v.fullAddress}</p><p>${v.person.phone} / ${v.person.email}</p><h2>${v.label('summary')}</h2><p>${v.person.label}. ${v.person.summary}</p><h2>${v.label('work')}</h2>${byEmployer(v.person.work).map((e) => html`<h3>${e.name}, ${e.location}</h3>${e.roles.map((job) => html`<div class="r role"><span>${job.position}</span><span>${v.range(job.startDate, job.endDate)}</span></div>${list(job.highlights)}`)}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<h3>${s.institution}, ${s.location}</h3><div class="r role"><span>${degree(s)}</span><span>${dates}</span></div>`)}<h2>${v.label('skills')}</h2><p>${allSkills(v).join(', ')}</p><h2>${v.label('languages')}</h2><p>${spokenInBrackets(v).join(', ')}</p><h2>${v.label('certificates')}</h2>${list(v.person.certificates.map((c) => `${c.name} (${c.issuer}), ${v.date(c.date)}`))}`,
  hides: () => ['basics.label'],
};

const oneLine: Template = {
  name: 'title-first-one-line',
  held: false,
  margin: 15,
  css: `${BASE}${SANS}h2{font-size:11pt;background:#e6e6e6;padding:2pt 4pt}.point{padding-left:12pt;text-indent:-8pt}`,
  body: (
    v,
  ) => html`<h1 class="c">${v.person.name}</h1><p class="c">${v.label('phone')}: ${v.person.phone} | ${v.label('email')}: ${v.person.email} | ${v.fullAddress}</p><p class="c">${v.person.label}</p><h2>${v.label('summary')}</h2><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<p><b>${job.position} | ${job.name} | ${job.location} | ${dates}</b></p>${glyphs(job.highlights, '–')}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<p><b>${degree(s)} | ${s.institution} | ${dates}</b></p>`)}<h2>${v.label('skills')}</h2>${v.person.skills.map((g) => html`<p><b>${g.name}:</b> ${g.keywords.join(', ')}</p>`)}<h2>${v.label('certificates')}</h2>${glyphs(
      v.person.certificates.map((c) => `${c.name} | ${c.issuer} | ${v.date(c.date)}`),
      '–',
    )}<h2>${v.label('languages')}</h2>${v.person.languages.map((l) => html`<p>${l.language} | ${l.fluency}</p>`)}`,
};

const dateAbove: Template = {
  name: 'date-above',
  held: true,
  margin: 20,
  css: `${BASE}h2{color:#204080;border-left:4px solid #204080;padding-left:6pt}.d{font-style:italic;margin-top:6pt}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p>${v.person.label}</p><p>${v.label('address')}: ${v.fullAddress}</p><p>${v.label('phone')}: ${v.person.phone}</p><p>${v.label('email')}: ${v.person.email}</p><h2>${v.label('summary')}</h2><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<p class="d">${dates}</p><p>${job.name}, ${job.location} — <b>${job.position}</b></p>${glyphs(job.highlights, '▪')}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<p class="d">${dates}</p><p>${s.institution}, ${s.location} — <b>${degree(s)}</b></p>`)}<h2>${v.label('languages')}</h2>${glyphs(
      v.person.languages.map((l) => `${l.language} – ${l.fluency}`),
      '▪',
    )}<h2>${v.label('skills')}</h2>${glyphs(allSkills(v), '▪')}<h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p class="d">${v.date(c.date)}</p><p>${c.name}, ${c.issuer}</p>`)}`,
};

const twoPages: Template = {
  name: 'big-print-two-pages',
  held: false,
  margin: 24,
  css: `${BASE}body{font-size:13.5pt;line-height:1.6}h1{font-size:26pt}h2{font-size:16pt;text-decoration:underline}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p>${v.person.label}</p><p>${v.person.email}<br>${v.person.phone}<br>${v.town}</p><h2>${v.label('summary')}</h2><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<p><b>${job.position}</b><br>${job.name}, ${job.location}<br>${dates}</p>${list(job.highlights)}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<p><b>${degree(s)}</b><br>${s.institution}, ${s.location}<br>${dates}</p>`)}<h2>${v.label('skills')}</h2>${list(allSkills(v))}<h2>${v.label('languages')}</h2>${list(spokenInBrackets(v))}<h2>${v.label('certificates')}</h2>${list(v.person.certificates.map((c) => `${c.name}, ${c.issuer}, ${v.date(c.date)}`))}`,
};

const pills: Template = {
  name: 'pills',
  held: false,
  margin: 14,
  css: `${BASE}${SANS}.tag{display:inline-block;border:1px solid #888;border-radius:8pt;padding:1pt 7pt;margin:2pt}h2{font-size:11pt;text-transform:uppercase;color:#a0522d}.bar{display:inline-block;height:5pt;background:#a0522d;margin-left:8pt}`,
  body: (
    v,
  ) => html`<div class="r"><div><h1>${v.person.name}</h1><p>${v.person.label}</p></div><div style="text-align:right"><p>${v.person.email}</p><p>${v.person.phone}</p><p>${v.town}</p></div></div><p>${v.person.summary}</p><h2>${v.label('skills')}</h2><div>${allSkills(v).map((s) => html`<span class="tag">${s}</span> `)}</div><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<p><b>${job.position}</b> @ ${job.name}<br><small>${dates}, ${job.location}</small></p>${list(job.highlights)}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<p><b>${degree(s)}</b> @ ${s.institution}<br><small>${dates}</small></p>`)}<h2>${v.label('languages')}</h2>${v.person.languages.map((l, i) => html`<p>${l.language} <small>${l.fluency}</small><span class="bar" style="width:${90 - 25 * i}pt"></span></p>`)}<h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p><b>${c.name}</b><br><small>${c.issuer}, ${v.date(c.date)}</small></p>`)}`,
};

const classic: Template = {
  name: 'classic-four-corners',
  held: false,
  margin: 18,
  paper: 'Letter',
  css: `${BASE}h1{text-align:center;font-size:19pt}h2{font-size:11.5pt;font-variant:small-caps;border-bottom:1px solid #000}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p class="c">${v.fullAddress} • ${v.person.email} • ${v.person.phone}</p><h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="r"><b>${s.institution}</b><span>${s.location}</span></div><div class="r"><i>${degree(s)}</i><i>${dates}</i></div>`)}
    <h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="r"><b>${job.name}</b><span>${job.location}</span></div><div class="r"><i>${job.position}</i><i>${dates}</i></div>${list(job.highlights)}`)}<h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<div class="r"><span>${c.name}, ${c.issuer}</span><span>${v.date(c.date)}</span></div>`)}<h2>${v.label('skills')}</h2>${v.person.skills.map((g) => html`<p><b>${g.name}</b>: ${g.keywords.join(', ')}</p>`)}<p><b>${v.label('languages')}</b>: ${spokenInBrackets(v).join(', ')}</p>`,
  hides: () => ['basics.label', 'basics.summary'],
};

const hangingDates: Template = {
  name: 'hanging-dates',
  held: true,
  margin: 22,
  css: `${BASE}h2{font-weight:normal;font-size:14pt;color:#666}.e{padding-left:100pt;position:relative;margin-bottom:5pt}.e>span{position:absolute;left:0}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p>${v.person.label}</p><p>${v.person.address}<br>${v.person.postalCode} ${v.person.city}</p><p>${v.person.email}, ${v.person.phone}</p><h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="e"><span>${dates}</span>${degree(s)}, ${s.institution}, ${s.location}</div>`)}
    <h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="e"><span>${dates}</span>${job.position}, ${job.name}, ${job.location}.${job.highlights.map((h) => html`<br>– ${h}`)}</div>`)}<h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<div class="e"><span>${v.date(c.date)}</span>${c.name}, ${c.issuer}</div>`)}
    <h2>${v.label('languages')}</h2><div class="e">${spokenInBrackets(v).join(', ')}</div><h2>${v.label('skills')}</h2>${v.person.skills.map((g) => html`<div class="e"><span>${g.name}</span>${g.keywords.join(', ')}</div>`)}`,
  hides: () => ['basics.summary'],
};

export const SINGLES: readonly Template[] = [
  capsNoBullets,
  icons,
  contactBelow,
  manyRoles,
  oneLine,
  dateAbove,
  twoPages,
  pills,
  classic,
  hangingDates,
];

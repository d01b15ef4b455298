/** Layouts with dates or headings in a rail, tables, timelines and boxes. */
import { html } from 'hono/html';
import { allSkills, degree, glyphs, jobs, list, spokenInBrackets, studies, type Template } from './template.ts';

const BASE =
  'body{margin:0;font:10pt/1.4 "Liberation Sans",sans-serif}p{margin:0 0 3pt}h1{margin:0}h2{margin:13pt 0 5pt;font-size:12.5pt}ul{margin:2pt 0 6pt;padding-left:14pt}';

const dateRailLeft: Template = {
  name: 'date-rail-left',
  held: false,
  margin: 18,
  css: `${BASE}.e{display:grid;grid-template-columns:105pt 1fr;margin-bottom:6pt}.e>span{color:#666}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p>${v.person.label}</p><p>${v.fullAddress}<br>${v.label('phone')}: ${v.person.phone}, ${v.label('email')}: ${v.person.email}</p><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="e"><span>${dates}</span><div><b>${job.position}</b><br>${job.name}, ${job.location}${list(job.highlights)}</div></div>`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="e"><span>${dates}</span><div><b>${degree(s)}</b><br>${s.institution}, ${s.location}</div></div>`)}
    <h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<div class="e"><span>${v.date(c.date)}</span><div>${c.name}, ${c.issuer}</div></div>`)}
    <h2>${v.label('skills')}</h2>${v.person.skills.map((g) => html`<div class="e"><span>${g.name}</span><div>${g.keywords.join(', ')}</div></div>`)}<h2>${v.label('languages')}</h2>${v.person.languages.map((l) => html`<div class="e"><span>${l.language}</span><div>${l.fluency}</div></div>`)}`,
};

const dateRailRight: Template = {
  name: 'date-rail-right',
  held: false,
  margin: 16,
  css: `${BASE}.e{display:grid;grid-template-columns:1fr 62pt;gap:12pt}.e>span{font-size:9pt;text-align:right}h2{border-bottom:2px solid #000}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p>${v.town} · ${v.person.phone} · ${v.person.email}</p><h2>${v.label('summary')}</h2><p>${v.person.label}. ${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="e"><div><b>${job.name}</b>, ${job.location}<br>${job.position}${list(job.highlights, 'style="list-style:square"')}</div><span>${dates}</span></div>`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="e"><div><b>${s.institution}</b>, ${s.location}<br>${degree(s)}</div><span>${dates}</span></div>`)}
    <h2>${v.label('skills')}</h2>${list(allSkills(v), 'style="columns:3"')}<h2>${v.label('languages')}</h2><p>${spokenInBrackets(v).join(' · ')}</p><h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<div class="e"><div>${c.name}, ${c.issuer}</div><span>${v.date(c.date)}</span></div>`)}`,
  hides: () => ['basics.label'],
};

const labelRail: Template = {
  name: 'label-rail',
  held: false,
  margin: 18,
  paper: 'Letter',
  css: `${BASE}.s{display:grid;grid-template-columns:110pt 1fr;border-top:1px solid #ccc;padding:7pt 0}.s>h2{font-size:10.5pt;margin:0;color:#8a4b08}.r{display:flex;justify-content:space-between}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p>${v.person.label} — ${v.person.email} — ${v.person.phone} — ${v.town}</p><div class="s"><h2>${v.label('summary')}</h2><div>${v.person.summary}</div></div>
    <div class="s"><h2>${v.label('work')}</h2><div>${jobs(v, (job, dates) => html`<div class="r"><span><b>${job.position}</b>, ${job.name}</span><span>${dates}</span></div>${list(job.highlights)}`)}</div></div>
    <div class="s"><h2>${v.label('education')}</h2><div>${studies(v, (s, dates) => html`<div class="r"><span><b>${degree(s)}</b>, ${s.institution}</span><span>${dates}</span></div>`)}</div></div>
    <div class="s"><h2>${v.label('skills')}</h2><div>${allSkills(v).join(' • ')}</div></div><div class="s"><h2>${v.label('languages')}</h2><div>${spokenInBrackets(v).join(', ')}</div></div>
    <div class="s"><h2>${v.label('certificates')}</h2><div>${v.person.certificates.map((c) => html`<p>${c.name} (${c.issuer}, ${v.date(c.date)})</p>`)}</div></div>`,
};

const table: Template = {
  name: 'table-borders',
  held: false,
  margin: 16,
  css: `${BASE}table{border-collapse:collapse;width:100%;margin-bottom:10pt}td,th{border:1px solid #999;padding:4pt 6pt;vertical-align:top;text-align:left}th{background:#ddd}td.d{width:100pt}`,
  body: (
    v,
  ) => html`<h1>${v.label('title')}</h1><table><tr><th colspan="2">${v.label('contact')}</th></tr><tr><td class="d">Name</td><td>${v.person.name}</td></tr><tr><td>${v.label('address')}</td><td>${v.fullAddress}</td></tr><tr><td>${v.label('phone')}</td><td>${v.person.phone}</td></tr><tr><td>${v.label('email')}</td><td>${v.person.email}</td></tr></table>
    <table><tr><th colspan="2">${v.label('work')}</th></tr>${jobs(v, (job, dates) => html`<tr><td class="d">${dates}</td><td><b>${job.position}</b>, ${job.name}, ${job.location}${list(job.highlights)}</td></tr>`)}</table>
    <table><tr><th colspan="2">${v.label('education')}</th></tr>${studies(v, (s, dates) => html`<tr><td class="d">${dates}</td><td>${degree(s)}<br>${s.institution}, ${s.location}</td></tr>`)}</table>
    <table><tr><th colspan="2">${v.label('skills')}</th></tr>${v.person.skills.map((g) => html`<tr><td class="d">${g.name}</td><td>${g.keywords.join(', ')}</td></tr>`)}</table>
    <table><tr><th colspan="2">${v.label('languages')}</th></tr>${v.person.languages.map((l) => html`<tr><td class="d">${l.language}</td><td>${l.fluency}</td></tr>`)}</table>
    <table><tr><th colspan="2">${v.label('certificates')}</th></tr>${v.person.certificates.map((c) => html`<tr><td class="d">${v.date(c.date)}</td><td>${c.name}, ${c.issuer}</td></tr>`)}</table>`,
  hides: () => ['basics.label', 'basics.summary'],
};

const timeline: Template = {
  name: 'timeline',
  held: true,
  margin: 16,
  css: `${BASE}.t{border-left:2px solid #b33;padding-left:14pt;position:relative;padding-bottom:6pt}.t:before{content:"";position:absolute;left:-5pt;top:3pt;width:8pt;height:8pt;border-radius:50%;background:#b33}.d{font-size:8.5pt;color:#b33}h2{text-transform:uppercase;letter-spacing:.08em}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p>${v.person.label}</p><p>${v.person.email}<br>${v.person.phone}<br>${v.fullAddress}</p><h2>${v.label('summary')}</h2><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="t"><p class="d">${dates}</p><p><b>${job.position}</b></p><p>${job.name} – ${job.location}</p>${list(job.highlights)}</div>`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="t"><p class="d">${dates}</p><p><b>${degree(s)}</b></p><p>${s.institution} – ${s.location}</p></div>`)}
    <h2>${v.label('skills')}</h2><p>${allSkills(v).join(' | ')}</p><h2>${v.label('languages')}</h2><p>${spokenInBrackets(v).join(' | ')}</p><h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p>${v.date(c.date)} ${c.name}, ${c.issuer}</p>`)}`,
};

const boxes: Template = {
  name: 'boxes',
  held: false,
  margin: 12,
  css: `${BASE}.b{border:1px solid #446;border-radius:4pt;padding:6pt 10pt;margin-bottom:8pt}.g{display:grid;grid-template-columns:1fr 1fr;gap:10pt}h2{margin:0 0 4pt;background:#446;color:#fff;padding:2pt 6pt;font-size:11pt}.r{display:flex;justify-content:space-between}`,
  body: (
    v,
  ) => html`<div class="g"><div class="b"><h1>${v.person.name}</h1><p>${v.person.label}</p></div><div class="b"><p>${v.label('phone')}: ${v.person.phone}</p><p>${v.label('email')}: ${v.person.email}</p><p>${v.fullAddress}</p></div></div><div class="b"><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="r"><b>${job.position}</b><i>${dates}</i></div><p>${job.name}, ${job.location}</p>${list(job.highlights)}`)}</div>
    <div class="b"><h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="r"><b>${degree(s)}</b><i>${dates}</i></div><p>${s.institution}</p>`)}</div>
    <div class="g"><div class="b"><h2>${v.label('skills')}</h2>${list(allSkills(v))}</div><div class="b"><h2>${v.label('languages')}</h2>${v.person.languages.map((l) => html`<div class="r"><span>${l.language}</span><span>${l.fluency}</span></div>`)}<h2 style="margin-top:8pt">${v.label('certificates')}</h2>${glyphs(
      v.person.certificates.map((c) => `${c.name}, ${c.issuer}, ${v.date(c.date)}`),
      '▪',
    )}</div></div>`,
  hides: () => ['basics.summary'],
};

export const RAILS: readonly Template[] = [dateRailLeft, dateRailRight, labelRail, table, timeline, boxes];

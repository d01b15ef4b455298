/** Layouts with a narrow column beside the text. */
import { html } from 'hono/html';
import { allSkills, degree, glyphs, jobs, list, spokenInBrackets, studies, type Template } from './template.ts';

const GRID =
  'body{margin:0;font:9.5pt/1.35 "Liberation Sans",sans-serif}p{margin:0 0 3pt}h1{margin:0}h2{margin:12pt 0 4pt}ul{margin:2pt 0 6pt;padding-left:14pt}';

const leftNarrow: Template = {
  name: 'sidebar-left-commas',
  held: false,
  margin: 0,
  css: `${GRID}.page{display:grid;grid-template-columns:150pt 1fr;min-height:290mm}.side{background:#233142;color:#f2f2f2;padding:24pt 14pt}.main{padding:24pt}h2{font-size:11pt;text-transform:uppercase}.dates{color:#777;font-size:8.5pt}h3{margin:8pt 0 0;font-size:10pt}`,
  body: (
    v,
  ) => html`<div class="page"><div class="side"><h2>${v.label('contact')}</h2><p>${v.person.phone}</p><p>${v.person.email}</p><p>${v.person.address}</p><p>${v.town} ${v.person.postalCode}</p>
    <h2>${v.label('skills')}</h2><p>${allSkills(v).join(', ')}</p><h2>${v.label('languages')}</h2>${spokenInBrackets(v).map((l) => html`<p>${l}</p>`)}
    <h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p><b>${c.name}</b><br>${c.issuer}<br>${v.date(c.date)}</p>`)}</div>
    <div class="main"><h1>${v.person.name}</h1><p>${v.person.label}</p><h2>${v.label('summary')}</h2><p>${v.person.summary}</p>
    <h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<h3>${job.position}</h3><p>${job.name}, ${job.location}</p><p class="dates">${dates}</p>${list(job.highlights)}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<h3>${degree(s)}</h3><p>${s.institution}, ${s.location}</p><p class="dates">${dates}</p>`)}</div></div>`,
};

const leftTight: Template = {
  name: 'sidebar-left-tight',
  held: false,
  margin: 10,
  paper: 'Letter',
  css: `${GRID}.page{display:grid;grid-template-columns:104pt 1fr;gap:16pt}.side{font-size:8.5pt;border-right:1px solid #bbb;padding-right:8pt}h2{font-size:10.5pt;color:#7a2e3a;border-bottom:1px solid #7a2e3a}.row{display:flex;justify-content:space-between;gap:8pt}`,
  body: (
    v,
  ) => html`<div class="page"><div class="side"><p><b>${v.label('phone')}</b><br>${v.person.phone}</p><p><b>${v.label('email')}</b><br>${v.person.email}</p><p><b>${v.label('address')}</b><br>${v.fullAddress}</p>
    <h2>${v.label('languages')}</h2><p>${spokenInBrackets(v).join(', ')}</p><h2>${v.label('skills')}</h2>${v.person.skills.map((g) => html`<p><b>${g.name}</b></p><p>${g.keywords.join(', ')}</p>`)}</div>
    <div><h1>${v.person.name}</h1><p><i>${v.person.label}</i></p><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="row"><b>${job.name}</b><span>${dates}</span></div><p>${job.position}, ${job.location}</p>${list(job.highlights)}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="row"><b>${s.institution}</b><span>${dates}</span></div><p>${degree(s)}</p>`)}
    <h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p>${c.name}, ${c.issuer} (${v.date(c.date)})</p>`)}</div></div>`,
};

const rightBox: Template = {
  name: 'sidebar-right-box',
  held: true,
  margin: 12,
  css: `${GRID}.page{display:grid;grid-template-columns:1fr 140pt;gap:18pt}.side{background:#eef2ee;padding:12pt;height:max-content}h1{font-size:22pt;color:#2c5e45}h2{font-size:12pt;color:#2c5e45}li{margin-bottom:2pt}.side ul{list-style:none;padding:0}.when{float:right;font-size:8.5pt;color:#555}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p>${v.person.label}</p><div class="page"><div><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<p><span class="when">${dates}</span><b>${job.position}</b><br>${job.name} · ${job.location}</p>${list(job.highlights)}`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<p><span class="when">${dates}</span><b>${s.institution}</b><br>${degree(s)}</p>`)}</div>
    <div class="side"><h2>${v.label('contact')}</h2><p>${v.person.email}</p><p>${v.person.phone}</p><p>${v.fullAddress}</p><h2>${v.label('summary')}</h2><p>${v.person.summary}</p>
    <h2>${v.label('skills')}</h2>${list(allSkills(v))}<h2>${v.label('languages')}</h2>${v.person.languages.map((l) => html`<p>${l.language}<br><i>${l.fluency}</i></p>`)}
    <h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p>${c.name} – ${c.issuer}, ${v.date(c.date)}</p>`)}</div></div>`,
};

const rightDashes: Template = {
  name: 'sidebar-right-dashes',
  held: false,
  margin: 14,
  css: `${GRID}body{font-family:"Liberation Serif",serif;font-size:10.5pt}.page{display:grid;grid-template-columns:1fr 128pt;gap:20pt}h1{font-size:20pt;text-align:center}.head{text-align:center}h2{font-size:12pt;font-variant:small-caps}.point{padding-left:8pt;text-indent:-8pt}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p class="head">${v.person.label}</p><p class="head">${v.person.phone} | ${v.person.email} | ${v.town}</p><div class="page"><div><h2>${v.label('summary')}</h2><p>${v.person.summary}</p>
    <h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<p><b>${job.position}, ${job.name}</b><br><i>${job.location}, ${dates}</i></p>${glyphs(job.highlights, '–')}`)}</div>
    <div><h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<p><b>${degree(s)}</b><br>${s.institution}<br>${dates}</p>`)}
    <h2>${v.label('skills')}</h2>${glyphs(allSkills(v), '–')}<h2>${v.label('languages')}</h2>${glyphs(
      v.person.languages.map((l) => `${l.language}: ${l.fluency}`),
      '–',
    )}
    <h2>${v.label('certificates')}</h2>${glyphs(
      v.person.certificates.map((c) => `${c.name}, ${c.issuer}, ${v.date(c.date)}`),
      '–',
    )}</div></div>`,
};

const nameAcross: Template = {
  name: 'sidebar-left-education',
  held: true,
  margin: 0,
  css: `${GRID}.band{background:#30475e;color:#fff;padding:18pt;text-align:center}.page{display:grid;grid-template-columns:170pt 1fr}.side{background:#f0f0f0;padding:14pt}.main{padding:14pt 20pt}h2{font-size:11pt;letter-spacing:.12em;text-transform:uppercase}.g{font-weight:bold;margin-top:5pt}`,
  body: (
    v,
  ) => html`<div class="band"><h1>${v.person.name}</h1><p>${v.person.label}</p><p>${v.fullAddress} • ${v.person.phone} • ${v.person.email}</p></div><div class="page"><div class="side"><h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<p><b>${s.studyType}</b><br>${s.area ? html`${s.area}<br>` : ''}${s.institution}<br><i>${dates}</i></p>`)}
    <h2>${v.label('skills')}</h2>${v.person.skills.map((g) => html`<p class="g">${g.name}</p>${list(g.keywords)}`)}<h2>${v.label('languages')}</h2>${list(v.person.languages.map((l) => `${l.language} – ${l.fluency}`))}</div>
    <div class="main"><p>${v.person.summary}</p><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<p><b>${job.name}</b> | ${job.location}<br>${job.position} | ${dates}</p>${list(job.highlights)}`)}
    <h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p>${c.name} | ${c.issuer} | ${v.date(c.date)}</p>`)}</div></div>`,
};

const halves: Template = {
  name: 'two-halves',
  held: false,
  margin: 14,
  css: `${GRID}.page{display:grid;grid-template-columns:1fr 1fr;gap:20pt}h1{font-size:18pt}h2{font-size:11pt;color:#555;border-top:2px solid #555;padding-top:3pt}.dates{font-weight:bold}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p>${v.person.label}</p><p>${v.fullAddress} | ${v.person.phone} | ${v.person.email}</p><div class="page"><div><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<p class="dates">${dates}</p><p>${job.position}</p><p><i>${job.name}, ${job.location}</i></p>${list(job.highlights)}`)}</div>
    <div><h2>${v.label('summary')}</h2><p>${v.person.summary}</p><h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<p class="dates">${dates}</p><p>${degree(s)}</p><p><i>${s.institution}, ${s.location}</i></p>`)}
    <h2>${v.label('skills')}</h2>${v.person.skills.map((g) => html`<p><b>${g.name}:</b> ${g.keywords.join(', ')}</p>`)}<h2>${v.label('languages')}</h2>${v.person.languages.map((l) => html`<p>${l.language}, ${l.fluency}</p>`)}
    <h2>${v.label('certificates')}</h2>${list(v.person.certificates.map((c) => `${v.date(c.date)}: ${c.name}, ${c.issuer}`))}</div></div>`,
};

export const SIDEBARS: readonly Template[] = [leftNarrow, leftTight, rightBox, rightDashes, nameAcross, halves];

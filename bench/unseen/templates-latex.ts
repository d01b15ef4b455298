/** Layouts after the classics of LaTeX: rails, coloured headings, small capitals, a narrow and a wide column. */
import { html } from 'hono/html';
import { allSkills, degree, glyphs, jobs, list, spokenInBrackets, studies, type Template } from './template.ts';

const SERIF =
  'body{margin:0;font:10pt/1.35 "DejaVu Serif",serif;font-size:9.2pt}p{margin:0 0 2pt}h1,h2,h3{margin:0;font-weight:normal}ul{margin:1pt 0 5pt;padding-left:13pt}.r{display:flex;justify-content:space-between;gap:10pt}';
const SANS =
  'body{margin:0;font:9.3pt/1.35 "Liberation Sans",sans-serif}p{margin:0 0 2pt}h1,h2,h3{margin:0}ul{margin:1pt 0 5pt;padding-left:13pt}.r{display:flex;justify-content:space-between;gap:10pt}';

/** Heading beside a bar in the rail, dates below it in the rail, title, employer and place on one line. */
const railAndBar: Template = {
  name: 'latex-rail-and-bar',
  held: false,
  margin: 17,
  css: `${SANS}.row{display:grid;grid-template-columns:78pt 1fr;gap:10pt;margin-bottom:4pt}.row>:first-child{text-align:right}h2{color:#3873b3;font-size:13pt;margin:9pt 0 4pt;font-weight:normal}.bar{background:#3873b3;height:4pt;margin-top:17pt}h1{font-size:26pt;font-weight:normal;color:#555}.c{text-align:right;font-style:italic;color:#666;font-size:8.5pt}`,
  body: (
    v,
  ) => html`<div class="r"><div><h1>${v.person.name}</h1><p><i>${v.person.label}</i></p></div><div class="c"><p>${v.person.address}</p><p>${v.person.postalCode} ${v.person.city}</p><p>✆ ${v.person.phone}</p><p>✉ ${v.person.email}</p></div></div>
    <div class="row"><div class="bar"></div><h2>${v.label('work')}</h2></div>${jobs(v, (job, dates) => html`<div class="row"><span>${dates}</span><div><b>${job.position}</b>, <i>${job.name}</i>, ${job.location}.${list(job.highlights)}</div></div>`)}
    <div class="row"><div class="bar"></div><h2>${v.label('education')}</h2></div>${studies(v, (s, dates) => html`<div class="row"><span>${dates}</span><div><b>${degree(s)}</b>, <i>${s.institution}</i>, ${s.location}.</div></div>`)}
    <div class="row"><div class="bar"></div><h2>${v.label('languages')}</h2></div>${v.person.languages.map((l) => html`<div class="row"><span><b>${l.language}</b></span><span>${l.fluency}</span></div>`)}
    <div class="row"><div class="bar"></div><h2>${v.label('skills')}</h2></div>${v.person.skills.map((g) => html`<div class="row"><span><b>${g.name}</b></span><span>${g.keywords.join(', ')}</span></div>`)}
    <div class="row"><div class="bar"></div><h2>${v.label('certificates')}</h2></div>${v.person.certificates.map((c) => html`<div class="row"><span>${v.date(c.date)}</span><span>${c.name}, ${c.issuer}</span></div>`)}`,
  hides: () => ['basics.summary'],
};

/** Centred head with separators, small capitals, employer and dates in bold, title in italics with the place at the right. */
const banking: Template = {
  name: 'latex-banking',
  held: true,
  margin: 18,
  css: `${SERIF}h1{text-align:center;font-size:24pt;letter-spacing:.04em}.c{text-align:center}h2{font-size:13pt;font-variant:small-caps;color:#1f4e79;border-bottom:.7pt solid #1f4e79;margin:9pt 0 4pt}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p class="c"><i>${v.person.label}</i></p><p class="c">${v.fullAddress} • ${v.person.phone} • ${v.person.email}</p><h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="r"><b>${s.institution}</b><b>${s.location}</b></div><div class="r"><i>${degree(s)}</i><i>${dates}</i></div>`)}
    <h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="r"><b>${job.name}</b><b>${job.location}</b></div><div class="r"><i>${job.position}</i><i>${dates}</i></div>${list(job.highlights, 'style="list-style:circle"')}`)}
    <h2>${v.label('languages')}</h2>${v.person.languages.map((l) => html`<p><b>${l.language}:</b> ${l.fluency}</p>`)}<h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<div class="r"><span>${c.name}, <i>${c.issuer}</i></span><span>${v.date(c.date)}</span></div>`)}<h2>${v.label('skills')}</h2>${v.person.skills.map((g) => html`<p><b>${g.name}:</b> ${g.keywords.join(', ')}</p>`)}`,
  hides: () => ['basics.summary'],
};

/** First letters of headings in a colour, a rule behind them, titles in letter-spaced small capitals. */
const awesome: Template = {
  name: 'latex-coloured-heads',
  held: false,
  margin: 15,
  css: `${SANS}h1{text-align:center;font-size:27pt;font-weight:300}h1 b{font-weight:700}.c{text-align:center;font-size:8pt}h2{font-size:14pt;display:flex;gap:6pt;align-items:center;margin:8pt 0 3pt}h2:after{content:"";flex:1;border-bottom:.8pt solid #888}h2 em{color:#dc3522;font-style:normal}.t{font-variant:small-caps;color:#666;font-size:8.5pt}.p{color:#dc3522;font-style:italic}.d{color:#666;font-style:italic;font-size:8pt}`,
  body: (v) => {
    const head = (text: string) => html`<h2><span><em>${text.slice(0, 3)}</em>${text.slice(3)}</span></h2>`;
    const [first = '', ...rest] = v.person.name.split(' ');
    return html`<h1>${first} <b>${rest.join(' ')}</b></h1><p class="c">${v.person.label}</p><p class="c"><i>${v.fullAddress}</i></p><p class="c">☎ ${v.person.phone} | ✉ ${v.person.email}</p>${head(v.label('summary'))}<p>${v.person.summary}</p>
    ${head(v.label('work'))}${jobs(v, (job, dates) => html`<div class="r"><b>${job.name}</b><span class="p">${job.location}</span></div><div class="r"><span class="t">${job.position}</span><span class="d">${dates}</span></div>${list(job.highlights)}`)}
    ${head(v.label('skills'))}${v.person.skills.map((g) => html`<div style="display:grid;grid-template-columns:110pt 1fr;gap:8pt"><b style="text-align:right">${g.name}</b><span>${g.keywords.join(', ')}</span></div>`)}
    ${head(v.label('education'))}${studies(v, (s, dates) => html`<div class="r"><b>${s.institution}</b><span class="p">${s.location}</span></div><div class="r"><span class="t">${degree(s)}</span><span class="d">${dates}</span></div>`)}
    ${head(v.label('certificates'))}${v.person.certificates.map((c) => html`<div class="r"><span><b>${c.name}</b>, ${c.issuer}</span><span class="d">${v.date(c.date)}</span></div>`)}${head(v.label('languages'))}<p>${spokenInBrackets(v).join(', ')}</p>`;
  },
};

/** One third with short sections, two thirds with jobs; headings in thin capitals; titles and dates share lines with `|`. */
const thirds: Template = {
  name: 'latex-thirds',
  held: false,
  margin: 13,
  paper: 'Letter',
  css: `${SANS}h1{text-align:center;font-size:30pt;font-weight:300}.c{text-align:center;color:#666;border-bottom:.5pt solid #aaa;padding-bottom:4pt}.g{display:grid;grid-template-columns:33% 1fr;gap:14pt;margin-top:6pt}h2{font-size:13.5pt;font-weight:300;text-transform:uppercase;color:#555;margin:7pt 0 3pt}h3{font-size:10.5pt;text-transform:uppercase}.s{color:#777;font-size:8.5pt}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p class="c">${v.town} | ${v.person.phone} | ${v.person.email}</p><div class="g"><div><h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<h3>${s.institution}</h3><p>${degree(s)}</p><p class="s">${dates} | ${s.location}</p>`)}
    <h2>${v.label('skills')}</h2>${v.person.skills.map((g) => html`<p><b>${g.name}</b></p><p>${g.keywords.join(' • ')}</p>`)}<h2>${v.label('languages')}</h2><p>${spokenInBrackets(v).join(' • ')}</p></div>
    <div><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<h3>${job.name} <span style="font-weight:300;font-size:9pt;text-transform:none">| ${job.position}</span></h3><p class="s">${dates} | ${job.location}</p>${list(job.highlights)}`)}
    <h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p>${v.date(c.date)} &nbsp; ${c.name}, ${c.issuer}</p>`)}</div></div>`,
  hides: () => ['basics.label', 'basics.summary'],
};

/** Jobs at the left with icons before date and place, a coloured narrow column at the right with tags and dots for levels. */
const iconsAndTags: Template = {
  name: 'latex-icons-and-tags',
  held: true,
  margin: 12,
  css: `${SANS}h1{font-size:24pt;text-transform:uppercase;color:#450808}.l{color:#8f0d0d;font-weight:bold}h2{font-size:14pt;color:#450808;text-transform:uppercase;border-bottom:2pt solid #e7d192;margin:8pt 0 4pt}.g{display:grid;grid-template-columns:60% 1fr;gap:16pt}h3{font-size:11pt}.co{color:#8f0d0d;font-weight:bold}.m{display:flex;gap:24pt;font-size:8pt;color:#666}.tag{display:inline-block;border:.6pt solid #999;border-radius:3pt;padding:0 4pt;margin:1pt 2pt 1pt 0}.e+.e{border-top:.5pt dashed #aaa;padding-top:3pt}`,
  body: (
    v,
  ) => html`<h1>${v.person.name}</h1><p class="l">${v.person.label}</p><p class="m"><span>✉ ${v.person.email}</span><span>✆ ${v.person.phone}</span><span>⌂ ${v.town}</span></p><div class="g"><div><h2>${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="e"><h3>${job.position}</h3><p class="co">${job.name}</p><p class="m"><span>◷ ${dates}</span><span>⌖ ${job.location}</span></p>${list(job.highlights)}</div>`)}</div>
    <div><h2>${v.label('summary')}</h2><p><i>${v.person.summary}</i></p><h2>${v.label('skills')}</h2><p>${allSkills(v).map((s) => html`<span class="tag">${s}</span> `)}</p><h2>${v.label('languages')}</h2>${v.person.languages.map((l) => html`<div class="r"><span>${l.language} (${l.fluency})</span><span>●●●●○</span></div>`)}
    <h2>${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="e"><h3>${degree(s)}</h3><p class="co">${s.institution}</p><p class="m"><span>◷ ${dates}</span></p></div>`)}<h2>${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<p><b>${c.name}</b><br>${c.issuer}, ${v.date(c.date)}</p>`)}</div></div>`,
};

/** An academic's: numbered headings, hanging years, everything in one size. */
const academic: Template = {
  name: 'latex-academic',
  held: false,
  margin: 24,
  css: `${SERIF}h1{font-size:15pt;text-align:center}h2{font-size:10.5pt;font-weight:bold;margin:10pt 0 3pt}.e{display:grid;grid-template-columns:120pt 1fr;margin-bottom:3pt}.c{text-align:center}`,
  body: (
    v,
  ) => html`<h1>${v.label('title')}</h1><p class="c"><b>${v.person.name}</b></p><p class="c">${v.person.label}</p><p class="c">${v.fullAddress}</p><p class="c">${v.person.email}, ${v.person.phone}</p><h2>1. ${v.label('education')}</h2>${studies(v, (s, dates) => html`<div class="e"><span>${dates}</span><span>${degree(s)}<br>${s.institution}, ${s.location}</span></div>`)}
    <h2>2. ${v.label('work')}</h2>${jobs(v, (job, dates) => html`<div class="e"><span>${dates}</span><div>${job.position}<br>${job.name}, ${job.location}${glyphs(job.highlights, '–')}</div></div>`)}<h2>3. ${v.label('certificates')}</h2>${v.person.certificates.map((c) => html`<div class="e"><span>${v.date(c.date)}</span><span>${c.name} (${c.issuer})</span></div>`)}
    <h2>4. ${v.label('languages')}</h2><p>${spokenInBrackets(v).join('; ')}</p><h2>5. ${v.label('skills')}</h2><p>${allSkills(v).join('; ')}</p>`,
  hides: () => ['basics.summary'],
};

export const LATEX: readonly Template[] = [railAndBar, banking, awesome, thirds, iconsAndTags, academic];

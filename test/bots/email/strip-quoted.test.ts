import { describe, expect, test } from 'vitest';
import { stripQuoted } from '../../../src/bots/email/strip-quoted.ts';
import { makeMail } from './make-mail.ts';
import { readMessage } from './read-for-test.ts';

const QUOTE = '> Which job do you mean?\n> Greetings';

describe('what a person wrote above the quotation stays, the quotation goes', () => {
  test.each([
    ['English', 'On Thu, 20 Nov 2025 at 10:00, Shortlist <jobs@shortlist.example.net> wrote:'],
    ['English, a US date', 'On Nov 20, 2025, at 10:00 AM, Ilse Wanderstein wrote:'],
    ['German', 'Am 20.11.2025 um 10:00 schrieb Shortlist <jobs@shortlist.example.net>:'],
    ['German, name last', 'Am Do., 20. Nov. 2025 um 10:00 Uhr schrieb Ilse Wanderstein:'],
    ['German, Thunderbird', 'Ilse Wanderstein <ilse@example.org> schrieb am 20.11.2025 um 10:00:'],
    ['French', 'Le jeu. 20 nov. 2025 à 10:00, Shortlist <jobs@shortlist.example.net> a écrit :'],
    ['Spanish', 'El jue, 20 nov 2025 a las 10:00, Shortlist (<jobs@shortlist.example.net>) escribió:'],
    ['Italian', 'Il giorno gio 20 nov 2025 alle ore 10:00 Shortlist <jobs@shortlist.example.net> ha scritto:'],
    ['Portuguese', 'Em qui., 20 de nov. de 2025 às 10:00, Shortlist <jobs@shortlist.example.net> escreveu:'],
    ['Dutch', 'Op do 20 nov 2025 om 10:00 schreef Shortlist <jobs@shortlist.example.net>:'],
    ['Polish', 'W dniu czw., 20 lis 2025 o 10:00 Shortlist <jobs@shortlist.example.net> napisał(a):'],
  ])('%s', (_, attribution) => {
    const own = 'title=Staff Engineer\nand 2👍';
    expect(stripQuoted(`${own}\n\n${attribution}\n${QUOTE}`)).toBe(own);
    // Without quote marks, as web mailers do in HTML.
    expect(stripQuoted(`${own}\n\n${attribution}\n\nWhich job do you mean?`)).toBe(own);
  });

  test('an attribution wrapped over two lines goes as a whole, the line above it stays', () => {
    const text = `I will be at the fair on Monday\nOn Thu, 20 Nov 2025 at 10:00, Shortlist\n<jobs@shortlist.example.net> wrote:\n${QUOTE}`;
    expect(stripQuoted(text)).toBe('I will be at the fair on Monday');
  });

  test.each([
    ['English', '-----Original Message-----\nFrom: Shortlist\nSent: Thursday\nTo: Ilse\nSubject: Jobs'],
    [
      'German',
      'Von: Shortlist <jobs@shortlist.example.net>\nGesendet: Donnerstag, 20. November 2025 10:00\nAn: Ilse\nBetreff: Stellen',
    ],
    ['French', 'De : Shortlist\nEnvoyé : jeudi 20 novembre 2025\nÀ : Ilse\nObjet : Offres'],
    ['Spanish', 'De: Shortlist\nEnviado el: jueves\nPara: Ilse\nAsunto: Empleos'],
    ['Italian', 'Da: Shortlist\nInviato: giovedì\nA: Ilse\nOggetto: Lavori'],
    ['Portuguese', 'De: Shortlist\nEnviada em: quinta-feira\nPara: Ilse\nAssunto: Vagas'],
    ['Dutch', 'Van: Shortlist\nVerzonden: donderdag\nAan: Ilse\nOnderwerp: Banen'],
    ['Polish', 'Od: Shortlist\nWysłano: czwartek\nDo: Ilse\nTemat: Praca'],
    [
      'with a rule and bold labels',
      '________________________________\n*From:* Shortlist\n*Sent:* Thursday\n*To:* Ilse\n*Subject:* Jobs',
    ],
    ['German mark', '-----Ursprüngliche Nachricht-----\nirgendwas'],
  ])('the header block of Outlook: %s', (_, block) => {
    expect(stripQuoted(`yes please\n\n${block}\n\nWhich job do you mean?`, 'RE: Jobs')).toBe('yes please');
  });

  test('answers between the lines of the quotation stay', () => {
    expect(
      stripQuoted(
        'On Thu, 20 Nov 2025, Shortlist <j@shortlist.example.net> wrote:\n> 1. Welder\nnot this one\n> 2. Fitter\nthis one',
      ),
    ).toBe('not this one\nthis one');
  });

  test('the quotation of an HTML reply goes too', async () => {
    const html =
      '<div>me: <b>yes</b></div><div class="gmail_quote"><div>On Thu, 20 Nov 2025 at 10:00, Shortlist &lt;<a href="mailto:j@shortlist.example.net">j@shortlist.example.net</a>&gt; wrote:<br></div><blockquote type="cite"><p>Which job?</p></blockquote></div>';
    expect((await readMessage(makeMail({ 'Content-Type': 'text/html; charset=utf-8' }, html))).text).toBe('me: yes');
  });

  test('a format=flowed reply is joined and its quotation goes', async () => {
    const flowed = 'I would like \nthe second one.\n\n> Which job \n> do you mean?\n-- \nIlse';
    expect((await readMessage(makeMail({ 'Content-Type': 'text/plain; charset=utf-8; format=flowed' }, flowed))).text).toBe(
      'I would like the second one.',
    );
  });
});

describe('what only looks like a quotation stays', () => {
  test.each([
    'On site I welded, then wrote:\nthe manual',
    'From: Leeds\nI moved to Bristol in 2019.',
    'Date: 2019\nRole: Welder\nFrom: Larkfield Ltd\nSkills: MIG, TIG',
    'Le chat a écrit : rien',
    'a > b and b < c',
    'One question I had:\nis it remote?',
    'De: 2015 a 2019\nTornero',
  ])('%j', (text) => {
    expect(stripQuoted(text)).toBe(text);
  });
});

describe('what was forwarded was sent to be read', () => {
  const resume = 'Ilse Wanderstein\nWelder, 2015–2024';

  test.each([
    [
      'Gmail',
      '---------- Forwarded message ---------\nFrom: Ilse <ilse@example.org>\nDate: Thu\nSubject: CV\nTo: me@example.org\n\n',
      'Fwd: CV',
    ],
    [
      'Apple Mail',
      'Begin forwarded message:\n\n> From: Ilse <ilse@example.org>\n> Subject: CV\n> Date: Thu\n> To: me\n\n',
      'Fwd: CV',
    ],
    ['German', '-------- Weitergeleitete Nachricht --------\nBetreff: CV\nVon: Ilse\n\n', 'WG: CV'],
    ['Outlook, by its subject', 'From: Ilse\nSent: Thursday\nTo: me\nSubject: CV\n\n', 'FW: CV'],
    ['French Outlook, by its subject', 'De : Ilse\nEnvoyé : jeudi\nÀ : moi\nObjet : CV\n\n', 'TR: CV'],
  ])('%s', (_, mark, subject) => {
    const text = stripQuoted(`Looks good:\n-- \nRecruiter\n${mark}${resume}`, subject);
    expect(text).toContain('Looks good:');
    expect(text).toContain(resume);
  });

  test('quote marks before forwarded lines are taken off', () => {
    expect(stripQuoted('Begin forwarded message:\n\n> Ilse Wanderstein\n> Welder', 'Fwd: CV')).toContain(
      '\nIlse Wanderstein\nWelder',
    );
  });

  test('a forwarded mail inside of a quotation is a quotation', () => {
    expect(
      stripQuoted(
        'thanks\n\nOn Thu, 20 Nov 2025, R <r@example.org> wrote:\n> ---------- Forwarded message ---------\n> From: Ilse',
        'Re: Fwd: CV',
      ),
    ).toBe('thanks');
  });
});

describe('signatures go', () => {
  test.each([
    'Sent from my iPhone',
    'Sent from my Galaxy',
    'Get Outlook for iOS<https://aka.example.org/o0ukef>',
    'Von meinem iPhone gesendet',
    'Gesendet von Mail für Windows',
    'Envoyé de mon iPhone',
    'Enviado desde mi iPhone',
    'Inviato da iPhone',
    'Enviado do meu iPhone',
    'Verzonden vanaf mijn iPhone',
    'Wysłane z iPhone’a',
    '-- \nIlse Wanderstein\n+1 212 555 0147',
    '--\nIlse',
  ])('%j', (signature) => {
    expect(stripQuoted(`2 saved\n\n${signature}`)).toBe('2 saved');
  });

  test('a rule in a long text is not the beginning of a signature', () => {
    const resume = `Ilse Wanderstein\n--\n${'2015–2019 Welder at Larkfield, pressure vessels and pipes\n'.repeat(14)}`.trim();
    expect(stripQuoted(resume)).toBe(resume);
  });

  test('a sentence about where it was sent from stays', () => {
    expect(stripQuoted('Sent from my old job, which was in Leeds.')).toContain('Leeds');
  });
});

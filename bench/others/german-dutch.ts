import type { Wordings } from './kinds.ts';

export const GERMAN: Wordings = {
  letter: [
    '{name}\n{street}\n{city}\n{email}\n\n{date}\n\nBewerbung als {job}\n\nSehr geehrte Frau {surname},\n\nmit großem Interesse habe ich Ihre Anzeige gelesen. Seit sechs Jahren arbeite ich als {job} in {city} und betreue dort unsere größten Kunden. Besonders reizt mich, dass bei {firm} Sorgfalt vor Eile geht.\n\nÜber ein persönliches Gespräch freue ich mich.\n\nMit freundlichen Grüßen\n{name}',
    'Hallo {first},\n\ndanke für deine Nachricht! Am Wochenende sind wir in {city}, danach gern. Ruf einfach an: {phone}.\n\nViele Grüße\n{first}',
  ],
  invoice: [
    '{firm}, {street}, {city}\n\n# Rechnung\nRechnungsnummer {number}   Rechnungsdatum {date}\nKunde: {name}\n\nPos.   Bezeichnung   Menge   Einzelpreis   Gesamt\n1   Wartung der Heizung   1   {amount}   {amount}\n2   Anfahrt   1   {amount}   {amount}\n\nNettobetrag {amount}\n19 % MwSt. {amount}\nGesamtbetrag {amount}\n\nZahlbar innerhalb von 14 Tagen ohne Abzug. {account}',
    '# Angebot {number}\nfür {name}, {city}\nWir bieten Ihnen freibleibend an:\nBodenbelag verlegen, 40 m²   {amount}\nMaterial   {amount}\nGültig bis {date}. Es gelten unsere Geschäftsbedingungen.',
  ],
  advert: [
    '# {job} (m/w/d)\n{firm}, {city}\n\n# Ihre Aufgaben\n- Planung und Betreuung von Projekten mit {skill}\n- Einarbeitung neuer Kolleginnen und Kollegen\n\n# Ihr Profil\n- Abgeschlossene Ausbildung oder Studium\n- Sicherer Umgang mit {skill} und {skill}\n- Gute Deutschkenntnisse\n\n# Wir bieten\n- 30 Tage Urlaub, {amount} im Jahr\n- Betriebliche Altersvorsorge\n\nBewerben Sie sich jetzt: {email}',
    '# Stellenausschreibung\nIm Amt für Bauwesen ist zum {date} die Stelle als {job} zu besetzen. Die Eingruppierung richtet sich nach dem Tarifvertrag.\n# Anforderungen\n- Studium\n- Erfahrung mit {skill}\n# Kenntnisse\n{skill}, {skill}, {skill}\nSchwerbehinderte werden bei gleicher Eignung bevorzugt. Auskunft erteilt {name}, Telefon {phone}.',
  ],
  newsletter: [
    '# Rundbrief {date}\n# Inhalt\n- Sommerfest\n- Neue Öffnungszeiten\n- Im Gespräch: {name}\n# Sommerfest\nÜber zweihundert Gäste kamen nach {city}. Das Wetter hielt, die Suppe nicht.\nNewsletter abbestellen | Impressum | Datenschutz',
  ],
  contract: [
    '# Arbeitsvertrag\nzwischen {firm}, {city}, nachfolgend Arbeitgeber,\nund {name}, geboren am {date}, nachfolgend Arbeitnehmer\n# § 1 Tätigkeit\nDer Arbeitnehmer wird ab {date} als {job} eingestellt.\n# § 2 Vergütung\nDas Gehalt beträgt {amount} im Monat.\n# § 3 Kündigung\nDie Kündigungsfrist beträgt drei Monate.\nOrt, Datum, Unterschrift',
  ],
  reference: [
    '# Arbeitszeugnis\n{name}, geboren am {date}, war vom {date} bis zum {date} als {job} in unserem Hause tätig.\nZu den Aufgaben gehörten:\n- Planung der Touren\n- Buchführung mit {skill}\nAlle Arbeiten wurden stets zu unserer vollsten Zufriedenheit erledigt. Wir bedauern das Ausscheiden und wünschen für die Zukunft alles Gute.\n{city}, {date}\n{firm}\n{name}, Geschäftsführung',
  ],
  transcript: [
    '# Notenspiegel\n{school}\nName: {name}   Matrikelnummer {number}\nStudiengang Maschinenbau   Stand {date}\nModul   Leistungspunkte   Note\nMathematik I   8   2,3\nMechanik   6   1,7\nWerkstoffkunde   5   2,0\nGesamtnote 1,9',
    '# Teilnahmebescheinigung\n{name}\nhat am Lehrgang {skill} vom {date} bis {date} mit Erfolg teilgenommen.\n{city}, {date}\n{name}, Leitung',
  ],
  minutes: [
    '# Protokoll der Sitzung vom {date}\nOrt: {city}\nAnwesend: {name}, {name}, {name}\nEntschuldigt: {name}\n# TOP 1 Begrüßung\nDie Leitung eröffnet um 18 Uhr.\n# TOP 2 Haushalt\n{name} stellt die Zahlen vor.\n# TOP 3 Verschiedenes\nNächster Termin: {date}',
  ],
  thesis: [
    '# Zum Verschleiß von Kugellagern\nBachelorarbeit\n{name}\n{school}\nBetreuung: {name}\n# Zusammenfassung\nUntersucht wird, wie Feuchte die Lebensdauer verändert.\n# Inhaltsverzeichnis\n1 Einleitung   3\n2 Methoden   8\n3 Ergebnisse   21\nLiteratur   40',
  ],
  prices: [
    '# Preisliste {firm} ab {date}\n# Damen\nWaschen und Schneiden {amount}\nFarbe {amount}\n# Herren\nHaarschnitt {amount}\nTermine: {phone}',
  ],
  bank: [
    '# Kontoauszug {number}\nKontoinhaber: {name}\n{account}\nBuchung   Text   Betrag\n{date}   Gehalt {firm}   {amount}\n{date}   Miete   -{amount}\nNeuer Saldo {amount}',
    '# Entgeltabrechnung {date}\n{firm}\n{name}, Personalnummer {number}\nBruttolohn {amount}\nLohnsteuer {amount}\nRentenversicherung {amount}\nAuszahlungsbetrag {amount}',
  ],
  recipe: [
    '# Linsensuppe\nFür 4 Personen\n# Zutaten\n- 250 g Linsen\n- 2 Möhren\n- 1 Zwiebel\n# Zubereitung\nGemüse würfeln, anbraten, Linsen und Wasser zugeben, 25 Minuten kochen.',
  ],
  bio: [
    '{name} ist {job} bei {firm} in {city}. Nach dem Studium an der {school} kam sie 2014 ins Haus. Sie spricht oft über {skill} und segelt gern.',
  ],
  ticket: [
    '# Buchungsbestätigung {number}\nReisende: {name}\nWagen 7, Platz 42\n{city} ab 08:14, {city} an 12:02\n{date}\nPreis {amount}',
  ],
  form: [
    '# Vorname Nachname\nMusterstraße 1, 12345 Musterstadt\nmax.mustermann@example.com\n# Berufserfahrung\nMM/JJJJ - MM/JJJJ   Berufsbezeichnung, Unternehmen\n- Beschreibung der Tätigkeit\n# Ausbildung\nMM/JJJJ   Abschluss, Hochschule\n# Kenntnisse\nKenntnis 1, Kenntnis 2',
    '# Personalfragebogen\nName: ____________   Vorname: ____________\nGeburtsdatum: ________   Steuernummer: ____________\nBankverbindung: ____________________\nUnterschrift ____________',
  ],
};

export const DUTCH: Wordings = {
  letter: [
    '{name}\n{street}, {city}\n{email}\n\nBetreft: sollicitatie {job}\n\nGeachte mevrouw {surname},\n\nMet veel belangstelling las ik uw vacature. Al zes jaar werk ik als {job} in {city}. Graag licht ik mijn brief toe in een gesprek.\n\nMet vriendelijke groet,\n{name}',
  ],
  invoice: [
    '{firm}, {city}\n# Factuur {number}\nFactuurdatum {date}\nAan: {name}\nOmschrijving   Aantal   Prijs   Bedrag\nOnderhoud   1   {amount}   {amount}\nSubtotaal {amount}\nBtw 21% {amount}\nTotaal te betalen {amount} binnen 14 dagen op {account}',
  ],
  advert: [
    '# Vacature {job}\n{firm}, {city}\n# Wat ga je doen?\n- Projecten plannen met {skill}\n- Nieuwe collega’s inwerken\n# Wat vragen wij?\n- Hbo-diploma\n- Ervaring met {skill}\n# Wij bieden\n- {amount} per maand\n- 25 vrije dagen\nSolliciteer via {email}',
  ],
  newsletter: [
    '# Nieuwsbrief {date}\n# In dit nummer\n- Zomerfeest\n- Nieuwe openingstijden\nMeer dan tweehonderd bezoekers kwamen naar {city}.\nAfmelden voor deze nieuwsbrief',
  ],
  contract: [
    '# Arbeidsovereenkomst\n{firm}, hierna werkgever, en {name}, hierna werknemer, komen overeen:\n# Artikel 1\nDe werknemer treedt op {date} in dienst als {job}.\n# Artikel 2\nHet loon bedraagt {amount} per maand.',
  ],
  reference: [
    '# Getuigschrift\nHierbij verklaren wij dat {name} van {date} tot {date} bij ons werkzaam was als {job}. Wij wensen haar veel succes.\n{firm}, {city}',
  ],
  transcript: [
    '# Cijferlijst\n{school}\nStudent: {name}, studentnummer {number}\nVak   EC   Cijfer\nWiskunde   6   7\nStatistiek   6   8\nAfgegeven {date}',
  ],
  minutes: [
    '# Notulen vergadering {date}\nAanwezig: {name}, {name}\nAfwezig: {name}\n# 1 Opening\n# 2 Begroting\n{name} licht de cijfers toe.\n# 3 Rondvraag',
  ],
  prices: ['# Prijslijst {firm}\nKnippen {amount}\nKleuren {amount}\nAfspraak: {phone}'],
  bank: ['# Rekeningoverzicht {number}\n{name}\n{date}   Salaris {firm}   {amount}\n{date}   Huur   -{amount}\nSaldo {amount}'],
  recipe: ['# Linzensoep\n# Ingrediënten\n- 250 g linzen\n- 2 wortels\n# Bereiding\nSnijd de groenten en kook alles 25 minuten.'],
  bio: ['{name} is {job} bij {firm} in {city}. Zij studeerde aan {school} en spreekt graag over {skill}.'],
};

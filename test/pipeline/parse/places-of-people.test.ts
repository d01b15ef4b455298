import { expect, it } from 'vitest';
import { HEADING, headOf, type Placed, parse, pdfDocument } from './build-document.ts';

it.each([
  ['31 Alder Bend Dr, Round', 'Rock, TX 78664', 'Round Rock'],
  ['8 rue des Aulnes, 63000 Clermont-', 'Ferrand', 'Clermont-Ferrand'],
])('An address that breaks within its town is one, whatever stands before the break: %s', (above, below, town) => {
  const page: Placed[] = [
    ...headOf('Una Fairlock'),
    [40, 110, 'Contact', HEADING],
    [52, 128, above],
    [42, 141, below],
    [40, 180, 'Skills', HEADING],
    [40, 198, 'Forklift, Reach truck'],
  ];
  expect(parse(pdfDocument(page)).basics.location?.city).toBe(town);
});

const cityOf = (address: string): string | undefined =>
  parse(`Una Fairlock\nuna.fairlock@example.org\n${address}\n\nSKILLS\nForklift`).basics.location?.city;

it.each([
  ['a country that is a town', '12 Sembilan Rise, #04-21, Singapore 556123', 'Singapore'],
  ['a town before its district', 'Manchester M14', 'Manchester'],
  ['a town that no list knows before the letters of its state', 'Wattlefold VIC, Australia', 'Wattlefold'],
  ['a town behind its province', '江苏省苏州市工业园区清河街12号', '苏州市'],
  ['a town alone before its streets', '杭州市西湖区文一路12号', '杭州市'],
  [
    'the one of a suburb and its city that the code of six digits stands beside',
    '7/22 Kamara Street, Ambattur, Chennai - 600053',
    'Chennai',
  ],
  ['a city before its district, in one word', '成都武侯区', '成都'],
  ['a city before its district, in two words', '부산 해운대구', '부산'],
  ['a city that the gazetteer calls by less', 'Brgy. San Isidro, Jaro, Iloilo City', 'Iloilo City'],
  ['a town behind a label whose colon stands apart', 'Address  : Lidgate Lane 14, 767 01 Kroměříž', 'Kroměříž'],
  ['a capital that is a province', '東京都新宿区西新宿2-8-1', '東京'],
  ['a town behind its region without a comma', 'Niedersachsen Göttingen DE', 'Göttingen'],
  ['a town behind its region without a space', 'West JavaBogorID', 'Bogor'],
  ['a town behind its province in signs, before letters', '江苏苏州CN', '苏州'],
  ['a town of several words before the letters of its country', 'Frankfurt am Main DE', 'Frankfurt am Main'],
])('The town of an address is found: %s', (_, address, city) => {
  expect(cityOf(address)).toBe(city);
});

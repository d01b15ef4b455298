/** Fills `{slot}`s with invented people, firms and figures in the taste of a language. */
import type { Random } from '../unseen/random.ts';

type Slots = Record<string, readonly string[]>;

const COMMON: Slots = {
  first: ['Anna', 'Tomas', 'Iris', 'Bruno', 'Vera', 'Noel', 'Clara', 'Hugo'],
  surname: ['Brandner', 'Okonjo', 'Lindqvist', 'Moreau', 'Valdes', 'Pereira', 'Kolb', 'Ricci', 'Visser', 'Zielony'],
  firm: [
    'Nordkai GmbH',
    'Birchwater Ltd',
    'Calder & Pine Inc.',
    'Atelier Lumen SARL',
    'Talleres Sombra S.L.',
    'Oficina Clara Lda',
    'Officine Brera S.r.l.',
    'Molenzicht B.V.',
    'Zorza Sp. z o.o.',
  ],
  school: [
    'University of Eastmere',
    'Hochschule Nordufer',
    'Université de Clairval',
    'Universidad de Montealto',
    'Politechnika Zachodnia',
  ],
  skill: [
    'Excel',
    'Kubernetes',
    'SAP',
    'AutoCAD',
    'Python',
    'patient care',
    'Photoshop',
    'forklift driving',
    'bookkeeping',
    'welding',
    'SQL',
  ],
  job: [
    'Project Manager',
    'Staff Nurse',
    'Software Engineer',
    'Accountant',
    'Electrician',
    'Data Analyst',
    'Sous Chef',
    'Sales Manager',
  ],
  jobzh: ['项目经理', '软件工程师', '会计', '护士'],
  jobja: ['営業職', 'ソフトウェアエンジニア', '看護師', '経理担当'],
  namezh: ['林晓雨', '周文博', '陈思远', '何佳宁'],
  nameja: ['森田 遥', '高橋 直人', '石井 美咲', '岡本 健'],
  street: ['12 Mill Lane', 'Uferweg 8', '3 rue du Port', 'Calle Mayor 21', 'Via Verdi 4', 'Kade 17', 'ul. Lipowa 5'],
  city: ['Leeds', 'Bremen', 'Nantes', 'Valencia', 'Porto', 'Bologna', 'Utrecht', 'Gdynia', 'Denver', 'Calgary'],
};

const PHONES = ['+44 20 7946 0{}', '(212) 555-01{}', '+49 30 5550 1{}', '+33 1 55 50 01 {}', '+34 955 501 1{}'];

function oneSlot(slot: string, random: Random, fill: (slot: string) => string): string {
  const digits = (n: number): string => Array.from({ length: n }, () => Math.floor(random.next() * 10)).join('');
  switch (slot) {
    case 'name':
      return `${fill('first')} ${fill('surname')}`;
    case 'email':
      return `${fill('first').toLowerCase()}.${fill('surname').toLowerCase()}@example.${random.pick(['com', 'org', 'net'])}`;
    case 'phone':
      return random.pick(PHONES).replace('{}', `${1 + Math.floor(random.next() * 9)}${digits(1)}`);
    case 'amount':
      return random.pick([
        `€ ${digits(2)}.00`,
        `1${digits(3)},50 EUR`,
        `$${1 + Math.floor(random.next() * 8)}${digits(2)}.00`,
        `£4${digits(1)},000`,
      ]);
    case 'number':
      return `${random.pick(['2024-', 'R', '', 'No. '])}${digits(5)}`;
    case 'account':
      return `DE00 ${digits(4)} ${digits(4)} ${digits(4)}`;
    case 'date':
      return random.pick([
        `1${digits(1).replace(/9/, '2')}.03.2024`,
        '5 May 2023',
        '2025-02-11',
        '11/2022',
        '3 juin 2024',
        '14.09.2021',
      ]);
    default:
      return random.pick(COMMON[slot] ?? [`{${slot}}`]);
  }
}

export function fillSlots(text: string, random: Random): string {
  const fill = (slot: string): string => oneSlot(slot, random, fill);
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => fill(slot));
}

import type { Role } from '@buurtstem/shared-domain';
import { DEMO_ADDRESS } from './addresses';
import type { Dice } from './scenes/pencil';

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role | 'resident';
  /** Has not shown yet where they live. */
  readonly isNewHere?: boolean;
  /** For the list that the start prints. */
  readonly whatFor: string;
}

/** Whom one can be in the demo: type the address, and read the code in the mailbox page. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    email: 'laura@voorbeeld.example',
    name: 'Laura de Wit',
    role: 'resident',
    whatFor: `resident who has not voted yet, and has yet to show where she lives (${DEMO_ADDRESS.postcode}, number ${DEMO_ADDRESS.houseNumber})`,
    isNewHere: true,
  },
  {
    email: 'amina@voorbeeld.example',
    name: 'Amina Bouzid',
    role: 'resident',
    whatFor: 'resident who votes, and submitted a plan',
  },
  {
    email: 'charlie@voorbeeld.example',
    name: 'Charlie Vermeer',
    role: 'resident',
    whatFor: 'submitter of the plan that leads',
  },
  { email: 'samira@voorbeeld.example', name: 'Samira Kaya', role: 'moderator', whatFor: 'moderator' },
  {
    email: 'yusuf@voorbeeld.example',
    name: 'Yusuf Demir',
    role: 'moderator',
    whatFor: 'moderator, the colleague who decides on appeals',
  },
  {
    email: 'marijke@voorbeeld.example',
    name: 'Marijke de Graaf',
    role: 'committee-member',
    whatFor: 'member of the district committee',
  },
  {
    email: 'peter@voorbeeld.example',
    name: 'Peter van Rijn',
    role: 'official',
    whatFor: 'official who writes to the committee about a plan',
  },
  { email: 'bram@voorbeeld.example', name: 'Bram Visser', role: 'clerk', whatFor: 'clerk of the committee' },
  {
    email: 'nadia@voorbeeld.example',
    name: 'Nadia Haddou',
    role: 'clerk',
    whatFor: 'clerk, the colleague who decides with Bram',
  },
  {
    email: 'noor@voorbeeld.example',
    name: 'Noor Timmer',
    role: 'editor',
    whatFor: 'editor who writes the pages about the site',
  },
  {
    email: 'ingrid@voorbeeld.example',
    name: 'Ingrid Mulder',
    role: 'administrator',
    whatFor: 'administrator',
  },
];

const FIRST = [
  'Aisha',
  'Anna',
  'Ayse',
  'Bart',
  'Bas',
  'Carla',
  'Chantal',
  'Chen',
  'Daan',
  'Daniëlle',
  'Elif',
  'Emma',
  'Eva',
  'Fatima',
  'Femke',
  'Finn',
  'Gijs',
  'Hans',
  'Harold',
  'Ilse',
  'Imane',
  'Ivan',
  'Jan',
  'Jasmijn',
  'Johan',
  'Julia',
  'Karim',
  'Kees',
  'Khadija',
  'Lars',
  'Leila',
  'Lisa',
  'Luuk',
  'Maria',
  'Mark',
  'Mehmet',
  'Mila',
  'Mo',
  'Naomi',
  'Nina',
  'Omar',
  'Peter',
  'Priya',
  'Rosa',
  'Ruben',
  'Sara',
  'Sven',
  'Thea',
  'Thijs',
  'Tom',
  'Ulrike',
  'Vera',
  'Xavi',
  'Yara',
  'Zeynep',
] as const;
const LAST = [
  'Aksoy',
  'Amrani',
  'Appelman',
  'Baars',
  'Bakker',
  'van den Berg',
  'Bos',
  'Bouali',
  'de Bruin',
  'Chen',
  'Cruz',
  'Dijkstra',
  'van Dijk',
  'Evers',
  'Ferreira',
  'de Graaf',
  'Haan',
  'Hendriks',
  'Jacobs',
  'Janssen',
  'de Jong',
  'Kamara',
  'Khan',
  'Koster',
  'Kowalski',
  'Kramer',
  'van Leeuwen',
  'Maas',
  'Martina',
  'Meijer',
  'Mohamed',
  'Mulder',
  'Nguyen',
  'Özdemir',
  'Peters',
  'Pinas',
  'Postma',
  'Ramdin',
  'de Ruiter',
  'Sanders',
  'Schipper',
  'Silva',
  'Smit',
  'Tahiri',
  'Tol',
  'Veenstra',
  'Verhoeven',
  'Visser',
  'Vos',
  'de Vries',
  'Wouters',
  'Yılmaz',
  'Zijlstra',
] as const;

/** Names of invented residents; some are the same, as in a real town. */
export function inventNames(dice: Dice, count: number): string[] {
  return Array.from({ length: count }, () => `${dice.pick(FIRST)} ${dice.pick(LAST)}`);
}

/** An address of the reserved domain that nobody can own, one per person. */
export function addressOf(name: string, number: number): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^a-zA-Z ]/g, '')
    .toLowerCase()
    .trim()
    .replace(/ +/g, '.');
  return `${plain}.${number}@voorbeeld.example`;
}

import type { ReasonCode } from '@buurtstem/discussion-domain';

/** A reply under an argument of the story; plans and arguments are named by how they begin. */
export interface ReplyStory {
  readonly plan: string;
  readonly to: string;
  /** Null: the submitter of the plan. */
  readonly by: string | null;
  readonly text: string;
}

export const REPLIES: readonly ReplyStory[] = [
  {
    plan: 'Een waterspeelplek',
    to: 'Vorig jaar mochten wij',
    by: null,
    text: 'Goed dat u dit noemt. Het water gaat rond en wordt steeds schoongemaakt. Er gaat weinig verloren.',
  },
  {
    plan: 'Een waterspeelplek',
    to: 'Denk aan de mensen',
    by: null,
    text: 'De kraan gaat om acht uur ’s avonds dicht. Dat zet ik in mijn verhaal voor de commissie.',
  },
  {
    plan: 'Een waterspeelplek',
    to: 'In de zomer staan',
    by: 'Amina Bouzid',
    text: 'Ja, en dan glijdt er steeds iemand uit over die emmers.',
  },
  {
    plan: 'Buurthuis De Loods',
    to: 'De vrijwilligers zijn',
    by: null,
    text: 'Er staan nu elf namen op de lijst. Wie ziek is, belt de volgende.',
  },
  {
    plan: 'Rijd 30',
    to: 'Zonder controle',
    by: null,
    text: 'Daarom vraag ik ook om drempels. Die controleren zichzelf.',
  },
  {
    plan: 'Een speeltuin waar ook',
    to: 'Houd ook een stuk',
    by: null,
    text: 'Doen we. Aan de kant van de heg komt een zandbak.',
  },
  {
    plan: 'Laat de bus',
    to: 'Het busbedrijf bepaalt',
    by: null,
    text: 'Het stadsdeel praat elk jaar met het busbedrijf. Daar kan dit op tafel.',
  },
  {
    plan: 'Meer licht op het pad',
    to: 'In het park leven uilen',
    by: null,
    text: 'De lampen gaan alleen aan als er iemand loopt. Verder blijft het donker.',
  },
];

/** What the committee says of a plan, so many days before now. */
export interface StatementStory {
  readonly plan: string;
  readonly by: 'Marijke de Graaf' | 'Samira Kaya';
  readonly daysAgo: number;
  readonly text: string;
}

export const STATEMENTS: readonly StatementStory[] = [
  {
    plan: 'Een waterspeelplek',
    by: 'Marijke de Graaf',
    daysAgo: 9,
    text: 'De commissie is bij het plein gaan kijken. Wij vroegen het waterbedrijf wat een plek als deze kost. Het antwoord komt hier te staan.',
  },
  {
    plan: 'Een waterspeelplek',
    by: 'Marijke de Graaf',
    daysAgo: 3,
    text: 'Het waterbedrijf denkt aan 85.000 euro, en 4.000 euro per jaar voor het schoonmaken. Wij nemen dat mee als dit plan wint.',
  },
  {
    plan: 'Geen auto’s in de Sluisstraat',
    by: 'Samira Kaya',
    daysAgo: 4,
    text: 'Het gesprek hieronder werd scherp. Schrijf over de straat en niet over de mensen die er wonen. Dan blijft iedereen welkom.',
  },
];

export interface ReportStory {
  readonly reason: ReasonCode;
  readonly note?: string;
  /** A visitor has no account. */
  readonly by: 'visitor' | 'resident';
}

/** Something that should not have been written, who reported it, and what was decided, if it was. */
export interface OffenceStory {
  readonly plan: string;
  readonly side: 'for' | 'against';
  readonly body: string;
  readonly daysAgo: number;
  readonly reports: readonly ReportStory[];
  readonly verdict?: {
    readonly verdict: 'hide' | 'redact' | 'keep';
    readonly reason?: ReasonCode;
    readonly message?: string;
    /** What is taken out. */
    readonly without?: string;
    /** What the author wrote against it. */
    readonly appeal?: string;
    /** What a colleague decided on that; none yet where it still waits. */
    readonly restored?: string;
  };
}

export const OFFENCES: readonly OffenceStory[] = [
  {
    plan: 'Geen auto’s in de Sluisstraat',
    side: 'against',
    body: 'Die familie op nummer 14 parkeert altijd drie auto’s op de stoep. Bel ze maar eens: 06 12 34 56 78. Dan weten ze het meteen.',
    daysAgo: 1.2,
    reports: [
      { reason: 'personal-data', by: 'resident' },
      { reason: 'personal-data', note: 'Er staat een telefoonnummer in van mijn buren.', by: 'visitor' },
      { reason: 'personal-data', by: 'resident' },
    ],
  },
  {
    plan: 'Fietsen horen niet op de stoep',
    side: 'against',
    body: 'Wie dit bedenkt, is niet goed bij zijn hoofd. Ga toch ergens anders zeuren met je rollator.',
    daysAgo: 6.1,
    reports: [{ reason: 'insult-or-discrimination', by: 'resident' }],
  },
  {
    plan: 'Samen eten',
    side: 'for',
    body: 'Mooi plan. Wilt u ook een nieuwe keuken? Kijk op www.keukens-voor-u.example en www.keukens-met-korting.example voor onze actie.',
    daysAgo: 3.4,
    reports: [{ reason: 'advertising', by: 'visitor' }],
  },
  {
    plan: 'Meer bomen in de Kadestraat',
    side: 'for',
    body: 'Bomen zijn fijn, maar het gaat mij nu om de hondenpoep. Daar doet hier niemand iets aan.',
    daysAgo: 0.2,
    reports: [{ reason: 'irrelevant', by: 'resident' }],
  },
  {
    plan: 'Laat de bus',
    side: 'against',
    body: 'Bus 21 is toch altijd leeg. Wie zo laat werkt, neemt maar een fiets of zoekt ander werk.',
    daysAgo: 8,
    reports: [
      {
        reason: 'insult-or-discrimination',
        note: 'Ik werk in het ziekenhuis. Dit doet pijn.',
        by: 'resident',
      },
    ],
    verdict: { verdict: 'keep' },
  },
  {
    plan: 'Sluit de Havenweg',
    side: 'for',
    body: 'De vrachtwagen met kenteken VX-45-TR rijdt elke nacht om vier uur langs. Altijd met open raam en harde muziek.',
    daysAgo: 7,
    reports: [{ reason: 'personal-data', by: 'resident' }],
    verdict: {
      verdict: 'redact',
      reason: 'personal-data',
      message:
        'Wij haalden het kenteken weg uit uw reactie. Daarmee kan iemand gevonden worden. De rest van uw tekst staat er nog.',
      without: 'VX-45-TR',
    },
  },
  {
    plan: 'Een buurtmoestuin',
    side: 'against',
    body: 'In onze eigen straat is al een tuin en die ligt er slordig bij. Maak eerst die eens netjes, zou ik zeggen.',
    daysAgo: 11,
    reports: [{ reason: 'irrelevant', by: 'visitor' }],
    verdict: {
      verdict: 'hide',
      reason: 'irrelevant',
      message: 'Uw reactie gaat over een andere tuin. Daarom staat zij niet meer bij dit plan.',
      appeal:
        'Ik vind dat dit wel over het plan gaat. Als één tuin al te veel werk is, wie doet dan de tweede?',
      restored: 'U hebt gelijk. Wie de tuin onderhoudt, hoort bij dit plan. Uw reactie staat er weer.',
    },
  },
  {
    plan: 'Een pluktuin met fruitbomen',
    side: 'for',
    body: 'Ik snoei fruitbomen voor 45 euro per boom, ook bij u thuis. Bel of mail mij gerust, dan kom ik langs.',
    daysAgo: 5,
    reports: [{ reason: 'advertising', by: 'resident' }],
    verdict: {
      verdict: 'hide',
      reason: 'advertising',
      message:
        'In uw reactie biedt u werk aan voor geld. Reclame mag hier niet. U mag uw punt wel opnieuw plaatsen.',
      appeal:
        'Ik bood mijn hulp aan voor de pluktuin zelf. Dat doe ik gratis, dat had ik erbij moeten zetten.',
    },
  },
];

/** Words that a moderator of the demo wants to see marked. */
export const WATCH_WORDS: readonly string[] = ['idioot', 'tuig', 'gratis actie', 'whatsapp'];

/** Two plans that are alike; a moderator asked both submitters. */
export const MERGE = {
  duplicate: 'Een buurtmoestuin naast de molen',
  target: 'Een pluktuin met fruitbomen',
  message:
    'Uw plannen lijken op elkaar: samen groente en fruit kweken bij de molen. Samen krijgt u misschien meer stemmen. Wilt u er één plan van maken?',
} as const;

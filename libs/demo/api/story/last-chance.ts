import type { ProposalStory } from './story';

/** Open, in their last round. */
export const LAST_CHANCE: readonly ProposalStory[] = [
  {
    title: 'Bankjes langs het Molenpad, elke honderd meter één',
    summary:
      'Wie slecht loopt, durft het Molenpad niet meer op. Met bankjes kan iedereen weer naar het water.',
    body: 'Het Molenpad is twee kilometer lang en er staat geen enkele bank. Mijn moeder van 81 durft daarom niet meer te gaan. Zij is bang dat zij halverwege niet verder kan.\n\nZet elke honderd meter een bank, met een leuning en een armsteun. Kies hout dat lang meegaat. De buurt wil zelf de banken schilderen. Zo wordt het pad weer van iedereen.',
    neighbourhood: 'molenwijk',
    submitter: 'Amina Bouzid',
    picture: {
      scene: 'waterside',
      season: 'spring',
      daytime: 'day',
      alt: 'Twee mensen zitten op een bank aan het water, naast een hond',
    },
    entersRound: 5,
    votes: [
      [47, 2],
      [92, 5],
      [128, 6],
    ],
    forIt: [
      'Ik ben 78 en loop met een rollator. Met een bank durf ik weer te gaan.',
      'Ook fijn voor ouders die met een baby wandelen.',
      'Het pad is prachtig, maar nu is er nergens een plek om te kijken.',
    ],
    againstIt: ['Zet er dan ook prullenbakken bij, anders ligt het vol afval.'],
    note: 'De fysiotherapeut in de wijk heeft de goede hoogte van de banken doorgegeven: 48 centimeter.',
  },
  {
    title: 'Veilig oversteken bij de Sluisbrug',
    summary:
      'Elke ochtend steken 200 kinderen hier over tussen de auto’s. Een zebrapad en een drempel maken het veilig.',
    body: 'Ik breng mijn dochter elke dag naar De Vlier. Bij de Sluisbrug rijden auto’s hard van de helling af. Zij zien ons pas op het laatst. In een half jaar waren er vier bijna-ongelukken.\n\nMijn plan heeft drie delen. Een zebrapad aan de kant van de school. Een drempel aan beide kanten van de brug. En een lamp boven het pad, want in de winter is het om half negen nog donker.',
    neighbourhood: 'sluiskwartier',
    submitter: 'Joris Bakker',
    picture: {
      scene: 'crossing',
      season: 'autumn',
      daytime: 'morning',
      alt: 'Ouders en kinderen steken over op een zebrapad, auto’s wachten',
    },
    entersRound: 5,
    votes: [
      [38, 4],
      [71, 7],
      [97, 9],
    ],
    forIt: [
      'Mijn zoon van negen durft hier niet alleen te fietsen. Met een zebrapad kan hij zelf naar school.',
      'Ik ben 78 en loop met een rollator. Nu wacht ik soms vijf minuten voor ik over kan.',
    ],
    againstIt: [
      'Drempels op de brug geven trillingen in de oude huizen ernaast. Doe liever alleen het zebrapad en het licht.',
      'Het verkeer gaat dan door de Kadestraat. Daar spelen ook kinderen.',
    ],
    note: 'De school heeft geteld: tussen 8.00 en 8.45 uur steken 214 kinderen over.',
  },
  {
    title: 'Geen auto’s in de Sluisstraat op zaterdag',
    summary: 'Maak van de Sluisstraat elke zaterdag een straat om te lopen, te spelen en iets te drinken.',
    body: 'Op zaterdag is de Sluisstraat een lange file. Niemand vindt een plek en iedereen toetert. Doe de straat van tien tot zes dicht voor auto’s. Winkels zetten een tafel buiten en kinderen hebben de ruimte.\n\nBewoners krijgen een pasje, zodat zij hun huis kunnen bereiken. Begin met acht zaterdagen en vraag daarna wat iedereen ervan vond.',
    neighbourhood: 'sluiskwartier',
    submitter: 'Lotte Willems',
    picture: {
      scene: 'partyStreet',
      season: 'summer',
      daytime: 'day',
      alt: 'Een straat met vlaggetjes, een kraam en spelende kinderen',
    },
    entersRound: 5,
    votes: [
      [51, 43],
      [78, 70],
      [96, 88],
    ],
    forIt: [
      'In de zomer van het straatfeest was mijn omzet juist hoger dan anders.',
      'Eindelijk kan ik met de kinderwagen door de straat.',
    ],
    againstIt: [
      'Mijn klanten halen zware spullen op. Zonder auto komen zij niet meer.',
      'De auto’s verdwijnen niet. Zij gaan dan door onze straat.',
    ],
  },
  {
    title: 'Een ruilkast voor boeken op het Lindeplein',
    summary: 'Neem een boek mee en zet er een terug. Een kast met een dakje, voor klein en groot.',
    body: 'Bij ons thuis staan boeken die niemand meer leest. In een ruilkast krijgen zij een nieuw leven. Op het Lindeplein komt iedereen langs, dus daar is een goede plek. De timmerman van nummer 14 bouwt de kast. Twee buren ruimen hem elke week op. De gemeente hoeft alleen toestemming te geven en een fundering te leggen.',
    neighbourhood: 'parkbuurt',
    submitter: 'Ingeborg de Groot',
    picture: {
      scene: 'bookCupboard',
      season: 'spring',
      daytime: 'day',
      alt: 'Een houten kast met boeken op een paal in het park',
    },
    entersRound: 5,
    votes: [
      [14, 1],
      [29, 2],
      [41, 2],
    ],
    forIt: ['Mijn kleinkinderen kunnen dan elke week een ander prentenboek kiezen.'],
    againstIt: ['Boeken worden nat en dan ruikt het. Zorg voor een deur die goed sluit.'],
  },
  {
    title: 'Fietsen horen niet op de stoep bij het station',
    summary: 'Honderden fietsen blokkeren de stoep. Maak meer plek binnen en houd de stoep vrij.',
    body: 'Wie met een kinderwagen of rolstoel naar het station gaat, komt er niet door. De stoep staat vol fietsen. Binnen is wel plek, maar dat weten veel mensen niet. Zet borden neer, maak het eerste uur gratis en haal fietsen op de stoep elke dag weg. Dan kan iedereen er weer langs.',
    neighbourhood: 'stationskwartier',
    submitter: 'Bas Schouten',
    picture: {
      scene: 'bicycleParking',
      season: 'autumn',
      daytime: 'day',
      alt: 'Rijen fietsen voor een station met een klok',
    },
    entersRound: 5,
    votes: [
      [33, 9],
      [54, 15],
      [73, 19],
    ],
    forIt: ['Ik zit in een rolstoel en moet nu over de rijbaan. Dat is levensgevaarlijk.'],
    againstIt: ['Binnen parkeren kost mij tien minuten extra. Dan mis ik mijn trein.'],
  },
  {
    title: 'Meer bomen in de Kadestraat',
    summary: 'De Kadestraat is de warmste straat van het stadsdeel. Veertig bomen geven schaduw.',
    body: 'Vorige zomer was het in de Kadestraat 43 graden. Er staat geen enkele boom. Oudere bewoners konden dagen niet naar buiten. Ik heb met een tuinman gekeken waar een boom past. Er is plek voor veertig bomen, zonder dat er kabels in de weg liggen.\n\nKies soorten die weinig water nodig hebben. Bewoners willen in droge weken zelf water geven.',
    neighbourhood: 'sluiskwartier',
    submitter: 'Daniëlle Smit',
    picture: {
      scene: 'avenue',
      season: 'summer',
      daytime: 'day',
      alt: 'Een straat met aan beide kanten grote groene bomen',
    },
    entersRound: 5,
    votes: [
      [45, 5],
      [76, 9],
      [117, 13],
    ],
    forIt: [
      'In mijn slaapkamer is het in juli ondraaglijk. Elke boom helpt.',
      'Bomen vangen ook fijnstof van de weg. Goed voor onze longen.',
    ],
    againstIt: ['In de herfst liggen de bladeren in de goot. Dan loopt mijn kelder onder.'],
    note: 'Negentien bewoners hebben beloofd om water te geven in droge weken.',
  },
];

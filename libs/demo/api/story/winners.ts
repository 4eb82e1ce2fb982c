import type { ProposalStory } from './story';

/** What won, in the order of the rounds; in the third round nothing reached the threshold. */
export const WINNERS: readonly ProposalStory[] = [
  {
    title: 'Meer licht in de fietstunnel onder het spoor',
    summary: 'De fietstunnel is donker en voelt niet veilig. Met goede lampen durft iedereen er weer door.',
    body: 'Elke avond fiets ik door de tunnel onder het spoor. Van de acht lampen doen er nog drie het. Je ziet niet wie er aankomt. Mijn dochter fietst daarom een kwartier om.\n\nIk vraag om nieuwe ledlampen over de hele lengte. Laat een kunstenaar uit de wijk de muren schilderen. Dan wordt de tunnel een plek waar je graag doorheen gaat.',
    neighbourhood: 'stationskwartier',
    submitter: 'Yusuf Demir',
    picture: {
      scene: 'tunnel',
      season: 'winter',
      daytime: 'evening',
      alt: 'Twee fietsers in een verlichte tunnel onder het spoor',
    },
    entersRound: 1,
    votes: [[168, 9]],
    forIt: [
      'Na mijn late dienst loop ik hier met kloppend hart. Licht helpt meteen.',
      'Ook voor kinderen die van training komen is dit belangrijk.',
    ],
    againstIt: ['Let op de vleermuizen in het plafond. Kies lampen die daar rekening mee houden.'],
    note: 'De wijkagent heeft laten weten dat zij dit plan steunt.',
  },
  {
    title: 'Een moestuin op het dak van de parkeergarage',
    summary: 'Het bovenste dek van de garage staat altijd leeg. Maak er een moestuin van voor de hele wijk.',
    body: 'Op het bovenste dek van de parkeergarage staat bijna nooit een auto. Het is er zonnig en er is water. Wij willen er zestig bakken neerzetten. Bewoners kweken er groente en kruiden.\n\nScholen kunnen er les geven. Wie geen tuin heeft, heeft dan toch een plek om te tuinieren. Een groep van twintig buren zorgt voor het water geven en opruimen.',
    neighbourhood: 'stationskwartier',
    submitter: 'Marieke Postma',
    picture: {
      scene: 'roofGarden',
      season: 'summer',
      daytime: 'day',
      alt: 'Houten bakken met groente en bloemen op een dak, met uitzicht over de stad',
    },
    entersRound: 1,
    votes: [
      [84, 7],
      [142, 11],
    ],
    forIt: [
      'Ik woon op vier hoog en mis een tuin. Ik help graag mee.',
      'Groen op het dak maakt de wijk in de zomer ook koeler.',
      'Zo leren kinderen waar hun eten vandaan komt.',
    ],
    againstIt: ['Kan het dak al die natte aarde wel dragen? Laat dat eerst uitzoeken.'],
    note: 'De beheerder van de garage denkt mee. Er is een kraan die wij mogen gebruiken.',
  },
  {
    title: 'Gratis parkeren voor bezoek in het hele stadsdeel',
    summary:
      'Bezoek betaalt nu veel om te parkeren. Geef elk huishouden gratis uren, zodat familie blijft komen.',
    body: 'Mijn moeder komt elke week op de kinderen passen. Zij betaalt dan twaalf euro om te parkeren. Veel ouderen krijgen minder bezoek omdat het te duur is.\n\nGeef elk huishouden dertig uur gratis parkeren per maand. Dat kan met een code op de telefoon of een kaart. Zo wordt niemand eenzaam door een parkeermeter.',
    neighbourhood: null,
    submitter: 'Ronald Kuipers',
    picture: {
      scene: 'quietStreet',
      season: 'spring',
      daytime: 'day',
      alt: 'Een straat met een geparkeerde auto en huizen in de zon',
    },
    entersRound: 3,
    votes: [
      [91, 44],
      [156, 83],
    ],
    forIt: [
      'Mijn thuiszorg en mijn zoon betalen nu allebei. Dat is niet eerlijk.',
      'Dertig uur per maand is redelijk. Zo voorkom je misbruik.',
    ],
    againstIt: [
      'Dan staan de straten weer vol auto’s van buiten de wijk.',
      'Er is al een regeling voor mantelzorgers. Maak die liever beter bekend.',
    ],
  },
  {
    title: 'Een zitplek aan het water bij de Loswal',
    summary: 'Maak van de oude Loswal een plek om te zitten en te zwemmen, met een steiger en een trap.',
    body: 'De Loswal is nu een kaal stuk beton met een hek. In de zomer springen jongeren er toch al in het water. Dat is gevaarlijk, want er is geen trap om eruit te komen.\n\nMaak een houten steiger met een zwemtrap en een ondiep deel. Zet er banken neer en plant drie bomen voor schaduw. Dan hebben jong en oud een fijne plek aan het water.',
    neighbourhood: 'havenrand',
    submitter: 'Esra Yildirim',
    picture: {
      scene: 'waterside',
      season: 'summer',
      daytime: 'evening',
      alt: 'Mensen op een bank onder een wilg, met zicht op het water',
    },
    entersRound: 4,
    votes: [
      [97, 12],
      [171, 24],
    ],
    forIt: [
      'Nu is er in onze wijk geen enkele plek om af te koelen.',
      'Een trap kan een leven redden. Dat alleen al is het waard.',
    ],
    againstIt: ['Ik ben bang voor lawaai tot laat in de avond. Maak er duidelijke tijden voor.'],
    note: 'Wij hebben met de havenmeester gesproken. Zwemmen kan aan de noordkant veilig.',
  },
  {
    title: 'Een groen schoolplein dat altijd open is',
    summary: 'Het plein van De Vlier is van steen en na school op slot. Maak het groen en laat het hek open.',
    body: 'Het schoolplein van De Vlier bestaat uit tegels. In juni wordt het er veertig graden. Om vier uur gaat het hek op slot, terwijl er in de buurt geen speelplek is.\n\nWij willen bomen, gras, een waterpomp en een heuvel om op te klimmen. En wij willen dat het plein tot acht uur ’s avonds open is. Ouders en buren sluiten om de beurt af. De school en 140 gezinnen doen mee.',
    neighbourhood: 'sluiskwartier',
    submitter: 'Noor El Amrani',
    picture: {
      scene: 'schoolyard',
      season: 'spring',
      daytime: 'day',
      alt: 'Kinderen spelen op een groen schoolplein met een heuvel en klimpalen',
    },
    entersRound: 5,
    votes: [
      [93, 6],
      [214, 17],
    ],
    forIt: [
      'Eindelijk een plek waar kinderen na school buiten kunnen zijn.',
      'Minder tegels betekent ook minder water in onze kelders bij een bui.',
      'Ik heb geen kinderen, maar ik kom graag op een bank in het groen zitten.',
    ],
    againstIt: [
      'Wie ruimt het glas op als hangjongeren het plein gebruiken?',
      'De buren aan de achterkant willen wel rust na zeven uur.',
    ],
    note: 'De gymleraar heeft met groep acht een tekening op schaal gemaakt. Die hangt in de hal.',
  },
];

/** What stands on every agenda of the committee around the winners. */
export const OPENING = { title: 'Opening en mededelingen', minutes: 5 } as const;
export const CLOSING = { title: 'Rondvraag en sluiting', minutes: 15 } as const;

/** Whom to call about a meeting; in no telephone book. */
export const CONTACT = 'Bram Visser, griffie, 088 123 45 67';

/** What the official says of the winner that the committee talks about next. */
export const CONTEXT_NOTE = {
  plan: 'Een groen schoolplein',
  by: 'Peter van Rijn',
  text: 'Het plein is van de school. De gemeente mag er tegels weghalen als de school dat goed vindt. De school heeft ja gezegd.\n\nHet beheer in de avond kost ongeveer € 18.000 per jaar. Dat kan uit het geld voor groen in de buurt. De bomen en de heuvel kosten één keer € 65.000.\n\nDe brandweer wil dat de poort breed genoeg blijft. Met de tekening van groep acht lukt dat.',
} as const;

/** What its submitter answered to the invitation. */
export const ANSWER = {
  answer: 'accept',
  delegateName: '',
  needs: 'Ik wil een tekening laten zien. Is er een scherm?',
} as const;

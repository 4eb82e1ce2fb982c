/** What people write under many plans; each plan gets a few of these, never the same one twice. */
export const SMALL_TALK = {
  for: [
    'Dit mist de buurt al jaren. Fijn dat iemand het opschrijft.',
    'Ik heb het met mijn buren besproken. Wij stemmen met de hele trap voor.',
    'Klein plan, groot plezier. Dit kan volgend jaar al klaar zijn.',
    'Ik woon hier dertig jaar en vind dit het beste plan tot nu toe.',
    'Goed dat er ook aan mensen is gedacht die slecht ter been zijn.',
    'Dit kost weinig en iedereen heeft er iets aan. Doen!',
    'Ik wil graag helpen. Zet mij maar op de lijst van vrijwilligers.',
    'Mijn kinderen vroegen of ik hiervoor wilde stemmen. Bij dezen.',
    'In de wijk van mijn zus is dit er al. Daar werkt het heel goed.',
    'Eindelijk een plan waar jong en oud samen iets aan hebben.',
  ],
  against: [
    'Goed bedoeld, maar wie onderhoudt het over vijf jaar?',
    'Er is al zo weinig plek. Ik zou het geld liever aan de straten geven.',
    'Ik mis wat het kost. Zonder bedrag kan ik niet kiezen.',
    'Vraag eerst de mensen die er het dichtst bij wonen.',
    'Het idee is mooi, maar de plek is niet goed gekozen.',
    'Bij ons in de straat is iets dergelijks mislukt. Leer daar eerst van.',
  ],
} as const;

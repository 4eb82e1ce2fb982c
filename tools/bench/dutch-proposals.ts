// Invented proposals in Dutch for a bench, the same every time: titles as residents write them (a base of real ones
// makes half of them, where there is one), with words that are common ("buurt", "straat") and words that are rare.

export interface InventedProposal {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
}

const WISHES = [
  'Meer',
  'Nieuwe',
  'Betere',
  'Wij willen',
  'Plaats',
  'Eindelijk',
  'Veilige',
  'Groene',
  'Schone',
  'Gratis',
  'Geen overlast meer van',
  'Geld voor',
];
const THINGS =
  'bankjes|bloembakken|bomen|fietsenrekken|fietsenstallingen|speeltoestellen|een speeltuin|een speeltuintje|zebrapaden|een zebrapad|drempels|prullenbakken|ondergrondse containers|een buurthuis|een buurtkamer|een buurtmoestuin|moestuinbakken|geveltuinen|een groen dak|groene daken|zonnepanelen|laadpalen|deelfietsen|deelauto’s|een trapveldje|een voetbalkooi|een basketbalveld|een skatebaan|een jeu-de-boulesbaan|een schaaktafel|een waterspeelplaats|een watertappunt|een openbaar toilet|een wc|lantaarnpalen|betere verlichting|een buurtfeest|een straatfeest|een rommelmarkt|een ruilkast|een boekenkast|minibiebjes|een repaircafé|huiswerkbegeleiding|taallessen|zwemles|sportlessen voor ouderen|een eettafel voor eenzame buren|een kookcafé|een insectenhotel|bijenkasten|nestkasten|een wormenhotel|een vlindertuin|een pluktuin|een boomgaard|fruitbomen|een regenton|wadi’s|minder tegels|een hondenveldje|hondenpoepzakjes|minder duivenpoep|minder rattenoverlast|een wijkagent|een jongerenwerker|een jongerencentrum|een hangplek|een AED|een aanrijdbeveiliging|een snelheidsmeter|een flitspaal|een knip voor auto’s|eenrichtingsverkeer|parkeerplaatsen|minder parkeerplaatsen|autodelen|een fietsstraat|een breder fietspad|een stoep zonder gaten|een rolstoelpad|een lift bij de brug|een bankje in de zon|een muurschildering|kunst op de elektriciteitskastjes|een openluchtbioscoop|een podium|muziek in het park|een kerstboom|een ijsbaan|een buurtkrant|een buurtapp|een weggeefwinkel|een voedselbank|een klusdienst|een naaiatelier'.split(
    '|',
  );
const PLACES =
  'in de buurt|in onze buurt|in de straat|in onze straat|op het plein|in het park|bij de school|bij het station|langs het water|langs de gracht|bij de speeltuin|voor het winkelcentrum|bij de bushalte|op de hoek|rond de kerk|bij het zwembad|onder het viaduct|op de kade|achter de flats|bij het verzorgingshuis'.split(
    '|',
  );
const PURPOSES =
  'voor iedereen|voor jong en oud|voor kinderen|voor ouderen|voor jongeren|voor meiden|voor nieuwkomers|voor mensen met een beperking|zodat buren elkaar ontmoeten|zodat kinderen veilig oversteken|tegen eenzaamheid|tegen de hitte|tegen wateroverlast|tegen zwerfafval|voor meer biodiversiteit|voor een schone straat|voor een veilige buurt|het hele jaar door|nog dit jaar|samen met bewoners'.split(
    '|',
  );
const STEMS =
  'Molen|Sluis|Kerk|School|Linden|Eiken|Beuken|Wilgen|Haven|Dok|Spaarn|Brede|Smalle|Lange|Korte|Oude|Nieuwe|Hof|Kruis|Water|Veld|Boer|Prins|Konings|Admiraal|Vissers|Bakkers|Smids|Zand|Klei|Duin|Heide|Ooievaars|Zwanen|Merel|Vinken|Roos|Tulpen|Ijs|Zonne'.split(
    '|',
  );
const ENDINGS = 'straat|plein|kade|laan|weg|gracht|pad|hof|brug|steeg'.split('|');
const SENTENCES = [
  'Elke dag lopen hier honderden mensen langs, en er is bijna niets te doen.',
  'Wij wonen hier al twintig jaar en zien de buurt veranderen.',
  'Kinderen spelen nu op straat, tussen de geparkeerde auto’s.',
  'Ouderen die een eindje willen lopen, kunnen nergens zitten.',
  'In de zomer is het hier veel te heet, omdat er geen schaduw is.',
  'Na een flinke regenbui staat het water tot aan de stoep.',
  'Het kost niet veel, en bewoners willen zelf meehelpen met het onderhoud.',
  'De gemeente heeft eerder gezegd dat er geld voor is, maar er gebeurt niets.',
  'Wij hebben met de school, de winkeliers en de huisarts gesproken: zij zijn allemaal voor.',
  'Fietsers rijden hier hard, en oversteken is gevaarlijk.',
  'Met meer groen komen er ook weer vogels en bijen.',
  'Veel buren kennen elkaar niet; zo ontstaat er een plek om elkaar te ontmoeten.',
  'Het afval ligt naast de containers, en de meeuwen trekken de zakken open.',
  'Jongeren zeggen dat zij geen eigen plek hebben.',
  'Op het Mercatorplein werkt zo’n idee al heel goed.',
  'Voor mensen met een rolstoel of een kinderwagen is het nu onmogelijk.',
];

/** A small generator of pseudo-random numbers (mulberry32), so that two runs measure the same. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function* inventProposals(count: number, base: readonly string[]): Generator<InventedProposal> {
  const random = randomFrom(4);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const street = (): string => `${oneOf(STEMS)}${oneOf(ENDINGS)}`;
  const place = (): string => (random() < 0.5 ? oneOf(PLACES) : `bij de ${street()}`);
  for (let index = 0; index < count; index++) {
    const thing = oneOf(THINGS);
    const where = place();
    const title =
      base.length > 0 && random() < 0.5
        ? `${oneOf(base)} ${random() < 0.5 ? where : oneOf(PURPOSES)}`
        : `${oneOf(WISHES)} ${thing} ${where}${random() < 0.4 ? ` ${oneOf(PURPOSES)}` : ''}`;
    const body = Array.from({ length: 4 + Math.floor(random() * 6) }, () =>
      random() < 0.2 ? `Denk aan ${oneOf(THINGS)} ${place()}.` : oneOf(SENTENCES),
    );
    yield {
      title: title.slice(0, 120),
      summary: `Ons plan: ${thing} ${where}, ${oneOf(PURPOSES)}.`.slice(0, 200),
      body: body.join(' '),
    };
  }
}

/** What residents type: a word, a title, a title and what follows; some of it in words that stand everywhere. */
export const TYPICAL_TEXTS = [
  'Fietsenrek bij de school',
  'Meer bankjes in het park',
  'Bankjes langs het water',
  'Meer groen in de straat',
  'Een wormenhotel in de buurt',
  'Speeltuin',
  'Speeltuintje voor kleine kinderen',
  'fiets',
  'Veilig oversteken bij de Sluisbrug',
  'Zebrapad bij de Molenstraat, omdat kinderen veilig naar school willen',
  'Buurtfeest op het plein',
  'feest voor de hele straat',
  'Huiswerkbegeleiding voor kinderen in de buurt',
  'Minder auto’s in de straat',
  'Minder parkeerplaatsen en meer groen voor iedereen in onze buurt',
  'Repaircafé in het buurthuis',
  'Een AED bij het winkelcentrum',
  'Hondenpoep',
  'Een hondenveldje bij de flats',
  'wc in het park',
  'Openbaar toilet op de kade',
  'Watertappunt bij de speeltuin',
  'Muurschildering onder het viaduct',
  'Zonnepanelen op het dak van de school',
  'Laadpalen voor deelauto’s',
  'Openluchtbioscoop in de zomer',
  'Jongeren een eigen plek geven',
  'Ouderen samen laten eten tegen eenzaamheid',
  'Rommelmarkt voor de kinderen van de buurt',
  'Groene daken en regentonnen tegen wateroverlast',
  'Bestrijd de ratten bij de containers',
  'Containers onder de grond in de Korte Lindenstraat',
  'Betere verlichting langs het fietspad achter het station',
  'Geveltuinen in de Wilgenstraat. Met meer groen komen er ook weer vogels en bijen, en in de zomer is het minder heet.',
  'Snelheid op de Havenkade omlaag. Auto’s rijden er hard, en kinderen steken over naar school. Een drempel of een flitspaal helpt.',
  'Een plek voor iedereen in de buurt waar buren elkaar ontmoeten, jong en oud, met muziek, kunst en een kopje koffie',
  'buurt',
  'straat en plein',
  'Pluktuin met fruitbomen bij de kinderboerderij zodat kinderen leren waar eten vandaan komt',
  'Wij willen een breder fietspad, want fietsers en voetgangers lopen elkaar in de weg en het is er gevaarlijk in het donker',
];

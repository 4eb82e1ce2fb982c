export interface OutcomeStory {
  /** The round whose winner it is about. */
  readonly round: number;
  readonly decision: 'adopted' | 'partly-adopted' | 'rejected';
  readonly reasons: string;
  readonly reports: readonly {
    readonly daysAfterMeeting: number;
    readonly text: string;
    readonly finishes?: boolean;
  }[];
  readonly responsible: string;
}

/** What the committee decided, and what happened since. The winners of the last two rounds still wait for it. */
export const OUTCOMES: readonly OutcomeStory[] = [
  {
    round: 1,
    decision: 'adopted',
    reasons:
      'De commissie neemt het plan over. Iedereen moet veilig door de tunnel kunnen. Het geld komt uit de pot voor veilige routes. De kunstenaar wordt gekozen met bewoners uit de wijk.',
    responsible: 'Team Openbare Ruimte',
    reports: [
      {
        daysAfterMeeting: 16,
        text: 'De lampen zijn besteld. Een ecoloog heeft gekeken naar de vleermuizen. Wij kiezen warm licht dat hen niet stoort.',
      },
      {
        daysAfterMeeting: 58,
        text: 'Er hangen 32 nieuwe lampen. Vier kunstenaars hebben een schets gemaakt. U kunt ze zien in de bibliotheek.',
      },
      {
        daysAfterMeeting: 96,
        text: 'De tunnel is klaar. Er branden 32 lampen en de muren zijn geschilderd. Het kostte € 41.500. Dank aan iedereen die stemde.',
        finishes: true,
      },
    ],
  },
  {
    round: 2,
    decision: 'partly-adopted',
    reasons:
      'Er komen 24 bakken in plaats van 60. Het dak mag niet zwaarder worden. Dat heeft een bouwkundige berekend. Na een jaar kijken wij of er meer kan.',
    responsible: 'Team Groen',
    reports: [
      {
        daysAfterMeeting: 21,
        text: 'De eerste twaalf bakken zijn gebouwd door leerlingen van de vakschool. De kraan is aangesloten.',
      },
      {
        daysAfterMeeting: 66,
        text: 'De eerste twaalf bakken staan op het dak. Dertig bewoners hebben zich gemeld om te tuinieren. In het voorjaar komt de rest.',
      },
    ],
  },
  {
    round: 4,
    decision: 'rejected',
    reasons:
      'De commissie begrijpt het probleem, maar neemt het plan niet over. Gratis uren voor iedereen leiden tot meer auto’s in smalle straten. Er is een regeling voor mantelzorgers, die te weinig mensen kennen. De commissie vraagt het stadsdeel om die regeling aan iedereen te schrijven.',
    responsible: 'Team Parkeren',
    reports: [],
  },
];

import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import type { Block, Fact, Paper } from '@buurtstem/platform-api';
import type { DecidedBy } from '@buurtstem/voting-domain';
import type { CountDto, CountLineDto } from '../voting.dto';
import { ReadReports } from './read-reports';
import { count, moment, secondOf, whole } from './report-words';

/** What the kept text says beside the count's own sums; reports from before the text had a format have none of it. */
interface KeptText {
  readonly rules?: { readonly chances: number; readonly identityLevel: number };
  readonly ledger?: { readonly lines: number; readonly position: number };
}

const STEPS: Readonly<Record<Exclude<DecidedBy, 'none'>, string>> = {
  votes: 'Dit plan had de meeste stemmen voor.',
  'fewer-against': 'Meer plannen hadden evenveel stemmen voor. Dit plan had de minste stemmen tegen.',
  'published-earlier':
    'Meer plannen hadden evenveel stemmen voor en evenveel stemmen tegen. Dit plan stond het eerst op de site.',
  lot: 'Meer plannen waren in alles gelijk. Het lotnummer besliste. Dat was al bekend voordat de ronde begon.',
};

const IDENTITY = [
  'e-mailadres',
  'e-mailadres en adres in het stadsdeel',
  'inlogmiddel of code uit een brief',
];

/** The report of a count as a paper, with titles as they stand now; what was hidden since has none. */
@Injectable()
export class PrintReport {
  constructor(
    private readonly districts: Districts,
    private readonly reports: ReadReports,
  ) {}

  async paperOf(slug: string, counted: CountDto): Promise<Paper> {
    const [{ name }, document] = await Promise.all([
      this.districts.bySlug(slug),
      this.reports.document(slug, counted.roundNumber, counted.version),
    ]);
    const kept = JSON.parse(document) as KeptText;
    return {
      title: 'Proces-verbaal van de telling',
      subtitle: `${name}, ronde ${counted.roundNumber}, ${moment(counted.closesAt)}`,
      footer: `Buurtstem ${name}, verslag ${counted.reportNumber}`,
      date: new Date(counted.countedAt),
      blocks: [
        ...standing(counted),
        { kind: 'heading', level: 2, text: 'Uitslag' },
        ...result(counted),
        { kind: 'facts', facts: facts(counted, kept) },
        { kind: 'heading', level: 2, text: 'Rangorde' },
        ranking(counted),
        { kind: 'heading', level: 2, text: 'Stemmen die niet meetelden' },
        ...notCounted(counted),
        { kind: 'heading', level: 2, text: 'Controle' },
        ...check(counted, kept),
      ],
    };
  }
}

/** Whether this report stands in the place of another, or another in its place. */
function standing({ supersedes, supersededBy, reason }: CountDto): Block[] {
  const blocks: Block[] = [];
  if (supersededBy !== null)
    blocks.push({
      kind: 'paragraph',
      look: 'strong',
      text: `Dit verslag geldt niet meer. Verslag ${supersededBy} vervangt het.`,
    });
  if (supersedes !== null)
    blocks.push(
      { kind: 'paragraph', look: 'strong', text: `Deze telling vervangt verslag ${supersedes}.` },
      { kind: 'paragraph', text: reason },
    );
  return blocks;
}

function result({ winner, decidedBy, threshold }: CountDto): Block[] {
  if (winner === null || decidedBy === 'none')
    return [
      {
        kind: 'paragraph',
        text: `Deze ronde heeft geen winnaar. Geen plan haalde ${whole(threshold)} stemmen voor.`,
      },
    ];
  return [
    { kind: 'paragraph', look: 'strong', text: `${nameOf(winner)} heeft gewonnen.` },
    { kind: 'paragraph', text: STEPS[decidedBy] },
  ];
}

function facts(counted: CountDto, { rules }: KeptText): Fact[] {
  const { totals } = counted;
  return [
    ['Verslag', `nummer ${counted.reportNumber}, versie ${counted.version} van ronde ${counted.roundNumber}`],
    ['Peildatum', moment(counted.closesAt)],
    ['Geteld op', secondOf(counted.countedAt)],
    ['Spelregels', `versie ${counted.rulebookVersion}`],
    ['Grens', `${whole(counted.threshold)} stemmen voor`],
    ...(rules
      ? ([
          ['Kansen', `elk plan doet mee aan ${count(rules.chances, 'telling', 'tellingen')}`],
          ['Wie mag stemmen', `niveau ${rules.identityLevel}: ${IDENTITY[rules.identityLevel] ?? ''}`],
        ] as const)
      : []),
    ['Plannen', whole(totals.proposals)],
    [
      'Geldige stemmen',
      `${whole(totals.votesFor + totals.votesAgainst)}: ${whole(totals.votesFor)} voor en ${whole(totals.votesAgainst)} tegen`,
    ],
    ['Niet meegeteld', count(totals.notCounted, 'stem', 'stemmen')],
    ['Stemmers', whole(totals.residents)],
  ];
}

function ranking({ lines }: CountDto): Block {
  if (lines.length === 0) return { kind: 'paragraph', text: 'Er deden geen plannen mee.' };
  return {
    kind: 'table',
    columns: [
      { header: 'Plaats', width: 2.1, align: 'right' },
      { header: 'Plan', width: 10.7, namesRow: true },
      { header: 'Voor', width: 2, align: 'right' },
      { header: 'Tegen', width: 2, align: 'right' },
      { header: 'Verschil', width: 2.3, align: 'right' },
      { header: 'Papier', width: 2, align: 'right' },
      { header: 'Grens gehaald', width: 2.4, align: 'right' },
      { header: 'Kansen over', width: 2.2, align: 'right' },
    ],
    rows: lines.map((line) => [
      String(line.rank),
      nameOf(line),
      whole(line.votesFor),
      whole(line.votesAgainst),
      whole(line.votesFor - line.votesAgainst),
      whole(line.onPaper),
      line.reachedThreshold ? 'ja' : 'nee',
      String(line.chancesLeft),
    ]),
  };
}

function notCounted({ lines, exclusions }: CountDto): Block[] {
  const touched = lines.filter((line) => line.waiting + line.held + line.invalid > 0);
  if (touched.length === 0) return [{ kind: 'paragraph', text: 'Alle stemmen telden mee.' }];
  const blocks: Block[] = [
    {
      kind: 'table',
      columns: [
        { header: 'Plan', width: 8, namesRow: true },
        { header: 'Wacht op bewijs', width: 2.4, align: 'right' },
        { header: 'In onderzoek', width: 2.4, align: 'right' },
        { header: 'Ongeldig', width: 2.2, align: 'right' },
      ],
      rows: touched.map((line) => [nameOf(line), whole(line.waiting), whole(line.held), whole(line.invalid)]),
    },
  ];
  if (exclusions.length > 0)
    blocks.push(
      { kind: 'heading', level: 3, text: 'De redenen' },
      {
        kind: 'list',
        items: exclusions.map(
          ({ proposalNumber, batchNumber, kind, reason, votes }) =>
            `Plan ${proposalNumber}, onderzoek ${batchNumber}: ${count(votes, 'stem', 'stemmen')} ${
              kind === 'held' ? 'niet meegeteld' : 'ongeldig'
            }. ${reason}`,
        ),
      },
    );
  return blocks;
}

function check(counted: CountDto, { ledger }: KeptText): Block[] {
  return [
    {
      kind: 'paragraph',
      text: 'De tekst van dit verslag staat op de site, als bestand. Hieronder staat het controlegetal van dat bestand. Bereken zelf de SHA-256 van het bestand. Is de uitkomst hetzelfde, dan is er niets aan veranderd.',
    },
    {
      kind: 'facts',
      facts: [
        ['Controlegetal (SHA-256)', counted.sha256],
        ['Lotnummer', counted.seed],
        ...(ledger
          ? ([
              [
                'Stemmenlogboek',
                `${count(ledger.lines, 'regel', 'regels')}, tot en met nummer ${whole(ledger.position)}`,
              ],
            ] as const)
          : []),
      ],
    },
  ];
}

function nameOf({ number, title }: CountLineDto): string {
  return title === '' ? `Plan ${number} (verborgen)` : `Plan ${number}: ${title}`;
}

import { Injectable } from '@nestjs/common';
import { ClaimAccessibility, MovePage, WritePage } from '@buurtstem/pages-api';
import { MovableClock } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { clockSetter } from './play-story';

const WRITER = { email: 'noor@voorbeeld.example', displayName: 'Noor Timmer' };
const SLUG = 'wat-is-een-stadsdeelcommissie';

const PAGE = {
  title: 'Wat is een stadsdeelcommissie?',
  body: `De stadsdeelcommissie is een groep bewoners die voor het stadsdeel is gekozen. Zij vertelt de gemeente wat er in de buurt leeft.

## Wat doet de commissie?
- Zij praat in het openbaar over wat er in het stadsdeel verandert.
- Zij geeft de gemeente advies, gevraagd en ongevraagd.
- Zij bespreekt elke maand het plan dat bij Buurtstem wint, samen met de indiener.

## Mag ik erbij zijn?
Ja. De vergaderingen zijn openbaar. Op de [agenda](/west/agenda) ziet u wanneer de volgende is en wat er wordt besproken.

## Wat gebeurt er na de vergadering?
De commissie besluit wat zij van het plan vindt, en zegt waarom. Bij [Wat is ermee gebeurd?](/west/opvolging) leest u hoe het daarna verder gaat. Hoe een plan op de agenda komt, staat in de [spelregels](/west/spelregels).`,
  titleEn: 'What is a district committee?',
  bodyEn: `The district committee is a group of residents who were elected for the district. It tells the municipality what people in the neighbourhood think.

## What does the committee do?
- It talks in public about what changes in the district.
- It advises the municipality, asked and unasked.
- Every month it discusses the plan that won at Buurtstem, together with its submitter.

## May I be there?
Yes. The meetings are public. The [agenda](/west/agenda) says when the next one is and what is discussed.`,
};

/** What the editor of the demo wrote and published. */
@Injectable()
export class PlayPages {
  constructor(
    private readonly clock: MovableClock,
    private readonly writePage: WritePage,
    private readonly movePage: MovePage,
    private readonly claimAccessibility: ClaimAccessibility,
  ) {}

  async play(em: EntityManager, districtId: number, at: Date): Promise<void> {
    const [noor] = await em.query<{ id: ResidentId }[]>('select id from account where email = $1', [
      WRITER.email,
    ]);
    if (!noor) throw new Error(`Nobody in the demo has the address ${WRITER.email}.`);
    const writer = { ...WRITER, id: noor.id };
    await clockSetter(em, this.clock)(at);
    await this.writePage.execute(districtId, SLUG, { ...PAGE, version: 0 }, writer);
    await this.movePage.publish(districtId, SLUG, 1, writer);
    const claim = { status: 'C', contact: 'hulp@voorbeeld.example', auditUrl: '', version: 0 } as const;
    await this.claimAccessibility.execute(districtId, claim, writer);
  }
}

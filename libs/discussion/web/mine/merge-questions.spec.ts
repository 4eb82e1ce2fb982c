import { anAccount } from '@buurtstem/accounts-web/testing';
import type { MergeRequest } from '@buurtstem/contract';
import { aMergeRequest, showAs } from '../testing';
import { MergeQuestions } from './merge-questions';

const REQUESTS = '/api/v1/districts/west/my-merge-requests';
const ANSWER = `${REQUESTS}/m1/answer`;

async function questions(items: MergeRequest[]) {
  const shown = await showAs(anAccount(), MergeQuestions, { district: 'west' });
  await shown.answer('GET', REQUESTS, { items });
  return shown;
}
const agreed = (state: MergeRequest['state']) =>
  aMergeRequest({ state, duplicate: { ...aMergeRequest().duplicate, agreed: true } });

describe('the question to make one plan of two', () => {
  afterEach(() => document.body.replaceChildren());

  it('names both plans, what will happen to each, and that votes do not move', async () => {
    const { screen } = await questions([aMergeRequest()]);
    const text = screen.getByRole('region', { name: 'Twee plannen samenvoegen?' }).textContent;
    expect(text).toContain('‘Veilig oversteken’ blijft open voor stemmen.');
    expect(text).toContain('‘Een zebrapad bij de brug’ gaat dicht.');
    expect(text).toContain('U wordt mede-indiener van ‘Veilig oversteken’.');
    expect(text).toContain('Stemmen verhuizen niet mee.');
    expect(text).toContain('Beide plannen gaan over hetzelfde zebrapad.');
  });

  it('tells the other submitter who becomes co-submitter', async () => {
    const { duplicate, target } = aMergeRequest();
    const { screen } = await questions([
      aMergeRequest({ duplicate: { ...duplicate, mine: false }, target: { ...target, mine: true } }),
    ]);
    expect(screen.getByRole('region').textContent).toContain(
      'De indiener daarvan wordt mede-indiener van ‘Veilig oversteken’.',
    );
  });

  it('asks before it agrees, then waits for the other', async () => {
    const { answer, http, press, said, screen } = await questions([aMergeRequest()]);
    await press(/^Ja, voeg de plannen samen/);
    http.expectNone(ANSWER);
    await press('Ja, voeg samen');
    expect((await answer('PUT', ANSWER, agreed('asked'))).body).toEqual({ agrees: true });
    expect(said()).toContain('Uw ja is binnen. Nu antwoordt de andere indiener nog.');
    expect(screen.getByText('U zei ja.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /voeg/ })).toBeNull();
  });

  it('says that the plans are one when the other agreed before', async () => {
    const { answer, press, said, screen } = await questions([aMergeRequest()]);
    await press(/^Ja, voeg de plannen samen/);
    await press('Ja, voeg samen');
    await answer('PUT', ANSWER, agreed('merged'));
    expect(said()).toContain('‘Een zebrapad bij de brug’ is samengevoegd met ‘Veilig oversteken’.');
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('can be declined', async () => {
    const { answer, press, said } = await questions([aMergeRequest()]);
    await press(/^Nee, laat beide plannen staan/);
    await press('Ja, laat beide staan');
    expect((await answer('PUT', ANSWER, aMergeRequest({ state: 'declined' }))).body).toEqual({
      agrees: false,
    });
    expect(said()).toContain('Beide plannen blijven staan.');
  });

  it('is read again when somebody answered in the meantime', async () => {
    const { answer, press, refuse, screen } = await questions([aMergeRequest()]);
    await press(/^Nee, laat beide plannen staan/);
    await press('Ja, laat beide staan');
    await refuse('PUT', ANSWER, 409, { code: 'merge-transition-not-possible' });
    expect(screen.getByRole('alert').textContent).toContain('Op dit verzoek is al geantwoord.');
    await answer('GET', REQUESTS, { items: [aMergeRequest({ state: 'cancelled' })] });
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('takes no room where nobody asks', async () => {
    expect((await questions([agreed('merged')])).screen.queryByRole('heading')).toBeNull();
  });
});

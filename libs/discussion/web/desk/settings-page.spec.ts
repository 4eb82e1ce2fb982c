import type { ModerationSettings } from '@buurtstem/contract';
import { showPage } from '@buurtstem/ui/testing';
import { ModerationSettingsPage } from './settings-page';
import { atTheDesk, SETTINGS, settings } from './testing';

const WORDS = 'Eén woord op elke regel';
const OWN = 'Het stadsdeel schreef dit bericht zelf, met groet.';
const SAVE = 'Bewaar de instellingen';

async function settingsPage(read: ModerationSettings = settings()) {
  const page = await showPage(ModerationSettingsPage, { before: () => void atTheDesk() });
  await page.answer('GET', SETTINGS, read);
  const value = (label: string) => (page.screen.getByLabelText(label) as HTMLTextAreaElement).value;
  return { ...page, value };
}

describe('the settings of the moderators', () => {
  afterEach(() => document.body.replaceChildren());

  it('show the words and the own messages, and what stands ready without one', async () => {
    const { value, screen } = await settingsPage(
      settings({
        watchWords: ['krot', 'sloper'],
        templates: [{ reason: 'advertising', text: OWN }],
        version: 3,
      }),
    );
    expect(value(WORDS)).toBe('krot\nsloper');
    expect(value('Reclame')).toBe(OWN);
    expect(value('Valse naam')).toBe('');
    expect(screen.getByText(/^Standaard: Wij hebben uw tekst verborgen, want het is reclame/)).toBeTruthy();
  });

  it('are saved with the version that was read, each word once and without blanks', async () => {
    const { type, press, answer, said } = await settingsPage(settings({ version: 3 }));
    type(WORDS, ' krot \n\nsloper\nkrot');
    type('Reclame', ` ${OWN} `);
    await press(SAVE);
    const request = await answer('PUT', SETTINGS, settings({ version: 4 }));
    expect(request.body).toEqual({
      watchWords: ['krot', 'sloper'],
      templates: [{ reason: 'advertising', text: OWN }],
      version: 3,
    });
    expect(said()).toContain('De instellingen zijn bewaard.');
    await press(SAVE);
    expect((await answer('PUT', SETTINGS, settings())).body).toMatchObject({ version: 4 });
  });

  it.each([
    [WORDS, 'x', '‘x’ is te kort of te lang.'],
    [WORDS, 'ab\n'.repeat(1) + 'y'.repeat(51), 'Een woord heeft 2 tot 50 tekens.'],
    [WORDS, Array.from({ length: 501 }, (_, index) => `woord${index}`).join('\n'), 'U kunt er 500 kwijt.'],
    ['Reclame', 'Te kort', 'Dit is te kort.'],
  ])('says at “%s” what is wrong before anything is sent', async (label, text, words) => {
    const { type, press, screen, http } = await settingsPage();
    type(label, text);
    await press(SAVE);
    const field = screen.getByLabelText(label);
    expect(document.getElementById(`${field.id}-fout`)!.textContent).toContain(words);
    expect(document.activeElement).toBe(field);
    http.expectNone({ method: 'PUT' });
  });

  it.each([
    ['watchWords.0', WORDS],
    ['templates.0.text', 'Reclame'],
  ])('says a refusal of %s at the field “%s”', async (field, label) => {
    const { type, press, refuse, screen } = await settingsPage();
    type(WORDS, 'krot');
    type('Reclame', OWN);
    await press(SAVE);
    await refuse('PUT', SETTINGS, 400, {
      code: 'hidden-characters',
      errors: [{ field, code: 'hidden-characters' }],
    });
    expect(screen.getByLabelText(label).getAttribute('aria-invalid')).toBe('true');
  });

  describe('when a colleague saved something in between', () => {
    async function conflict() {
      const page = await settingsPage(settings({ watchWords: ['krot'], version: 3 }));
      page.type('Reclame', OWN);
      await page.press(SAVE);
      await page.refuse('PUT', SETTINGS, 409, { code: 'version-conflict' });
      await page.answer('GET', SETTINGS, settings({ watchWords: ['krot', 'sloper'], version: 4 }));
      return page;
    }

    it('saves nothing, keeps what was typed, and shows what the colleague saved', async () => {
      const { value, said, screen } = await conflict();
      expect(said()).toContain('Er is nog niets bewaard.');
      expect(value('Reclame')).toBe(OWN);
      expect(value(WORDS)).toBe('krot');
      const theirs = screen.getAllByText('Uw collega bewaarde:').map((label) => label.nextElementSibling);
      expect(theirs.map((one) => one?.textContent?.trim())).toEqual(['krot\nsloper', 'Geen eigen bericht']);
    });

    it('saves over it when asked again', async () => {
      const { press, answer } = await conflict();
      await press(SAVE);
      expect((await answer('PUT', SETTINGS, settings({ version: 5 }))).body).toMatchObject({
        watchWords: ['krot'],
        version: 4,
      });
    });

    it('takes over what the colleague saved', async () => {
      const { press, value, screen } = await conflict();
      await press('Neem over wat uw collega bewaarde');
      expect(value(WORDS)).toBe('krot\nsloper');
      expect(value('Reclame')).toBe('');
      expect(screen.queryByText('Uw collega bewaarde:')).toBeNull();
    });
  });
});

import type { AccessibilityStatus } from '../accessibility';
import {
  capital,
  municipalityInEnglish,
  municipalityOf,
  textOf,
  type SiteFacts,
  type TextInOneLanguage,
} from './facts';

const STANDING: Readonly<Record<AccessibilityStatus, string>> = {
  A: 'Deze site voldoet aan alle eisen. Een onafhankelijk onderzoek liet dat zien.',
  B: 'Deze site voldoet aan een deel van de eisen. Een onafhankelijk onderzoek liet zien wat er nog niet goed is.',
  C: 'De eerste maatregelen zijn genomen. Een onafhankelijk onderzoek is er nog niet. Daarom beloven wij niet dat de site aan alle eisen voldoet.',
  D: 'Deze site voldoet nog niet aan de eisen.',
  E: 'Er is nog geen verklaring voor deze site. Hieronder staat wat wij wel weten.',
};

const STANDING_EN: Readonly<Record<AccessibilityStatus, string>> = {
  A: 'This site meets all requirements. An independent examination showed this.',
  B: 'This site meets part of the requirements. An independent examination showed what is not right yet.',
  C: 'First measures have been taken. There has been no independent examination yet, so we do not promise that the site meets every requirement.',
  D: 'This site does not meet the requirements yet.',
  E: 'There is no statement for this site yet. Below is what we do know.',
};

/** The statement that the law asks for, by the Dutch model: where it stands, why, whom to tell, where to complain. */
export function accessibilityText(facts: SiteFacts): TextInOneLanguage {
  const { claim, district } = facts;
  const municipality = municipalityOf(facts);
  return {
    title: 'Toegankelijkheid',
    body: textOf(
      `${capital(municipality)} wil dat iedereen deze site kan gebruiken. Ook wie slecht ziet, niet met een muis werkt of moeite heeft met lezen. De wet vraagt dat ook: het Besluit digitale toegankelijkheid overheid. De eisen staan in de norm EN 301 549, met daarin WCAG 2.1 op niveau AA.`,
      '',
      '## Waar staan wij?',
      STANDING[claim.status],
      claim.auditUrl !== '' && `[Lees het rapport van het onderzoek](${claim.auditUrl})`,
      '',
      '## Wat doen wij?',
      '- Bij elke verandering doet een computer de proef op de belangrijkste pagina’s, met de regels van WCAG 2.2 op niveau AA.',
      '- Vaste proeven gaan na of u met alleen een toetsenbord kunt werken.',
      '- Tekst en achtergrond verschillen genoeg, ook in het donker. Dat is nagerekend.',
      '- U kunt lezen, stemmen en een argument geven zonder JavaScript.',
      '- De pdf’s hebben een opbouw die een schermlezer kan volgen.',
      '- Wij schrijven in gewone taal, op niveau B1.',
      '',
      '## Wat is nog niet goed?',
      '- Niemand van buiten heeft de site onderzocht, en mensen met een beperking hebben haar nog niet voor ons geprobeerd. Er kan dus meer mis zijn dan wij weten.',
      '- Bewoners schrijven zelf bij hun foto’s wat erop staat. Soms ontbreekt dat.',
      '- Spelden op de kaart zijn klein. Alles wat op de kaart staat, staat ook in de lijst eronder.',
      '- Teksten van bewoners zijn niet altijd in gewone taal.',
      '',
      '## Werkt er iets niet voor u?',
      claim.contact === ''
        ? `Vertel het aan ${municipality}. Op de site van de gemeente leest u hoe. Zeg erbij op welke pagina het was, en waarmee u de site bekeek.`
        : `Mail naar ${claim.contact}. Zeg erbij op welke pagina het was, en waarmee u de site bekeek.`,
      '',
      'U krijgt bericht dat uw melding binnen is, en wat ermee gebeurt. Kunt u intussen iets niet lezen of doen? Dan helpt de gemeente u op een andere manier.',
      '',
      '## Bent u niet tevreden?',
      `Dien dan een klacht in bij ${municipality}. Bent u daarna nog niet tevreden? Dan kunt u naar de Nationale ombudsman: [nationaleombudsman.nl](https://www.nationaleombudsman.nl).`,
      district !== null &&
        `\nHoe de site werkt, leest u in de [spelregels van ${district.name}](/${district.slug}/spelregels).`,
    ),
  };
}

export function accessibilityTextInEnglish(facts: SiteFacts): TextInOneLanguage {
  const { claim } = facts;
  const municipality = municipalityInEnglish(facts);
  return {
    title: 'Accessibility',
    body: textOf(
      `${capital(municipality)} wants everybody to be able to use this site, also who sees badly, does not work with a mouse or finds reading hard. Dutch law asks for it too. The requirements are in the standard EN 301 549, which holds WCAG 2.1 at level AA.`,
      '',
      '## Where do we stand?',
      STANDING_EN[claim.status],
      claim.auditUrl !== '' && `[Read the report of the examination](${claim.auditUrl})`,
      '',
      '## What do we do?',
      '- With every change, a computer checks the most important pages by the rules of WCAG 2.2 at level AA.',
      '- Fixed tests make sure that you can work with a keyboard only.',
      '- Text and background differ enough, in the dark too. This has been calculated.',
      '- You can read, vote and add an argument without JavaScript.',
      '- The PDF files have a structure that a screen reader can follow.',
      '',
      '## What is not right yet?',
      '- Nobody from outside has examined the site, and people with a disability have not tried it for us yet. More may be wrong than we know.',
      '- Residents describe their photos themselves. Sometimes the description is missing.',
      '- Pins on the map are small. Everything on the map is also in the list below it.',
      '- Texts of residents are not always in plain language.',
      '',
      '## Does something not work for you?',
      claim.contact === ''
        ? `Tell ${municipality}; its own site says how. Say which page it was, and what you used to look at it.`
        : `Write to ${claim.contact}. Say which page it was, and what you used to look at it.`,
      '',
      'You will hear that your message has arrived, and what happens with it.',
      '',
      '## Are you not satisfied?',
      `Complain to ${municipality}. Are you still not satisfied? Then go to the National Ombudsman: [nationaleombudsman.nl](https://www.nationaleombudsman.nl).`,
    ),
  };
}

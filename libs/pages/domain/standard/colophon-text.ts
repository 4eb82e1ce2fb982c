import {
  capital,
  municipalityInEnglish,
  municipalityOf,
  textOf,
  type SiteFacts,
  type TextInOneLanguage,
} from './facts';

/** Who runs it, what it is made of, and under which licences. */
export function colophonText(facts: SiteFacts): TextInOneLanguage {
  const { district, claim } = facts;
  return {
    title: 'Colofon',
    body: textOf(
      district === null
        ? 'Buurtstem is een site van de gemeente, voor haar stadsdelen.'
        : `Buurtstem ${district.name} is een site van ${municipalityOf(facts)}.`,
      claim.contact !== '' && `Mail naar ${claim.contact}.`,
      '',
      '## Programma',
      'Deze site draait op Buurtstem. Dat programma is open: iedereen mag het gebruiken, bekijken en veranderen, onder de [EUPL-1.2](https://eupl.eu/1.2/nl/).',
      `${capital(municipalityOf(facts))} geeft u de broncode als u erom vraagt. De gegevens zijn op te halen: [beschrijving van de API](/api/v1/openapi.json).`,
      'Buurtstem volgt het voorbeeld van Stem van West, waarmee bewoners in Amsterdam plannen op de agenda zetten.',
      '',
      '## Lettertype, pictogrammen en kaart',
      '- Lettertype: Source Sans 3, onder de [SIL Open Font License](/licences/source-sans-3/OFL.txt).',
      '- Pictogrammen: Lucide, onder de [ISC-licentie](/licences/lucide.txt).',
      '- Kaart: Leaflet. Van wie de ondergrond is, staat op de kaart.',
      '',
      '## Teksten en foto’s',
      'Plannen, reacties en foto’s zijn van de bewoners die ze plaatsten. Vraag het hun voor u een foto ergens anders gebruikt. De tekeningen zijn voor Buurtstem gemaakt.',
    ),
  };
}

export function colophonTextInEnglish(facts: SiteFacts): TextInOneLanguage {
  const { district, claim } = facts;
  return {
    title: 'Colophon',
    body: textOf(
      district === null
        ? 'Buurtstem is a site of the municipality, for its districts.'
        : `Buurtstem ${district.name} is a site of ${municipalityInEnglish(facts)}.`,
      claim.contact !== '' && `Write to ${claim.contact}.`,
      '',
      '## Program',
      'This site runs on Buurtstem. That program is open: everybody may use it, look into it and change it, under the [EUPL-1.2](https://eupl.eu/1.2/en/).',
      `${capital(municipalityInEnglish(facts))} gives you the source code when you ask for it. The data can be fetched: [description of the API](/api/v1/openapi.json).`,
      'Buurtstem follows the example of Stem van West, with which residents of Amsterdam put plans on the agenda.',
      '',
      '## Typeface, icons and map',
      '- Typeface: Source Sans 3, under the [SIL Open Font License](/licences/source-sans-3/OFL.txt).',
      '- Icons: Lucide, under the [ISC licence](/licences/lucide.txt).',
      '- Map: Leaflet. Whom the background is by stands on the map.',
      '',
      '## Texts and photos',
      'Plans, reactions and photos belong to the residents who posted them. Ask them before you use a photo elsewhere. The drawings were made for Buurtstem.',
    ),
  };
}

/** What one does on a desk, by the desk's path: only the start page says it, so no other page carries it. */
const DOES: Readonly<Record<string, string>> = {
  griffie: $localize`Zie wat er moet gebeuren, op datum, en werk aan de volgende agenda.`,
  'griffie/vergaderingen': $localize`Plan vergaderingen van de commissie, zet de agenda klaar en publiceer hem.`,
  'griffie/besluiten': $localize`Publiceer wat de commissie besloot, en vertel hoe het met plannen gaat.`,
  ambtenaar: $localize`Schrijf een uitleg bij plannen, voor de commissie erover praat.`,
  commissie: $localize`Lees de stukken voor de vergadering, en zie wie ze al las.`,
  'griffie/stemmen': $localize`Bekijk opvallende stemmen, zet ze in onderzoek en beslis samen met een collega.`,
  'griffie/papier': $localize`Voer stemmen in die op papier zijn verzameld.`,
  moderatie: $localize`Behandel meldingen, en bekijk nieuwe plannen, argumenten en foto’s.`,
  'moderatie/bezwaren': $localize`Beslis over bezwaren tegen besluiten van uw collega’s.`,
  'moderatie/besloten': $localize`Lees wat is besloten, en zet iets terug.`,
  'moderatie/instellingen': $localize`Kies op welke woorden u let, en schrijf uw eigen berichten aan schrijvers.`,
  redactie: $localize`Schrijf pagina’s over de site, en zeg hoe toegankelijk de site is.`,
  'beheer/medewerkers': $localize`Nodig collega’s uit, trek rollen in en help wie zijn telefoon kwijt is.`,
  'beheer/adressen': $localize`Lees de lijst in met alle adressen van het stadsdeel.`,
  'beheer/brieven': $localize`Maak codes voor brieven aan bewoners die online niet verder komen.`,
  'beheer/logboek': $localize`Lees wie wat deed en welke gegevens zijn opgeruimd.`,
};

export function deskDoes(path: string): string {
  return DOES[path] ?? '';
}

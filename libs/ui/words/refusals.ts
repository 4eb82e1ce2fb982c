import type { RefusalCode } from '@buurtstem/shared-domain';

/**
 * Every refusal in plain Dutch: what happened, whether the vote or text is safe, what to do now.
 * A code without words does not compile.
 */
export const refusalWords: Readonly<Record<RefusalCode, string>> = {
  'invalid-input': 'Er klopt iets niet in wat u invulde. Kijk het na en probeer het opnieuw.',
  'not-found': 'Dit bestaat niet of niet meer. Er is niets veranderd.',
  'sign-in-first': 'U bent niet ingelogd. Er is niets veranderd. Log in en probeer het opnieuw.',
  'not-allowed': 'Dit mag u niet doen. Er is niets veranderd.',
  'second-factor-needed': 'Bevestig eerst met uw tweede stap dat u het bent. Er is niets veranderd.',
  'cross-site-request': 'Dit verzoek kwam niet van deze site. Er is niets veranderd. Laad de pagina opnieuw.',
  'unsupported-media-type':
    'Er ging iets mis bij het versturen. Er is niets veranderd. Laad de pagina opnieuw.',
  'payload-too-large': 'Uw tekst is te lang om te versturen. Er is niets veranderd. Maak de tekst korter.',
  'too-many-requests':
    'U probeerde het te vaak. Er is niets veranderd. Wacht een paar minuten en probeer het opnieuw.',
  'hidden-characters':
    'In uw tekst staan tekens die niemand ziet. Typ de tekst opnieuw, of plak hem zonder opmaak.',
  'picture-too-large': 'De foto is te groot. Kies een foto van hooguit 10 MB. Uw tekst is bewaard.',
  'picture-not-a-photo':
    'Dit bestand is geen foto, of het is beschadigd. Kies een JPEG, PNG of WebP. Uw tekst is bewaard.',
  'picture-alt-length': 'Schrijf in een paar woorden wat er op de foto staat. De foto is nog niet geplaatst.',
  'picture-too-many-pixels':
    'De foto heeft te veel beeldpunten. Maak de foto kleiner en probeer het opnieuw. Uw tekst is bewaard.',
  'version-conflict':
    'Dit plan is intussen op een andere plek veranderd. Laad de pagina opnieuw en kijk het na.',
  'temporarily-unavailable': 'Het is nu erg druk. Dit is nog niet gelukt. Probeer het over een minuut weer.',
  unexpected: 'Er ging iets mis bij ons. Wij kunnen dit nu niet bewaren. Probeer het over een minuut weer.',

  'email-not-valid': 'Dit e-mailadres klopt niet. Een e-mailadres ziet er zo uit: naam@voorbeeld.nl.',
  'mail-not-sent': 'De e-mail kon niet worden verstuurd. Probeer het over een minuut weer.',
  'code-wrong': 'Deze code klopt niet. Kijk of u de nieuwste e-mail hebt en probeer het opnieuw.',
  'code-expired': 'Deze code is te oud. Een code werkt 10 minuten. Vraag een nieuwe code.',
  'code-used': 'Deze code is al gebruikt. Vraag een nieuwe code.',
  'code-other-browser': 'U vroeg de code op een ander apparaat. Log daar in, of vraag hier een nieuwe code.',
  'code-attempts-spent': 'U probeerde te vaak een code. Deze code werkt niet meer. Vraag een nieuwe code.',
  'display-name-missing': 'Vul eerst in welke naam bij uw plan of reactie komt te staan.',
  'email-throw-away':
    'Dit is een wegwerpadres. Gebruik een e-mailadres dat u houdt, dan kunt u later weer inloggen.',
  'email-does-not-match': 'Dit is niet het e-mailadres van uw account. Er is niets gewist.',
  'session-not-found': 'Dit apparaat was al uitgelogd.',
  'household-full': 'Op dit e-mailadres kunnen niet meer mensen. Gebruik een eigen e-mailadres.',
  'household-not-allowed':
    'In dit stadsdeel stemt één persoon per e-mailadres. Log in met een eigen e-mailadres.',
  'person-not-found': 'Deze persoon hoort niet bij dit e-mailadres.',
  'second-factor-wrong': 'Deze code klopt niet. Wacht op de volgende code in uw app en probeer het opnieuw.',
  'second-factor-not-found': 'Deze tweede stap bestaat niet meer.',
  'second-factor-last': 'Dit is uw enige tweede stap. Voeg eerst een andere toe.',
  'invitation-not-found': 'Deze uitnodiging bestaat niet of niet meer. Vraag een nieuwe aan de beheerder.',
  'invitation-pending': 'Er is al een uitnodiging voor dit adres en deze rol.',
  'role-held-already': 'Deze persoon heeft deze rol al.',
  'staff-not-found': 'Deze medewerker bestaat niet.',
  'last-administrator': 'Een stadsdeel houdt minstens één beheerder. Benoem eerst een ander.',
  'postcode-not-valid': 'Deze postcode klopt niet. Een postcode ziet er zo uit: 1055 AB.',
  'address-not-in-district':
    'Dit adres ligt volgens onze lijst niet in dit stadsdeel. Kijk uw postcode en huisnummer na.',
  'address-table-missing': 'Dit stadsdeel heeft nog geen adreslijst. Uw adres bevestigen kan nog niet.',
  'address-table-not-valid': 'In de lijst staan fouten. Er is niets ingelezen. Verbeter de regels hieronder.',
  'address-row-not-readable': 'Deze regel is geen postcode;huisnummer;buurt. Schrijf precies drie kolommen.',
  'address-in-two-neighbourhoods':
    'Dit adres staat er twee keer in, met een andere buurt. Houd één regel over.',
  'house-number-not-valid':
    'Dit huisnummer klopt niet. Schrijf een heel getal van 1 tot en met 99999, zonder letter erachter.',
  'letter-code-wrong': 'Deze code klopt niet. Kijk de code in uw brief na en probeer het opnieuw.',
  'letter-code-used': 'Deze code is al gebruikt. Vraag een nieuwe brief.',
  'letter-code-expired': 'Deze code is te oud. Vraag een nieuwe brief.',
  'letter-batch-not-found': 'Deze brieven bestaan niet.',
  'broker-not-configured': 'Bevestigen met een inlogdienst kan hier niet.',
  'broker-unavailable': 'De inlogdienst antwoordt nu niet. Er is niets veranderd. Probeer het straks weer.',
  'broker-cancelled': 'U stopte bij de inlogdienst. Er is niets veranderd. U kunt opnieuw beginnen.',
  'broker-answer-refused':
    'Het antwoord van de inlogdienst klopte niet. Er is niets veranderd. Begin opnieuw.',
  'broker-assurance-too-low':
    'De inlogdienst controleerde niet streng genoeg wie u bent. Kies daar een sterkere manier.',
  'identity-taken': 'Hiermee is al een ander account bevestigd. Elke bewoner heeft één account.',

  'district-not-found': 'Dit stadsdeel doet niet mee aan Buurtstem.',
  'rulebook-missing': 'Dit stadsdeel heeft nog geen spelregels. Stemmen kan nog niet.',
  'neighbourhood-unknown': 'Deze buurt hoort niet bij dit stadsdeel. Kies een andere buurt.',
  'theme-unknown': 'Dit onderwerp bestaat hier niet. Kies een ander onderwerp.',
  'place-outside-district': 'Deze plek ligt buiten het stadsdeel. Kies een plek op de kaart.',
  'district-map-missing': 'Dit stadsdeel heeft nog geen kaart. Kies alleen een buurt.',

  'proposal-not-found': 'Dit plan bestaat niet of niet meer.',
  'proposal-not-open': 'Dit plan is niet meer open. Er is niets veranderd.',
  'proposal-transition-not-possible': 'Dit kan nu niet met dit plan. Er is niets veranderd.',
  'text-locked':
    'Mensen reageerden al op dit plan. Daarom ligt de tekst vast. U kunt wel een aanvulling schrijven.',
  'not-the-submitter': 'Alleen de indiener kan dit doen. Er is niets veranderd.',
  'title-length': 'De naam van uw plan is te kort of te lang.',
  'summary-length': 'De korte uitleg is te kort of te lang.',
  'body-length': 'De tekst van uw plan is te kort of te lang.',
  'note-length': 'Uw aanvulling is te kort of te lang.',
  'reason-missing': 'Schrijf er een reden bij. Er is nog niets veranderd.',
  'cursor-not-valid': 'Deze plek in de lijst bestaat niet meer. Begin weer bovenaan.',

  'picture-not-found': 'Deze foto bestaat niet of niet meer.',
  'too-many-pictures':
    'Bij een plan passen hooguit vijf foto’s. Een foto die een moderator verborg, telt mee. Haal er eerst een weg.',
  'picture-under-review': 'Een moderator kijkt nu naar deze foto. U kunt hem daarna weghalen.',

  'argument-length': 'Uw argument is te kort of te lang. Het is nog niet geplaatst.',
  'argument-not-found': 'Deze reactie bestaat niet of niet meer.',
  'argument-locked': 'Iemand reageerde al hierop. Daarom ligt uw tekst vast.',
  'not-the-author': 'Alleen de schrijver kan dit doen. Er is niets veranderd.',
  'own-argument': 'Dit is uw eigen argument. Alleen anderen kunnen het een goed punt vinden.',
  'reply-length': 'Uw reactie is te kort of te lang. Zij is nog niet geplaatst.',
  'reply-to-a-reply': 'U kunt op een argument reageren, niet op een reactie. Uw tekst is nog niet geplaatst.',
  'statement-length': 'De verklaring is te kort of te lang. Zij is nog niet geplaatst.',
  'report-note-length': 'Uw toelichting is te lang. De melding is nog niet verstuurd.',

  'case-not-found': 'Deze zaak bestaat niet.',
  'case-claimed': 'Een collega behandelt dit al. Kies een andere zaak.',
  'case-not-claimed': 'U behandelt dit niet meer. Neem het opnieuw op. Uw tekst blijft staan.',
  'case-transition-not-possible': 'Hierover is al beslist. Er is niets veranderd.',
  'moderator-has-interest': 'U hebt hier zelf mee te maken. Een collega beslist.',
  'second-moderator-needed': 'U nam het eerste besluit. Een andere moderator beslist over het bezwaar.',
  'reason-code-missing': 'Kies een reden.',
  'message-length': 'Uw bericht aan de schrijver is te kort of te lang. Er is nog niets besloten.',
  'redaction-not-possible': 'Uit een foto kunt u niets weghalen. Verberg de foto, of laat hem staan.',
  'redaction-changes-text':
    'U veranderde ook andere woorden. Haal alleen weg wat er niet mag staan. Er is nog niets besloten.',
  'redaction-removes-nothing': 'U haalde nog niets weg uit de tekst.',
  'appeal-length': 'Uw bezwaar is te kort of te lang. Het is nog niet verstuurd.',
  'appeal-too-late': 'U kunt geen bezwaar meer maken. Dat kon tot 14 dagen na het besluit.',
  'appeal-made-already': 'U maakte al bezwaar tegen dit besluit. Dat kan één keer.',
  'merge-not-found': 'Dit verzoek om samen te voegen bestaat niet of niet meer.',
  'merge-with-itself': 'Kies een ander plan om mee samen te voegen.',
  'merge-pending': 'Voor dit plan is al gevraagd om samen te voegen.',
  'merge-transition-not-possible': 'Op dit verzoek is al geantwoord. Er is niets veranderd.',

  'no-open-round':
    'Er loopt nu geen ronde. Uw stem is niet verstuurd. Stemmen kan weer in de volgende ronde.',
  'voting-closed': 'Stemmen op dit plan is gesloten. Uw stem is niet veranderd.',
  'vote-invalidated': 'Uw stem op dit plan is ongeldig verklaard. U kunt hem niet meer veranderen.',
  'round-not-found': 'Deze ronde bestaat niet.',
  'round-not-due': 'Deze ronde loopt nog. De uitslag komt na de telling.',
  'round-not-open': 'Deze ronde is niet open. Er is niets veranderd.',
  'round-not-counted': 'Deze ronde is nog niet geteld. De uitslag komt na de telling.',
  'round-transition-not-possible': 'Dit kan nu niet met deze ronde. Er is niets veranderd.',
  'ledger-mismatch': 'De telling klopt niet met de stemmen. Wij zoeken dit uit. Uw stem blijft bewaard.',
  'recount-too-late':
    'Opnieuw tellen kan niet meer. Het kan alleen voor de laatste telling, tot de winnaar is besproken.',
  'eligibility-not-set':
    'Stemmen kan nog niet. Het stadsdeel bepaalt nog hoe u laat zien dat u hier woont. Uw stem is niet verstuurd.',
  'proposal-not-countable': 'Dit plan is al geteld. Alleen een hertelling kan dat veranderen.',
  'no-votes-selected': 'Er zijn geen stemmen die hierbij passen.',
  'vote-batch-not-found': 'Deze groep stemmen bestaat niet.',
  'vote-batch-transition-not-possible': 'Dit kan nu niet met deze groep stemmen. Er is niets veranderd.',
  'second-person-needed': 'Een collega moet dit besluit nemen. Wie het voorstelt, beslist niet.',
  'vote-batch-changed': 'De groep stemmen is intussen veranderd. Kijk opnieuw wat het gevolg is.',
  'paper-vote-doubtful': 'Deze persoon heeft misschien al gestemd. Kijk het na.',

  'meeting-not-found': 'Deze vergadering bestaat niet.',
  'meeting-in-the-past': 'Deze vergadering is al geweest. Kies een dag die nog komt.',
  'deadline-after-meeting': 'De agenda moet sluiten vóór de vergadering begint.',
  'meeting-at-same-time': 'Op dit moment is er al een vergadering.',
  'meeting-not-planned': 'Deze vergadering is al geweest of gaat niet door. Er is niets veranderd.',
  'meeting-has-started': 'Deze vergadering is al begonnen. Er is niets veranderd.',
  'outcome-before-discussion':
    'De commissie heeft dit nog niet besproken. Sluit eerst de vergadering af. Er is niets veranderd.',
  'agenda-item-not-found': 'Dit agendapunt bestaat niet of niet meer.',
  'agenda-entries-differ':
    'De agenda is intussen veranderd. Laad de pagina opnieuw. Uw volgorde is niet bewaard.',
  'agenda-order-locked': 'Plannen van bewoners staan in de volgorde waarin zij wonnen.',
  'agenda-not-complete': 'Er staat nog niets op de agenda. Voeg eerst een punt toe.',
  'agenda-transition-not-possible': 'Dit kan nu niet met dit agendapunt. Er is niets veranderd.',
  'meeting-invitation-not-found': 'Er is hier geen uitnodiging voor u.',
  'invitation-closed': 'Op deze uitnodiging kunt u niet meer antwoorden. Bel de griffie.',
  'delegate-missing': 'Vul in wie er voor u komt. Uw antwoord is nog niet verstuurd.',
  'outcome-reasons-length': 'De uitleg bij het besluit is te kort of te lang. Er is nog niets gepubliceerd.',
  'committee-vote-not-valid':
    'Vul alle drie de aantallen van de stemming in, of geen. Er is nog niets gepubliceerd.',
  'context-note-length': 'De uitleg is te kort of te lang. Er is nog niets gepubliceerd.',
  'context-note-too-late': 'De vergadering is al begonnen. De uitleg kan er niet meer bij.',
  'progress-report-not-found': 'Dit bericht bestaat niet of niet meer.',
  'progress-length': 'Het bericht is te kort of te lang. Het is nog niet geplaatst.',

  'page-not-found': 'Deze pagina bestaat niet of niet meer. Er is niets veranderd.',
  'page-slug-not-valid':
    'Gebruik in het adres alleen kleine letters, cijfers en streepjes, zoals wat-is-een-commissie.',
  'page-title-length': 'De titel is te kort of te lang. Uw tekst is bewaard.',
  'page-body-length': 'De tekst is te kort of te lang. Uw tekst is bewaard.',
  'page-is-standard': 'Deze pagina hoort bij elk stadsdeel. U kunt haar niet weghalen, wel terugzetten.',
  'page-not-standard': 'Deze pagina heeft geen standaardtekst. Er is niets veranderd.',
  'page-transition-not-possible': 'Een collega deed dit net al. Laad de pagina opnieuw en kijk het na.',
  'too-many-pages': 'Het stadsdeel heeft al 50 pagina’s. Haal eerst een pagina weg. Uw tekst is bewaard.',
  'audit-report-missing':
    'Bij status A en B hoort een rapport van een onderzoek. Vul het adres van het rapport in.',
  'audit-report-not-valid': 'Dit adres klopt niet. Het begint met https://.',

  'unsubscribe-link-not-valid':
    'Deze link klopt niet. Log in om op uw pagina te kiezen welke berichten u krijgt.',
};

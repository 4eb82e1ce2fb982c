import { RETENTION_DAYS, SIGN_IN_MINUTES } from '@buurtstem/accounts-domain';
import {
  capital,
  days,
  daysInEnglish,
  municipalityInEnglish,
  municipalityOf,
  textOf,
  type SiteFacts,
  type TextInOneLanguage,
} from './facts';

/** What is kept, how long and who sees it. Every number is the rule's own. */
export function privacyText(facts: SiteFacts): TextInOneLanguage {
  const { claim, district, inactiveAfterMonths } = facts;
  const municipality = municipalityOf(facts);
  return {
    title: 'Privacy',
    body: textOf(
      `Dit bewaart Buurtstem van u, zo lang, en deze mensen zien het. ${capital(municipality)} is ervoor verantwoordelijk.`,
      '',
      '## Wat bewaren wij?',
      '- Uw e-mailadres. Daarmee logt u in. Andere bewoners zien het nooit.',
      '- De naam die u kiest. Die staat bij uw plannen en reacties. Iedereen kan dat lezen.',
      '- Uw plannen, foto’s en reacties. Iedereen kan ze lezen zodra u ze plaatst. Waar en wanneer een foto is gemaakt, halen wij eruit.',
      '- Uw stemmen, met het tijdstip en elke verandering.',
      '- Hoe en wanneer u liet zien waar u woont. Uw adres zelf bewaren wij niet, alleen een code waaruit het niet te lezen is.',
      '- Uw netwerkadres bij een stem of een melding, als code. Zo vinden wij stemmen die niet echt zijn.',
      '',
      '## Hoe lang bewaren wij het?',
      `- Uw account, tot u het wist. Logt u ${inactiveAfterMonths} maanden niet in? Dan wissen wij het.`,
      `- De code van een netwerkadres bij een stem: ${days(RETENTION_DAYS['vote-origins'])}. Bij een melding: ${days(RETENTION_DAYS['report-origins'])}.`,
      `- Een aanvraag om in te loggen: ${days(RETENTION_DAYS['sign-in-requests'])}. De code zelf werkt ${SIGN_IN_MINUTES} minuten.`,
      '- Wat een moderator uit een tekst haalt: tot de tijd voor bezwaar voorbij is.',
      '- Plannen, reacties en uitslagen blijven staan. Wist u uw account, dan staat uw naam er niet meer bij.',
      `- Wat medewerkers doen, blijft in een logboek. Hun netwerkadres gaat er na ${days(RETENTION_DAYS['audit-origins'])} uit.`,
      '',
      '## Wie ziet hoe u stemde?',
      'Bewoners zien alleen hoeveel stemmen een plan heeft. De griffie en de beheerder kunnen opvallende stemmen onderzoeken, en zien dan groepen stemmen. Wie de computers van de site beheert, kan bij alle stemmen. Uw stem is dus geheim voor uw buren, maar niet voor de gemeente.',
      '',
      'Wij maken de stemmen niet openbaar, ook niet onder een schuilnaam.',
      '',
      '## Cookies',
      'Wij gebruiken alleen cookies die nodig zijn om in te loggen. Wij volgen u niet, en er staan geen programma’s van anderen op de site. Een tekst die u nog schrijft, bewaart uw eigen apparaat.',
      '',
      '## Wat kunt u doen?',
      district === null
        ? '- Bekijk, bewaar of wis uw gegevens op de pagina ‘Mijn stemmen’.'
        : `- Bekijk, bewaar of wis uw gegevens op de pagina [Mijn stemmen](/${district.slug}/mijn).`,
      claim.contact === ''
        ? `- Hebt u een vraag? Stel hem aan ${municipality}.`
        : `- Hebt u een vraag? Mail naar ${claim.contact}.`,
      '- Bent u niet tevreden? Ga dan naar de Autoriteit Persoonsgegevens: [autoriteitpersoonsgegevens.nl](https://www.autoriteitpersoonsgegevens.nl).',
    ),
  };
}

export function privacyTextInEnglish(facts: SiteFacts): TextInOneLanguage {
  const { claim, district, inactiveAfterMonths } = facts;
  const municipality = municipalityInEnglish(facts);
  return {
    title: 'Privacy',
    body: textOf(
      `This is what Buurtstem keeps of you, for how long, and who sees it. ${capital(municipality)} is responsible for it.`,
      '',
      '## What do we keep?',
      '- Your email address. You sign in with it. Other residents never see it.',
      '- The name that you choose. It stands beside your plans and reactions. Everybody can read it.',
      '- Your plans, photos and reactions. Everybody can read them once you post them. Where and when a photo was taken, we remove.',
      '- Your votes, with the time and every change.',
      '- How and when you showed where you live. We do not keep your address itself, only a code from which it cannot be read.',
      '- Your network address with a vote or a report, as a code. It helps us find votes that are not real.',
      '',
      '## For how long?',
      `- Your account, until you erase it. If you do not sign in for ${inactiveAfterMonths} months, we erase it.`,
      `- The code of a network address with a vote: ${daysInEnglish(RETENTION_DAYS['vote-origins'])}. With a report: ${daysInEnglish(RETENTION_DAYS['report-origins'])}.`,
      `- A request to sign in: ${daysInEnglish(RETENTION_DAYS['sign-in-requests'])}. The code itself works for ${SIGN_IN_MINUTES} minutes.`,
      '- What a moderator takes out of a text: until the time to appeal is over.',
      '- Plans, reactions and results stay. If you erase your account, your name is no longer beside them.',
      `- What staff do stays in a log. Their network address is removed after ${daysInEnglish(RETENTION_DAYS['audit-origins'])}.`,
      '',
      '## Who sees how you voted?',
      'Residents only see how many votes a plan has. The clerks and the administrator can examine remarkable votes, and then see groups of votes. Who runs the computers of the site can get at all votes. So your vote is secret to your neighbours, but not to the municipality.',
      '',
      'We do not publish the votes, not under pseudonyms either.',
      '',
      '## Cookies',
      'We only use cookies that are needed to sign in. We do not follow you, and there are no programs of others on the site. A text that you are still writing is kept by your own device.',
      '',
      '## What can you do?',
      district === null
        ? '- See, save or erase your data on the page ‘My votes’.'
        : `- See, save or erase your data on the page [My votes](/${district.slug}/mijn).`,
      claim.contact === ''
        ? `- Do you have a question? Ask ${municipality}.`
        : `- Do you have a question? Write to ${claim.contact}.`,
      '- Are you not satisfied? Go to the Dutch Data Protection Authority: [autoriteitpersoonsgegevens.nl](https://www.autoriteitpersoonsgegevens.nl).',
    ),
  };
}

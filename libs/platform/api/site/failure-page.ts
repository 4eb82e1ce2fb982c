import { STATIC_POLICY, staticPage } from './static-page';

export const FAILURE_POLICY = STATIC_POLICY;

export const FAILURE_PAGE = staticPage(
  {
    lang: 'nl',
    heading: 'Er ging iets mis bij ons',
    sentences: [
      'Wij kunnen deze pagina nu niet laten zien. Er is niets veranderd aan uw stem of uw plan. Probeer het over een minuut weer.',
    ],
    link: { href: '/', words: 'Naar het begin' },
  },
  {
    lang: 'en',
    heading: 'Something went wrong on our side',
    sentences: [
      'We cannot show this page now. Nothing has changed about your vote or your plan. Try again in a minute.',
    ],
  },
);

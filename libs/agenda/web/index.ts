export { AgendaApi } from './agenda-api';
export { agendaItemBadge, agendaItemSentence, decisionWords, type Badge } from './agenda-words';

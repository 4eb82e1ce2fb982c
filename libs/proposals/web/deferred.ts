// What a page of another room shows further down or to the submitter only, and so defers (`@defer`). An entry of its own: a
// name that is needed at once would keep all of these with it.
export { OwnerPanel } from './owner-panel';
export { ProposalHistory } from './proposal-history';
export { SharePanel } from './share-panel';

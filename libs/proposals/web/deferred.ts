// What a page of another room shows to the submitter only, and so defers (`@defer`). An entry of its own: a name that is needed
// at once would keep it with it.
export { OwnerPanel } from './owner-panel';

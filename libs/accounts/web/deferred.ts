// What a page of another room shows to some only, and so defers (`@defer`). An entry of its own: a name that is needed at once
// would keep it, and the forms of Angular, with it.
export { DisplayName } from './display-name';

// What few visitors see of a page that everybody sees, and so is deferred (`@defer`). An entry of its own: a name that is needed
// at once would keep it, and the forms of Angular, with it.
export { TextForm } from './form/text-form';

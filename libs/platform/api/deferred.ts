// What brings the library for PDF along. Import it only from a file that is itself loaded by `import(…)`, when there is
// something to print or to draw.
export { openDocument, type DocumentSettings, type OpenDocument } from './pdf/document';
export { fit, legible, widthOf, type Setting } from './pdf/lettering';

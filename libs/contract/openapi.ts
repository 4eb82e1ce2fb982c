import document from './openapi.json';

/** The committed OpenAPI document; apart from the types, so that no browser loads it. */
export const openapiDocument: object = document;

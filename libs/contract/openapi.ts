/** The committed OpenAPI document; apart from the types, so that no browser loads it. Few ask for it, and it is a megabyte that would stay. */
export async function readOpenapiDocument(): Promise<object> {
  return (await import('./openapi.json')).default;
}

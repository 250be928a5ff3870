// What an identifier looks like in an address or a form.

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for the text of a UUID; anything else would be a mistake of the address, not of the database. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

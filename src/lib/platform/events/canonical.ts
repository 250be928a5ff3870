// The one text a JSON value is hashed and signed as (RFC 8785).
import canonicalize from 'canonicalize';

/** @throws when the value isn't plain JSON. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('only plain JSON can be hashed');
  return text;
}

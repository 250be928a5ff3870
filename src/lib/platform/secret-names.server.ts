// Names in addresses that open something: an id and a secret computed from the installation's key, so that
// nothing at rest opens a link, a sheet or a calendar.
import { isId } from './id-form.ts';
import { keyedDigest, type KeyPurpose } from './keys.server.ts';

const SECRET_LENGTH = 32;

type NamePurpose = Extract<
  KeyPurpose,
  'reading-links' | 'week-sheets' | 'duty-calendars' | 'publication-calendars' | 'edition-links'
>;

/** What stands in the address for the row of this id. */
export function secretName(purpose: NamePurpose, communeId: string, id: string): string {
  return `${id}-${keyedDigest(purpose, communeId, id).slice(0, SECRET_LENGTH)}`;
}

/** The id in a name; undefined where the secret isn't its own: an address may carry anything. */
export function idInSecretName(
  purpose: NamePurpose,
  communeId: string,
  name: string,
): string | undefined {
  const id = name.slice(0, -(SECRET_LENGTH + 1));
  return isId(id) && name === secretName(purpose, communeId, id) ? id : undefined;
}

// A migration as text: its place in the order, and the roles it grants to.
import { migrationError } from './errors.ts';

export interface MigrationFile {
  readonly number: number;
  readonly name: string;
  /** Line ends as LF, so that a checkout on Windows has the same checksum. */
  readonly sql: string;
}

const NAME = /^(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\.sql$/;

/** Puts files in order; throws `migration.bad-name` unless they count 1, 2, 3 … without a gap. */
export function orderMigrations(files: readonly { name: string; text: string }[]): MigrationFile[] {
  return [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, text }, index) => {
      const number = Number(NAME.exec(name)?.[1]);
      if (number !== index + 1) throw migrationError('migration.bad-name', { name });
      return { number, name, sql: text.replaceAll('\r\n', '\n') };
    });
}

/**
 * The SQL as it runs here. Migrations grant to `loa_app`; where a server's administrator chose another
 * name for the app role, that name takes its place.
 */
export function forAppRole(sql: string, appRole: string): string {
  if (appRole === 'loa_app') return sql;
  return sql.replace(/\bloa_app\b/g, () => `"${appRole.replaceAll('"', '""')}"`);
}

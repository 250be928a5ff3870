// Rows as lines of text and back: every value in PostgreSQL's own text form, so that nothing is lost
// to a language's types (microseconds, arrays, search words).
import { createHash, type Hash } from 'node:crypto';
import type pg from 'pg';
import { quoted, type Table } from './tables.server.ts';

const FETCH_ROWS = 200;
const INSERT_ROWS = 500;
/** A part is closed once it has this many bytes before packing. */
const PART_BYTES = 4 * 1024 * 1024;

/** One line of JSON each: values in the order of the table's columns. */
type Row = readonly (string | null)[];

const asText: pg.CustomTypesConfig = { getTypeParser: () => (value: string) => value };

export interface TableDigest {
  rows: number;
  readonly hash: Hash;
}

export function startDigest(): TableDigest {
  return { rows: 0, hash: createHash('sha256') };
}

/** Text forms that don't depend on the server's settings; for the rest of the transaction. */
export async function fixTextForms(client: pg.ClientBase): Promise<void> {
  await client.query(
    `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres';
     SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL search_path = public`,
  );
}

/** Lets the transaction see this commune; a literal, as SET takes no parameters (ruling 8). */
export async function setCommune(client: pg.ClientBase, communeId: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(communeId)) throw new Error('not a commune id');
  await client.query(`SET LOCAL loa.commune = '${communeId}'`);
}

/**
 * Reads a table in the order of its key, of one commune where row security divides it, and hands on
 * parts of whole lines. The commune must be set.
 */
export async function readRows(
  client: pg.ClientBase,
  table: Table,
  communeId: string | undefined,
  digest: TableDigest,
  onPart: (lines: Buffer) => Promise<void> = async () => undefined,
): Promise<void> {
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
  // Said again beside row security, for an owner whom it doesn't bind.
  const where = communeId && `WHERE ${quoted(table.communeColumn ?? '')} = '${communeId}'`;
  await client.query(
    `DECLARE loa_rows NO SCROLL CURSOR FOR
     SELECT ${columns} FROM public.${quoted(table.name)} ${where ?? ''} ORDER BY ${table.order}`,
  );
  let lines: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const { rows } = await client.query<string[]>({
      text: `FETCH ${FETCH_ROWS} FROM loa_rows`,
      rowMode: 'array',
      types: asText,
    });
    for (const row of rows) {
      const line = Buffer.from(`${JSON.stringify(row)}\n`);
      digest.rows += 1;
      digest.hash.update(line);
      lines.push(line);
      bytes += line.length;
      if (bytes >= PART_BYTES) {
        await onPart(Buffer.concat(lines));
        [lines, bytes] = [[], 0];
      }
    }
    if (rows.length < FETCH_ROWS) break;
  }
  await client.query('CLOSE loa_rows');
  if (lines.length > 0) await onPart(Buffer.concat(lines));
}

/** Writes the lines of one part back. The commune must be set; COPY is refused under row security. */
export async function writeRows(
  client: pg.ClientBase,
  table: Table,
  columns: readonly string[],
  lines: Buffer,
): Promise<void> {
  const typed = columns.map((name) => {
    const column = table.columns.find((each) => each.name === name);
    if (!column) throw new Error(`table ${table.name} has no column ${name}`);
    return column;
  });
  const names = typed.map(({ name }) => quoted(name)).join(', ');
  const values = typed.map(({ type }, index) => `v.c${index}::${type}`).join(', ');
  const parameters = typed.map((_, index) => `$${index + 1}::text[]`).join(', ');
  const aliases = typed.map((_, index) => `c${index}`).join(', ');
  const statement = `INSERT INTO public.${quoted(table.name)} (${names})
    SELECT ${values} FROM unnest(${parameters}) AS v(${aliases})`;
  const rows = lines
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
  for (let at = 0; at < rows.length; at += INSERT_ROWS) {
    const some = rows.slice(at, at + INSERT_ROWS);
    await client.query(
      statement,
      typed.map((_, index) => some.map((row) => row[index] ?? null)),
    );
  }
}

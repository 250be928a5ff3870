// The tables of an installation as the catalogue tells them, so that no table is forgotten when one
// is added.
import pg from 'pg';

export interface Column {
  readonly name: string;
  /** As SQL writes it, for the way back from text. */
  readonly type: string;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** ORDER BY that is the same on every server: text byte by byte. */
  readonly order: string;
  /** Row security binds even the owner: rows are reached commune by commune. */
  readonly communeColumn: string | undefined;
}

/** Not rows of the installation: the target writes its own. */
const MIGRATION = 'migration';

/** Own tables of schema public; those of extensions are theirs. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{
    name: string;
    forced: boolean;
    columns: (Column & { ordered: string | null })[];
  }>(
    `SELECT c.relname AS name, c.relforcerowsecurity AS forced,
            (SELECT json_agg(json_build_object('name', a.attname,
                'type', format_type(a.atttypid, a.atttypmod),
                'ordered', CASE WHEN array_position(k.keys, a.attnum) IS NOT NULL THEN
                  lpad(array_position(k.keys, a.attnum)::text, 4, '0') || CASE WHEN a.attcollation <> 0 THEN ' C' ELSE '' END END)
                ORDER BY a.attnum)
               FROM pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
       FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
       LEFT JOIN LATERAL (SELECT string_to_array(i.indkey::text, ' ')::smallint[] AS keys
                            FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary) k ON true
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> $1
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                         AND d.objid = c.oid AND d.deptype = 'e')
      ORDER BY c.relname COLLATE "C"`,
    [MIGRATION],
  );
  return rows.map(({ name, forced, columns }) => ({
    name,
    columns: columns.map((column) => ({ name: column.name, type: column.type })),
    order: orderOf(name, columns),
    communeColumn: forced ? (name === 'commune' ? 'id' : 'commune_id') : undefined,
  }));
}

function orderOf(table: string, columns: readonly { name: string; ordered: string | null }[]) {
  const keys = columns.filter((column) => column.ordered !== null);
  if (keys.length === 0) throw new Error(`table ${table} has no primary key to order it by`);
  return keys
    .sort((a, b) => (String(a.ordered) < String(b.ordered) ? -1 : 1))
    .map(({ name, ordered }) => `${quoted(name)}${ordered?.endsWith(' C') ? ' COLLATE "C"' : ''}`)
    .join(', ');
}

export function quoted(name: string): string {
  return pg.escapeIdentifier(name);
}

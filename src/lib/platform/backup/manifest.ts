// The table of contents of a backup: what it must hold, each part with its size and digest. It is the
// last part but one of the archive; the last is its signature.
import { z } from 'zod';

export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.signature.json';
export const FORMAT = 1;

const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const Name = z.string().regex(/^[a-z_][a-z0-9_]*$/);

export const Manifest = z.object({
  format: z.literal(FORMAT),
  madeAt: z.string(),
  instance: z.string(),
  /** Version of Loa and of the server it was read from; for people. */
  program: z.string(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: Digest })).min(1),
  /** Names the master key without telling it; the key itself is a part unless it came from LOA_KEY. */
  masterKey: z.string(),
  tables: z.array(
    z.object({
      name: Name,
      columns: z.array(z.string()),
      rows: z.number(),
      /** Over all its lines, communes in the order of their ids, rows in the order of their keys. */
      sha256: Digest,
    }),
  ),
  communes: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      events: z.number(),
      headHash: z.string(),
      /** What was wrong with the chain already when the backup was made. */
      fault: z.string().optional(),
    }),
  ),
  /** Stored files that were missing or damaged already. */
  lostFiles: z.array(z.string()),
  members: z.array(z.object({ name: z.string(), size: z.number(), sha256: Digest })),
});
export type Manifest = z.infer<typeof Manifest>;

export const Signature = z.object({ publicKey: z.string(), signature: z.string() });
export type Signature = z.infer<typeof Signature>;

/** What a part of the archive is, told by its name. */
export type Part =
  | { readonly kind: 'rows'; readonly table: string; readonly communeId: string | undefined }
  /** A file of the data folder; `path` is relative and can't lead out of it. */
  | { readonly kind: 'data'; readonly path: string };

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ROWS = new RegExp(`^rows/([a-z_][a-z0-9_]*)/(all|${UUID})/\\d{6}\\.jsonl\\.gz$`);
const DATA_PATHS = new RegExp(
  `^(?:files/${UUID}/[0-9a-f]{2}/[0-9a-f]{64}|pending/${UUID}\\.sealed|anchors/${UUID}\\.jsonl|master\\.key|anchor-key\\.pem)$`,
);
const DATA = 'data/';

/** True for what of the data folder belongs in a backup; not the identity and passwords of the machine. */
export function isKept(path: string): boolean {
  return DATA_PATHS.test(path);
}

/** Undefined for names that no backup has. */
export function findPart(member: string): Part | undefined {
  const rows = ROWS.exec(member);
  if (rows?.[1]) {
    return { kind: 'rows', table: rows[1], communeId: rows[2] === 'all' ? undefined : rows[2] };
  }
  if (!member.startsWith(DATA)) return undefined;
  const path = member.slice(DATA.length);
  return isKept(path) ? { kind: 'data', path } : undefined;
}

export function rowsMember(table: string, communeId: string | undefined, number: number): string {
  return `rows/${table}/${communeId ?? 'all'}/${String(number).padStart(6, '0')}.jsonl.gz`;
}

export function dataMember(path: string): string {
  return `${DATA}${path}`;
}

/** The name of the first migration that this program doesn't have in the same place and wording. */
export function findUnknownMigration(
  inBackup: readonly { name: string; sha256: string }[],
  own: readonly { name: string; sha256: string }[],
): string | undefined {
  return inBackup.find(({ name, sha256 }, index) => {
    const here = own[index];
    return here?.name !== name || here.sha256 !== sha256;
  })?.name;
}

// Heads of the chain, signed and kept outside the database (ruling 10): whoever can rewrite the
// database can't rewrite what was anchored before, so a recomputed chain is found out.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { appendFile, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { defineJob } from '../jobs/jobs.server.ts';
import { makeKeyFile } from '../keys.server.ts';
import { dataFolder } from '../postgres/instance.server.ts';
import { canonicalText } from './canonical.ts';

export interface Anchor {
  readonly commune: string;
  readonly seq: number;
  readonly hash: string;
  /** When it was anchored, by the machine's clock. */
  readonly at: string;
}

interface Line {
  readonly anchor: Anchor;
  readonly signature: string;
}

/** The file of anchors as it was read. */
export interface Anchors {
  readonly lines: readonly Line[];
  /** How far the file is good; a next anchor is written there. */
  readonly wholeBytes: number;
  /** The last line was never finished. */
  readonly torn: boolean;
  /** The first finished line that can't be read, counted from 1. */
  readonly broken: number | undefined;
}

export interface AnchorReport {
  readonly anchors: number;
  /** The last event that an anchor vouches for. */
  readonly anchoredSeq: number;
  /** What doesn't fit, in Vietnamese. */
  readonly fault: string | undefined;
  /** What is worth knowing and harms no proof, in Vietnamese. */
  readonly note: string | undefined;
}

/** Writes the commune's present head beside the database; nothing when it was anchored already. */
export async function anchorHead(communeId: string): Promise<void> {
  const head = await inCommune(communeId, (tx) =>
    tx.db.selectFrom('event_head').select(['seq', 'hash']).executeTakeFirst(),
  );
  if (!head || head.seq === 0) return;
  const known = await readAnchors(communeId);
  if (known.lines.at(-1)?.anchor.seq === head.seq) return;
  // The next line must not be glued to half of another.
  if (known.torn) await truncate(fileOf(communeId), known.wholeBytes);
  const anchor: Anchor = {
    commune: communeId,
    seq: head.seq,
    hash: head.hash,
    at: new Date().toISOString(),
  };
  const signature = sign(null, Buffer.from(canonicalText(anchor)), signingKey()).toString('base64');
  const line = `${JSON.stringify({ ...anchor, signature })}\n`;
  await appendFile(fileOf(communeId), line, { mode: 0o600, flush: true });
}

/** Reads what was anchored; call it before the transaction, which must see every event it vouches for. */
export async function readAnchors(communeId: string): Promise<Anchors> {
  const text = await readFile(fileOf(communeId), 'utf8').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return '';
    throw failure;
  });
  // What follows the last line break was being written when the machine stopped: it vouches for nothing.
  const end = text.lastIndexOf('\n') + 1;
  const whole = { wholeBytes: Buffer.byteLength(text.slice(0, end)), torn: end < text.length };
  const lines: Line[] = [];
  for (const [index, line] of text.slice(0, end).split('\n').slice(0, -1).entries()) {
    const read = readLine(line);
    if (!read) return { ...whole, lines, broken: index + 1 };
    lines.push(read);
  }
  return { ...whole, lines, broken: undefined };
}

/** Holds the chain in the database against the anchors kept outside it. */
export async function checkAnchors(tx: Pick<Tx, 'db'>, anchors: Anchors): Promise<AnchorReport> {
  const { lines, torn, broken } = anchors;
  const seqs = lines.map(({ anchor }) => anchor.seq);
  const rows = await tx.db
    .selectFrom('event')
    .select(['seq', 'hash'])
    .where('seq', '=', sql<number>`ANY(${seqs})`)
    .execute();
  const hashes = new Map(rows.map((row) => [row.seq, row.hash]));
  const key = lines.length > 0 ? createPublicKey(signingKey()) : undefined;
  const note = torn
    ? 'Dòng cuối của tệp mốc neo bị ghi dở khi máy dừng đột ngột; dòng ấy được bỏ qua, lần neo sau sẽ ghi lại.'
    : undefined;
  let anchoredSeq = 0;
  for (const { anchor, signature } of lines) {
    const report = (fault: string) => ({ anchors: lines.length, anchoredSeq, fault, note });
    const signed =
      key !== undefined &&
      verify(null, Buffer.from(canonicalText(anchor)), key, Buffer.from(signature, 'base64'));
    if (!signed) return report(`Mốc neo ở sự kiện số ${anchor.seq} có chữ ký không đúng.`);
    if (hashes.get(anchor.seq) !== anchor.hash) {
      return report(
        `Sự kiện số ${anchor.seq} khác với mốc đã neo lúc ${anchor.at}: chuỗi đã bị viết lại từ đó về trước.`,
      );
    }
    anchoredSeq = anchor.seq;
  }
  const fault =
    broken === undefined
      ? undefined
      : `Dòng ${broken} của tệp mốc neo không đọc được: tệp đã bị sửa.`;
  return { anchors: lines.length, anchoredSeq, fault, note };
}

defineJob({ name: 'chain.anchor', run: (communeId) => anchorHead(communeId), everyMinutes: 60 });

const Written = z.object({
  commune: z.string(),
  seq: z.int(),
  hash: z.string(),
  at: z.string(),
  signature: z.string(),
});

function readLine(line: string): Line | undefined {
  try {
    const { signature, ...anchor } = Written.parse(JSON.parse(line));
    return { anchor, signature };
  } catch {
    return undefined;
  }
}

function fileOf(communeId: string): string {
  const folder = join(dataFolder(), 'anchors');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, `${communeId}.jsonl`);
}

/** The installation's signing key, made on first use. */
export function signingKey() {
  const file = join(dataFolder(), 'anchor-key.pem');
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    makeKeyFile(file, String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
  }
  return createPrivateKey(readFileSync(file));
}

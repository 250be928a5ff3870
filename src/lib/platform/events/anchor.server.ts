// Heads of the chain, signed and kept outside the database (ruling 10): whoever can rewrite the
// database can't rewrite what was anchored before, so a recomputed chain is found out.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { defineJob } from '../jobs/jobs.server.ts';
import { dataFolder } from '../postgres/instance.server.ts';
import { canonicalText } from './canonical.ts';

export interface Anchor {
  readonly commune: string;
  readonly seq: number;
  readonly hash: string;
  /** When it was anchored, by the machine's clock. */
  readonly at: string;
}

export interface AnchorReport {
  readonly anchors: number;
  /** The last event that an anchor vouches for. */
  readonly anchoredSeq: number;
  /** What doesn't fit, in Vietnamese. */
  readonly fault: string | undefined;
}

/** Writes the commune's present head beside the database; nothing when it was anchored already. */
export async function anchorHead(communeId: string): Promise<void> {
  const head = await inCommune(communeId, (tx) =>
    tx.db.selectFrom('event_head').select(['seq', 'hash']).executeTakeFirst(),
  );
  if (!head || head.seq === 0) return;
  const known = await readLines(communeId);
  if (known.at(-1)?.anchor.seq === head.seq) return;
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

/** Holds the chain in the database against the anchors kept outside it. */
export async function checkAnchors(tx: Pick<Tx, 'db' | 'communeId'>): Promise<AnchorReport> {
  const lines = await readLines(tx.communeId);
  let anchoredSeq = 0;
  for (const { anchor, signature } of lines) {
    const report = (fault: string) => ({ anchors: lines.length, anchoredSeq, fault });
    const signed = verify(
      null,
      Buffer.from(canonicalText(anchor)),
      createPublicKey(signingKey()),
      Buffer.from(signature, 'base64'),
    );
    if (!signed) return report(`Mốc neo ở sự kiện số ${anchor.seq} có chữ ký không đúng.`);
    const row = await tx.db
      .selectFrom('event')
      .select('hash')
      .where('seq', '=', anchor.seq)
      .executeTakeFirst();
    if (row?.hash !== anchor.hash) {
      return report(
        `Sự kiện số ${anchor.seq} khác với mốc đã neo lúc ${anchor.at}: chuỗi đã bị viết lại từ đó về trước.`,
      );
    }
    anchoredSeq = anchor.seq;
  }
  return { anchors: lines.length, anchoredSeq, fault: undefined };
}

/** The newest anchor of a commune; undefined before the first. */
export async function findLastAnchor(communeId: string): Promise<Anchor | undefined> {
  return (await readLines(communeId)).at(-1)?.anchor;
}

defineJob({ name: 'chain.anchor', run: (communeId) => anchorHead(communeId), everyMinutes: 60 });

interface Line {
  readonly anchor: Anchor;
  readonly signature: string;
}

async function readLines(communeId: string): Promise<Line[]> {
  const file = fileOf(communeId);
  if (!existsSync(file)) return [];
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { signature, ...anchor } = JSON.parse(line) as Anchor & { signature: string };
      return { anchor, signature };
    });
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
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  }
  return createPrivateKey(readFileSync(file));
}

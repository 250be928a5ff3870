// Walks a commune's chain and names the first row that is changed, missing or not its own.
import { sha256Hex } from '../digest.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { GENESIS, type EventBody } from './event.ts';

export interface ChainFault {
  /** Sequence number of the row that doesn't fit. */
  readonly seq: number;
  readonly fault: 'changed' | 'missing' | 'inserted' | 'head';
  /** What was found, in Vietnamese. */
  readonly message: string;
}

export interface ChainReport {
  readonly events: number;
  readonly headHash: string;
  readonly fault: ChainFault | undefined;
}

const BATCH = 2000;

/**
 * Walks the chain of the commune that `tx` can see: the whole of it, or with `last` only that many
 * events before the head, which proves nothing about earlier ones.
 */
export async function verifyChain(
  tx: Pick<Tx, 'db'>,
  { last }: { last?: number } = {},
): Promise<ChainReport> {
  let { expected, previous } = await beginning(tx, last);
  for (;;) {
    const rows = await tx.db
      .selectFrom('event')
      .selectAll()
      .where('seq', '>=', expected)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    for (const row of rows) {
      const fault = faultOf(row, expected, previous);
      if (fault) return { events: expected - 1, headHash: previous, fault };
      previous = row.hash;
      expected += 1;
    }
    if (rows.length < BATCH) break;
  }
  const head = await tx.db.selectFrom('event_head').selectAll().executeTakeFirst();
  const events = expected - 1;
  const fault = headFault(head, events, previous);
  return { events, headHash: previous, fault };
}

/** Where to begin, and the hash that the event there must build on. */
async function beginning(
  tx: Pick<Tx, 'db'>,
  last: number | undefined,
): Promise<{ expected: number; previous: string }> {
  const head =
    last === undefined
      ? undefined
      : await tx.db.selectFrom('event_head').select('seq').executeTakeFirst();
  const before = (head?.seq ?? 0) - (last ?? 0);
  if (before < 1) return { expected: 1, previous: GENESIS };
  const row = await tx.db
    .selectFrom('event')
    .select('hash')
    .where('seq', '=', before)
    .executeTakeFirst();
  // Without that row the walk begins at it, and says that it is missing.
  return row
    ? { expected: before + 1, previous: row.hash }
    : { expected: before, previous: GENESIS };
}

interface Row {
  commune_id: string;
  seq: number;
  at: string;
  occurred_on: string;
  actor: string;
  kind: string;
  subject_type: string;
  subject_id: string;
  body: string;
  previous_hash: string;
  hash: string;
}

function faultOf(row: Row, expected: number, previous: string): ChainFault | undefined {
  if (row.seq !== expected) {
    const gap = row.seq - 1 === expected ? `${expected}` : `${expected}–${row.seq - 1}`;
    return { seq: expected, fault: 'missing', message: `Thiếu sự kiện số ${gap}: đã bị xóa.` };
  }
  if (sha256Hex(row.body) !== row.hash) {
    return {
      seq: row.seq,
      fault: 'changed',
      message: `Sự kiện số ${row.seq} đã bị sửa: mã băm không khớp nội dung.`,
    };
  }
  if (row.previous_hash !== previous || bodyOf(row).previous !== previous) {
    return {
      seq: row.seq,
      fault: 'inserted',
      message: `Sự kiện số ${row.seq} không nối vào sự kiện trước: bị chèn hoặc bị tính lại.`,
    };
  }
  const column = differingColumn(row);
  if (column) {
    return {
      seq: row.seq,
      fault: 'changed',
      message: `Sự kiện số ${row.seq}: cột ${column} khác với nội dung đã ký.`,
    };
  }
  return undefined;
}

function bodyOf(row: Row): EventBody {
  return JSON.parse(row.body) as EventBody;
}

/** The columns repeat the body so that they can be searched; they must say the same. */
function differingColumn(row: Row): string | undefined {
  const body = bodyOf(row);
  if (body.commune !== row.commune_id) return 'commune_id';
  if (body.seq !== row.seq) return 'seq';
  if (body.at !== row.at) return 'at';
  if (body.on !== row.occurred_on) return 'occurred_on';
  if (body.actor !== row.actor) return 'actor';
  if (body.kind !== row.kind) return 'kind';
  if (body.subject.type !== row.subject_type) return 'subject_type';
  if (body.subject.id !== row.subject_id) return 'subject_id';
  return undefined;
}

function headFault(
  head: { seq: number; hash: string } | undefined,
  events: number,
  hash: string,
): ChainFault | undefined {
  if (!head && events === 0) return undefined;
  if (!head) return { seq: events, fault: 'head', message: 'Mất đầu chuỗi sự kiện.' };
  if (head.seq > events) {
    return {
      seq: events + 1,
      fault: 'missing',
      message: `Thiếu sự kiện số ${events + 1} đến ${head.seq}: đã bị xóa ở cuối chuỗi.`,
    };
  }
  if (head.seq < events) {
    return {
      seq: head.seq + 1,
      fault: 'inserted',
      message: `Sự kiện số ${head.seq + 1} nằm sau đầu chuỗi: bị chèn thêm.`,
    };
  }
  if (head.hash !== hash)
    return { seq: events, fault: 'head', message: 'Đầu chuỗi không khớp sự kiện cuối.' };
  return undefined;
}

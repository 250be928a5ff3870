// Every commune's chain of events: whole near its end, anchored lately, and not from the future.
import { readCommune, listCommuneIds } from '../communes/lookup.server.ts';
import { inCommune } from '../database/commune.server.ts';
import { checkAnchors, readAnchors } from '../events/anchor.server.ts';
import { verifyChain } from '../events/verify.server.ts';
import { fault, type Finding, ok, warning } from './finding.ts';

/** Enough to notice a rewrite of lately; `loa verify` walks all. */
const QUICK = 1000;
const ANCHOR_MS = 24 * 3_600_000;
const FUTURE_MS = 5 * 60_000;

/** `whole` walks every chain from its first event. */
export async function examineChains(whole: boolean, nowMs: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const id of await listCommuneIds()) findings.push(...(await examineOne(id, whole, nowMs)));
  if (findings.length > 0) return findings;
  return [
    warning(
      'commune.none',
      'Chưa có xã nào.',
      'Mở trang /thiet-lap hoặc chạy: loa commune add --help',
    ),
  ];
}

async function examineOne(id: string, whole: boolean, nowMs: number): Promise<Finding[]> {
  const kept = await readAnchors(id);
  const found = await inCommune(id, async (tx) => ({
    name: (await readCommune(tx)).name,
    chain: await verifyChain(tx, whole ? {} : { last: QUICK }),
    anchors: await checkAnchors(tx, kept),
    head: await tx.db.selectFrom('event_head').select('at').executeTakeFirst(),
  }));
  const { name, chain, anchors, head } = found;
  const todo = 'Giữ nguyên hiện trạng, sao lưu ngay (loa backup), rồi chạy loa verify để biết hết.';
  if (chain.fault) return [fault('chain', `${name}: ${chain.fault.message}`, todo)];
  const reach = whole || chain.events <= QUICK ? 'toàn bộ' : `${QUICK} sự kiện cuối`;
  const findings = [
    ok('chain', `${name}: ${chain.events} sự kiện, đã kiểm ${reach}, chuỗi nguyên vẹn.`),
  ];
  if (head?.at && Date.parse(head.at) > nowMs + FUTURE_MS) {
    const says = `${name}: sự kiện cuối ghi lúc ${head.at}, sau giờ của máy này.`;
    findings.push(
      warning('clock', says, 'Đồng hồ máy từng chạy nhanh hoặc đang chậm: kiểm tra đồng bộ giờ.'),
    );
  }
  if (anchors.fault) return [...findings, fault('anchors', `${name}: ${anchors.fault}`, todo)];
  if (anchors.note) findings.push(ok('anchors', `${name}: ${anchors.note}`));
  const last = kept.lines.at(-1)?.anchor;
  const isOld = !last || nowMs - Date.parse(last.at) > ANCHOR_MS;
  if (chain.events > anchors.anchoredSeq && isOld) {
    const says = `${name}: ${chain.events - anchors.anchoredSeq} sự kiện chưa được neo ra ngoài cơ sở dữ liệu.`;
    findings.push(warning('anchors', says, 'Để Loa chạy (npm start): mỗi giờ Loa neo một lần.'));
  } else {
    findings.push(ok('anchors', `${name}: đã neo đến sự kiện số ${anchors.anchoredSeq}.`));
  }
  return findings;
}

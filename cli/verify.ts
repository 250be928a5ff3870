// loa verify: walks every commune's chain of events and names the first row that was changed,
// deleted or inserted; then holds the chain against the anchors kept outside the database.
import { parseArgs } from 'node:util';
import {
  checkAnchors,
  inCommune,
  listCommuneIds,
  readAnchors,
  readCommune,
  verifyChain,
  type AnchorReport,
  type ChainReport,
} from '#lib/platform/index.server.ts';
import { withOffice } from './frame/office.server.ts';

export const help = 'kiểm tra chuỗi sự kiện của từng xã, nêu đúng dòng bị sửa, xóa hay chèn';
export const usage = '  loa verify [--json]\n';

interface CommuneReport {
  readonly commune: string;
  readonly chain: ChainReport;
  readonly anchors: AnchorReport;
}

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
  const reports = await withOffice('verify', async () => {
    const all: CommuneReport[] = [];
    for (const id of await listCommuneIds()) all.push(await verifyCommune(id));
    return all;
  });
  if (values.json) process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`);
  else for (const report of reports) process.stdout.write(inWords(report));
  return reports.every(isWhole) ? 0 : 1;
}

async function verifyCommune(id: string): Promise<CommuneReport> {
  const anchors = await readAnchors(id);
  return inCommune(id, async (tx) => ({
    commune: (await readCommune(tx)).name,
    chain: await verifyChain(tx),
    anchors: await checkAnchors(tx, anchors),
  }));
}

function isWhole({ chain, anchors }: CommuneReport): boolean {
  return chain.fault === undefined && anchors.fault === undefined;
}

/** Says what was found, and how far the proof reaches: changes before the last anchor. */
function inWords({ commune, chain, anchors }: CommuneReport): string {
  const head = `${commune}: ${chain.events} sự kiện`;
  if (chain.fault) return `${head}. SAI: ${chain.fault.message}\n`;
  if (anchors.fault) return `${head}. SAI: ${anchors.fault}\n`;
  const proof =
    anchors.anchoredSeq > 0
      ? `mốc neo ngoài cơ sở dữ liệu xác nhận đến sự kiện số ${anchors.anchoredSeq}`
      : 'chưa có mốc neo ngoài cơ sở dữ liệu, nên chỉ biết chuỗi tự khớp với nó';
  const note = anchors.note ? ` ${anchors.note}` : '';
  return `${head}, chuỗi nguyên vẹn; ${proof}.${note}\n`;
}

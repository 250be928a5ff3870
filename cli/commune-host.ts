// loa commune host: one more host name for a commune.
import { parseArgs } from 'node:util';
import { systemJob } from '#lib/platform/index.ts';
import { addCommuneHost } from '#lib/platform/index.server.ts';
import { chooseCommune } from './frame/choose-commune.server.ts';
import { withOffice } from './frame/office.server.ts';

export const help = 'gắn thêm một tên miền cho xã';
export const usage = '\n  loa commune host TÊN-MIỀN [--xa SLUG]\n';

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { xa: { type: 'string' } },
  });
  const host = positionals[0];
  if (!host || !/^[a-z0-9.:-]+$/i.test(host)) {
    process.stderr.write(`Thiếu hoặc sai tên miền.\n${usage}`);
    return 2;
  }
  return withOffice('commune host', async () => {
    const commune = await chooseCommune(values.xa);
    await addCommuneHost(commune.id, host, systemJob('command-line'));
    process.stdout.write(`${commune.name} trả lời thêm ở địa chỉ ${host}.\n`);
    return 0;
  });
}

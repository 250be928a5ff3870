// loa commune list: the communes of this installation and the addresses they answer at.
import { parseArgs } from 'node:util';
import { listHosts } from '#lib/platform/index.server.ts';
import { listCommunes } from './frame/choose-commune.server.ts';
import { withOffice } from './frame/office.server.ts';

export const help = 'liệt kê các xã và địa chỉ của mỗi xã';
export const usage = '\n  loa commune list [--json]\n';

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
  return withOffice('commune list', async () => {
    const hosts = await listHosts();
    const communes = (await listCommunes()).map(({ id, slug, name }) => ({
      id,
      slug,
      name,
      hosts: hosts.filter((each) => each.communeId === id).map((each) => each.host),
    }));
    if (values.json) process.stdout.write(`${JSON.stringify(communes, null, 2)}\n`);
    else if (communes.length === 0) process.stdout.write('Chưa có xã nào.\n');
    for (const { slug, name, hosts: own } of values.json ? [] : communes) {
      process.stdout.write(`${slug.padEnd(24)} ${name.padEnd(28)} ${own.join(', ')}\n`);
    }
    return 0;
  });
}

// loa demo: the sample commune of half a year, loaded through the real use cases at the times things
// happened, so that its chain of events is a genuine one.
import { inCommune, listCommuneIds, readCommune } from '#lib/platform/index.server.ts';
import type { Person } from '#lib/platform/index.ts';
import { readDemoData } from './demo-data.server.ts';
import { actsToRecord, type Happening } from './demo/acts.server.ts';
import { articlesToPublish } from './demo/articles.server.ts';
import { consultationsToHold } from './demo/consultations.server.ts';
import { figuresToDeclare } from './demo/figures.server.ts';
import { foundOffice, openToVisitors, type DemoOffice } from './demo/office.server.ts';
import { confirmDemoPlan, publishDemoPlan } from './demo/plan.server.ts';
import { proceduresToPublish } from './demo/procedures.server.ts';
import { commendationsToRecord, dispatchesToSend } from './demo/sent-and-praised.server.ts';
import { withOffice } from './frame/office.server.ts';

export const help = 'nạp xã minh họa vào cơ sở dữ liệu còn trống';
export const usage = 'Cách dùng: loa demo\n';

const FOUNDED = '2023-01-03T01:00:00.000Z';
/** Early on the demo's day, after everything that is loaded. */
const OPENED = '2023-06-30T00:50:00.000Z';

export async function run(args: string[]): Promise<number> {
  if (args.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  return withOffice('demo', async () => {
    if ((await listCommuneIds()).length > 0) {
      process.stderr.write(
        'Cơ sở dữ liệu đã có xã; xã minh họa chỉ nạp vào cơ sở dữ liệu trống.\n',
      );
      return 1;
    }
    await loadDemo((line) => process.stdout.write(`${line}\n`));
    return 0;
  });
}

/** Loads the sample commune into an empty installation. Gives back each login's password, once. */
export async function loadDemo(
  say: (line: string) => void,
): Promise<{ communeId: string; passwords: ReadonlyMap<string, string> }> {
  const data = readDemoData();
  const office = await foundOffice(data.commune, FOUNDED);
  const plan = await confirmDemoPlan(office, data, personOf(office, 'noi-vu'));
  const happenings: Happening[] = [
    publishDemoPlan(office, plan.planId, personOf(office, 'van-hoa')),
    ...actsToRecord(data, office, plan),
    ...figuresToDeclare(data, office, personOf(office, 'van-hoa')),
    ...proceduresToPublish(office, personOf(office, 'noi-vu'), personOf(office, 'pho-chu-tich')),
    ...dispatchesToSend(data, office, plan, (login) => personOf(office, login)),
    ...commendationsToRecord(data, office, personOf(office, 'noi-vu')),
    ...articlesToPublish(data, office, plan, {
      personOf: (login) => personOf(office, login),
      approver: 'pho-chu-tich',
      publisher: 'van-hoa',
    }),
    ...consultationsToHold(data, office, (login) => personOf(office, login)),
  ];
  happenings.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  for (const { happen } of happenings) await happen();
  await openToVisitors(office.communeId, OPENED);
  const name = await inCommune(office.communeId, async (tx) => (await readCommune(tx)).name);
  say(`Đã nạp ${name}: ${data.acts.length} hoạt động trong nửa năm (dữ liệu minh họa).`);
  printPasswords(office.passwords, say);
  return { communeId: office.communeId, passwords: office.passwords };
}

/** The accounts with their passwords, one per line. */
export function printPasswords(
  passwords: ReadonlyMap<string, string>,
  say: (line: string) => void,
): void {
  say(
    'Tài khoản dùng thử (mật khẩu vừa sinh, không lưu ở đâu khác; in lại: npx loa demo passwords):',
  );
  const width = Math.max(...[...passwords.keys()].map((login) => login.length));
  for (const [login, password] of passwords) say(`  ${login.padEnd(width)}  ${password}`);
}

function personOf(office: DemoOffice, login: string): Person {
  const found = office.people.find((one) => one.login === login);
  if (!found) throw new Error(`the demo has no account ${login}`);
  return found.person;
}

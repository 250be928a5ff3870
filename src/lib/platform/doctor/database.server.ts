// The database: version, durability, the wall between the roles, schema, clock, Citus.
import type pg from 'pg';
import { digestOf, readMigrations } from '../migrate/migrate.server.ts';
import { withClient } from '../postgres/roles.server.ts';
import type { RunningDatabase } from '../postgres/running.server.ts';
import { DURABLE_SETTINGS } from '../postgres/settings.ts';
import { fault, type Finding, judgeClock, ok, warning } from './finding.ts';

export async function examineDatabase(database: RunningDatabase): Promise<Finding[]> {
  const owner = await withClient(database.owner, async (client) => [
    ...(await examineSettings(client)),
    ...(await examineMigrations(client)),
    await examineClock(client),
    ...(await examineCitus(client)),
  ]);
  const place = database.kind === 'embedded' ? 'đi kèm' : 'bên ngoài';
  return [
    ok('database.version', `PostgreSQL ${database.version} ${place} (${database.where}).`),
    ...owner,
    ...(await withClient(database.app, examineRole)),
    ...database.warnings.map((says) =>
      warning(
        'database.roles',
        says,
        'Đặt cả DATABASE_URL và DATABASE_OWNER_URL; xem docs/operations.md.',
      ),
    ),
  ];
}

/** Settings as this connection gets them, so that ALTER ROLE and ALTER DATABASE count too. */
export async function examineSettings(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    'SELECT name, setting FROM pg_settings WHERE name = ANY ($1)',
    [[...DURABLE_SETTINGS]],
  );
  const soft = rows.filter(({ setting }) => ['off', 'local'].includes(setting));
  if (soft.length === 0) {
    return [ok('database.durable', `Ghi bền: ${DURABLE_SETTINGS.join(', ')} đều bật.`)];
  }
  return soft.map(({ name, setting }) =>
    fault(
      'database.durable',
      `${name} = ${setting}: mất điện có thể mất dữ liệu đã báo là đã ghi.`,
      `Đặt lại: ALTER SYSTEM SET ${name} = on; SELECT pg_reload_conf();`,
    ),
  );
}

export async function examineMigrations(client: pg.Client): Promise<Finding[]> {
  const own = readMigrations();
  const { rows: there } = await client.query(`SELECT to_regclass('public.migration') AS found`);
  const { rows } = there[0].found
    ? await client.query<{ name: string; sha256: string }>(
        'SELECT name, sha256 FROM public.migration ORDER BY number',
      )
    : { rows: [] };
  const strange = rows.find(({ name, sha256 }, index) => {
    const file = own[index];
    return file?.name !== name || digestOf(file) !== sha256;
  });
  if (strange) {
    const says = `Lược đồ ${strange.name} trong cơ sở dữ liệu không có hoặc khác trong bản Loa này.`;
    return [
      fault(
        'database.schema',
        says,
        'Chạy đúng bản Loa đã cập nhật cơ sở dữ liệu này, hoặc bản mới hơn.',
      ),
    ];
  }
  const missing = own.length - rows.length;
  if (missing === 0) return [ok('database.schema', `Lược đồ mới nhất (${own.at(-1)?.name}).`)];
  const says = `Lược đồ còn thiếu ${missing} tệp.`;
  return [warning('database.schema', says, 'Chạy: loa migrate (hoặc khởi động lại Loa).')];
}

/** As the app role itself: what it may do is what counts. */
export async function examineRole(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{
    role: string;
    mighty: boolean;
    owned: number;
    unforced: string[] | null;
  }>(
    `SELECT r.rolname AS role, r.rolsuper OR r.rolbypassrls OR r.rolcreaterole AS mighty,
            (SELECT count(*)::int FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relowner = r.oid AND n.nspname = 'public') AS owned,
            (SELECT array_agg(c.relname::text) FROM pg_class c
              WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                AND NOT c.relforcerowsecurity AND has_table_privilege(c.oid, 'SELECT')
                AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)) AS unforced
       FROM pg_roles r WHERE r.rolname = current_user`,
  );
  const [facts] = rows;
  if (!facts) throw new Error('the server does not know its own role');
  const todo = 'Dùng một vai trò thường cho DATABASE_URL; xem docs/operations.md.';
  const findings: Finding[] = [];
  if (facts.mighty) {
    findings.push(
      fault(
        'database.roles',
        `Vai trò ứng dụng ${facts.role} vượt được phân quyền theo dòng hoặc quản lý vai trò.`,
        todo,
      ),
    );
  }
  if (facts.owned > 0) {
    findings.push(
      fault('database.roles', `Vai trò ứng dụng ${facts.role} sở hữu ${facts.owned} bảng.`, todo),
    );
  }
  for (const table of facts.unforced ?? []) {
    const says = `Bảng ${table} không còn bắt buộc phân quyền theo dòng.`;
    findings.push(
      fault('database.walls', says, `Chạy: ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`),
    );
  }
  if (findings.length > 0) return findings;
  return [
    ok(
      'database.roles',
      `Vai trò ứng dụng ${facts.role} không sở hữu gì và không vượt được ranh giới giữa các xã.`,
    ),
  ];
}

async function examineClock(client: pg.Client): Promise<Finding> {
  const before = Date.now();
  const { rows } = await client.query<{ ms: string }>(
    'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint::text AS ms',
  );
  const middle = (before + Date.now()) / 2;
  return judgeClock('máy chủ cơ sở dữ liệu', middle - Number(rows[0]?.ms));
}

/** With Citus a commune set by SET LOCAL must reach the workers (ruling 8). */
async function examineCitus(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{ version: string; propagates: string | null }>(
    `SELECT extversion AS version, current_setting('citus.propagate_set_commands', true) AS propagates
       FROM pg_extension WHERE extname = 'citus'`,
  );
  const [citus] = rows;
  if (!citus) return [];
  if (citus.propagates === 'local') return [ok('citus.settings', `Citus ${citus.version}.`)];
  const says = `Citus ${citus.version}: citus.propagate_set_commands = ${citus.propagates ?? 'chưa đặt'}, nên các máy con không biết đang ở xã nào.`;
  const todo = `Chạy: ALTER DATABASE … SET citus.propagate_set_commands = 'local';`;
  return [fault('citus.settings', says, todo)];
}

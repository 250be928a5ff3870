// docs/permissions.md is made from the rooms' tables, so that a change of who may do what shows in
// review. LOA_RENEW=1 writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { documentsPermissions } from '#lib/documents/index.ts';
import { newsroomPermissions } from '#lib/newsroom/index.ts';
import { onestopPermissions } from '#lib/onestop/index.ts';
import { portalPermissions } from '#lib/portal/index.ts';
import { plansPermissions } from '#lib/plans/index.ts';
import { proceduresPermissions } from '#lib/procedures/index.ts';
import { reportsPermissions } from '#lib/reports/index.ts';
import { platformActions, roleNames, roles, type Person, type Rule } from '#lib/platform/index.ts';

const FILE = 'docs/permissions.md';
const OWN = '00000000-0000-7000-8000-000000000001';
const OTHER = '00000000-0000-7000-8000-000000000002';

type Table = Readonly<Record<string, Rule<Record<string, unknown>>>>;

const rooms: Readonly<Record<string, Table>> = {
  platform: platformActions as Table,
  documents: documentsPermissions as Table,
  plans: plansPermissions as Table,
  newsroom: newsroomPermissions as Table,
  onestop: onestopPermissions as Table,
  reports: reportsPermissions as Table,
  portal: portalPermissions as Table,
  procedures: proceduresPermissions as Table,
};

function personWith(role: (typeof roles)[number]): Person {
  return { kind: 'person', accountId: OWN, name: '', roles: [role], unitIds: [OWN] };
}

/** ● for everything, ◐ for what is one's own (unit, account), nothing for nothing. */
function mark(rule: Rule<Record<string, unknown>>, role: (typeof roles)[number]): string {
  const actor = personWith(role);
  const own = rule.allows(actor, { unitId: OWN, accountId: OWN });
  const other = rule.allows(actor, { unitId: OTHER, accountId: OTHER });
  if (other) return '●';
  return own ? '◐' : '';
}

function page(): string {
  const head = ['action', 'Việc', ...roles.map((role) => roleNames[role])];
  const lines = [
    '# Who may do what',
    '',
    'Made from the permission tables of the rooms (`LOA_RENEW=1 npx vitest run tests/unit/permissions-page`).',
    '● always, ◐ for their own unit or account only. The public may do none of these; system jobs act for nobody.',
    '',
  ];
  for (const [room, table] of Object.entries(rooms)) {
    lines.push(`## ${room}`, '', `| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`);
    for (const [action, rule] of Object.entries(table)) {
      const cells = roles.map((role) => mark(rule, role));
      lines.push(`| \`${action}\` | ${rule.says} | ${cells.join(' | ')} |`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

const bare = (text: string) => text.replace(/[ -]+/g, ' ').trim();

it('the page of permissions says what the tables say', () => {
  const made = page();
  if (process.env['LOA_RENEW'] === '1') writeFileSync(FILE, made);
  // Prettier aligns the table; the words count.
  expect(bare(readFileSync(FILE, 'utf8'))).toBe(bare(made));
});

it('nobody but a signed-in person may do anything', () => {
  for (const table of Object.values(rooms)) {
    for (const rule of Object.values(table)) {
      expect(rule.allows({ kind: 'public' }, { unitId: OWN, accountId: OWN })).toBe(false);
    }
  }
});

// Tests of the order of migrations and of the role they grant to.
import { describe, expect, it } from 'vitest';
import { forAppRole, orderMigrations } from './migration-file.ts';

describe('orderMigrations', () => {
  it('sorts by number and reads Windows line ends as LF', () => {
    const files = orderMigrations([
      { name: '0002-add-b.sql', text: 'b' },
      { name: '0001-create-a.sql', text: 'a\r\na' },
    ]);
    expect(files).toEqual([
      { number: 1, name: '0001-create-a.sql', sql: 'a\na' },
      { number: 2, name: '0002-add-b.sql', sql: 'b' },
    ]);
  });

  it.each([
    ['a gap', ['0001-create-a.sql', '0003-add-c.sql']],
    ['a number used twice', ['0001-create-a.sql', '0001-create-b.sql']],
    ['a name outside the pattern', ['0001_create_a.sql']],
    ['another kind of file', ['0001-create-a.sql', 'notes.txt']],
  ])('refuses %s', (_, names) => {
    expect(() => orderMigrations(names.map((name) => ({ name, text: '' })))).toThrow(
      expect.objectContaining({ code: 'migration.bad-name' }),
    );
  });
});

describe('forAppRole', () => {
  it('leaves the usual role as written', () => {
    expect(forAppRole('GRANT SELECT ON a TO loa_app;', 'loa_app')).toBe(
      'GRANT SELECT ON a TO loa_app;',
    );
  });

  it('quotes another role and touches no longer word', () => {
    expect(forAppRole('TO loa_app; loa_apple', 'x"y$&')).toBe('TO "x""y$&"; loa_apple');
  });
});

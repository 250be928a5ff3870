// Reading tables off statements, as Kysely writes them and as people do.
import { expect, it } from 'vitest';
import { tablesOf } from './tables.ts';

it.each([
  ['select "id" from "act" inner join "act_topic" on true', ['act', 'act_topic'], []],
  [
    'select * from (select 1 from "unit") as u left join village v on true',
    ['unit', 'village'],
    [],
  ],
  ['insert into "act" ("id") values ($1) on conflict do update set id = $1', [], ['act']],
  ['update "unit" set "name" = $1 where id in (select unit_id from duty)', ['duty'], ['unit']],
  ['delete from "plan_topic" where "plan_id" = $1', [], ['plan_topic']],
  ['SELECT * FROM search_look($1, $2, $3)', ['search_entry'], []],
  ['SELECT search_put($1)', [], ['search_entry']],
  ['select id from "commune" for no key update', ['commune'], []],
  ['INSERT INTO a SELECT r.x FROM unnest($1::text[]) AS r (x)', [], ['a']],
])('%s', (sql, reads, writes) => {
  expect(tablesOf(sql)).toEqual({ reads, writes });
});

// Search over a hundred thousand public items of one commune: how long a page of results takes, with what it
// can be narrowed to and the passages of its hits, and whether somebody
// who knows an item finds it, typing rightly, without accents, or with one slip of the key.
import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import {
  connectOwner,
  countSearchWords,
  inCommune,
  newId,
  searchPublic,
  type SearchResult,
  type Tx,
} from '#lib/platform/index.server.ts';
import { systemJob } from '#lib/platform/index.ts';
import { SEARCH_KINDS } from '#lib/portal/index.ts';
import { showHits } from '#lib/portal/index.server.ts';
import { PAGE_SIZE } from '#lib/ui/index.ts';
import { fold } from '#lib/vietnam/index.ts';
import { median, round, row } from './figures.ts';

const ITEMS = 100_000;
const BATCH = 5000;
const KNOWN = 200;
const NOW = '2023-06-30T03:00:00.000Z';
const WORK =
  'thông báo|kế hoạch|kết quả|hội nghị tổng kết|lễ phát động|lịch|danh sách|quyết định phê duyệt|báo cáo|hướng dẫn|tập huấn|khai mạc|ra quân|kiểm tra|tuyên truyền về|công khai|triển khai|gặp mặt|khen thưởng|tiếp nhận'.split(
    '|',
  );
const MATTER =
  'tiêm phòng dại cho chó mèo|cấp căn cước cho học sinh|làm đường bê tông ngõ xóm|hiến đất mở đường|thu gom rác thải|phun thuốc muỗi|khám sức khỏe người cao tuổi|khám tuyển nghĩa vụ quân sự|hỗ trợ hộ nghèo sửa nhà|trao học bổng khuyến học|cấp nước sạch|nạo vét kênh mương|gieo cấy vụ mùa|phòng trừ sâu bệnh|dịch tả lợn|cúm gia cầm|cài đặt tài khoản định danh|thanh toán tiền điện|chi trả trợ cấp|bảo hiểm y tế hộ gia đình|tín dụng chính sách|đấu giá quyền sử dụng đất|giải phóng mặt bằng|đo đạc địa chính|hòa giải tranh chấp|tiếp xúc cử tri|lấy phiếu tín nhiệm|bầu trưởng thôn|đại hội chi bộ|giải bóng chuyền|hội diễn văn nghệ|lễ hội đình làng|trùng tu di tích|thư viện sách|lớp bơi cho trẻ em|nuôi cá lồng|trồng cây vụ đông|chăn nuôi bò|vải thiều|làng nghề mộc|dạy nghề may|việc làm cho thanh niên|xuất khẩu lao động|phòng cháy chợ|an toàn giao thông trường học|tập luyện dân quân|cứu nạn ngập lụt|trực bão|thu phí vệ sinh|sửa trạm biến áp'.split(
    '|',
  );
const FIRST =
  'an bình cẩm đại đông gia hà hải hòa hoàng hồng hưng kim lạc liên long minh mỹ nam nghĩa ngọc nhân phú phúc quang quảng tân tây thái thanh thịnh thọ tiên trung tràng vân vĩnh xuân yên'.split(
    ' ',
  );
const SYLLABLES = 'b c ch d đ g h k kh l m n ng nh ph s t th tr v x'
  .split(' ')
  .flatMap((onset) =>
    'a an ang anh ao ay âm ên inh iêu oa oan ông ui ương ưa ươi uyên ơn ôi ac at'
      .split(' ')
      .map((rime) => onset + rime),
  );
const ITEM_KINDS = ['act', 'article', 'document', 'procedure', 'plan'];
const KINDS = SEARCH_KINDS.map(({ kind }) => kind);
/** A document's words fill pages; whoever searches reads the one passage. */
const DOCUMENT_REPEATS = 12;

export async function benchSearch(): Promise<string[]> {
  const communeId = newId();
  const write = <T>(work: (tx: Tx) => Promise<T>) =>
    inCommune(communeId, work, { write: true, actor: systemJob('bench'), now: NOW });
  const begun = performance.now();
  await write(async (tx) => {
    const commune = { id: communeId, slug: `tim-${communeId}`, name: 'xã Tìm', kind: 'xa' };
    await tx.db.insertInto('commune').values(commune).execute();
  });
  await fill(communeId);
  const filled = (performance.now() - begun) / 1000;
  const counting = performance.now();
  await write(countSearchWords);
  const counted = (performance.now() - counting) / 1000;
  const lines = [
    row(
      `${round(ITEMS)} items put into search`,
      `${round(filled)} s`,
      `words counted in ${round(counted, 1)} s`,
    ),
  ];
  for (const [name, spell] of Object.entries(SPELLINGS)) {
    lines.push(await lookFor(communeId, name, spell));
  }
  lines.push(await commonWords(communeId), await oneRow(communeId));
  return lines;
}

/** All that a page of results reads of the database and makes of it, short of drawing it. */
function askForPage(communeId: string, query: string): Promise<SearchResult> {
  return inCommune(
    communeId,
    async (tx) => {
      const found = await searchPublic(tx, query, { size: PAGE_SIZE, start: 0, kinds: KINDS });
      await showHits(tx, found);
      return found;
    },
    { now: NOW },
  );
}

/** Somebody remembers what it was about and where. */
async function lookFor(
  communeId: string,
  name: string,
  spell: (text: string, seed: number) => string,
): Promise<string> {
  const times: number[] = [];
  let inTen = 0;
  let first = 0;
  for (let number = 0; number < KNOWN; number += 1) {
    const at = (number * 7919) % ITEMS;
    const { matter, place } = partsOf(at);
    const query = spell(`${matter} ${place}`, number);
    const { title } = itemOf(at);
    const asked = performance.now();
    const { hits } = await askForPage(communeId, query);
    times.push(performance.now() - asked);
    const found = hits.slice(0, 10).findIndex((hit) => hit.title === title);
    if (found >= 0) inTen += 1;
    if (found === 0) first += 1;
  }
  return row(
    `known item, ${name}`,
    `${round(p95(times), 1)} ms`,
    `95 of 100; median ${round(median(times), 1)} ms; mark: 30 ms; ${percent(inTen)} in ten, ${percent(first)} first`,
  );
}

/** Words that thousands of items hold, alone and together. */
async function commonWords(communeId: string): Promise<string> {
  const queries = [
    ...WORK,
    ...MATTER,
    ...FIRST.map((first) => `thôn ${first}`),
    'xã',
    'trong thôn',
  ];
  const times: number[] = [];
  for (const query of queries) {
    const asked = performance.now();
    await askForPage(communeId, query);
    times.push(performance.now() - asked);
  }
  return row(
    'words that thousands of items hold',
    `${round(p95(times), 1)} ms`,
    `95 of 100; median ${round(median(times), 1)} ms; longest ${round(Math.max(...times), 1)} ms`,
  );
}

/** What any transaction costs at this hour on this machine: the yardstick of the lines above. */
async function oneRow(communeId: string): Promise<string> {
  const times: number[] = [];
  for (let time = 0; time < KNOWN; time += 1) {
    const asked = performance.now();
    await inCommune(communeId, ({ db }) =>
      db.selectFrom('commune').select('name').executeTakeFirstOrThrow(),
    );
    times.push(performance.now() - asked);
  }
  return row('  one row by its key, same run', `${round(p95(times), 1)} ms`, '95 of 100');
}

const SPELLINGS: Readonly<Record<string, (text: string, seed: number) => string>> = {
  'typed rightly': (text) => text,
  'without accents': fold,
  'one slip of the key': slipped,
};

/** One letter of one syllable left out, doubled, or swapped with its neighbour. */
function slipped(text: string, seed: number): string {
  const words = fold(text).split(' ');
  const long = words.flatMap((word, at) => (word.length >= 4 ? [at] : []));
  const at = long[seed % Math.max(1, long.length)] ?? 0;
  const word = words[at] ?? '';
  const place = 1 + (seed % Math.max(1, word.length - 2));
  const ways = [
    word.slice(0, place) + word.slice(place + 1),
    word.slice(0, place) + word.charAt(place) + word.slice(place),
    word.slice(0, place) + word.charAt(place + 1) + word.charAt(place) + word.slice(place + 2),
  ];
  return words.with(at, ways[seed % ways.length] ?? word).join(' ');
}

/** Many at once, as the installation's owner: one by one it would take longer than all that is measured. */
async function fill(communeId: string): Promise<void> {
  const owner = await connectOwner();
  try {
    await owner.query(`SELECT set_config('loa.commune', $1, false)`, [communeId]);
    for (let from = 0; from < ITEMS; from += BATCH) await putItems(owner, communeId, from);
    await owner.query(`SELECT search_learn(array_agg(DISTINCT term))
      FROM search_entry, unnest(tsvector_to_array(words)) AS term WHERE term !~ '-'`);
    await owner.query('VACUUM ANALYZE search_entry, search_text, search_word, search_slip');
  } finally {
    await owner.end();
  }
}

async function putItems(owner: pg.Client, communeId: string, from: number): Promise<void> {
  const items = Array.from({ length: BATCH }, (_, at) => itemOf(from + at));
  const list = (pick: (item: (typeof items)[number]) => string) => items.map(pick);
  await owner.query(
    `WITH entry AS (
    INSERT INTO search_entry (commune_id, id, kind, url, title, summary, topic, published_on, title_words, words)
    SELECT $1, id, kind, url, title, summary, topic, day,
      array_to_tsvector(search_terms(folded_title) || search_marks(kind, topic, day)),
      array_to_tsvector(search_terms(folded_title) || search_terms(folded_summary)
        || string_to_array(folded_body, ' ') || search_marks(kind, topic, day))
    FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $9::text[],
      $10::text[], $11::text[]) AS item (id, kind, url, title, summary, topic, day, folded_title, folded_summary, folded_body)
    RETURNING id)
    INSERT INTO search_text (commune_id, id, body)
    SELECT $1, id, body FROM unnest($2::uuid[], $12::text[]) AS item (id, body)`,
    [
      communeId,
      items.map(() => newId()),
      list((one) => one.kind),
      list((one) => one.url),
      list((one) => one.title),
      list((one) => one.summary),
      list((one) => one.topic),
      list((one) => one.day),
      list((one) => fold(one.title)),
      list((one) => fold(one.summary)),
      list((one) => fold(one.body)),
      list((one) => one.text),
    ],
  );
}

function partsOf(at: number) {
  const mixed = (at * 2_654_435_761) % 4_294_967_296;
  const pick = (from: readonly string[], salt: number) =>
    from[Math.floor(mixed / (salt * 13 + 1)) % from.length] ?? '';
  return {
    work: pick(WORK, at % 97),
    matter: pick(MATTER, at % 89),
    beside: pick(MATTER, (at % 83) + 5),
    place: `thôn ${pick(FIRST, at % 79)} ${pick(FIRST, (at % 73) + 9)}`,
  };
}

function itemOf(at: number) {
  const { work, matter, beside, place } = partsOf(at);
  const year = 2014 + Math.floor((at * 9.5) / ITEMS);
  const kind = ITEM_KINDS[at % ITEM_KINDS.length] ?? '';
  const body = bodyOf(at);
  const day = `${year}-0${1 + (at % 6)}-${10 + (at % 18)}`;
  return {
    kind,
    url: `/muc/${at}`,
    title: `${work} ${matter} tại ${place}, đợt ${1 + (at % 40)} năm ${year}`,
    summary: `Ủy ban nhân dân xã ${work} ${matter}; cùng ngày có việc ${beside}.`,
    topic: `lĩnh vực ${at % 12}`,
    day,
    body,
    text: kind === 'document' ? `${body}. `.repeat(DOCUMENT_REPEATS) : body,
  };
}

/** Two other matters among syllables that, as in any text, are common or rare. */
function bodyOf(at: number): string {
  const others = [partsOf(at + 31), partsOf(at + 977)];
  const filler = Array.from({ length: 120 }, (_, place) => {
    const mixed = ((at * 131 + place * 7919) * 2_654_435_761) % 4_294_967_296;
    return SYLLABLES[Math.floor((mixed / 4_294_967_296) ** 3 * SYLLABLES.length)];
  });
  const words = others.map(({ work, matter, place }) => `${work} ${matter} ở ${place}`);
  return `Trong xã ${words.join(' ')} ${filler.join(' ')}`;
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

function percent(count: number): string {
  return `${round((count * 100) / KNOWN)} %`;
}

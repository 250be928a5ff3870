// A hundred thousand public items as a commune might have them, put into search for measuring it.
import type pg from 'pg';
import { connectOwner, newId } from '#lib/platform/index.server.ts';
import { fold } from '#lib/vietnam/index.ts';

export const ITEMS = 100_000;
const BATCH = 5000;
export const WORK =
  'thông báo|kế hoạch|kết quả|hội nghị tổng kết|lễ phát động|lịch|danh sách|quyết định phê duyệt|báo cáo|hướng dẫn|tập huấn|khai mạc|ra quân|kiểm tra|tuyên truyền về|công khai|triển khai|gặp mặt|khen thưởng|tiếp nhận'.split(
    '|',
  );
export const MATTER =
  'tiêm phòng dại cho chó mèo|cấp căn cước cho học sinh|làm đường bê tông ngõ xóm|hiến đất mở đường|thu gom rác thải|phun thuốc muỗi|khám sức khỏe người cao tuổi|khám tuyển nghĩa vụ quân sự|hỗ trợ hộ nghèo sửa nhà|trao học bổng khuyến học|cấp nước sạch|nạo vét kênh mương|gieo cấy vụ mùa|phòng trừ sâu bệnh|dịch tả lợn|cúm gia cầm|cài đặt tài khoản định danh|thanh toán tiền điện|chi trả trợ cấp|bảo hiểm y tế hộ gia đình|tín dụng chính sách|đấu giá quyền sử dụng đất|giải phóng mặt bằng|đo đạc địa chính|hòa giải tranh chấp|tiếp xúc cử tri|lấy phiếu tín nhiệm|bầu trưởng thôn|đại hội chi bộ|giải bóng chuyền|hội diễn văn nghệ|lễ hội đình làng|trùng tu di tích|thư viện sách|lớp bơi cho trẻ em|nuôi cá lồng|trồng cây vụ đông|chăn nuôi bò|vải thiều|làng nghề mộc|dạy nghề may|việc làm cho thanh niên|xuất khẩu lao động|phòng cháy chợ|an toàn giao thông trường học|tập luyện dân quân|cứu nạn ngập lụt|trực bão|thu phí vệ sinh|sửa trạm biến áp'.split(
    '|',
  );
export const FIRST =
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
/** As many as officers write, and no multiple of the kinds. */
const TOPICS = 97;
const ITEM_KINDS = ['act', 'article', 'document', 'procedure', 'plan'];
/** A document's words fill pages; whoever searches reads the one passage. */
const DOCUMENT_REPEATS = 12;

/** Many at once, as the installation's owner: one by one it would take longer than all that is measured. */
export async function putSearchItems(communeId: string): Promise<void> {
  const owner = await connectOwner();
  try {
    await owner.query(`SELECT set_config('loa.commune', $1, false)`, [communeId]);
    for (let from = 0; from < ITEMS; from += BATCH) await putItems(owner, communeId, from);
    await owner.query(
      `SELECT search_learn(array_agg(word)) FROM (
        SELECT substr(term, 1 + length(search_sign($1))) AS word
        FROM (SELECT DISTINCT unnest(tsvector_to_array(words)) AS term FROM search_entry) AS held) AS known
        WHERE word !~ '-'`,
      [communeId],
    );
    await owner.query(`SELECT search_learn_choices(array_agg(DISTINCT mark))
      FROM search_entry, unnest(search_marks(kind, topic, published_on)) AS mark`);
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
    INSERT INTO search_entry (commune_id, id, kind, topic, published_on, title_words, words, title_bits)
    SELECT $1, id, kind, topic, day,
      search_signed($1, search_terms(folded_title) || search_marks(kind, topic, day)),
      search_signed($1, search_terms(folded_title) || search_terms(folded_summary)
        || string_to_array(folded_body, ' ') || search_marks(kind, topic, day)),
      search_bits(search_terms(folded_title))
    FROM unnest($2::uuid[], $3::text[], $7::text[], $8::date[], $9::text[], $10::text[], $11::text[])
      AS item (id, kind, topic, day, folded_title, folded_summary, folded_body)
    RETURNING id)
    INSERT INTO search_text (commune_id, id, url, title, summary, body)
    SELECT $1, id, url, title, summary, body
    FROM unnest($2::uuid[], $4::text[], $5::text[], $6::text[], $12::text[]) AS item (id, url, title, summary, body)`,
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

export function partsOf(at: number) {
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

export function itemOf(at: number) {
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
    topic: `lĩnh vực ${at % TOPICS}`,
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

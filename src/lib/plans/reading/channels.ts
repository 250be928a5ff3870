// Channels a measure of a plan names.
import { flat } from '#lib/documents/index.ts';

export type Channel =
  | 'meeting'
  | 'portal'
  | 'noticeboard'
  | 'radio'
  | 'poster'
  | 'training'
  | 'masses'
  | 'reception'
  | 'press'
  | 'social'
  | 'sms';

// In flat letters, but for meetings: "họp" (to meet) and "hợp" (to join) are the same there.
const MEETING =
  /(?:cuộc|phiên|buổi|kỳ) họp|họp (?:giao ban|thôn|tổ dân phố|dân|chi bộ|định kỳ)|giao ban|hội nghị|t(?:ọa|oạ) đàm|nói chuyện chuyên đề|sinh hoạt (?:chi bộ|đoàn thể|chuyên môn|chuyên đề)/;

// As above: "dán" (to paste) and "dân" (people).
const PASTED = /dán (?:thông báo|tin|bản tin|công khai|áp phích|tại|ở|lên)/;

// In flat letters. A word for a channel, not for the people or the matter it carries.
const NAMED: readonly [Channel, RegExp][] = [
  [
    'portal',
    /(?:cong|trang) (?:thong tin|ttdt|tttdt)|(?:cong|cong \/ trang) (?:thong tin )?dien tu|trang (?:web|tin dien tu)|website|chuyen trang/,
  ],
  ['noticeboard', /niem yet|bang tin|bang thong bao|tai tru so/],
  ['radio', /(?:dai|tram) (?:phat thanh|truyen thanh)|(?:phat|truyen) thanh|loa |phat song/],
  ['poster', /pa ?-? ?no|ap phich|bang ron|khau hieu|to roi|to gap|bang,? ro[nl]|an pham/],
  ['training', /tap huan|boi duong|lop (?:dao tao|hoc)|dao tao/],
  [
    'masses',
    /(?:to chuc|cac|khoi|nganh|hoi|ban,? nganh),? (?:doan the|hoi,? doan the)|doan the|mat tran to quoc|doan thanh nien|hoi phu nu|hoi nong dan|hoi cuu chien binh|to chuc chinh tri/,
  ],
  ['reception', /tiep cong dan|doi thoai|tiep dan/],
  ['press', /bao chi|bao,? dai|tap chi|truyen hinh|thong tan|tren bao|phong su/],
  ['social', /mang xa hoi|facebook|zalo|fanpage|youtube|tiktok/],
  ['sms', /tin nhan|sms|nhan tin/],
];

const NEWS = /tin tuc|bai viet|tin,? bai|ban tin/;
const NEWS_CHANNELS: readonly Channel[] = ['portal', 'radio', 'press', 'social'];

/**
 * Channels that words name, in the order in which they are named. News without a
 * named medium go to the commune's portal.
 */
export function channelsIn(words: string): Channel[] {
  const plain = flat(words);
  const named = NAMED.map(([channel, pattern]) => ({
    channel,
    at: plain.search(new RegExp(`(?<![a-z])(?:${pattern.source})`)),
  }));
  const found = [
    { channel: 'meeting' as Channel, at: words.toLowerCase().search(MEETING) },
    { channel: 'noticeboard' as Channel, at: words.toLowerCase().search(PASTED) },
    ...named,
  ]
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ channel }) => channel);
  // A board may be named in both letters.
  const channels = [...new Set(found)];
  if (NEWS.test(plain) && !channels.some((channel) => NEWS_CHANNELS.includes(channel)))
    channels.push('portal');
  return channels;
}

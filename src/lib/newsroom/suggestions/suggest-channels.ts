// Through which further channels an article should go, each with its reason: what the schedule of the month
// waits for, what the plan's measures say, whom the article speaks to. A proposal: a person takes it. Pure.
import { pairsOf, sharedPhrases } from './phrases.ts';
import type { Suggestion, Written } from './suggest-topics.ts';

/** Channels that an article can go through beside the portal, as the table of act kinds names them. */
export const ARTICLE_CHANNELS = [
  'radio',
  'noticeboard',
  'poster',
  'social',
  'sms',
  'meeting',
  'masses',
  'reception',
  'press',
] as const;

export interface ChannelClues {
  /** "2023-06". */
  readonly month: string;
  /** Topics the article serves, or seems to. */
  readonly topics: readonly {
    readonly label: string;
    /** Channels this month's schedule expects for it and nothing came on yet. */
    readonly waitingChannels: readonly string[];
  }[];
  /** Of the plans that those topics are of. */
  readonly measures: readonly {
    readonly number: string | null;
    readonly text: string;
    readonly channels: readonly string[];
  }[];
}

const MOST = 4;
/** A measure is quoted so far that it is known again. */
const QUOTED = 12;

interface Audience {
  readonly channel: (typeof ARTICLE_CHANNELS)[number];
  /** Between commas; found as whole words. */
  readonly words: string;
  readonly why: string;
}

/** Whom or what an article speaks of, and where those are reached. */
const AUDIENCES: readonly Audience[] = [
  {
    channel: 'sms',
    words: 'khẩn, bão, lũ, ngập, cháy, sạt lở, ổ dịch, cắt điện, cắt nước, tạm ngừng, hoãn',
    why: 'Việc gấp: tin nhắn đến được cả người không mở mạng.',
  },
  {
    channel: 'radio',
    words: 'người già, người cao tuổi, các cụ, bà con, nông dân, gieo cấy, thu hoạch, chăn nuôi',
    why: 'Bài nói với người hay nghe loa hơn xem điện thoại.',
  },
  {
    channel: 'noticeboard',
    words:
      'các thôn, từng thôn, tổ dân phố, nhà văn hóa, danh sách, lịch tiêm, lịch phun, lịch chi trả',
    why: 'Bài có lịch, danh sách theo thôn: dán bảng tin để xem lại được.',
  },
  {
    channel: 'social',
    words: 'phụ huynh, học sinh, thanh niên, trực tuyến, VNeID, dịch vụ công',
    why: 'Bài nói với người trẻ, phụ huynh: họ đọc trong nhóm nhắn tin.',
  },
  {
    channel: 'reception',
    words: 'hồ sơ, thủ tục, lệ phí, giấy hẹn, một cửa, giấy tờ',
    why: 'Bài hướng dẫn thủ tục: để ở quầy một cửa cho người đến hỏi.',
  },
  {
    channel: 'masses',
    words: 'hội viên, đoàn viên, hội phụ nữ, hội nông dân, cựu chiến binh, mặt trận',
    why: 'Bài nói với hội viên: nhờ đoàn thể đưa vào buổi sinh hoạt.',
  },
];

/** At most four: what the schedule waits for first, then measures on the article's matter, then audiences. */
export function suggestChannels(written: Written, clues: ChannelClues): Suggestion[] {
  const found = new Map<string, string>();
  const add = (channel: string, why: string) => {
    if ((ARTICLE_CHANNELS as readonly string[]).includes(channel) && !found.has(channel)) {
      found.set(channel, why);
    }
  };
  for (const { label, waitingChannels } of clues.topics) {
    for (const channel of waitingChannels) {
      const month = Number(clues.month.slice(5));
      add(channel, `Lịch tháng ${month} đặt nội dung “${label}” qua kênh này, chưa ai làm.`);
    }
  }
  const words = [written.title, written.summary, written.body].join('\n');
  if (clues.topics.length > 0) {
    const matter = pairsOf(words);
    for (const { number, text, channels } of clues.measures) {
      if (sharedPhrases(text, matter).length === 0) continue;
      const which = number === null ? 'Kế hoạch' : `Biện pháp ${number} của kế hoạch`;
      for (const channel of channels) add(channel, `${which} nêu kênh này: “${opening(text)}”.`);
    }
  }
  for (const { channel, words: signs, why } of AUDIENCES) {
    if (speaksOf(words, signs)) add(channel, why);
  }
  return [...found].slice(0, MOST).map(([id, why]) => ({ id, why }));
}

function speaksOf(words: string, signs: string): boolean {
  const any = signs.split(', ').join('|');
  return new RegExp(`(?<!\\p{L})(?:${any})(?!\\p{L})`, 'iu').test(words);
}

/** The first words of a sentence. */
function opening(text: string): string {
  const words = text.trim().split(/\s+/);
  const first = words
    .slice(0, QUOTED)
    .join(' ')
    .replace(/[.,;:]$/u, '');
  return words.length > QUOTED ? `${first}…` : first;
}

// Suggestions on wording of the test's own: a plan of a made-up office, and articles as editors write them.
import { describe, expect, it } from 'vitest';
import { pairsOf, sharedPhrases } from './phrases.ts';
import { suggestChannels, type ChannelClues } from './suggest-channels.ts';
import { suggestTopics, type TopicWords, type Written } from './suggest-topics.ts';

const TOPICS: readonly TopicWords[] = [
  {
    id: 'hotline',
    label: 'Đường dây nóng',
    text: 'Giới thiệu đường dây nóng nhận phản ánh, kiến nghị về thủ tục hành chính của xã.',
    duties: ['Niêm yết số máy ở nhà văn hóa từng thôn.'],
  },
  {
    id: 'one-stop',
    label: 'Một cửa',
    text: 'Cách nộp hồ sơ và nhận kết quả ở bộ phận một cửa; thủ tục hành chính mới sửa đổi.',
    duties: ['Mở quầy lưu động phục vụ người cao tuổi tại nhà.'],
  },
  {
    id: 'family',
    label: 'Gia đình',
    text: 'Phòng, chống bạo lực gia đình; xây dựng gia đình văn hóa.',
    duties: [],
  },
];

const written = (title: string, more: Partial<Written> = {}): Written => ({
  ...{ title, summary: '', body: '' },
  ...more,
});

const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

describe('phrases', () => {
  it('end at marks and at words that only join, and say nothing that every paper says', () => {
    expect([...pairsOf('Nộp hồ sơ của gia đình, cán bộ xem.')]).toEqual([
      ...['nop ho', 'ho so', 'gia dinh', 'bo xem'],
    ]);
  });

  it('are told as the text has them', () => {
    const shared = new Set(['duong day', 'day nong']);
    expect(sharedPhrases('Gọi Đường dây nóng và đường dây khác', shared)).toEqual([
      { words: 'Đường dây nóng', pairs: ['duong day', 'day nong'] },
      { words: 'đường dây', pairs: ['duong day'] },
    ]);
  });
});

describe('topics', () => {
  it('come by the words of the title, with the words as the reason', () => {
    const found = suggestTopics(written('Số đường dây nóng mới của xã'), TOPICS, []);
    expect(found).toEqual([
      { id: 'hotline', why: 'Bài nói tới “đường dây nóng”, cũng là lời của nội dung này.' },
    ]);
  });

  it('are found without accents too', () => {
    const found = suggestTopics(written('duong day nong cua xa'), TOPICS, []);
    expect(ids(found)).toEqual(['hotline']);
  });

  it('come by duties that were done for them, and say so', () => {
    const title = 'Quầy lưu động đến nhà người cao tuổi';
    expect(suggestTopics(written(title), TOPICS, [])).toEqual([
      {
        id: 'one-stop',
        why: 'Bài nói tới “Quầy lưu động”, “người cao tuổi”, như nhiệm vụ vẫn làm cho nội dung này.',
      },
    ]);
  });

  it('come by an article before that was called alike, the newest of them', () => {
    const earlier = [
      { title: 'Giải cầu lông hè các xóm', day: '2024-06-02', topics: ['family'] },
      { title: 'Giải cầu lông xuân', day: '2024-01-05', topics: ['family'] },
    ];
    expect(suggestTopics(written('Khai mạc giải cầu lông hè'), TOPICS, earlier)[0]).toEqual({
      id: 'family',
      why: 'Giống bài “Giải cầu lông hè các xóm” ngày 02/06/2024, bài ấy phục vụ nội dung này.',
    });
  });

  it('are none where one phrase stands in passing, or only what all topics say', () => {
    const body = 'Ngày hội mùa xuân có thi nấu ăn, mỗi gia đình một mâm.';
    expect(suggestTopics(written('Ngày hội mùa xuân', { body }), TOPICS, [])).toEqual([]);
    expect(suggestTopics(written('Cán bộ, công chức thực hiện'), TOPICS, [])).toEqual([]);
    expect(suggestTopics(written(''), TOPICS, [])).toEqual([]);
  });

  it('are at most three, none far behind the likeliest', () => {
    const body = 'Hồ sơ nộp ở bộ phận một cửa. Chống bạo lực gia đình.';
    const many = suggestTopics(
      written('Hồ sơ một cửa, đường dây nóng, bạo lực gia đình', { body }),
      TOPICS,
      [],
    );
    expect(ids(many).sort()).toEqual(['family', 'hotline', 'one-stop']);
    const one = suggestTopics(
      written('Bạo lực gia đình: gia đình văn hóa nói không', { body: 'Gọi đường dây nóng.' }),
      TOPICS,
      [],
    );
    expect(ids(one)).toEqual(['family']);
  });
});

describe('channels', () => {
  const clues = (given: Partial<ChannelClues> = {}): ChannelClues => ({
    ...{ month: '2024-06', topics: [], measures: [] },
    ...given,
  });
  const topic = { label: 'Một cửa', waitingChannels: ['radio', 'portal'] };
  const measure = {
    number: '3',
    text: 'Thủ tục mới sửa đổi được dán ngay lên bảng tin của cơ quan, chữ rõ, lời dễ hiểu, đủ mọi trang.',
    channels: ['noticeboard', 'portal'],
  };

  it('are first those the schedule of the month waits for, never the portal itself', () => {
    expect(suggestChannels(written('Tin'), clues({ topics: [topic] }))).toEqual([
      { id: 'radio', why: 'Lịch tháng 6 đặt nội dung “Một cửa” qua kênh này, chưa ai làm.' },
    ]);
  });

  it('are those a measure names that speaks of the same matter', () => {
    const about = { topics: [{ ...topic, waitingChannels: [] }], measures: [measure] };
    expect(suggestChannels(written('Ba loại giấy vừa sửa đổi'), clues(about))).toEqual([
      {
        id: 'noticeboard',
        why: 'Biện pháp 3 của kế hoạch nêu kênh này: “Thủ tục mới sửa đổi được dán ngay lên bảng tin của…”.',
      },
    ]);
    expect(suggestChannels(written('Mùa vải chín'), clues(about))).toEqual([]);
    expect(
      suggestChannels(written('Ba loại giấy vừa sửa đổi'), clues({ ...about, topics: [] })),
    ).toEqual([]);
  });

  it('are those that reach whom the article speaks to', () => {
    expect(ids(suggestChannels(written('Bão số 3: hoãn họp'), clues()))).toEqual(['sms']);
    expect(ids(suggestChannels(written('Lũy kế sáu tháng'), clues()))).toEqual([]);
    expect(ids(suggestChannels(written('Nhắc bà con gieo cấy'), clues()))).toEqual(['radio']);
  });

  it('are told once, by the weightiest reason', () => {
    const found = suggestChannels(written('Bà con nghe'), clues({ topics: [topic] }));
    expect(found).toHaveLength(1);
    expect(found[0]?.why).toContain('Lịch tháng 6');
  });
});

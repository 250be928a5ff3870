// Proposals of duty and topic: which clue wins, and that nothing is proposed without one.
import { describe, expect, test } from 'vitest';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { suggestDuty, suggestTopics, type Arrived, type DutyChoice } from './suggest.ts';
import { cluesInWords } from './words.ts';

const act: Arrived = {
  kind: 'article',
  channel: 'portal',
  day: toPlainDate('2023-06-15'),
  topics: ['t1'],
  words: 'Nộp hồ sơ trực tuyến được giảm lệ phí.',
};
const duty = (id: string, text: string, state?: string): DutyChoice => ({
  id,
  text,
  occurrences: state
    ? [{ from: toPlainDate('2023-04-01'), due: toPlainDate('2023-06-30'), state }]
    : [],
});

describe('a duty', () => {
  test('whose sentence names the channel is proposed before one that is merely due', () => {
    const duties = [
      duty('a', 'Tổ chức hội nghị quán triệt.', 'open'),
      duty('b', 'Đăng tin, bài trên Trang thông tin điện tử.'),
    ];
    expect(suggestDuty(act, duties, [])).toEqual({ duty: 'b', why: ['channel'] });
  });

  test('the unit used to report for is proposed where no sentence names the channel', () => {
    const duties = [duty('a', 'Phối hợp thực hiện.', 'open'), duty('b', 'Tuyên truyền nội bộ.')];
    const before = { kind: 'article', channel: 'portal', topics: ['t1'], duties: ['b'] };
    expect(suggestDuty(act, duties, [before])).toEqual({ duty: 'b', why: ['usual', 'topic'] });
  });

  test.each(['done', 'evidenced', 'excused', 'ended'])('that is %s is no longer due', (state) => {
    expect(suggestDuty(act, [duty('a', 'Phối hợp thực hiện.', state)], [])).toBeUndefined();
  });

  test('that nothing points at is not proposed', () => {
    expect(suggestDuty(act, [duty('a', 'Kiểm tra, giám sát.')], [])).toBeUndefined();
  });

  test('says why', () => {
    expect(cluesInWords(['channel', 'due'])).toBe(
      'Gợi ý vì câu giao việc nêu đúng kênh này; đang có kỳ chưa làm.',
    );
  });
});

describe('topics', () => {
  const topics = [
    { id: 'online', words: 'Nộp hồ sơ, thanh toán trực tuyến; lệ phí giảm' },
    { id: 'family', words: 'Phòng, chống bạo lực gia đình' },
  ];
  test('are proposed by pairs of syllables they share', () => {
    expect(suggestTopics(act, topics, [])).toEqual(['online']);
  });
  test('are not proposed for one shared pair or none', () => {
    const unlike = { ...act, words: 'Lịch nghỉ lễ Quốc khánh' };
    expect(suggestTopics(unlike, topics, [])).toEqual([]);
  });
  test('are those of the last act of the sort where no words are shared', () => {
    const unlike = { ...act, words: 'Bảng niêm yết đầu làng' };
    const before = (kind: string, ...served: string[]) => ({
      ...{ kind, channel: act.channel, duties: [], topics: served },
    });
    const acts = [before(act.kind, 'online'), before(act.kind, 'family', 'ended'), before('other')];
    expect(suggestTopics(unlike, topics, acts)).toEqual(['family']);
  });
});

// The words of the formula language: what an officer writes, with or without accents, and what it means.
import { fold } from '#lib/vietnam/index.ts';
import type { FigureReference, FilterName, MeasureName } from '../figures/reference.ts';

export const MEASURE_WORDS: Readonly<Record<MeasureName, string>> = {
  acts: 'hoạt_động',
  evidenced: 'có_minh_chứng',
  items: 'tin_bài',
  airings: 'lượt_phát',
  minutes: 'số_phút',
  people: 'lượt_người',
  copies: 'số_bản',
};

export const FILTER_WORDS: Readonly<Record<FilterName | 'span', string>> = {
  kind: 'loại',
  channel: 'kênh',
  unit: 'đơn_vị',
  topic: 'nội_dung',
  span: 'kỳ',
};

export const SPAN_WORDS: Readonly<Record<FigureReference['span'], string>> = {
  period: 'trong kỳ',
  cumulative: 'lũy kế',
};

/** The function that sets one sum against another. */
export const PERCENT_WORD = 'tỷ_lệ';

/** The key of a table of words whose word was written, accents or not. */
export function findWord<Key extends string>(
  table: Readonly<Record<Key, string>>,
  written: string,
): Key | undefined {
  const sought = fold(written);
  return (Object.keys(table) as Key[]).find((key) => fold(table[key]) === sought);
}

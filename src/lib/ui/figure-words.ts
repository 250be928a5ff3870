// What components that show figures say by themselves: states, months, charts, and why a figure is what it
// is. Pure.
import { type ChartWords, VIETNAMESE_CHART } from './charts/chart.ts';
import { ENGLISH_MONTHS } from './english-months.ts';
import { englishActs, englishNumber } from './english-numbers.ts';
import { STATE_LABELS, type State } from './looks.ts';

export interface FigureWords {
  readonly states: Readonly<Record<State, string>>;
  readonly legend: string;
  /** A month by its number, from 1: short on a drawing, whole when read aloud. */
  readonly shortMonth: (month: number) => string;
  readonly month: (month: number) => string;
  readonly acts: (count: number) => string;
  readonly why: string;
  readonly data: string;
  readonly rule: string;
  readonly source: string;
  readonly asOf: string;
  readonly download: string;
  readonly noRows: string;
  readonly chart: ChartWords;
  readonly drawing: (title: string) => string;
  readonly figuresOf: (title: string) => string;
  readonly countedIn: (title: string, unit: string) => string;
  readonly noValue: string;
}

export const vietnameseFigures: FigureWords = {
  states: STATE_LABELS,
  legend: 'Chú giải',
  shortMonth: (month) => `T${month}`,
  month: (month) => `Tháng ${month}`,
  acts: (count) => `${count} hoạt động`,
  why: 'Vì sao có kết quả này?',
  data: 'Số liệu',
  rule: 'Cách tính',
  source: 'Căn cứ',
  asOf: 'Tính đến',
  download: 'Tải bảng',
  noRows: 'Không có dòng nào.',
  chart: VIETNAMESE_CHART,
  drawing: (title) => `Biểu đồ: ${title}`,
  figuresOf: (title) => `Số liệu: ${title}`,
  countedIn: (title, unit) => `${title}, đơn vị: ${unit}`,
  noValue: 'không có',
};

export const englishFigures: FigureWords = {
  states: {
    unset: 'Not scheduled',
    planned: 'Scheduled',
    done: 'Done, evidence incomplete',
    evidenced: 'Done, with evidence',
    missing: 'Overdue, not done',
  },
  legend: 'Key',
  shortMonth: (month) => (ENGLISH_MONTHS[month - 1] ?? '').slice(0, 3),
  month: (month) => ENGLISH_MONTHS[month - 1] ?? '',
  acts: englishActs,
  why: 'How is this worked out?',
  data: 'Figures',
  rule: 'How it is counted',
  source: 'Source',
  asOf: 'As of',
  download: 'Download the table, in Vietnamese',
  noRows: 'Nothing to show.',
  chart: {
    number: englishNumber,
    nothing: 'none',
    highest: (number, unit, label) => `highest ${number} ${unit} (${label})`,
  },
  drawing: (title) => `Chart: ${title}`,
  figuresOf: (title) => `Figures: ${title}`,
  countedIn: (title, unit) => `${title}, counted in ${unit}`,
  noValue: 'none',
};

// The access counter as a drawing of its own, so that cached pages needn't change with every visitor.
import { formatNumber } from '#lib/vietnam/index.ts';
import type { Colours } from '../look.ts';

export interface CounterLine {
  readonly label: string;
  readonly value: string;
}

interface DrawnFigures {
  readonly online: number;
  readonly today: number;
  readonly all: number;
  /** The first day that was counted; `null` when nothing ever was. */
  readonly since: string | null;
}

/** Online, today, all; "chưa rõ" where nothing could be counted or nothing was yet. */
export function counterLines(figures: DrawnFigures | undefined): CounterLine[] {
  const known = figures?.since ? figures : undefined;
  const show = (value: number | undefined) =>
    value === undefined ? 'chưa rõ' : formatNumber(value);
  return [
    { label: 'Đang truy cập', value: show(known?.online) },
    { label: 'Hôm nay', value: show(known?.today) },
    { label: 'Tất cả', value: show(known?.all) },
  ];
}

/** The words' colours of each look: a picture can't take them from the page it stands on. */
const INKS: Readonly<Record<Exclude<Colours, 'device'>, { ink: string; soft: string }>> = {
  light: { ink: '#1f1b18', soft: '#574f48' },
  dark: { ink: '#f2ede6', soft: '#bdb3a8' },
  'black-on-white': { ink: '#000000', soft: '#000000' },
  'white-on-black': { ink: '#ffffff', soft: '#ffffff' },
};

/** Presentation attributes only: no style, no script, no font from elsewhere. */
export function drawCounter(lines: readonly CounterLine[], colours: keyof typeof INKS): string {
  const { ink, soft } = INKS[colours];
  const rows = lines.map(({ label, value }, index) => {
    const y = 20 + index * 26;
    return `<text x="0" y="${y}" fill="${soft}">${label}:</text><text x="224" y="${y}" text-anchor="end" font-weight="600" fill="${ink}">${value}</text>`;
  });
  const title = lines.map(({ label, value }) => `${label}: ${value}`).join('. ');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="226" height="82" viewBox="0 0 226 82" role="img" aria-label="${title}" font-family="Be Vietnam Pro, system-ui, Roboto, Arial, sans-serif" font-size="15"><title>${title}</title>${rows.join('')}</svg>`;
}

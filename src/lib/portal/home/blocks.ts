// What the home page is composed of: the blocks there are, and how an office orders them. Pure.
import { z } from 'zod';

/** Before everything, the wide column, the narrow one beside it (below it on a phone), or the end. */
export const HOME_PLACES = ['top', 'main', 'side', 'wide'] as const;
export type HomePlace = (typeof HOME_PLACES)[number];

export const HOME_BLOCK_IDS = [
  'procedures',
  'news',
  'notices',
  'reform',
  'documents',
  'consultations',
  'cases',
  'hotlines',
  'due',
  'office',
  'progress',
  'villages',
] as const;
export type HomeBlockId = (typeof HOME_BLOCK_IDS)[number];

export interface HomeBlock {
  readonly id: HomeBlockId;
  readonly name: string;
  readonly about: string;
  readonly place: HomePlace;
  /** How many items it may show; null where it has no list. The page stays light by the most. */
  readonly items: { readonly least: number; readonly most: number; readonly usual: number } | null;
  /** Shown where the office never said. */
  readonly usual: boolean;
}

/** In the order they are shipped in. */
export const HOME_BLOCKS: readonly HomeBlock[] = [
  {
    id: 'procedures',
    name: 'Thủ tục hành chính',
    about: 'Các việc trong đời, mỗi việc một nút: sinh con, kết hôn, giấy tờ…',
    place: 'top',
    items: { least: 4, most: 12, usual: 6 },
    usual: true,
  },
  {
    id: 'news',
    name: 'Tin tức',
    about: 'Tin, bài mới nhất của mọi chuyên mục',
    place: 'main',
    items: { least: 2, most: 8, usual: 4 },
    usual: true,
  },
  {
    id: 'notices',
    name: 'Thông báo',
    about: 'Chỉ chuyên mục Thông báo, để không trôi theo tin khác',
    place: 'main',
    items: { least: 2, most: 6, usual: 3 },
    usual: false,
  },
  {
    id: 'reform',
    name: 'Cải cách hành chính',
    about: 'Kế hoạch đang làm và việc mới làm theo kế hoạch',
    place: 'main',
    items: { least: 2, most: 8, usual: 4 },
    usual: true,
  },
  {
    id: 'documents',
    name: 'Văn bản mới',
    about: 'Văn bản mới đăng từ sổ văn bản; chưa có thì khối không hiện',
    place: 'main',
    items: { least: 2, most: 8, usual: 3 },
    usual: true,
  },
  {
    id: 'consultations',
    name: 'Lấy ý kiến người dân',
    about: 'Dự thảo đang nhận góp ý, hết hạn sớm nhất ở trên; không có thì khối không hiện',
    place: 'main',
    items: { least: 1, most: 4, usual: 2 },
    usual: true,
  },
  {
    id: 'cases',
    name: 'Kết quả giải quyết TTHC',
    about: 'Số hồ sơ, đúng hạn bao nhiêu',
    place: 'side',
    items: null,
    usual: true,
  },
  {
    id: 'hotlines',
    name: 'Đường dây nóng',
    about: 'Mọi số đường dây nóng',
    place: 'side',
    items: null,
    usual: true,
  },
  {
    id: 'due',
    name: 'Sắp tới',
    about: 'Việc trong kế hoạch sắp đến hạn',
    place: 'side',
    items: { least: 2, most: 8, usual: 4 },
    usual: false,
  },
  {
    id: 'office',
    name: 'Giới thiệu, công khai',
    about: 'Đường dẫn tới các trang của cơ quan: lãnh đạo, ngân sách, lịch tiếp dân…',
    place: 'side',
    items: { least: 3, most: 10, usual: 6 },
    usual: true,
  },
  {
    id: 'progress',
    name: 'Tiến độ kế hoạch',
    about: 'Tháng này đã nói nội dung nào, nội dung nào còn im',
    place: 'wide',
    items: null,
    usual: true,
  },
  {
    id: 'villages',
    name: 'Trang của thôn, tổ dân phố',
    about: 'Đường dẫn tới trang nhẹ của từng thôn',
    place: 'wide',
    items: null,
    usual: true,
  },
];

const PlacedBlock = z.object({
  id: z.enum(HOME_BLOCK_IDS),
  shown: z.boolean(),
  /** Null where the block has no list. */
  items: z.number().int().nullable(),
});
export type PlacedBlock = z.infer<typeof PlacedBlock>;
/** Every block once, in order; the order counts inside each place. */
export type HomeLayout = readonly PlacedBlock[];

/** The arrangement of an office that never arranged. */
export const usualHome: HomeLayout = HOME_BLOCKS.map(({ id, usual, items }) => ({
  id,
  shown: usual,
  items: items?.usual ?? null,
}));

export function homeBlock(id: HomeBlockId): HomeBlock {
  const block = HOME_BLOCKS.find((one) => one.id === id);
  if (!block) throw new Error(`the catalogue has no block ${id}`);
  return block;
}

/** Reads a kept arrangement: what is gone since is left out, what is new stands at the end, as shipped. */
export function readHome(json: string): HomeLayout {
  const kept = z.array(z.unknown()).parse(JSON.parse(json));
  const known = kept.flatMap((one) => {
    const read = PlacedBlock.safeParse(one);
    return read.success ? [{ ...read.data, items: fit(read.data) }] : [];
  });
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...usualHome.filter(({ id }) => !ids.has(id))];
}

export const HOME_STEPS = ['up', 'down', 'show', 'hide'] as const;
export type HomeStep = (typeof HOME_STEPS)[number];

/** One press: a block goes before or behind its neighbour of the same place, or comes or goes. */
export function stepHome(layout: HomeLayout, id: HomeBlockId, step: HomeStep): HomeLayout {
  if (step === 'show' || step === 'hide') {
    return layout.map((block) => (block.id === id ? { ...block, shown: step === 'show' } : block));
  }
  const { place } = homeBlock(id);
  const beside = layout.filter((block) => homeBlock(block.id).place === place);
  const at = beside.findIndex((block) => block.id === id);
  const other = beside[step === 'up' ? at - 1 : at + 1];
  const moved = beside[at];
  if (!other || !moved) return layout;
  return layout.map((block) => (block === moved ? other : block === other ? moved : block));
}

/** Sets how many items a block shows, within what it may. */
export function countHome(layout: HomeLayout, id: HomeBlockId, items: number): HomeLayout {
  return layout.map((block) =>
    block.id === id ? { ...block, items: fit({ ...block, items }) } : block,
  );
}

/** The blocks of one place, in order. */
export function blocksAt(layout: HomeLayout, place: HomePlace): PlacedBlock[] {
  return layout.filter(({ id }) => homeBlock(id).place === place);
}

function fit({ id, items }: PlacedBlock): number | null {
  const bounds = homeBlock(id).items;
  if (!bounds) return null;
  return Math.min(bounds.most, Math.max(bounds.least, items ?? bounds.usual));
}

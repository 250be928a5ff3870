// The ways of the desk: which page stands in which group, and who is shown the way to it. A page is
// added here and nowhere else; what a person may do there is asked by its use cases.
import { type Actor, canInPlatform, hasRole } from '#lib/platform/index.ts';
import { canInPortal } from '#lib/portal/index.ts';

interface DeskWay {
  readonly href: string;
  readonly label: string;
  /** Left out: everybody who signs in. */
  readonly isFor?: (actor: Actor) => boolean;
}

interface DeskGroup {
  readonly label: string;
  readonly ways: readonly DeskWay[];
}

/** A group of two or more shows its ways in a row of their own while one of them is open. */
const groups: readonly DeskGroup[] = [
  {
    label: 'Hôm nay',
    ways: [
      { href: '/lam-viec', label: 'Việc hôm nay' },
      { href: '/lam-viec/lanh-dao', label: 'Lãnh đạo', isFor: oversees },
      { href: '/lam-viec/tuan', label: 'Tuần', isFor: oversees },
      { href: '/lam-viec/gui-nhan', label: 'Gửi – nhận' },
      { href: '/lam-viec/don-doc', label: 'Đôn đốc' },
      { href: '/lam-viec/nhac-viec', label: 'Nhắc việc', isFor: oversees },
    ],
  },
  {
    label: 'Kế hoạch',
    ways: [
      { href: '/lam-viec/ke-hoach', label: 'Kế hoạch' },
      { href: '/lam-viec/van-ban', label: 'Sổ văn bản' },
      { href: '/lam-viec/lay-y-kien', label: 'Lấy ý kiến' },
      { href: '/lam-viec/nhiem-vu', label: 'Nhiệm vụ' },
      { href: '/lam-viec/do-phu', label: 'Độ phủ' },
      { href: '/lam-viec/don-vi', label: 'Đơn vị' },
    ],
  },
  {
    label: 'Hoạt động',
    ways: [
      { href: '/lam-viec/bien-tap', label: 'Tin, bài' },
      { href: '/lam-viec/chuyen-bien-tap', label: 'Chuyển biên tập' },
      { href: '/lam-viec/trang', label: 'Trang của cơ quan' },
      { href: '/lam-viec/trang-chu', label: 'Trang chủ', isFor: arrangesHome },
      { href: '/lam-viec/thu-vien-anh', label: 'Thư viện ảnh' },
      { href: '/lam-viec/hoat-dong', label: 'Hoạt động' },
      { href: '/lam-viec/ghi-nhanh', label: 'Ghi nhanh' },
      { href: '/lam-viec/khen-thuong', label: 'Biểu dương, khen thưởng' },
      { href: '/lam-viec/canh-bao', label: 'Cảnh báo trên cổng' },
    ],
  },
  {
    label: 'Thủ tục',
    ways: [
      { href: '/lam-viec/thu-tuc', label: 'Thủ tục hành chính' },
      { href: '/lam-viec/thu-tuc/bang', label: 'Bảng niêm yết' },
      { href: '/lam-viec/thu-tuc/cuoc-goi', label: 'Cuộc gọi đến' },
    ],
  },
  {
    label: 'Số liệu',
    ways: [
      { href: '/lam-viec/bao-cao', label: 'Báo cáo' },
      { href: '/lam-viec/so-van-ban-di', label: 'Sổ văn bản đi' },
      { href: '/lam-viec/so-lieu', label: 'Số liệu một cửa' },
      { href: '/lam-viec/so-lieu/nguoi-doc', label: 'Người dân đọc gì' },
    ],
  },
  {
    label: 'Quản trị',
    ways: [{ href: '/lam-viec/quan-tri', label: 'Quản trị', isFor: mayManage }],
  },
];

export interface ShownWay {
  readonly href: string;
  readonly label: string;
}

export interface ShownGroup {
  readonly label: string;
  readonly ways: readonly ShownWay[];
}

/** The groups and ways this person is shown, in their order; empty groups are left out. */
export function waysFor(actor: Actor): ShownGroup[] {
  return groups
    .map(({ label, ways }) => ({
      label,
      ways: ways
        .filter(({ isFor }) => isFor?.(actor) ?? true)
        .map(({ href, label: name }) => ({ href, label: name })),
    }))
    .filter(({ ways }) => ways.length > 0);
}

/** The address of the way that leads to `path`, the most exact of several; undefined beside all ways. */
export function wayTo(path: string, shown: readonly ShownGroup[]): string | undefined {
  return shown
    .flatMap(({ ways }) => ways)
    .filter(({ href }) => path === href || (href !== '/lam-viec' && path.startsWith(`${href}/`)))
    .reduce<string | undefined>(
      (best, { href }) => (href.length > (best?.length ?? 0) ? href : best),
      undefined,
    );
}

function oversees(actor: Actor): boolean {
  return hasRole(actor, 'coordinator', 'leader', 'administrator');
}

function arrangesHome(actor: Actor): boolean {
  return canInPortal(actor, 'home.arrange', {});
}

function mayManage(actor: Actor): boolean {
  return (['account.manage', 'unit.manage', 'audit.read'] as const).some((action) =>
    canInPlatform(actor, action, {}),
  );
}

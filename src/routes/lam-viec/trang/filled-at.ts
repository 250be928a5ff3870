// Where the office puts in what Loa shows by itself.

interface DeskPlace {
  readonly href: string;
  readonly label: string;
}

/** By the public address that is filled. Pages that are always whole have none. */
export const FILLED_AT: Readonly<Record<string, DeskPlace>> = {
  '/thu-tuc': { href: '/lam-viec/thu-tuc', label: 'Nhập thủ tục' },
  '/ket-qua-giai-quyet-tthc': { href: '/lam-viec/so-lieu', label: 'Khai số liệu' },
  '/duong-day-nong': { href: '/lam-viec/quan-tri/duong-day-nong', label: 'Kiểm tra số máy' },
  '/lien-he': { href: '/lam-viec/quan-tri/thong-tin', label: 'Sửa thông tin' },
  '/tin': { href: '/lam-viec/bien-tap', label: 'Viết tin' },
  '/van-ban': { href: '/lam-viec/van-ban', label: 'Đăng văn bản' },
  '/lay-y-kien': { href: '/lam-viec/lay-y-kien', label: 'Mở lấy ý kiến' },
  '/ke-hoach-va-ket-qua': { href: '/lam-viec/ke-hoach', label: 'Nhập kế hoạch' },
  '/bao-cao': { href: '/lam-viec/bao-cao', label: 'Ban hành báo cáo' },
};

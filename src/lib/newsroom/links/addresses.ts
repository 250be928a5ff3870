// Where a link of a text leads: to a page of this site, out of it, or to what needs no looking after.
import { isSafeAddress } from '#lib/platform/index.ts';
import { vietnameseOf } from '#lib/ui/index.ts';

/** Pages of the portal that are always there. A test holds them against the pages themselves. */
const FIXED: ReadonlySet<string> = new Set([
  ...['/', '/tin', '/thong-tin', '/van-ban', '/thu-tuc', '/cai-cach-hanh-chinh', '/lien-he'],
  ...['/ke-hoach-va-ket-qua', '/ket-qua-giai-quyet-tthc', '/bao-cao', '/bieu-duong'],
  ...['/duong-day-nong', '/luot-truy-cap', '/so-do-trang', '/tim-kiem', '/tinh-ngay-lam-viec'],
  ...[
    '/to',
    '/tro-nang',
    '/cach-xem',
    '/lich.ics',
    '/rss.xml',
    '/atom.xml',
    '/feed.json',
    '/sitemap.xml',
  ],
]);

/** What has a name of its own under these is known to search by the address that is caught. */
const NAMED: readonly RegExp[] = [
  /^(\/tin\/(?!chuyen-muc\/)[^/]+)(?:\/to\/\d+)?$/,
  /^(\/thong-tin\/[^/]+)$/,
  /^(\/van-ban\/[^/]+)$/,
  /^(\/thu-tuc\/[^/]+)(?:\/giay-to|\/mau\/.*)?$/,
  /^(\/cai-cach-hanh-chinh\/ke-hoach\/[^/]+)(?:\/ban-goc)?$/,
  /^(\/cai-cach-hanh-chinh\/(?!ke-hoach\/)[^/]+)$/,
];
const FILE = /^\/tep\/([0-9a-f]{64})$/;
const PRIVATE = /^\/(?:lam-viec|xac-nhan|dang-nhap|dang-xuat|thiet-lap)(?:\/|$)/;
/** Addresses under these are made from figures and days; whether each is there isn't asked. */
const UNASKED =
  /^\/(?:ke-hoach-va-ket-qua|bao-cao|api|man-hinh|to|tin\/chuyen-muc|thon|lay-y-kien)(?:\/|$)|\.(?:csv|xlsx|xml|jsonld)$/;

export type Destination =
  /** A page of this site that something public has to stand under. */
  | { readonly to: 'item'; readonly address: string }
  | { readonly to: 'file'; readonly sha256: string }
  | { readonly to: 'outside'; readonly href: string }
  /** Only for those who work here. */
  | { readonly to: 'private' }
  /** No page of this site. */
  | { readonly to: 'nowhere' }
  /** Always there, or nothing that can be looked after. */
  | { readonly to: 'certain' };

/** @param hosts names this site answers under */
export function destinationOf(href: string, hosts: readonly string[]): Destination {
  if (!isSafeAddress(href) || /^(?:mailto:|tel:|#)/i.test(href)) return { to: 'certain' };
  const url = URL.parse(href, 'http://noi-bo.invalid');
  if (!url) return { to: 'nowhere' };
  const isOwn = href.startsWith('/') || hosts.includes(url.hostname.toLowerCase());
  if (!isOwn) return { to: 'outside', href };
  const asked = withoutSlash(url.pathname);
  // What is there in English is the same page.
  const path = vietnameseOf(asked) ?? asked;
  if (FIXED.has(path) || UNASKED.test(path)) return { to: 'certain' };
  if (PRIVATE.test(path)) return { to: 'private' };
  const file = FILE.exec(path)?.[1];
  if (file) return { to: 'file', sha256: file };
  for (const pattern of NAMED) {
    const address = pattern.exec(path)?.[1];
    if (address) return { to: 'item', address };
  }
  return { to: 'nowhere' };
}

const withoutSlash = (path: string) => (path.length > 1 ? path.replace(/\/+$/, '') || '/' : path);

/** A link that doesn't lead where a reader could follow. */
export interface DeadLink {
  readonly href: string;
  readonly words: string;
  /** In words: "dẫn tới trang không có trên cổng". */
  readonly why: string;
  /** When it was last tried, an instant; null for what was asked just now. */
  readonly triedAt: string | null;
}

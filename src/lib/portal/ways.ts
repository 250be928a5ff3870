// The pages everybody can go to: the band's menu, the site map and what search knows of them.
import { fold } from '#lib/vietnam/index.ts';

export interface Way {
  readonly href: string;
  readonly label: string;
  readonly about: string;
  /** Shown in the band. */
  readonly main: boolean;
  /** Everyday words that lead here. */
  readonly words: string;
}

export const ways: readonly Way[] = [
  {
    href: '/',
    label: 'Trang chủ',
    about: 'Tin mới, kết quả giải quyết thủ tục, kế hoạch đang làm',
    main: true,
    words: 'trang đầu tin mới',
  },
  {
    href: '/tin',
    label: 'Tin tức',
    about: 'Tin, thông báo và hướng dẫn thủ tục, mới nhất ở trên',
    main: true,
    words: 'bài viết thông báo hướng dẫn đời sống pháp luật',
  },
  {
    href: '/thong-tin',
    label: 'Giới thiệu',
    about:
      'Cơ quan là ai và công khai những gì: tổ chức, lãnh đạo, lịch sử, quy hoạch, ngân sách, dự án, lịch tiếp công dân',
    main: true,
    words:
      'giới thiệu bộ máy chủ tịch địa giới bản đồ thống kê đấu thầu dự toán công khai tiếp dân hỏi đáp',
  },
  {
    href: '/cai-cach-hanh-chinh',
    label: 'Cải cách hành chính',
    about: 'Kế hoạch, tin, bài, thông báo về cải cách hành chính',
    main: true,
    words: 'cchc tin tức bài viết thông báo văn bản',
  },
  {
    href: '/ke-hoach-va-ket-qua',
    label: 'Kế hoạch và kết quả',
    about: 'Đã hứa nói với dân điều gì, đã làm được đến đâu, từng tháng',
    main: true,
    words: 'tiến độ tuyên truyền độ phủ đã làm chưa làm nội dung',
  },
  {
    href: '/bao-cao',
    label: 'Báo cáo đã ban hành',
    about: 'Báo cáo kết quả tuyên truyền theo tháng, quý, năm',
    main: false,
    words: 'báo cáo định kỳ kết quả tuyên truyền số liệu 6 tháng quý năm',
  },
  {
    href: '/van-ban',
    label: 'Văn bản',
    about: 'Văn bản chỉ đạo, quy định: còn hiệu lực hay đã thay',
    main: false,
    words: 'văn bản pháp luật quyết định nghị quyết công văn chỉ thị hiệu lực quy định',
  },
  {
    href: '/lay-y-kien',
    label: 'Lấy ý kiến người dân',
    about: 'Dự thảo sắp ban hành: đọc, góp ý, xem ý kiến được tiếp thu đến đâu',
    main: false,
    words: 'góp ý dự thảo tham gia ý kiến đóng góp bàn bạc trưng cầu hỏi dân',
  },
  {
    href: '/bieu-duong',
    label: 'Gương điển hình',
    about: 'Tập thể, cá nhân làm tốt cải cách hành chính, và điều còn hạn chế',
    main: false,
    words: 'biểu dương khen thưởng giấy khen người tốt việc tốt điển hình tiên tiến',
  },
  {
    href: '/thu-tuc',
    label: 'Thủ tục',
    about: 'Thủ tục hành chính: cần mang gì, bao lâu, hết bao nhiêu, nộp ở đâu',
    main: true,
    words: 'thủ tục hành chính tthc giấy tờ hồ sơ khai sinh kết hôn chứng thực một cửa lệ phí',
  },
  {
    href: '/ket-qua-giai-quyet-tthc',
    label: 'Kết quả giải quyết hồ sơ',
    about: 'Số hồ sơ đã giải quyết, đúng hạn, trễ hạn theo từng tháng',
    main: true,
    words: 'thủ tục hành chính tthc đúng hạn trễ hạn tỷ lệ thống kê một cửa',
  },
  {
    href: '/duong-day-nong',
    label: 'Đường dây nóng',
    about: 'Số điện thoại để hỏi việc, góp ý, báo tin; ai nghe máy, giờ nào',
    main: true,
    words: 'gọi điện phản ánh khiếu nại nhũng nhiễu góp ý số máy',
  },
  {
    href: '/lien-he',
    label: 'Liên hệ',
    about: 'Địa chỉ, điện thoại, giờ làm việc của Ủy ban nhân dân',
    main: true,
    words: 'địa chỉ trụ sở giờ làm việc ubnd email',
  },
  {
    href: '/thon',
    label: 'Thôn, tổ dân phố',
    about: 'Trang nhẹ của từng thôn: hỏi ai, họp gì, bảng tin đang dán gì',
    main: false,
    words: 'xóm làng khu phố trưởng thôn họp thôn nhà văn hóa bảng tin',
  },
  {
    href: '/tinh-ngay-lam-viec',
    label: 'Tính ngày làm việc',
    about: 'Hạn rơi vào ngày nào, còn bao nhiêu ngày làm việc, vì sao; trừ lễ, tết, ngày nghỉ bù',
    main: false,
    words: 'tính hạn thời hạn hẹn trả kết quả ngày nghỉ lễ tết lịch nghỉ buổi giờ làm việc',
  },
  {
    href: '/tim-kiem',
    label: 'Tìm kiếm',
    about: 'Tìm trong mọi nội dung công khai, gõ không dấu cũng được',
    main: false,
    words: 'tra cứu',
  },
  {
    href: '/luot-truy-cap',
    label: 'Lượt truy cập',
    about: 'Số người xem trang và cách đếm',
    main: false,
    words: 'thống kê truy cập',
  },
  {
    href: '/cach-xem',
    label: 'Cỡ chữ, màu nền',
    about: 'Chữ lớn đến gấp đôi, nền tối, tương phản cao: chọn một lần, mọi trang theo',
    main: false,
    words: 'phóng to chữ to mắt kém tương phản cao nền tối nền sáng khó đọc người già',
  },
  {
    href: '/tro-nang',
    label: 'Trợ năng',
    about: 'Trang này dùng được với bàn phím, trình đọc màn hình, chữ lớn ra sao',
    main: false,
    words: 'khuyết tật người mù phóng to chữ bàn phím trình đọc màn hình',
  },
  {
    href: '/so-do-trang',
    label: 'Sơ đồ trang',
    about: 'Mọi trang, một danh sách',
    main: false,
    words: 'mục lục danh mục',
  },
];

/**
 * Pages whose name, description or everyday words hold every word of the query; the last one may be unfinished
 * where none holds it whole. What is typed with accents is meant with them.
 */
export function findWays(query: string): Way[] {
  const words = query.normalize('NFC').toLocaleLowerCase('vi').match(WORD) ?? [];
  const last = words.at(-1) ?? '';
  if (words.length === 0) return [];
  const whole = ways.filter((way) => words.every((word) => holds(way, word)));
  if (whole.length > 0 || last.length < LEAST_BEGUN) return whole;
  const finished = words.slice(0, -1);
  return ways.filter((way) => finished.every((word) => holds(way, word)) && holds(way, last, true));
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter beginnings are those of anything. */
const LEAST_BEGUN = 2;

function holds({ label, about, words }: Way, word: string, isBegun = false): boolean {
  const written = `${label} ${about} ${words}`.toLocaleLowerCase('vi').match(WORD) ?? [];
  const isAccented = fold(word) !== word;
  return written.some((one) => {
    const known = isAccented ? one : fold(one);
    return isBegun ? known.startsWith(word) : known === word;
  });
}

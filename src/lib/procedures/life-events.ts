// Occasions in life, each with the words by which a procedure's name or field belongs to it.
import { fold } from '#lib/vietnam/index.ts';

export interface LifeEvent {
  readonly slug: string;
  readonly name: string;
  readonly about: string;
  /** Folded; one of them stands in the name or field. */
  readonly words: readonly string[];
}

export const lifeEvents: readonly LifeEvent[] = [
  {
    slug: 'sinh-con',
    name: 'Sinh con, nuôi con',
    about: 'Khai sinh, nhận cha mẹ con, giám hộ, nuôi con nuôi',
    words: ['khai sinh', 'nhan cha', 'giam ho', 'con nuoi', 'tre em', 'duoi 6 tuoi'],
  },
  {
    slug: 'di-hoc',
    name: 'Đi học',
    about: 'Chuyển trường, học bổng, hỗ trợ học phí, trường mầm non',
    words: ['truong', 'hoc bong', 'hoc phi', 'hoc sinh', 'mam non', 'tieu hoc', 'giao duc'],
  },
  {
    slug: 'ket-hon',
    name: 'Kết hôn, gia đình',
    about: 'Xác nhận tình trạng hôn nhân, đăng ký kết hôn, thay đổi hộ tịch',
    words: ['ket hon', 'hon nhan', 'ly hon', 'ho tich'],
  },
  {
    slug: 'cho-o',
    name: 'Nhà ở, đất đai, cư trú',
    about: 'Đất đai, xây nhà, số nhà, thường trú, tạm trú',
    words: [
      'dat dai',
      'su dung dat',
      'xay dung',
      'nha o',
      'so nha',
      'thuong tru',
      'tam tru',
      'luu tru',
      'quy hoach',
    ],
  },
  {
    slug: 'lam-an',
    name: 'Làm ăn, buôn bán',
    about: 'Hộ kinh doanh, hợp tác xã, vay vốn, an ninh trật tự',
    words: [
      'kinh doanh',
      'hop tac xa',
      'vay von',
      'an ninh trat tu',
      'nong nghiep',
      'chan nuoi',
      'lao dong',
    ],
  },
  {
    slug: 'giay-to',
    name: 'Chứng thực, giấy tờ',
    about: 'Sao y, chứng thực chữ ký, hợp đồng, di chúc, trích lục',
    words: ['chung thuc', 'ban sao', 'trich luc', 'can cuoc', 'ho chieu', 'di chuc'],
  },
  {
    slug: 'nghia-vu-quan-su',
    name: 'Nghĩa vụ quân sự',
    about: 'Đăng ký lần đầu, bổ sung, tạm vắng, dự bị',
    words: ['nghia vu quan su', 'du bi', 'quan nhan'],
  },
  {
    slug: 'tro-giup',
    name: 'Khó khăn, tuổi già, khuyết tật',
    about: 'Trợ cấp hằng tháng, xác định khuyết tật, hộ nghèo, hưu trí xã hội',
    words: [
      'tro cap',
      'tro giup',
      'khuyet tat',
      'ho ngheo',
      'can ngheo',
      'bao tro',
      'huu tri',
      'nguoi cao tuoi',
    ],
  },
  {
    slug: 'nguoi-co-cong',
    name: 'Người có công',
    about: 'Liệt sĩ, thương binh, bệnh binh, người tham gia kháng chiến',
    words: [
      'nguoi co cong',
      'liet si',
      'thuong binh',
      'benh binh',
      'khang chien',
      'to quoc',
      'che do',
    ],
  },
  {
    slug: 'qua-doi',
    name: 'Người thân qua đời',
    about: 'Khai tử, mai táng phí, chế độ khi từ trần',
    words: ['khai tu', 'mai tang', 'hoa tang', 'tu tran'],
  },
];

export function findLifeEvent(slug: string): LifeEvent | undefined {
  return lifeEvents.find((event) => event.slug === slug);
}

interface Titled {
  readonly title: string;
  readonly field: string;
}

export function isOfLifeEvent(event: LifeEvent, procedure: Titled): boolean {
  return isIn(event, foldedOf(procedure));
}

/** All the occasions a procedure belongs to. */
export function lifeEventsOf(procedure: Titled): LifeEvent[] {
  const text = foldedOf(procedure);
  return lifeEvents.filter((event) => isIn(event, text));
}

function foldedOf({ title, field }: Titled): string {
  return ` ${fold(`${title} ${field}`)} `;
}

function isIn({ words }: LifeEvent, text: string): boolean {
  return words.some((word) => text.includes(` ${word}`));
}

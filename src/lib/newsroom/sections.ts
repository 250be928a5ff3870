// What news is listed under on the portal.

/** Part of the address. */
export type SectionId = 'cai-cach-hanh-chinh' | 'thong-bao' | 'thu-tuc' | 'phap-luat' | 'doi-song';

export interface Section {
  readonly id: SectionId;
  readonly name: string;
  readonly about: string;
}

export const SECTIONS: readonly Section[] = [
  {
    id: 'cai-cach-hanh-chinh',
    name: 'Cải cách hành chính',
    about: 'Việc xã làm để giấy tờ nhanh và gọn hơn',
  },
  { id: 'thong-bao', name: 'Thông báo', about: 'Lịch tiếp dân, lịch làm việc, việc cần biết ngay' },
  { id: 'thu-tuc', name: 'Hướng dẫn thủ tục', about: 'Cần giấy gì, nộp ở đâu, bao lâu có kết quả' },
  { id: 'phap-luat', name: 'Phổ biến pháp luật', about: 'Quy định mới nói bằng lời dễ hiểu' },
  {
    id: 'doi-song',
    name: 'Đời sống',
    about: 'Sản xuất, văn hóa, y tế, trường học, thôn xóm',
  },
];

export function findSection(id: string): Section | undefined {
  return SECTIONS.find((section) => section.id === id);
}

// What news is listed under on the portal.

export interface Section {
  /** Part of the address. */
  readonly id: string;
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
    name: 'Đời sống trong xã',
    about: 'Sản xuất, văn hóa, y tế, trường học, thôn xóm',
  },
];

export function findSection(id: string): Section | undefined {
  return SECTIONS.find((section) => section.id === id);
}

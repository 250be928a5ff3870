// Why the page behind a link could not be kept, in words for whoever gave it as evidence.

const WHY: Readonly<Record<string, string>> = {
  'not-public':
    'Đường dẫn không trỏ tới một trang trên Internet công cộng nên không chụp lại được.',
  'other-port':
    'Đường dẫn dùng một cổng riêng (khác 80, 443) nên hệ thống không chụp lại; hãy đính kèm ảnh chụp trang.',
  unreachable: 'Chưa mở được trang: máy chủ của xã không có Internet, hoặc trang không trả lời.',
  'too-large': 'Trang nặng quá 3 MB nên không chụp lại.',
  'too-slow': 'Trang trả lời quá chậm nên chưa chụp lại được.',
  'too-many-redirects': 'Trang chuyển hướng quá nhiều lần nên không chụp lại được.',
};

/** @param trouble a code of `link_snapshot.trouble`; `status` the number that the page answered with */
export function snapshotTroubleInWords(trouble: string, status: number | null): string {
  if (trouble === 'status') return `Trang trả lời mã lỗi ${status ?? ''} nên chưa chụp lại được.`;
  return WHY[trouble] ?? 'Chưa chụp lại được trang này.';
}

// Papers of a meeting that was recorded as an act: its minutes to be completed, and an invitation.
import { officeHead, type OfficeFacts, type WrittenDocument } from '#lib/documents/index.ts';
import { dateParts, toPlainDate } from '#lib/vietnam/index.ts';

/** Kinds of acts at which people sit together. */
export const MEETING_KINDS: readonly string[] = ['meeting', 'training'];

export interface Meeting {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly place: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly unitName: string;
  readonly topics: readonly { readonly number: string | null; readonly label: string }[];
  readonly people: number | null;
}

/** Minutes with what the record knows; what only those present know is a dotted line. */
export function meetingMinutes(meeting: Meeting, office: OfficeFacts): WrittenDocument {
  const { signatory: _chairman, ...head } = officeHead(office);
  const attended = meeting.people === null ? '………' : String(meeting.people);
  return {
    ...head,
    type: 'BB',
    symbol: 'BB-UBND',
    date: meeting.day,
    about: meeting.title,
    blocks: [
      { kind: 'heading', level: 'roman', text: 'THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN' },
      {
        kind: 'list',
        items: [
          `Thời gian: … giờ … phút, ${inWords(meeting.day)}.`,
          `Địa điểm: ${meeting.place || '………'}.`,
          `Đơn vị tổ chức: ${meeting.unitName}.`,
          `Số người dự: ${attended}.`,
          'Chủ trì: ………',
          'Thư ký: ………',
        ],
      },
      { kind: 'heading', level: 'roman', text: 'NỘI DUNG' },
      ...meeting.topics.map(({ number, label }) => ({
        kind: 'paragraph' as const,
        text: `Nội dung tuyên truyền: ${number ? `${number}. ` : ''}${label}.`,
      })),
      ...paragraphs(meeting.body || meeting.summary),
      { kind: 'heading', level: 'roman', text: 'Ý KIẾN THẢO LUẬN, KẾT LUẬN' },
      { kind: 'list', items: ['Ý kiến: ………', 'Kết luận của người chủ trì: ………'] },
      { kind: 'paragraph', text: 'Cuộc họp kết thúc hồi … giờ … phút cùng ngày' },
    ],
    recipients: ['Lưu: VT'],
    signatory: { title: 'Chủ trì' },
    coSignatory: { title: 'Thư ký' },
  };
}

/** An invitation to such a meeting, day and hour left to be filled in. */
export function meetingInvitation(meeting: Meeting, office: OfficeFacts): WrittenDocument {
  return {
    ...officeHead(office),
    type: 'GM',
    symbol: 'GM-UBND',
    date: null,
    about: meeting.title,
    to: ['………'],
    blocks: [
      {
        kind: 'paragraph',
        text: `Ủy ban nhân dân ${office.name} trân trọng kính mời các đồng chí dự: ${meeting.title}.`,
      },
      {
        kind: 'list',
        items: [
          `Nội dung: ${meeting.topics.map(({ label }) => label).join('; ') || meeting.summary || '………'}.`,
          'Thời gian: … giờ … phút, ngày … tháng … năm …',
          `Địa điểm: ${meeting.place || '………'}.`,
          `Đơn vị chuẩn bị: ${meeting.unitName}.`,
        ],
      },
      { kind: 'paragraph', text: 'Rất mong các đồng chí dự đầy đủ, đúng giờ' },
    ],
    recipients: ['Như trên', 'Lưu: VT'],
  };
}

function paragraphs(text: string) {
  return text
    .split(/\n+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph' as const, text: line }));
}

function inWords(day: string): string {
  const { day: number, month, year } = dateParts(toPlainDate(day));
  return `ngày ${String(number).padStart(2, '0')} tháng ${String(month).padStart(2, '0')} năm ${year}`;
}

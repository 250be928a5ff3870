// Open data of the portal: what each answer of /api/v1 holds. OpenAPI is made from these.
import { z } from 'zod';

const Day = z.iso.date().describe('Ngày, giờ Việt Nam');
const Instant = z.iso.datetime().describe('Thời điểm, UTC');
const Month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .describe('Tháng, YYYY-MM');
const Count = z.int().min(0);

export const ApiPlan = z
  .object({
    slug: z.string(),
    title: z.string(),
    from: Day.nullable(),
    to: Day.nullable(),
    publishedAt: Instant,
    url: z.url(),
  })
  .meta({ id: 'Plan', description: 'Kế hoạch đã công bố' });
export type ApiPlan = z.infer<typeof ApiPlan>;

export const ApiTopic = z
  .object({
    place: Count.describe('Thứ tự trong kế hoạch, từ 1'),
    number: z.string().nullable().describe('Số thứ tự như văn bản ghi'),
    label: z.string(),
    text: z.string(),
    acts: Count,
    evidenced: Count,
    silentDays: Count.nullable().describe('Số ngày im ắng khi vượt mức cho phép; null là không'),
    url: z.url(),
  })
  .meta({ id: 'Topic', description: 'Nội dung kế hoạch đặt ra' });
export type ApiTopic = z.infer<typeof ApiTopic>;

export const ApiCell = z
  .object({
    place: Count.describe('Thứ tự của nội dung trong kế hoạch'),
    channel: z.string(),
    month: Month,
    state: z.enum(['scheduled', 'done', 'evidenced', 'missing']),
    acts: Count,
    evidenced: Count,
    items: z.array(z.object({ title: z.string(), day: Day, url: z.url() })),
  })
  .meta({
    id: 'CoverageCell',
    description: 'Một nội dung, một kênh, một tháng; ô trống không liệt kê',
  });

export const ApiCoverage = z
  .object({
    plan: z.string().describe('slug của kế hoạch'),
    asOf: Day,
    channels: z.array(z.object({ id: z.string(), name: z.string() })),
    months: z.array(Month),
    cells: z.array(ApiCell),
  })
  .meta({ id: 'Coverage', description: 'Kế hoạch và kết quả theo nội dung, kênh, tháng' });
export type ApiCoverage = z.infer<typeof ApiCoverage>;

export const ApiAct = z
  .object({
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    kind: z.string(),
    channel: z.string(),
    day: Day,
    recordedAt: Instant,
    unit: z.string(),
    topics: z.array(z.object({ number: z.string().nullable(), label: z.string() })),
    quantities: z
      .object({
        items: Count.optional(),
        airings: Count.optional(),
        minutes: Count.optional(),
        people: Count.optional(),
        copies: Count.optional(),
      })
      .describe('Khối lượng như đã báo; không báo thì không có'),
    evidence: Count.describe('Số minh chứng'),
    url: z.url(),
  })
  .meta({ id: 'Act', description: 'Hoạt động tuyên truyền công khai' });
export type ApiAct = z.infer<typeof ApiAct>;

export const ApiCaseMonth = z
  .object({
    month: Month,
    handled: Count,
    early: Count.nullable().describe('null khi sổ chỉ ghi chung trước và đúng hạn'),
    onTime: Count.nullable(),
    earlyAndOnTime: Count,
    late: Count,
    rate: z.number().nullable().describe('Phần trăm trước và đúng hạn; null là không phát sinh'),
    lateRate: z.number().nullable(),
    source: z.string(),
    declaredAt: Instant,
    corrections: Count,
  })
  .meta({ id: 'CaseMonth', description: 'Kết quả giải quyết thủ tục hành chính của một tháng' });
export type ApiCaseMonth = z.infer<typeof ApiCaseMonth>;

export const ApiProcedure = z
  .object({
    code: z.string().describe('Mã gốc, N.NNNNNN'),
    suffix: z.string().nullable().describe('Phần sau của mã, kèm mã định danh cơ quan'),
    title: z.string(),
    field: z.string(),
    audience: z.array(z.string()),
    effectiveFrom: Day,
    decision: z.string(),
    term: z.string().describe('Thời hạn bằng chữ; rỗng là nguồn không ghi'),
    fee: z.string().describe('Phí, lệ phí bằng chữ; rỗng là nguồn không ghi'),
    result: z.string(),
    papers: z.array(
      z.object({
        case: z.string().describe('Trường hợp; rỗng là mọi trường hợp'),
        name: z.string(),
        counts: z.string(),
      }),
    ),
    record: z
      .record(z.string(), z.unknown())
      .describe('Bản ghi như nguồn viết, không bỏ trường nào'),
    url: z.url(),
  })
  .meta({ id: 'Procedure', description: 'Thủ tục hành chính đang áp dụng' });
export type ApiProcedure = z.infer<typeof ApiProcedure>;

export const ApiArticle = z
  .object({
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    section: z.string().describe('Chuyên mục; rỗng là không xếp'),
    publishedAt: Instant.describe('Lúc đăng lần đầu, UTC'),
    changedAt: Instant.nullable().describe('Lúc đăng bản sửa đang đọc được, UTC; null là chưa sửa'),
    url: z.url(),
  })
  .meta({ id: 'Article', description: 'Tin, bài đang đăng' });
export type ApiArticle = z.infer<typeof ApiArticle>;

export const ApiFile = z
  .object({
    title: z.string().describe('Tên như người đọc thấy'),
    mediaType: z.string(),
    size: Count.describe('Dung lượng, byte'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    url: z.url(),
  })
  .meta({ id: 'File', description: 'Tệp đính kèm đang đọc được' });
export type ApiFile = z.infer<typeof ApiFile>;

export const ApiAudio = z
  .object({
    voice: z.enum(['machine', 'person']).describe('Giọng máy hay người đọc'),
    mediaType: z.string(),
    size: Count.describe('Dung lượng, byte'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    url: z.url(),
  })
  .meta({ id: 'Audio', description: 'Bản đọc của bài' });
export type ApiAudio = z.infer<typeof ApiAudio>;

export const ApiWholeArticle = ApiArticle.extend({
  unit: z.string().nullable().describe('Đơn vị chịu trách nhiệm nội dung'),
  topics: z
    .array(z.object({ number: z.string().nullable(), label: z.string() }))
    .describe('Nội dung tuyên truyền mà bài phục vụ'),
  changeNote: z.string().describe('Đã sửa gì; rỗng là chưa sửa'),
  withdrawnReason: z.string().nullable().describe('Vì sao không còn hiệu lực; null là còn'),
  html: z.string().describe('Toàn văn, HTML không có mã lệnh'),
  text: z.string().describe('Toàn văn, chữ thường'),
  files: z.array(ApiFile).describe('Tệp đính kèm; bài đã gỡ không còn tệp'),
  audio: ApiAudio.nullable().describe('Bản đọc; null là chưa có'),
}).meta({ id: 'WholeArticle', description: 'Tin, bài với toàn văn' });
export type ApiWholeArticle = z.infer<typeof ApiWholeArticle>;

export const ApiDocument = z
  .object({
    slug: z.string(),
    code: z.string().nullable().describe('Số, ký hiệu'),
    type: z.string().nullable().describe('Tên viết tắt loại văn bản'),
    typeName: z.string(),
    title: z.string().describe('Trích yếu'),
    agency: z.string().nullable().describe('Cơ quan ban hành'),
    field: z.string().describe('Lĩnh vực; rỗng là không xếp'),
    issuedOn: Day.nullable(),
    state: z
      .enum(['unknown', 'not-yet', 'in-force', 'expired', 'replaced', 'abolished'])
      .describe('Hiệu lực vào ngày hỏi'),
    endedOn: Day.nullable().describe('Ngày hết hiệu lực, nếu đã hết'),
    endedBy: z.string().nullable().describe('Số, ký hiệu văn bản thay thế hoặc bãi bỏ'),
    publishedAt: Instant.describe('Lúc đăng lên trang, UTC'),
    url: z.url(),
  })
  .meta({ id: 'Document', description: 'Văn bản pháp luật, văn bản chỉ đạo đã công khai' });
export type ApiDocument = z.infer<typeof ApiDocument>;

export const ApiWholeDocument = ApiDocument.extend({
  inForceOn: Day.nullable(),
  expiresOn: Day.nullable(),
  signer: z.string().describe('Chức vụ, họ tên người ký; rỗng là không ghi'),
  reasons: z.array(z.string()).describe('Căn cứ của kết luận về hiệu lực'),
  sections: z
    .array(
      z.object({
        level: z.int(),
        number: z.string().nullable(),
        heading: z.string().nullable(),
        text: z.string(),
      }),
    )
    .describe('Toàn văn theo mục; trống là chỉ có thông tin về văn bản'),
  links: z
    .array(
      z.object({
        direction: z.enum(['to', 'from']).describe('to: văn bản này nói đến; from: nói đến nó'),
        relation: z.string().describe('cites, implements, replaces, amends hoặc abolishes'),
        code: z.string(),
        title: z.string().nullable(),
        url: z.url().nullable().describe('null là không có trên trang này'),
      }),
    )
    .describe('Quan hệ với văn bản khác'),
  file: z.url().nullable().describe('Tệp gốc, nếu được công khai'),
}).meta({ id: 'WholeDocument', description: 'Văn bản với toàn văn và quan hệ' });
export type ApiWholeDocument = z.infer<typeof ApiWholeDocument>;

export const ApiProblem = z
  .object({ status: z.int(), title: z.string(), detail: z.string(), code: z.string().optional() })
  .meta({ id: 'Problem', description: 'Lỗi, theo RFC 9457' });

export const ApiPage = z.object({
  trang: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(1)
    .describe('Trang, từ 1; giá trị khác bị từ chối với lỗi 400; sau trang cuối là danh sách rỗng'),
});

/** A list with its length. */
export function listOf<Schema extends z.ZodType>(item: Schema) {
  return z.object({ total: Count, items: z.array(item) });
}

// The description of /api/v1 as OpenAPI 3.1, made from the schemas its answers are checked with.
import { z } from 'zod';
import {
  ApiAct,
  ApiArticle,
  ApiAudio,
  ApiCaseMonth,
  ApiCell,
  ApiCoverage,
  ApiDocument,
  ApiFile,
  ApiPage,
  ApiPlan,
  ApiProblem,
  ApiProcedure,
  ApiTopic,
  ApiWholeArticle,
  ApiWholeDocument,
  listOf,
} from './schemas.ts';

interface Operation {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly parameters: readonly string[];
  readonly query?: z.ZodObject;
  readonly answer: z.ZodType;
}

const operations: readonly Operation[] = [
  {
    path: '/plans',
    id: 'listPlans',
    summary: 'Các kế hoạch đã công bố',
    parameters: [],
    answer: listOf(ApiPlan),
  },
  {
    path: '/plans/{plan}/topics',
    id: 'listTopics',
    summary: 'Nội dung của một kế hoạch',
    parameters: ['plan'],
    answer: listOf(ApiTopic),
  },
  {
    path: '/plans/{plan}/coverage',
    id: 'getCoverage',
    summary: 'Kết quả theo nội dung, kênh, tháng',
    parameters: ['plan'],
    answer: ApiCoverage,
  },
  {
    path: '/acts',
    id: 'listActs',
    summary: 'Hoạt động công khai, mới nhất trước, mỗi trang 50 mục',
    parameters: [],
    query: ApiPage,
    answer: listOf(ApiAct),
  },
  {
    path: '/case-figures',
    id: 'listCaseFigures',
    summary: 'Kết quả giải quyết thủ tục hành chính từng tháng',
    parameters: [],
    answer: listOf(ApiCaseMonth),
  },
  {
    path: '/procedures',
    id: 'listProcedures',
    summary: 'Thủ tục hành chính đang áp dụng, mỗi trang 50 mục',
    parameters: [],
    query: ApiPage,
    answer: listOf(ApiProcedure),
  },
  {
    path: '/articles',
    id: 'listArticles',
    summary: 'Tin, bài đang đăng, mới nhất trước, mỗi trang 50 mục',
    parameters: [],
    query: ApiPage,
    answer: listOf(ApiArticle),
  },
  {
    path: '/articles/{article}',
    id: 'getArticle',
    summary: 'Một tin, bài với toàn văn',
    parameters: ['article'],
    answer: ApiWholeArticle,
  },
  {
    path: '/documents',
    id: 'listDocuments',
    summary: 'Văn bản đã công khai, mới ban hành trước, mỗi trang 50 mục',
    parameters: [],
    query: ApiPage,
    answer: listOf(ApiDocument),
  },
  {
    path: '/documents/{document}',
    id: 'getDocument',
    summary: 'Một văn bản với toàn văn, hiệu lực và quan hệ',
    parameters: ['document'],
    answer: ApiWholeDocument,
  },
];

const NAMED = {
  ApiPlan,
  ApiTopic,
  ApiCell,
  ApiCoverage,
  ApiAct,
  ApiCaseMonth,
  ApiProcedure,
  ApiArticle,
  ApiFile,
  ApiAudio,
  ApiWholeArticle,
  ApiDocument,
  ApiWholeDocument,
  ApiProblem,
};

/** What stands in the place of a parameter. */
const PARAMETERS: Readonly<Record<string, string>> = {
  plan: 'slug của kế hoạch',
  article: 'slug của tin, bài',
  document: 'slug của văn bản',
};

const NEXT = {
  Link: {
    description: 'Địa chỉ của trang sau, rel="next"; trang cuối không có',
    schema: { type: 'string' },
  },
};

/** The whole description; servers are relative, so it holds for every commune. */
export function openApi() {
  const problem = {
    description: 'Lỗi',
    content: { 'application/problem+json': { schema: schemaOf(ApiProblem) } },
  };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dữ liệu mở của trang thông tin điện tử',
      version: '1',
      description:
        'Chỉ đọc, không cần đăng nhập. Số liệu luôn kèm nguồn; null không phải là 0. Khi đơn vị đã sáp nhập, đầu mục ' +
        'x-loa-archive nêu ngày cuối cùng của đơn vị, link với rel="successor-version" dẫn tới đơn vị mới.',
    },
    servers: [{ url: '/api/v1' }],
    paths: Object.fromEntries(
      operations.map((operation) => [
        operation.path,
        {
          get: {
            operationId: operation.id,
            summary: operation.summary,
            parameters: [...pathParameters(operation), ...queryParameters(operation)],
            responses: {
              200: {
                description: operation.summary,
                ...(operation.query && { headers: NEXT }),
                content: { 'application/json': { schema: schemaOf(operation.answer) } },
              },
              default: problem,
            },
          },
        },
      ]),
    ),
    components: { schemas: components() },
  };
}

function pathParameters({ parameters }: Operation) {
  return parameters.map((name) => ({
    name,
    in: 'path',
    required: true,
    description: PARAMETERS[name] ?? name,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Operation) {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
}

function components() {
  const registry = z.registry<{ id?: string }>();
  for (const schema of Object.values(NAMED)) {
    registry.add(schema, { id: z.globalRegistry.get(schema)?.id });
  }
  const { schemas } = z.toJSONSchema(registry, { uri: refOf });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, tidy(schema)]));
}

/** One schema with its named parts as references to the components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  const made = z.toJSONSchema(schema, { io });
  return tidy(made);
}

function refOf(id: string): string {
  return `#/components/schemas/${id}`;
}

const MARKS: ReadonlySet<string> = new Set(['$schema', '$id', '$defs', 'id']);

/** Without the marks of a stand-alone schema, local definitions pointing to the components. */
function tidy(schema: unknown, isOfNames = false): unknown {
  if (Array.isArray(schema)) return schema.map((part) => tidy(part));
  if (schema === null || typeof schema !== 'object') return schema;
  // Where names of fields stand, `id` is one of them.
  const entries = Object.entries(schema).filter(([key]) => isOfNames || !MARKS.has(key));
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string'
        ? value.replace('#/$defs/', refOf(''))
        : tidy(value, !isOfNames && key === 'properties'),
    ]),
  );
}

// Who may do what with procedures: the one table of the procedures room.
import {
  definePermissions,
  hasRole,
  type Actor,
  type Role,
  type Rule,
} from '#lib/platform/index.ts';

/** The register concerns the commune as a whole, so an action needs no subject. */
export type ProcedureSubject = Record<string, never>;

const table = {
  'procedure.see-changes': {
    says: 'xem các lần nhập thủ tục',
    allows: (actor) => actor.kind === 'person',
  },
  'procedure.receive': {
    says: 'nhập thủ tục để đối chiếu',
    allows: withRole('coordinator', 'administrator', 'editor'),
  },
  // Only the province announces; the commune posts what was announced, and somebody answers for it.
  'procedure.apply': {
    says: 'công khai các thay đổi thủ tục',
    allows: withRole('coordinator', 'administrator', 'leader'),
  },
  'procedure.guide': {
    says: 'viết hướng dẫn dễ hiểu cho thủ tục',
    allows: withRole('coordinator', 'administrator', 'editor', 'leader'),
  },
  // Never the one who wrote it.
  'procedure.guide-approve': {
    says: 'duyệt, trả lại hướng dẫn của người khác viết',
    allows: withRole('coordinator', 'leader'),
  },
  'procedure.guide-force': {
    says: 'công khai hướng dẫn không qua duyệt',
    allows: withRole('leader'),
  },
  'board.see': { says: 'xem bảng niêm yết', allows: (actor) => actor.kind === 'person' },
  'board.manage': {
    says: 'lập bảng niêm yết, in tờ niêm yết',
    allows: withRole('coordinator', 'administrator', 'editor'),
  },
  // Whoever passes the board swaps the sheet.
  'board.post': {
    says: 'ghi đã treo, đã gỡ tờ niêm yết',
    allows: withRole('coordinator', 'administrator', 'editor', 'member'),
  },
  'call.see': { says: 'xem sổ cuộc gọi', allows: (actor) => actor.kind === 'person' },
  // Whoever picks up writes it down.
  'call.log': {
    says: 'ghi cuộc gọi, ghi đã trả lời',
    allows: withRole('coordinator', 'administrator', 'editor', 'member'),
  },
} satisfies Record<string, Rule<ProcedureSubject>>;

export const { can, requireCan } = definePermissions<ProcedureSubject, typeof table>(table);

/** The actions, for the generated list of who may do what. */
export const proceduresPermissions = table;

function withRole(...roles: Role[]): (actor: Actor) => boolean {
  return (actor) => hasRole(actor, ...roles);
}

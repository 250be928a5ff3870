// Papers of a meeting recorded as an act: minutes to be completed, and an invitation.
import { error } from '@sveltejs/kit';
import { answerDocument, paperFileOf } from '#lib/documents/index.server.ts';
import { MEETING_KINDS, meetingInvitation, meetingMinutes } from '#lib/plans/index.ts';
import { getAct } from '#lib/plans/index.server.ts';
import type { RequestHandler } from './$types';

const PAPERS: Readonly<Record<string, typeof meetingMinutes>> = {
  'bien-ban': meetingMinutes,
  'giay-moi': meetingInvitation,
};

export const GET: RequestHandler = async ({ locals, params }) => {
  const file = paperFileOf(params.file);
  const write = file && PAPERS[file.name];
  const act = await locals.read((tx) => getAct(tx, params.id));
  if (!file || !write || !MEETING_KINDS.includes(act.kind)) {
    error(404, 'Không có giấy tờ này để tải.');
  }
  const meeting = { ...act, people: act.quantities.people ?? null };
  return answerDocument(write(meeting, locals.commune), file);
};

// The consultation an address means, for every page about it.
import { consultationError } from '#lib/documents/index.ts';
import { findPublicConsultation, type PublicConsultation } from '#lib/documents/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';

/** @throws LoaError `record.not-found`, `consultation.taken-off` */
export async function openConsultation(tx: Tx, slug: string): Promise<PublicConsultation> {
  const found = await findPublicConsultation(tx, slug);
  if (!found) throw platformError('record.not-found', { what: 'cuộc lấy ý kiến này' });
  if ('reason' in found) throw consultationError('consultation.taken-off', found);
  return found;
}

// Saving steps from the review's script. Answers 409 with what stands when someone else saved first.
import { json } from '@sveltejs/kit';
import { isLoaError } from '#lib/platform/index.ts';
import { draftError } from '#lib/plans/index.ts';
import { correctPlan, parseSteps } from '#lib/plans/index.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals, params }) => {
  try {
    const body = (await request.json().catch(() => ({}))) as { version?: unknown; steps?: unknown };
    const steps = parseSteps(body.steps);
    if (!steps || !Number.isSafeInteger(body.version)) throw draftError('plan.steps-refused');
    const version = body.version as number;
    const result = await locals.write((tx) =>
      correctPlan(tx, { planId: params.id, version, steps }),
    );
    return json(result, { status: result.saved ? 200 : 409 });
  } catch (failure) {
    if (!isLoaError(failure)) throw failure;
    const { code, what, todo, status } = failure;
    return json({ code, what, todo }, { status });
  }
};

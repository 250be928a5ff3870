// The steps of a draft as they come from a browser or a form: checked before they are applied.
import { z } from 'zod';
import { isPlainDate } from '#lib/vietnam/index.ts';
import { sections } from './draft.ts';
import type { Step } from './history.ts';

const TEXT_LIMIT = 20_000;
/** How many steps one save may carry. */
const STEPS_LIMIT = 500;

const key = z.string().min(1).max(20);
const text = z.string().max(TEXT_LIMIT);
const day = z.string().refine(isPlainDate).nullable();
const list = z.union([z.enum(sections), key]);
const every = z
  .union([
    z.literal('often'),
    z.object({
      count: z.int().min(1).max(366),
      unit: z.enum(['week', 'month', 'quarter', 'half', 'year']),
    }),
  ])
  .nullable();

const AnyStep = z.discriminatedUnion('type', [
  z.object({ type: z.literal('retype'), key, text }),
  z.object({ type: z.literal('split'), key, at: z.int().min(0).max(TEXT_LIMIT) }),
  z.object({ type: z.literal('join'), key }),
  z.object({ type: z.literal('shift'), key, by: z.union([z.literal(-1), z.literal(1)]) }),
  z.object({ type: z.literal('move'), key, to: list }),
  z.object({ type: z.literal('name-unit'), key, unit: z.string().max(300) }),
  z.object({ type: z.literal('set-lead'), key, lead: z.boolean() }),
  z.object({ type: z.literal('drop'), key }),
  z.object({ type: z.literal('restore'), key }),
  z.object({ type: z.literal('add'), list, text }),
  z.object({ type: z.literal('add-unit'), unit: z.string().max(300) }),
  z.object({ type: z.literal('relabel'), key, label: z.string().max(200) }),
  z.object({ type: z.literal('set-channels'), key, channels: z.array(key).max(20) }),
  z.object({ type: z.literal('set-due'), key, date: day }),
  z.object({ type: z.literal('set-every'), key, every }),
  z.object({ type: z.literal('set-period'), from: day, to: day }),
  z.object({ type: z.literal('retitle'), title: z.string().max(1000) }),
  z.object({ type: z.literal('see-finding'), key, seen: z.boolean() }),
  z.object({ type: z.literal('undo') }),
  z.object({ type: z.literal('redo') }),
]);

const Steps = z.array(AnyStep).min(1).max(STEPS_LIMIT);

/** The steps, or `undefined` when they aren't of the right form. */
export function parseSteps(value: unknown): readonly Step[] | undefined {
  const parsed = Steps.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

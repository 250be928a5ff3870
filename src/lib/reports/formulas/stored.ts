// A formula as it is kept: plain data with ids, read through its schema.
import { z } from 'zod';
import { FigureReference } from '../figures/reference.ts';
import type { Formula } from './parse.ts';

export const StoredFormula: z.ZodType<Formula> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('number'), value: z.number() }),
    z.strictObject({ type: z.literal('figure'), reference: FigureReference }),
    z.strictObject({ type: z.literal('negative'), of: StoredFormula }),
    z.strictObject({
      type: z.literal('operation'),
      operator: z.enum(['+', '-', '*', '/', '%']),
      left: StoredFormula,
      right: StoredFormula,
    }),
  ]),
);

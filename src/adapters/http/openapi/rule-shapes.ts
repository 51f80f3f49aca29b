// The rules of a policy in JSON: conditions as their CEL text, and days that count from something.

import { z } from 'zod';
import { said } from '../../../input/said.ts';
import { UnitName } from '../../../input/shapes.ts';
import { DayJson, SourceId } from './small-shapes.ts';

export const Cel = said(z.string(), { zh: 'CEL 条件', en: 'A condition in CEL' });

export const WhenJson = said(Cel.nullable(), {
  zh: 'CEL 条件；null：总是',
  en: 'A condition in CEL; null: always',
});

const Origin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fact'), fact: z.string() }),
  z.object({ kind: z.literal('cutoff'), cutoff: z.string() }),
  z.object({ kind: z.literal('day'), day: DayJson }),
  z.object({ kind: z.literal('opening') }),
]);

const COUNTED = {
  from: Origin,
  amount: z.int(),
  unit: z.enum([...UnitName.options, 'months']),
  sign: z.literal([1, -1]),
};

/** A fixed day as such, else what it counts from. */
export const Counted = z.union([DayJson, z.object(COUNTED)]);

export const DayRuleJson = z.object({ ...COUNTED, when: WhenJson, source: SourceId }).meta({ id: 'DayRule' });

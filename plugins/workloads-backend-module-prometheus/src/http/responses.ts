import { z } from 'zod';

const point = z.tuple([z.number(), z.string()]);

const answer = <T>(resultType: string, result: z.ZodType<T>) =>
  z.object({
    status: z.literal('success'),
    data: z.object({ resultType: z.literal(resultType), result }),
    warnings: z.array(z.string()).nullish(),
    infos: z.array(z.string()).nullish(),
    /** VictoriaMetrics' way to say that some of its stores were silent. */
    isPartial: z.boolean().nullish(),
  });

/** Series over time as Prometheus sends them: seconds and a number as text. */
export const matrixSchema = answer(
  'matrix',
  z.array(
    z.object({
      metric: z.record(z.string(), z.string()),
      values: z.array(point),
    }),
  ),
);

/** Series at one moment. */
export const vectorSchema = answer(
  'vector',
  z.array(z.object({ metric: z.record(z.string(), z.string()), value: point })),
);

/** What a store says of what it could not see, or how it had to compute. */
export function wordsOf(said: {
  readonly warnings?: readonly string[] | null;
  readonly infos?: readonly string[] | null;
  readonly isPartial?: boolean | null;
}): string[] {
  return [
    ...(said.warnings ?? []),
    ...(said.infos ?? []),
    ...(said.isPartial ? ['some of its stores have not answered'] : []),
  ];
}

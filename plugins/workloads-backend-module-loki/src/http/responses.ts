import { z } from 'zod';

/** Lines as Loki sends them: each with its nanoseconds as text. */
export const streamsSchema = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('streams'),
    result: z.array(
      z.object({
        stream: z.record(z.string(), z.string()),
        values: z.array(
          z.tuple([z.string().regex(/^\d+$/), z.string()]).rest(z.unknown()),
        ),
      }),
    ),
    stats: z.unknown().optional(),
  }),
});

const point = z.tuple([z.number(), z.string()]);

/** Counts over time, or of one moment. */
export const countsSchema = z.object({
  status: z.literal('success'),
  data: z.object({
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        values: z.array(point).optional(),
        value: point.optional(),
      }),
    ),
    stats: z.unknown().optional(),
  }),
});

/** Names of labels; Loki leaves the list out when it is empty. */
export const labelsSchema = z.object({
  status: z.literal('success'),
  data: z.array(z.string()).nullish(),
});

const statsSchema = z.object({
  summary: z.object({ totalLinesProcessed: z.number() }),
});

/** Lines that Loki read for an answer, where it says so. */
export function scannedOf(stats: unknown): number | undefined {
  const parsed = statsSchema.safeParse(stats);
  return parsed.success ? parsed.data.summary.totalLinesProcessed : undefined;
}

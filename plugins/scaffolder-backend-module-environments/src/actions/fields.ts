import { durationMs } from '@domaindeck/backstage-plugin-environments-common';
import { z as Z } from 'zod/v3';

/** Milliseconds that a step waits unless told. */
const WAIT_MS = 20 * 60_000;

type Zod = typeof Z;

const ENTITY_REFS = 'Full refs of people or groups';

/** Fields of the inputs, each as the scaffolder wants it: a function of its own copy of zod. */
export const fields = {
  environment: (z: Zod) =>
    z
      .string()
      .min(1)
      .describe(
        'Id of the environment, or the ref of its entity in the catalog',
      ),
  services: (z: Zod) =>
    z.array(
      z.object({
        name: z
          .string()
          .min(1)
          .describe('Name of the workload in the baseline'),
        version: z
          .string()
          .optional()
          .describe('Tag of the image; the one of the baseline unless told'),
        image: z
          .string()
          .optional()
          .describe('A whole image in place of a version'),
        env: z
          .record(z.string(), z.string().nullable())
          .optional()
          .describe('Settings by name; null removes one of the baseline'),
        replicas: z.number().int().min(0).max(20).optional(),
      }),
    ),
  size: (z: Zod) =>
    z.string().describe('Name of a size of the config, such as M'),
  collaborators: (z: Zod) =>
    z.array(z.string()).optional().describe(ENTITY_REFS),
  configOverrides: (z: Zod) =>
    z
      .record(z.string(), z.record(z.string(), z.string().nullable()))
      .optional()
      .describe(
        'Values of settings files by name of the ConfigMap and key; null removes a key',
      ),
  share: (z: Zod) =>
    z
      .record(z.string(), z.enum(['baseline', 'empty']))
      .optional()
      .describe(
        'How each store is used, by its name: the data of the baseline, or an empty one of its own',
      ),
  rewriteAddresses: (z: Zod) =>
    z
      .boolean()
      .optional()
      .describe('Lead addresses of the baseline in settings to own services'),
  sleepWhenUnused: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('ISO 8601 duration without a request, such as PT4H'),
  why: (z: Zod) => z.string().max(500).optional().describe('What it is for'),
  wait: (z: Zod) =>
    z
      .boolean()
      .optional()
      .describe('Wait until it is done; the step fails when it stops'),
  waitFor: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('The longest wait, ISO 8601 duration; PT20M unless told'),
};

/** Fields of the outputs. */
export const outputs = {
  id: (z: Zod) => z.string().optional().describe('Id of the record'),
  name: (z: Zod) => z.string(),
  state: (z: Zod) => z.string().optional(),
  expiresAt: (z: Zod) => z.string().optional().describe('RFC 3339'),
  url: (z: Zod) => z.string().describe('Its page in the portal'),
  entityRef: (z: Zod) =>
    z.string().optional().describe('Ref of its entity in the catalog'),
  addresses: (z: Zod) =>
    z.array(z.object({ service: z.string(), url: z.string() })).optional(),
};

/**
 * @param text - as given for `waitFor`
 * @returns milliseconds; undefined for what is no duration
 */
export function waitMs(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? WAIT_MS : durationMs(text);
}

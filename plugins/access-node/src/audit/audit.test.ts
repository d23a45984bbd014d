import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { RecordingAuditService } from '../testUtils';
import { AuditorAuditService } from './AuditorAuditService';
import { auditServiceRef } from './auditServiceRef';
import { RecordedAuditService } from './RecordedAuditService';
import { runAudited } from './runAudited';
import { AuditEvent } from './types';

const event: AuditEvent = {
  credentials: mockCredentials.user('user:default/Ann'),
  verb: 'workloads.restart',
  domains: ['domain:default/payments'],
  environment: { cluster: 'dev-1', namespace: 'payments-dev' },
  why: 'hangs',
};

describe('runAudited', () => {
  it('does nothing when the beginning cannot be written', async () => {
    const audit = RecordingAuditService.create();
    audit.fail();
    const action = jest.fn(async () => ({ result: 1 }));
    await expect(runAudited(audit, event, action)).rejects.toThrow(
      'cannot be written',
    );
    expect(action).not.toHaveBeenCalled();
  });

  it('writes how it ended, and passes on what the action gives or throws', async () => {
    const audit = RecordingAuditService.create();
    await expect(
      runAudited(audit, event, async () => ({
        result: 7,
        details: { after: { replicas: 3 } },
      })),
    ).resolves.toBe(7);
    await expect(
      runAudited(audit, event, async () => {
        throw new Error('no such image');
      }),
    ).rejects.toThrow('no such image');
    expect(audit.written).toMatchObject([
      { outcome: 'done', details: { after: { replicas: 3 } } },
      { outcome: 'failed', reason: 'no such image' },
    ]);
  });
});

describe('RecordedAuditService', () => {
  /** A service over a record that answers as told, with what it was sent. */
  function serviceOf(answer: () => Response) {
    const sent: unknown[] = [];
    const log = RecordingAuditService.create();
    const service = RecordedAuditService.create({
      auditor: log,
      auth: mockServices.auth({ pluginId: 'workloads' }),
      discovery: mockServices.discovery(),
      fetch: async (url, init) => {
        sent.push([
          init?.method,
          String(url).replace(/^.*\/api/, ''),
          JSON.parse(String(init?.body)),
        ]);
        expect(new Headers(init?.headers).get('authorization')).toMatch(
          /^Bearer mock-service-token/,
        );
        return answer();
      },
    });
    return { service, sent, log };
  }

  it('writes the beginning and the end, to the record and to the auditor', async () => {
    const { service, sent, log } = serviceOf(() =>
      Response.json({ id: 'a1' }, { status: 201 }),
    );
    await runAudited(service, event, async () => ({ result: undefined }));
    await service.refused(event, 'needs developer');
    expect(sent).toEqual([
      [
        'POST',
        '/access/internal/audit',
        {
          who: 'user:default/ann',
          verb: 'workloads.restart',
          domains: ['domain:default/payments'],
          environment: { cluster: 'dev-1', namespace: 'payments-dev' },
          why: 'hangs',
          outcome: 'started',
        },
      ],
      ['PATCH', '/access/internal/audit/a1', { outcome: 'done' }],
      [
        'POST',
        '/access/internal/audit',
        expect.objectContaining({
          outcome: 'refused',
          reason: 'needs developer',
        }),
      ],
    ]);
    expect(log.written.map(({ outcome }) => outcome)).toEqual([
      'done',
      'refused',
    ]);
  });

  it.each<[string, () => Response]>([
    ['answers with an error', () => new Response('no', { status: 500 })],
    [
      'is not there',
      () => {
        throw new Error('ECONNREFUSED');
      },
    ],
  ])('blocks the action when the record %s', async (_, answer) => {
    const { service, log } = serviceOf(answer);
    const action = jest.fn(async () => ({ result: 1 }));
    await expect(runAudited(service, event, action)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    expect(action).not.toHaveBeenCalled();
    expect(log.written).toEqual([]);
  });
});

describe('auditServiceRef', () => {
  it('is the auditor of Backstage unless something else is installed', async () => {
    let found: unknown;
    const auditor = mockServices.auditor.mock({
      createEvent: jest.fn(async () => ({
        success: async () => {},
        fail: async () => {},
      })),
    });
    await startTestBackend({
      features: [
        auditor.factory,
        createBackendPlugin({
          pluginId: 'acting',
          register: env =>
            env.registerInit({
              deps: { audit: auditServiceRef, logger: coreServices.logger },
              init: async ({ audit }) => {
                found = audit;
                await runAudited(audit, event, async () => ({ result: 1 }));
              },
            }),
        }),
      ],
    });
    expect(found).toBeInstanceOf(AuditorAuditService);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'workloads-restart',
        meta: expect.objectContaining({ who: 'user:default/ann' }),
      }),
    );
  });
});

import express from 'express';
import request from 'supertest';
import { gunzipSync } from 'node:zlib';
import {
  Workload,
  WorkloadSnapshot,
} from '@domaindeck/backstage-plugin-workloads-common';
import { sendSnapshot } from './sendSnapshot';
import { WorkloadTexts } from './WorkloadTexts';

function workload(name: string): Workload {
  return {
    id: `dev-1/payments-dev/Deployment/${name}`,
    cluster: 'dev-1',
    namespace: 'payments-dev',
    kind: 'Deployment',
    name,
    uid: `uid-${name}`,
    images: [],
    version: '1.0.0',
    replicas: { desired: 1, ready: 1, updated: 1, available: 1 },
    health: 'healthy',
    problems: [],
    restarts: 0,
    createdAt: '2026-11-01T00:00:00Z',
    pods: [],
  };
}

function snapshotOf(items: Workload[]): WorkloadSnapshot {
  return {
    revision: 'epoch.1.view',
    clusters: [
      { name: 'dev-1', title: '开发', tier: 'development', state: 'live' },
    ],
    items,
    components: [],
  };
}

/** What a server answers to a browser that reads gzip, and to one that reads nothing of the kind. */
async function answers(snapshot: WorkloadSnapshot, texts: WorkloadTexts) {
  const app = express().get('/', (req, res) =>
    sendSnapshot(req, res, snapshot, texts),
  );
  const raw = (encoding: string) =>
    request(app)
      .get('/')
      .set('Accept-Encoding', encoding)
      .buffer()
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(Buffer.from(chunk)));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
  return { plain: await raw('identity'), zipped: await raw('gzip, br') };
}

describe('sendSnapshot', () => {
  it.each([
    ['no workload', []],
    ['one', [workload('pricing')]],
    ['some', ['pricing', '计价', 'risk'].map(workload)],
  ])('sends the same, compressed or not: %s', async (_name, items) => {
    const snapshot = snapshotOf(items);
    const { plain, zipped } = await answers(snapshot, WorkloadTexts.create());
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(plain.body.toString())).toEqual(snapshot);
    expect(zipped.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: 'Accept-Encoding',
    });
    // supertest has unzipped it unless it cannot.
    const text =
      zipped.body[0] === 0x1f ? gunzipSync(zipped.body) : zipped.body;
    expect(JSON.parse(text.toString())).toEqual(snapshot);
  });

  it('makes the text of a workload once for all answers and streams', async () => {
    const pricing = workload('pricing');
    let made = 0;
    const counted: Workload = Object.defineProperty({ ...pricing }, 'toJSON', {
      value: () => {
        made += 1;
        return pricing;
      },
    });
    const texts = WorkloadTexts.create();
    await answers(snapshotOf([counted]), texts);
    await answers(snapshotOf([counted]), texts);
    const records = [
      { type: 'heartbeat', revision: 'r.1.v', at: '2026-11-01T00:00:00Z' },
      { type: 'upsert', revision: 'r.2.v', item: counted },
    ] as const;
    const lines = texts.lines(records);
    expect(made).toBe(1);
    expect(
      lines
        .toString()
        .split('\n')
        .slice(0, -1)
        .map(line => JSON.parse(line)),
    ).toEqual([records[0], { ...records[1], item: pricing }]);
    expect(texts.lines(records)).toBe(lines);
  });
});

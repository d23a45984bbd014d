import {
  HistoryEntry,
  Step,
} from '@domaindeck/backstage-plugin-environments-common';
import { happeningsOf } from './happeningsOf';

const created: HistoryEntry = {
  id: '1',
  at: '2026-11-24T14:10:54Z',
  kind: 'created',
  message: 'Created',
  parts: {},
};

const starting: Step = {
  operation: 'create',
  step: 'start',
  position: 5,
  state: 'running',
  attempt: 1,
  startedAt: '2026-11-24T14:11:00Z',
  objects: [],
  services: [
    { name: 'gateway', health: 'healthy' },
    {
      name: 'pricing',
      health: 'progressing',
      reason: { code: 'image-missing', message: 'manifest not found' },
    },
  ],
};

describe('happeningsOf', () => {
  it('puts what services wait for before what has happened, word for word', () => {
    expect(happeningsOf([created], [starting])).toEqual([
      {
        key: 'pricing',
        at: '2026-11-24T14:11:00Z',
        service: 'pricing',
        message: 'manifest not found',
      },
      {
        key: '1',
        at: '2026-11-24T14:10:54Z',
        service: undefined,
        message: 'Created',
      },
    ]);
  });

  it('says nothing twice that the history tells already', () => {
    const stopped: HistoryEntry = {
      ...created,
      id: '2',
      kind: 'state',
      message: 'Stopped: manifest not found',
    };
    expect(
      happeningsOf([stopped, created], [starting]).map(one => one.message),
    ).toEqual(['Stopped: manifest not found', 'Created']);
  });
});

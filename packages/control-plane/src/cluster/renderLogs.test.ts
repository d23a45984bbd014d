import { parseAllDocuments } from 'yaml';
import { renderLogs } from './renderLogs';

describe('renderLogs', () => {
  it('writes a document for each pod, and nothing for none', () => {
    const text = renderLogs([
      { namespace: 'pay', pod: 'api-0', file: '/l/a' },
      { namespace: 'pay', pod: 'api-1', file: '/l/b', previousFile: '/l/c' },
    ]);
    expect(
      parseAllDocuments(text).map(document => document.toJS().spec),
    ).toEqual([
      {
        selector: { matchNamespaces: ['pay'], matchNames: ['api-0'] },
        logs: [{ logsFile: '/l/a' }],
      },
      {
        selector: { matchNamespaces: ['pay'], matchNames: ['api-1'] },
        logs: [{ logsFile: '/l/b', previousLogsFile: '/l/c' }],
      },
    ]);
    expect(renderLogs([])).toBe('');
  });
});

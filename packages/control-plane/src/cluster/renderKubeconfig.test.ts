import { parse } from 'yaml';
import { renderKubeconfig } from './renderKubeconfig';

describe('renderKubeconfig', () => {
  it('has a context for each cluster, the first one current', () => {
    const config = parse(
      renderKubeconfig([
        { name: 'dev-1', url: 'https://127.0.0.1:1', ca: 'PEM', token: 'a' },
        { name: 'prod-sh', url: 'https://127.0.0.1:2', ca: 'PEM', token: 'b' },
      ]),
    );
    expect(config['current-context']).toBe('dev-1');
    expect(config.contexts[1]).toEqual({
      name: 'prod-sh',
      context: { cluster: 'prod-sh', user: 'prod-sh' },
    });
    expect(config.users[1].user.token).toBe('b');
    expect(config.clusters[0].cluster).toEqual({
      server: 'https://127.0.0.1:1',
      'certificate-authority-data': Buffer.from('PEM').toString('base64'),
    });
  });
});

import { containerImage, parseImage, shortImage } from './image';
import { formatMemory, parseQuantity } from './quantity';
import { namesOf, versionOf } from './version';

const DIGEST = `sha256:${'4f2a91c7d0aa'.padEnd(64, '0')}`;

describe('parseImage', () => {
  it.each([
    ['nginx', 'nginx', undefined, undefined],
    ['nginx:1.31', 'nginx', '1.31', undefined],
    ['reg:5000/a/b', 'reg:5000/a/b', undefined, undefined],
    ['reg:5000/a/b:v1.2', 'reg:5000/a/b', 'v1.2', undefined],
    [`reg:5000/b:1@${DIGEST}`, 'reg:5000/b', '1', DIGEST],
    [`b@${DIGEST}`, 'b', undefined, DIGEST],
    ['b@sha256:short', 'b', undefined, undefined],
    ['b:', 'b', undefined, undefined],
    ['', '', undefined, undefined],
    ['@@::', '', undefined, undefined],
  ])('%p', (image, repository, tag, digest) => {
    expect(parseImage(image)).toEqual({ repository, tag, digest });
  });

  it('gives people the last part of the path', () => {
    expect(shortImage('registry.example.com:5000/payments/risk:3.1')).toBe(
      'risk:3.1',
    );
    expect(shortImage(`a/risk@${DIGEST}`)).toBe('risk@4f2a91c7d0aa');
    expect(shortImage('a/risk')).toBe('risk');
  });
});

describe('versionOf', () => {
  const images = [
    containerImage('proxy', 'mesh/proxy:1.30.4'),
    containerImage('pricing', 'payments/pricing:5.2.1'),
    containerImage('checkout-pricing', 'payments/pricing:latest'),
  ];

  it.each([
    ['of the workload’s container', images, {}, 'pricing', '5.2.1'],
    ['else of the first', images, {}, 'other', '1.30.4'],
    [
      'of the component’s container before the workload’s',
      images,
      { 'backstage.io/kubernetes-id': 'proxy' },
      'pricing',
      '1.30.4',
    ],
    [
      'latest, when that is all there is',
      images,
      { 'app.kubernetes.io/name': 'checkout-pricing' },
      'pricing',
      'latest',
    ],
    [
      'the digest for latest',
      [containerImage('a', `a:latest@${DIGEST}`)],
      {},
      'a',
      '4f2a91c7d0aa',
    ],
    [
      'the digest for no tag',
      [containerImage('a', `a@${DIGEST}`)],
      {},
      'a',
      '4f2a91c7d0aa',
    ],
    [
      'latest for no tag and no digest',
      [containerImage('a', 'a')],
      {},
      'a',
      'latest',
    ],
    ['nothing for no image', [], {}, 'a', ''],
  ])('%s', (_, given, labels, name, expected) => {
    expect(versionOf(given, namesOf(labels, name))).toBe(expected);
  });
});

describe('parseQuantity', () => {
  it.each([
    ['500m', 0.5],
    ['2', 2],
    ['0.25', 0.25],
    ['.5', 0.5],
    ['512Mi', 512 * 2 ** 20],
    ['1G', 1e9],
    ['1e3', 1000],
    ['128974848', 128974848],
    ['100n', 1e-7],
    ['', undefined],
    ['-1', undefined],
    ['lots', undefined],
    ['5Qi', undefined],
    ['NaN', undefined],
    [undefined, undefined],
  ])('%p', (text, expected) => {
    const value = parseQuantity(text);
    // Twelve digits: 100 × 1e-9 is not quite 1e-7.
    expect(value && Number(value.toPrecision(12))).toBe(expected);
  });

  it('is written back as people say it', () => {
    expect(
      [512 * 2 ** 20, 1.5 * 2 ** 30, 1000, 0, 2 ** 60].map(formatMemory),
    ).toEqual(['512 MiB', '1.5 GiB', '1000 B', '0 B', '1024 PiB']);
  });
});

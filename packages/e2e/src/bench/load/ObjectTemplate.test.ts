import { loadPod } from './loadPod';
import { ObjectTemplate } from './ObjectTemplate';

describe('ObjectTemplate', () => {
  it('fills slots of texts and of numbers, however often they occur', () => {
    const template = ObjectTemplate.create({
      name: '<<name>>',
      image: 'registry.example.com/<<name>>:<<tag>>',
      list: [{ count: '<#count#>' }, { count: '<#count#>', last: true }],
    });
    expect(
      JSON.parse(template.fill({ name: 'a', tag: '1.0', count: 3 })),
    ).toEqual({
      name: 'a',
      image: 'registry.example.com/a:1.0',
      list: [{ count: 3 }, { count: 3, last: true }],
    });
    expect(ObjectTemplate.create({}).fill({})).toBe('{}');
  });

  it.each([8_000, 15_000])(
    'makes pods of about so many bytes, half of it managedFields: %s',
    bytes => {
      const text = JSON.stringify(
        loadPod(
          {
            name: 'service-1-6d8f7c9b5-abcde',
            namespace: 'load-1',
            uid: '0b7f6a4e-0000-4000-8000-000000000001',
            app: 'service-1',
            replicaSet: { name: 'service-1-6d8f7c9b5', uid: 'uid' },
            node: 'node-1',
            version: '1',
            started: '2026-01-05T08:00:00Z',
            bytes,
          },
          0,
        ),
      );
      expect(Math.abs(text.length - bytes)).toBeLessThan(bytes / 10);
      const { managedFields } = JSON.parse(text).metadata;
      const share = JSON.stringify(managedFields).length / text.length;
      expect(share).toBeGreaterThan(0.4);
      expect(share).toBeLessThan(0.6);
    },
  );
});

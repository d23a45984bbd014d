import { locateImage } from './locateImage';

const told = (image: string) => {
  const at = locateImage(image);
  return at && `${at.host} ${at.path} ${at.reference}`;
};

describe('locateImage', () => {
  it.each([
    ['nginx', 'docker.io library/nginx latest'],
    ['nginx:1.27', 'docker.io library/nginx 1.27'],
    ['team/app:1', 'docker.io team/app 1'],
    ['index.docker.io/nginx', 'docker.io library/nginx latest'],
    ['docker.io/team/app:1', 'docker.io team/app 1'],
    ['localhost/app:1', 'localhost app 1'],
    ['registry:5000/app:1', 'registry:5000 app 1'],
    ['Registry.Example.com/a/b/c:v1', 'registry.example.com a/b/c v1'],
    [
      `ghcr.example/a/b:1@sha256:${'a'.repeat(64)}`,
      `ghcr.example a/b sha256:${'a'.repeat(64)}`,
    ],
  ])('finds %s', (image, place) => {
    expect(told(image)).toBe(place);
  });

  it.each([
    'registry.example.com/',
    'registry.example.com/../../admin:1',
    'registry.example.com/a//b:1',
    'registry.example.com/Team/app:1',
    'registry.example.com/a?x=1:1',
    'registry.example.com/a:..%2f',
    'registry.example.com/a@sha256:short',
    `registry.example.com/${'a'.repeat(256)}:1`,
    '',
  ])('takes %p for no image', image => {
    expect(told(image)).toBeUndefined();
  });
});

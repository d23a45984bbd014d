import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const read = (path: string) =>
  readFileSync(join(__dirname, '../..', path), 'utf8');

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

describe('the calls of the backend', () => {
  const { paths } = parse(read('src/schema/openapi.yaml')) as {
    paths: Record<string, object>;
  };
  const contract = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter(method => METHODS.includes(method))
      .map(method => `${method.toLocaleUpperCase('en-US')} ${path}`),
  );

  it('are those of the contract, one by one, in the README', () => {
    const told = [...read('README.md').matchAll(/^\| `([A-Z]+ \/\S+)`/gm)];
    expect(told.map(([, call]) => call).sort()).toEqual([...contract].sort());
  });
});

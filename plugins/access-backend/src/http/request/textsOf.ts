import { Request } from 'express';

/** All values of a query parameter; undefined when it is not given. */
export function textsOf(request: Request, name: string): string[] | undefined {
  const value: unknown = request.query[name];
  if (value === undefined) {
    return undefined;
  }
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** One value of a query parameter, the last when it is given several times. */
export function textOf(request: Request, name: string): string | undefined {
  return textsOf(request, name)?.at(-1);
}

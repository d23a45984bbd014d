import { Request } from 'express';

/** All values of a query parameter; undefined when it is not given. */
export function textsOf(request: Request, name: string): string[] | undefined {
  const value: unknown = request.query[name];
  if (value === undefined) {
    return undefined;
  }
  return (Array.isArray(value) ? value : [value]).map(String);
}

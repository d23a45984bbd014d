import { Request } from 'express';

/** A parameter of the query; undefined when it is absent or empty. The contract has been checked. */
export function textOf(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A parameter that may be given several times. */
export function textsOf(request: Request, name: string): string[] | undefined {
  const value = request.query[name];
  const values = (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );
  return values.length > 0 ? values : undefined;
}

/** A parameter that is a number. */
export function numberOf(request: Request, name: string): number | undefined {
  const value = request.query[name];
  return value === undefined ? undefined : Number(value);
}

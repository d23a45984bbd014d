import { Request } from 'express';
import { textsOf } from './textsOf';

/** One value of a query parameter, the last when it is given several times. */
export function textOf(request: Request, name: string): string | undefined {
  return textsOf(request, name)?.at(-1);
}

export { noticeOf, scopeOf } from './noticeOf';
export type { Notice } from './types';

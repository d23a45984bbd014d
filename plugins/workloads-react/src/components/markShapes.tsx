import { ReactElement } from 'react';
import { MarkKind } from './MarkKind';

const LINE = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
} as const;

const LOCK = (
  <>
    <path d="M3 6.4h8v5.4H3z" fill="currentColor" />
    <path
      {...LINE}
      strokeWidth={1.5}
      d="M4.7 6.4V4.6a2.3 2.3 0 0 1 4.6 0v1.8"
    />
  </>
);

/**
 * The drawing of each state, 14 by 14. Size rises with urgency: the disc of what is well is the smallest, so that
 * twenty of them stay quiet. Signs inside a shape are holes, not a second colour, so that they live on any ground and
 * in forced colours.
 */
export const markShapes: Record<MarkKind, ReactElement> = {
  healthy: <circle cx="7" cy="7" r="4" fill="currentColor" />,
  progressing: (
    <path {...LINE} strokeWidth={2} d="M7 2.2a4.8 4.8 0 1 1-4.8 4.8" />
  ),
  degraded: (
    <>
      <path
        d="M7 1.6 13 12.2H1Z"
        fill="none"
        stroke="currentColor"
        strokeLinejoin="round"
      />
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M7 1.6 13 12.2H1ZM6.25 4.9v3.5q0 .5.75.5t.75-.5V4.9q0-.5-.75-.5t-.75.5ZM7 9.4a.9.9 0 1 0 0 1.8.9.9 0 0 0 0-1.8Z"
      />
    </>
  ),
  failed: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      d="M4.4 1h5.2L13 4.4v5.2L9.6 13H4.4L1 9.6V4.4ZM7 5.94 8.73 4.21 9.79 5.27 8.06 7 9.79 8.73 8.73 9.79 7 8.06 5.27 9.79 4.21 8.73 5.94 7 4.21 5.27 5.27 4.21Z"
    />
  ),
  suspended: (
    <>
      <rect
        x="3.2"
        y="2.8"
        width="2.6"
        height="8.4"
        rx=".8"
        fill="currentColor"
      />
      <rect
        x="8.2"
        y="2.8"
        width="2.6"
        height="8.4"
        rx=".8"
        fill="currentColor"
      />
    </>
  ),
  unknown: (
    <circle
      {...LINE}
      strokeLinecap="butt"
      cx="7"
      cy="7"
      r="4.8"
      strokeDasharray="2.5 2.53"
    />
  ),
  asleep: (
    <path
      fill="currentColor"
      d="M11.8 8.6A5.2 5.2 0 0 1 5.4 2.2a5.2 5.2 0 1 0 6.4 6.4Z"
    />
  ),
  silent: (
    <g {...LINE}>
      <circle cx="7" cy="7" r="5" />
      <path d="M3.6 10.4 10.4 3.6" />
    </g>
  ),
  noRight: LOCK,
  denied: LOCK,
  none: <path {...LINE} d="M4 7h6" />,
};

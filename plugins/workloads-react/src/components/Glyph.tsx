/* One drawing a name, 16 by 16, drawn with a line of 1.5. */
const PATHS = {
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM10.5 10.5l3.2 3.2',
  down: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  up: 'm4.5 9.5 3.5-3.5 3.5 3.5',
  right: 'm6.5 4.5 3.5 3.5-3.5 3.5',
  left: 'm9.5 4.5-3.5 3.5 3.5 3.5',
  arrowUp: 'M8 13V3.5M4.2 7 8 3.2 11.8 7',
  arrowDown: 'M8 3v9.5M4.2 9 8 12.8 11.8 9',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3.5 8.5 3 3 6-7',
  more: 'M8 3.5h.01M8 8h.01M8 12.5h.01',
  external: 'M9 3h4v4M13 3 7.5 8.5M11 9.5V13H3V5h3.5',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.8 0l2-2a2.7 2.7 0 0 0-3.8-3.8l-.8.8M9.2 6.8a2.6 2.6 0 0 0-3.8 0l-2 2a2.7 2.7 0 0 0 3.8 3.8l.8-.8',
  copy: 'M6.7 5.5h5.6q1.2 0 1.2 1.2v5.6q0 1.2-1.2 1.2H6.7q-1.2 0-1.2-1.2V6.7q0-1.2 1.2-1.2ZM3.5 10.5h-1v-8h8v1',
  expand: 'M9.5 3H13v3.5M6.5 13H3V9.5M13 9.5V13H9.5M3 6.5V3h3.5',
  shrink: 'M13 6.5H9.5V3M3 9.5h3.5V13M9.5 13V9.5H13M6.5 3v3.5H3',
  grid: 'M2.5 2.5H7V7H2.5ZM9 2.5h4.5V7H9ZM2.5 9H7v4.5H2.5ZM9 9h4.5v4.5H9Z',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1',
  box: 'm8 2.3 5 2.8v5.8l-5 2.8-5-2.8V5.1ZM3.2 5.2 8 8l4.8-2.8M8 8v5.5',
  cluster: 'M2.5 3h11v4h-11ZM2.5 9h11v4h-11ZM5 5h.1M5 11h.1',
  lock: 'M3.5 7h9v6.5h-9ZM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  refresh:
    'M13 4.5v3h-3M3 11.5v-3h3M12.6 7.2A5 5 0 0 0 4 5M3.4 8.8A5 5 0 0 0 12 11',
  yaml: 'M5.5 4 2 8l3.5 4M10.5 4 14 8l-3.5 4',
  columns: 'M2.5 3h11v10h-11ZM6.2 3v10M9.8 3v10',
  info: 'M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0ZM8 7.5v3.2M8 5.2v.1',
  eye: 'M1.8 8S4.2 3.8 8 3.8 14.2 8 14.2 8 11.8 12.2 8 12.2 1.8 8 1.8 8ZM9.9 8a1.9 1.9 0 1 1-3.8 0 1.9 1.9 0 0 1 3.8 0Z',
  user: 'M10.5 5.2a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM3.2 13.5c.3-2.6 2.2-4 4.8-4s4.5 1.4 4.8 4',
  people:
    'M8.2 5.4a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0ZM1.8 13c.2-2.3 1.8-3.6 4.2-3.6s4 1.3 4.2 3.6M10.2 3.4a2.2 2.2 0 0 1 0 4.1M11.7 9.8c1.5.4 2.4 1.5 2.5 3.2',
  pencil: 'M3 13l.6-2.9L10.8 3 13 5.2 5.9 12.4ZM9.3 4.5l2.2 2.2',
  download: 'M8 2.5v8M4.5 7.2 8 10.7l3.5-3.5M3 13.5h10',
  upload: 'M8 10.5v-8M4.5 5.8 8 2.3l3.5 3.5M3 13.5h10',
  layers: 'm8 2.5 6 3-6 3-6-3ZM2.3 8.2 8 11l5.7-2.8M2.3 10.9 8 13.7l5.7-2.8',
  clock: 'M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0ZM8 4.8V8l2.2 1.6',
  play: 'M4.5 3v10l8-5Z',
  pause: 'M5 3v10M11 3v10',
  wrap: 'M2.5 4h11M2.5 8h8.6a2 2 0 1 1 0 4.2H8M9.5 10.5 7.8 12.2l1.7 1.7M2.5 12.2h2.5',
  filter: 'M2.5 4h11M4.8 8h6.4M6.8 12h2.4',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  bolt: 'M9 2 4 9h4l-1 5 5-7H8Z',
  branch:
    'M6 3.8a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0ZM6 12.2a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0ZM13 5.5a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0ZM4.5 5.3v5.4M11.5 7c0 2.4-3.5 2.2-6.5 4',
  trash: 'M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5',
  globe:
    'M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0ZM2.5 8h11M8 2.5c3.4 3.3 3.4 7.7 0 11M8 2.5c-3.4 3.3-3.4 7.7 0 11',
  moon: 'M12.6 9.6A5.2 5.2 0 0 1 6.4 3.4a5.2 5.2 0 1 0 6.2 6.2Z',
  chart: 'M2.5 2.5v11h11M5 10l2.5-3.2 2.2 1.8L13 4.5',
  percent:
    'M6.5 5a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0ZM12.5 11a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0ZM12 4l-8 8',
  lines: 'M3 3.5h10M3 6.5h7M3 9.5h10M3 12.5h5',
} as const;

/**
 * Names of the drawings that {@link Glyph} knows.
 * @public
 */
export type GlyphName = keyof typeof PATHS;

/**
 * A small line drawing in the colour of the text around it. It says nothing to a screen reader: the word for it stands
 * beside it or on the button that holds it.
 * @public
 */
export function Glyph(props: {
  name: GlyphName;
  /** Edge in pixels, 16 unless told. */
  size?: 12 | 14 | 16 | 20 | 24;
  className?: string;
}): JSX.Element {
  const { name, size = 16, className } = props;
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/**
 * Colours of one status: the mark needs 3:1 on every ground it stands on, the text 4.5:1 on paper and on its own tint.
 * Backstage's status colours are made for marks only; green text on white has 2.6:1.
 * @public
 */
export interface StatusTokens {
  /** Fill of a mark, or a stripe. */
  readonly mark: string;
  /** Text. */
  readonly text: string;
  /** Tint behind a cell, a strip or a chip. */
  readonly tint: string;
  /** Hairline around a tint. */
  readonly line: string;
}

/**
 * The colours and families that the Backstage theme does not have. What it has (paper, border, primary, link) is
 * taken from `theme.palette` and never repeated here, except as the fallback of a bare Material UI theme.
 * @public
 */
export interface Tokens {
  readonly type: 'light' | 'dark';
  readonly background: string;
  readonly paper: string;
  readonly border: string;
  readonly primary: string;
  readonly onPrimary: string;
  readonly link: string;
  readonly text: string;
  /** Secondary text, at least 7:1. */
  readonly text2: string;
  /** The faintest text allowed, at least 5:1. */
  readonly text3: string;
  /** Table heads of groups, code, quiet chips, the reference column. */
  readonly sunken: string;
  readonly hover: string;
  readonly selected: string;
  /** A hairline that must be seen. */
  readonly border2: string;
  /** Outline of inputs, 3:1. */
  readonly control: string;
  /** The column that versions are compared with: sunken, by seven tenths. */
  readonly reference: string;
  /** The second stripe of what is silent, beside `sunken`. */
  readonly hatch: string;
  readonly code: string;
  readonly skeleton: string;
  readonly skeleton2: string;
  readonly shadow: string;
  /** Shadow of what floats: panel, menu. */
  readonly shadowPop: string;
  readonly ok: StatusTokens;
  readonly warn: StatusTokens;
  readonly bad: StatusTokens;
  readonly busy: StatusTokens;
  readonly idle: StatusTokens;
  /** Colours of curves, safe for colour-blind readers, in this order; never for a status. */
  readonly series: readonly string[];
  /** A tooltip stands on the ground of the other theme; `series` has the colours of curves that are seen there. */
  readonly tip: {
    readonly ground: string;
    readonly text: string;
    readonly series: readonly string[];
  };
  /** Versions, pods, images, namespaces, logs. */
  readonly mono: string;
}

/** The part of {@link Tokens} that is ours alone, by theme type. */
export type OwnTokens = Omit<
  Tokens,
  | 'type'
  | 'background'
  | 'paper'
  | 'border'
  | 'primary'
  | 'onPrimary'
  | 'link'
  | 'text'
>;

const MONO =
  '"SF Mono", SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace';

const SERIES_ON_LIGHT = [
  '#1f6fb8',
  '#b35c00',
  '#0d8577',
  '#8a4fbf',
  '#b3366f',
  '#5d6b1f',
];
const SERIES_ON_DARK = [
  '#82bafd',
  '#ffb870',
  '#6fd6c6',
  '#cda6f5',
  '#f59ac0',
  '#c3d07a',
];

export const lightTokens: OwnTokens = {
  text2: '#4f565d',
  text3: '#676d74',
  sunken: '#f4f5f6',
  hover: '#f5f7f9',
  selected: '#eaf1f9',
  border2: '#d3d6da',
  control: '#858b91',
  reference: '#f7f8f9',
  hatch: '#f9fafa',
  code: '#f7f8f9',
  skeleton: '#eceef0',
  skeleton2: '#f5f6f7',
  shadow: '0 1px 2px rgba(16, 24, 32, .06)',
  shadowPop:
    '0 2px 6px rgba(16, 24, 32, .10), 0 12px 32px rgba(16, 24, 32, .14)',
  ok: { mark: '#17845a', text: '#11704b', tint: '#eef7f2', line: '#c5e2d4' },
  warn: { mark: '#c27400', text: '#8a5200', tint: '#fff8eb', line: '#f0d9ae' },
  bad: { mark: '#c8102e', text: '#b80f2a', tint: '#fdf2f3', line: '#f0c4ca' },
  busy: { mark: '#1f6fb8', text: '#185d9e', tint: '#eef5fc', line: '#c7ddf2' },
  idle: { mark: '#757b82', text: '#5c636a', tint: '#f4f5f6', line: '#dcdfe2' },
  series: SERIES_ON_LIGHT,
  tip: { ground: '#2b2f33', text: '#ffffff', series: SERIES_ON_DARK },
  mono: MONO,
};

export const darkTokens: OwnTokens = {
  text2: '#dadada',
  text3: '#c0c0c0',
  sunken: '#3a3a3a',
  hover: '#494949',
  selected: '#404c59',
  border2: '#6a6a6a',
  control: '#989898',
  reference: '#3c3c3c',
  hatch: '#3e3e3e',
  code: '#383838',
  skeleton: '#505050',
  skeleton2: '#5a5a5a',
  shadow: '0 1px 2px rgba(0, 0, 0, .25)',
  shadowPop: '0 2px 6px rgba(0, 0, 0, .35), 0 16px 40px rgba(0, 0, 0, .45)',
  ok: { mark: '#71cf88', text: '#8fdca2', tint: '#3d4a41', line: '#55705d' },
  warn: { mark: '#ffb84d', text: '#ffc773', tint: '#4c463b', line: '#766548' },
  bad: { mark: '#ff7d84', text: '#ffa3a8', tint: '#4d3f40', line: '#7e5558' },
  busy: { mark: '#82bafd', text: '#a5cffe', tint: '#3f4853', line: '#58708c' },
  idle: { mark: '#a9a9a9', text: '#c9c9c9', tint: '#4a4a4a', line: '#646464' },
  series: SERIES_ON_DARK,
  tip: { ground: '#e9e9e9', text: '#1b1e21', series: SERIES_ON_LIGHT },
  mono: MONO,
};

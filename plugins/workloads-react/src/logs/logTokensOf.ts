import { Theme } from '@material-ui/core/styles';
import { LogLevel } from '@domaindeck/backstage-plugin-workloads-common';
import { tokensOf } from '../theme';
import { AnsiColour } from './model/parseAnsi';

/** The colours that only logs need. */
export interface LogTokens {
  /** Bars and edges; ordered by lightness too, so that the order holds without hue. Text has the status tokens. */
  readonly level: Readonly<Record<LogLevel, string>>;
  readonly levelText: Readonly<Record<LogLevel, string>>;
  readonly rowError: string;
  readonly rowOpen: string;
  readonly rowNote: string;
  /** Behind what a condition looks for. */
  readonly hit: string;
  /** Behind the hit at hand. */
  readonly hitOn: string;
  readonly brush: string;
  /** The ground and text of what floats dark over the list. */
  readonly tip: string;
  readonly tipText: string;
  readonly ansi: Readonly<Record<AnsiColour, string>>;
}

const LIGHT = {
  level: {
    error: '#b3122a',
    warn: '#c87800',
    info: '#7b95ac',
    debug: '#b9c6d1',
  },
  rowError: '#fdf3f4',
  rowOpen: '#f1f5fa',
  rowNote: '#f6f7f8',
  hit: '#ffe49a',
  hitOn: '#ffc738',
  brush: 'rgba(31, 84, 147, .12)',
  tip: '#272b30',
  tipText: '#ffffff',
};

const DARK: typeof LIGHT = {
  level: {
    error: '#ffb0b5',
    warn: '#d9983a',
    info: '#82919e',
    debug: '#626b73',
  },
  rowError: '#4b4143',
  rowOpen: '#444a51',
  rowNote: '#3c3c3c',
  hit: '#6d5a24',
  hitOn: '#96761c',
  brush: 'rgba(156, 201, 255, .20)',
  tip: '#1b1b1b',
  tipText: '#ffffff',
};

/** The log colours that go with a theme. */
export function logTokensOf(theme: Theme): LogTokens {
  const tokens = tokensOf(theme);
  return {
    ...(tokens.type === 'dark' ? DARK : LIGHT),
    levelText: {
      error: tokens.bad.text,
      warn: tokens.warn.text,
      info: tokens.text3,
      debug: tokens.text3,
    },
    ansi: {
      red: tokens.bad.text,
      green: tokens.ok.text,
      yellow: tokens.warn.text,
      blue: tokens.busy.text,
      magenta: tokens.series[3],
      cyan: tokens.series[2],
      grey: tokens.text3,
    },
  };
}

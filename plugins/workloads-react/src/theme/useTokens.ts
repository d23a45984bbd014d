import { useTheme } from '@material-ui/core/styles';
import { Tokens } from './tokens';
import { tokensOf } from './tokensOf';

/**
 * The tokens of the theme in force, for inline styles and drawings. Prefer {@link tokensOf} inside `makeStyles`.
 * @public
 */
export function useTokens(): Tokens {
  return tokensOf(useTheme());
}

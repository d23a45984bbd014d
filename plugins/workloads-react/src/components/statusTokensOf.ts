import { StatusTokens, Tokens } from '../theme';
import { MarkKind } from './MarkKind';

/**
 * The colours of a state. Everything that is neither well, busy nor wrong shares one grey.
 * @public
 */
export function statusTokensOf(tokens: Tokens, kind: MarkKind): StatusTokens {
  switch (kind) {
    case 'healthy':
      return tokens.ok;
    case 'progressing':
      return tokens.busy;
    case 'degraded':
      return tokens.warn;
    case 'failed':
      return tokens.bad;
    default:
      return tokens.idle;
  }
}

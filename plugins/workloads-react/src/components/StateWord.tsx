import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTokens } from '../theme';
import { workloadsReactTranslationRef } from '../translation';
import { MarkKind } from './MarkKind';
import { StatusMark } from './StatusMark';
import { statusTokensOf } from './statusTokensOf';

/**
 * A mark with its word beside it. The word of what is well is plain grey; only the others take the colour of the state.
 * @public
 */
export function StateWord(props: {
  kind: MarkKind;
  /** Replaces the word of the state, such as the reason. */
  children?: ReactNode;
}): JSX.Element {
  const { kind, children } = props;
  const tokens = useTokens();
  const { t } = useTranslationRef(workloadsReactTranslationRef);
  const color =
    kind === 'healthy' ? tokens.text2 : statusTokensOf(tokens, kind).text;
  return (
    <span
      style={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        minWidth: 0,
      }}
    >
      <StatusMark kind={kind} decorative />
      <span style={{ color }}>{children ?? t(`state.${kind}`)}</span>
    </span>
  );
}

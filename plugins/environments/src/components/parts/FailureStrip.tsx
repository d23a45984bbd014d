import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  StatusMark,
  TextButton,
  tokensOf,
  ToolButton,
} from '@domaindeck/backstage-plugin-workloads-react';
import { failureOf } from '../../model/failureOf';
import { environmentsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        alignItems: 'flex-start',
        gap: 10,
        padding: '8px 12px',
        border: `1px solid ${tokens.bad.line}`,
        borderRadius: 4,
        background: tokens.bad.tint,
        fontSize: 13,
        lineHeight: '20px',
        '& > svg': { marginTop: 3 },
        '& p': { margin: 0 },
      },
      words: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
      title: { fontWeight: 600 },
    };
  },
  { name: 'DomainDeckFailureStrip' },
);

/** Says that something that was asked was not done, and why; what was typed stays where it is. */
export function FailureStrip(props: {
  error: Error;
  onForget: () => void;
  /** Another way on, such as to look at what is there now. */
  way?: { readonly label: string; readonly onTake: () => void };
}): JSX.Element {
  const { error, onForget, way } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const { kind, message } = failureOf(error);
  return (
    <div role="alert" className={classes.root}>
      <StatusMark kind="failed" decorative />
      <div className={classes.words}>
        <p className={classes.title}>{t(`common.failure.${kind}`)}</p>
        <p>{message}</p>
      </div>
      {way && <TextButton onClick={way.onTake}>{way.label}</TextButton>}
      <ToolButton glyph="close" label={t('common.close')} onClick={onForget} />
    </div>
  );
}

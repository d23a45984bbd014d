import { makeStyles } from '@material-ui/core/styles';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { tokensOf } from '../theme';
import { workloadsReactTranslationRef } from '../translation';
import { StatusMark } from './StatusMark';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        alignItems: 'flex-start',
        gap: 10,
        padding: '8px 12px',
        border: `1px solid ${tokens.warn.line}`,
        borderRadius: 4,
        background: tokens.warn.tint,
        color: tokens.text,
        fontSize: 13,
        lineHeight: '20px',
        '& > svg': { marginTop: 3 },
      },
    };
  },
  { name: 'DomainDeckPermissionsOff' },
);

/**
 * A strip that says that the portal holds nobody to any rights; nothing while it does. Stands on top of every tab of the
 * suite, so that nobody takes an open portal for a closed one.
 * @public
 */
export function PermissionsOff(props: {
  /** Whether rights are in force, as the backend says; as the app's config says where absent. */
  enabled?: boolean;
}): JSX.Element | null {
  const classes = useStyles();
  const config = useApi(configApiRef);
  const { t } = useTranslationRef(workloadsReactTranslationRef);
  const enabled =
    props.enabled ?? config.getOptionalBoolean('permission.enabled') ?? false;
  return enabled ? null : (
    <div
      role="region"
      aria-label={t('permissionsOff.label')}
      className={classes.root}
    >
      <StatusMark kind="degraded" decorative />
      <span>{t('permissionsOff.text')}</span>
    </div>
  );
}

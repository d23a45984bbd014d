import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import {
  tokensOf,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessApiRef } from '../../accessApiRef';
import { accessTranslationRef } from '../../translation';
import { useEndedText } from './useEndedText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      list: {
        listStyle: 'none',
        margin: '12px 0',
        padding: 0,
        textAlign: 'left',
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        '& > li': { padding: '8px 12px', color: tokens.text },
        '& > li + li': { borderTop: `1px solid ${tokens.border}` },
      },
    };
  },
  { name: 'DomainDeckEndedRights' },
);

/** What the reader held of an entity and holds no more: which grant or department, ended when and by whom; and whom to ask. */
export function EndedRightsNote(props: {
  /** Full entity reference, such as `domain:default/payments`. */
  entityRef: string;
  /** Stands there where nothing is known to have ended. */
  otherwise?: ReactNode;
}): JSX.Element {
  const { entityRef, otherwise } = props;
  const api = useApi(accessApiRef);
  const classes = useStyles();
  const textOf = useEndedText();
  const { t } = useTranslationRef(accessTranslationRef);
  const ended = useRemote(entityRef, signal =>
    api.getEndedRights(entityRef, { signal }),
  );
  // That it is not known is no news for who sees nothing anyway.
  if (ended.status !== 'ready' || ended.data.items.length === 0) {
    return <>{otherwise}</>;
  }
  const { items, ask } = ended.data;
  return (
    <>
      <ul className={classes.list} aria-label={t('rights.ended.label')}>
        {items.map(right => (
          <li key={textOf(right)}>{textOf(right)}</li>
        ))}
      </ul>
      {ask.length > 0 && (
        <p>
          {t('rights.ended.ask')}{' '}
          <EntityRefLinks
            entityRefs={ask.map(({ ref }) => ref)}
            defaultKind="group"
          />
        </p>
      )}
    </>
  );
}

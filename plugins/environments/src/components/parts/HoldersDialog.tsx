import Dialog from '@material-ui/core/Dialog';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Options } from '@domaindeck/backstage-plugin-environments-common';
import {
  tokensOf,
  ToolButton,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Link } from 'react-router-dom';
import { useMe, useTimeText } from '../../hooks';
import { environmentsTranslationRef } from '../../translation';
import { PersonName } from './PersonName';
import { pathIn, useTabBase } from './TabBase';
import { useCardStyles } from './useCardStyles';

const TITLE_ID = 'domaindeck-holders-title';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      table: {
        width: '100%',
        borderCollapse: 'collapse',
        fontSize: 13,
        lineHeight: '20px',
        '& th, & td': {
          padding: '6px 16px',
          textAlign: 'left',
          fontWeight: 400,
          borderTop: `1px solid ${tokens.border}`,
        },
        '& thead th': { color: tokens.text3, fontSize: 12 },
      },
      hidden: {
        padding: '8px 16px 12px',
        borderTop: `1px solid ${tokens.border}`,
      },
    };
  },
  { name: 'DomainDeckHolders' },
);

/** Who holds how much of the limit of a domain, as far as the reader may see it; the rest is summed. */
export function HoldersDialog(props: {
  name: string;
  options: Options;
  onClose: () => void;
}): JSX.Element {
  const { name, options, onClose } = props;
  const { holders, hiddenHolders } = options;
  const classes = useStyles();
  const cards = useCardStyles();
  const base = useTabBase();
  const me = useMe();
  const now = useNow(60_000);
  const time = useTimeText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const rows = [...holders].sort((a, b) =>
    a.expiresAt.localeCompare(b.expiresAt, 'en'),
  );
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      PaperProps={{ className: cards.dialog }}
      aria-labelledby={TITLE_ID}
      onClose={onClose}
    >
      <div className={cards.head}>
        <h3 id={TITLE_ID} className={cards.grow}>
          {t('list.quota.title', { name })}
        </h3>
        <ToolButton glyph="close" label={t('common.close')} onClick={onClose} />
      </div>
      {rows.length === 0 ? (
        <div className={cards.padded}>{t('list.quota.nobody')}</div>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('list.head.owner')}</th>
              <th scope="col">{t('list.head.name')}</th>
              <th scope="col">{t('list.head.size')}</th>
              <th scope="col">{t('list.head.life')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(one => (
              <tr key={one.id}>
                <td>
                  <PersonName
                    person={one.creator}
                    reader={one.creator.toLocaleLowerCase('en-US') === me}
                  />
                </td>
                <th scope="row">
                  <Link to={pathIn(base, one.name)} className={cards.link}>
                    {one.name}
                  </Link>
                </th>
                <td>{one.size}</td>
                <td>{time.span(Date.parse(one.expiresAt) - now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hiddenHolders > 0 && (
        <p className={`${classes.hidden} ${cards.faint}`} style={{ margin: 0 }}>
          {t('list.quota.hidden', { count: hiddenHolders })}
        </p>
      )}
    </Dialog>
  );
}

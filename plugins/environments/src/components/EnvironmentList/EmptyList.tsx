import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentRecord,
  Options,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  tokensOf,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Refused } from '../../hooks';
import { exampleOf } from '../../model/exampleOf';
import { purposeOf } from '../../model/purposeOf';
import { environmentsTranslationRef } from '../../translation';
import { ActionButton } from '../parts/ActionButton';
import { useCardStyles } from '../parts/useCardStyles';
import { HowItWorks } from './HowItWorks';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        textAlign: 'center',
        gap: 8,
        padding: '24px 24px 40px',
      },
      title: { fontSize: 16, lineHeight: '24px', fontWeight: 600 },
      text: { maxWidth: 560, color: tokens.text2 },
      actions: {
        display: 'flex',
        flexWrap: 'wrap',
        justifyContent: 'center',
        gap: 8,
        marginTop: 12,
      },
      item: { fontSize: 13, lineHeight: '20px', minHeight: 36, gap: 10 },
    };
  },
  { name: 'DomainDeckEmptyList' },
);

/** Nobody has an environment here, or the reader has none: what one is, and the way to it. */
export function EmptyList(props: {
  name: string;
  /** Others have one. */
  mine: boolean;
  options: Options | undefined;
  colleagues: readonly EnvironmentRecord[];
  createPath: string;
}): JSX.Element {
  const { name, mine, options, colleagues, createPath } = props;
  const classes = useStyles();
  const cards = useCardStyles();
  const navigate = useNavigate();
  const tierLabel = useTierLabel();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const cluster = options?.clusters.find(one => one.name === options.cluster);
  const tier = tierLabel(cluster?.tier ?? 'development', cluster?.name);
  const example = options && exampleOf(options);
  const refused: Refused | undefined =
    options && !options.clusters.some(one => one.mayCreate)
      ? {
          because: 'right',
          reason: t('common.refused.create', { domain: name }),
        }
      : undefined;
  const title = mine
    ? t('list.empty.mine', { name })
    : t('list.empty.all', { name });
  return (
    <section className={classes.root} aria-label={title}>
      {example && <HowItWorks example={example} tier={tier} />}
      <Typography component="h3" className={classes.title}>
        {title}
      </Typography>
      <p className={classes.text}>{t('list.empty.text', { tier })}</p>
      <div className={classes.actions}>
        <ActionButton
          look="primary"
          glyph="plus"
          refused={refused}
          onClick={() => navigate(createPath)}
        >
          {t('list.heading.new')}
        </ActionButton>
        {colleagues.length > 0 && !refused && (
          <span ref={setAnchor}>
            <ActionButton onClick={() => setOpen(true)}>
              {t('list.empty.colleague')}
            </ActionButton>
          </span>
        )}
      </div>
      <Menu
        anchorEl={anchor}
        open={open}
        onClose={() => setOpen(false)}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        MenuListProps={{
          dense: true,
          'aria-label': t('list.empty.colleague'),
        }}
      >
        {colleagues.map(one => (
          <MenuItem
            key={one.id}
            className={classes.item}
            onClick={() =>
              navigate(`${createPath}?from=${encodeURIComponent(one.id)}`)
            }
          >
            {one.name}
            <span className={cards.faint}>{purposeOf(one)}</span>
          </MenuItem>
        ))}
      </Menu>
    </section>
  );
}

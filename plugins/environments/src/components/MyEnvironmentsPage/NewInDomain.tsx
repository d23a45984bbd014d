import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useRemote } from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsTranslationRef } from '../../translation';
import { ActionButton } from '../parts/ActionButton';

/** More domains are found by the catalog's own search. */
const MOST = 100;

/** Leads to the form of one of the domains of the catalog, those in which one has something first. */
export function NewInDomain(props: {
  /** Full references of domains in which the reader has an environment. */
  known: readonly string[];
  /** Path of the form of a domain. */
  pathOf: (domain: string) => string;
}): JSX.Element {
  const { known, pathOf } = props;
  const catalog = useApi(catalogApiRef);
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const answer = useRemote(open ? 'domains' : undefined, async () =>
    catalog.queryEntities({
      filter: { kind: 'domain' },
      fields: ['kind', 'metadata.name', 'metadata.namespace'],
      orderFields: { field: 'metadata.name', order: 'asc' },
      limit: MOST,
    }),
  );
  const found =
    answer.status === 'ready'
      ? answer.data.items.map(entity => stringifyEntityRef(entity))
      : [];
  const domains = [...known, ...found.filter(ref => !known.includes(ref))];
  return (
    <>
      <span ref={setAnchor}>
        <ActionButton look="primary" glyph="plus" onClick={() => setOpen(true)}>
          {t('list.page.new')}
        </ActionButton>
      </span>
      <Menu
        anchorEl={anchor}
        open={open}
        onClose={() => setOpen(false)}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        MenuListProps={{ dense: true, 'aria-label': t('list.page.new') }}
      >
        {domains.length === 0 && (
          <MenuItem aria-disabled>{t('list.page.noDomain')}</MenuItem>
        )}
        {domains.map(domain => (
          <MenuItem key={domain} onClick={() => navigate(pathOf(domain))}>
            {parseEntityRef(domain).name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

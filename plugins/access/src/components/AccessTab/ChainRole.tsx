import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ExplainedChain } from '@domaindeck/backstage-plugin-access-common';
import { useDateText, useRoleText } from '../../hooks';
import { accessTranslationRef } from '../../translation';

/** A role that is held, where, and by which grant or ownership. */
export function ChainRole(props: {
  chain: ExplainedChain;
  /** What the domain is called. */
  domain: string;
  /** The environments in which it holds, in words. */
  where: string;
  classes: { readonly line: string; readonly sub: string };
}): JSX.Element {
  const { chain, domain, where, classes } = props;
  const { grant, path } = chain;
  const roleText = useRoleText();
  const dateText = useDateText();
  const { t } = useTranslationRef(accessTranslationRef);
  const holder = path[path.length - 1];
  const facts = grant
    ? [
        t('rights.why.grant', { id: grant.id }),
        path.length > 2 && t('rights.why.grantTo', { name: holder.title }),
        grant.source === 'config' &&
          t('rights.why.grantConfig', { key: grant.key ?? 'access.grants' }),
        grant.by &&
          grant.at &&
          t('rights.why.grantBy', {
            name: grant.by.title,
            date: dateText(grant.at),
          }),
        grant.why && t('rights.why.grantWhy', { why: grant.why }),
        grant.until
          ? t('rights.why.until', { date: dateText(grant.until) })
          : t('rights.why.noEnd'),
      ]
    : [t('rights.why.owner', { domain })];
  return (
    <>
      <span className={classes.line}>
        <b>{t('rights.why.roleIn', { role: roleText(chain.role), where })}</b>
      </span>
      <span className={classes.sub}>
        {facts.filter(Boolean).join(t('rights.list.comma'))}
      </span>
    </>
  );
}

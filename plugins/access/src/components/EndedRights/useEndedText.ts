import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EndedRight } from '@domaindeck/backstage-plugin-access-common';
import { useTierLabel } from '@domaindeck/backstage-plugin-workloads-react';
import { useMomentText, useRoleText } from '../../hooks';
import { accessTranslationRef } from '../../translation';

/** Writes as a sentence how a right of the reader ended. */
export function useEndedText(): (right: EndedRight) => string {
  const { t } = useTranslationRef(accessTranslationRef);
  const roleText = useRoleText();
  const momentText = useMomentText();
  const tierLabel = useTierLabel();
  const whatOf = ({ role, where }: EndedRight) => {
    const places = [
      ...(where.tiers ?? []).map(tier => tierLabel(tier)),
      ...(where.clusters ?? []),
      ...(where.tags ?? []).map(tag => t('rights.ended.tagged', { tag })),
    ];
    return places.length > 0
      ? t('rights.why.roleIn', {
          role: roleText(role),
          where: places.join(t('rights.list.comma')),
        })
      : t('rights.ended.everywhere', { role: roleText(role) });
  };
  return right => {
    const { how, subject, at, by } = right;
    const facts = {
      name: subject.title,
      what: whatOf(right),
      at: at ? momentText(at) : '',
      by: by?.title ?? '',
    };
    const yours = subject.kind === 'user';
    switch (how) {
      case 'ended':
        return yours
          ? t('rights.ended.endedYours', facts)
          : t('rights.ended.ended', facts);
      case 'changed':
        return yours
          ? t('rights.ended.changedYours', facts)
          : t('rights.ended.changed', facts);
      case 'expired':
        return yours
          ? t('rights.ended.expiredYours', facts)
          : t('rights.ended.expired', facts);
      default:
        return t('rights.ended.left', facts);
    }
  };
}

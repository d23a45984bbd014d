import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyNotice } from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { MissingParent } from './model/missingParent';
import { YamlSnippet } from './YamlSnippet';

/** The entity hangs on no domain; says what to add to its catalog file. */
export function NoParent(props: {
  entity: Entity;
  missing: MissingParent;
}): JSX.Element {
  const { entity, missing } = props;
  const { t } = useTranslationRef(workloadsTranslationRef);
  const place = missing === 'system' ? 'noSystem' : 'noDomain';
  return (
    <EmptyNotice glyph="box" title={t(`workloads.empty.${place}.title`)}>
      {t(`workloads.empty.${place}.text`)}
      <YamlSnippet>
        {[
          `kind: ${entity.kind}`,
          'metadata:',
          `  name: ${entity.metadata.name}`,
          'spec:',
          `  ${missing}: <${missing}>`,
        ].join('\n')}
      </YamlSnippet>
    </EmptyNotice>
  );
}

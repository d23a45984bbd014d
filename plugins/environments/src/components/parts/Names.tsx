import { Fragment } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { environmentsTranslationRef } from '../../translation';

/** Names in a sentence: `gateway and orders`. */
export function Names(props: { names: readonly string[] }): JSX.Element {
  const { names } = props;
  const { t } = useTranslationRef(environmentsTranslationRef);
  const between = (index: number) => {
    if (index === 0) {
      return '';
    }
    return index === names.length - 1 ? t('common.and') : t('common.comma');
  };
  return (
    <>
      {names.map((name, index) => (
        <Fragment key={name}>
          {between(index)}
          <b>{name}</b>
        </Fragment>
      ))}
    </>
  );
}

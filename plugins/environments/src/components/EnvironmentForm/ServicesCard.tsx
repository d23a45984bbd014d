import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CallerChain,
  Options,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  Glyph,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useWarningText } from '../../hooks';
import {
  takeServices,
  toggleService,
  toggleStore,
} from '../../model/editDraft';
import { PictureNode, pictureOf } from '../../model/pictureOf';
import { environmentsTranslationRef } from '../../translation';
import { Segments } from '../parts/Segments';
import { useCardStyles } from '../parts/useCardStyles';
import { ChainStrip } from './ChainStrip';
import { ServiceListChoice } from './ServiceListChoice';
import { ServicePicture } from './ServicePicture';
import { DraftControl } from './useDraft';
import { useFormStyles } from './useFormStyles';
import { WhereChoice } from './WhereChoice';

/** A picture of more services is no picture any more. */
const MOST_NODES = 40;

/** Which services are taken: a picture of the domain, or a list of the same. */
export function ServicesCard(props: {
  control: DraftControl;
  options: Options;
  callers: readonly CallerChain[];
  narrow: boolean;
  /** Whether the place can be chosen: not for an environment that exists. */
  mayMove: boolean;
}): JSX.Element {
  const { control, options, callers, narrow, mayMove } = props;
  const { draft, edit } = control;
  const classes = useFormStyles();
  const cards = useCardStyles();
  const tierLabel = useTierLabel();
  const warningText = useWarningText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const [view, setView] = useState<'picture' | 'list'>();
  const many = options.services.length > MOST_NODES;
  const shown = view ?? (many || narrow ? 'list' : 'picture');
  const chosen = draft.services.map(one => one.name);
  const picture = pictureOf(options, chosen, callers);
  const label = t('form.services.title');
  const cluster = options.clusters.find(one => one.name === options.cluster);
  const tier = tierLabel(cluster?.tier ?? '', cluster?.name);
  const versionOf = (name: string) => {
    const asked = draft.services.find(one => one.name === name);
    return (
      asked?.version ??
      asked?.image ??
      options.services.find(one => one.name === name)?.version ??
      ''
    );
  };
  const nameOf = ({ service, role }: PictureNode) => {
    const { name } = service;
    if (service.store) {
      return draft.emptied.includes(name)
        ? t('form.services.storeEmpty', { name })
        : t('form.services.storeShared', { name });
    }
    switch (role) {
      case 'mine':
        return t('form.services.nodeMine', { name });
      case 'needed':
        return t('form.services.nodeNeeded', {
          name,
          services: callers
            .filter(one => one.missing.includes(name))
            .map(one => one.service)
            .join(t('common.comma')),
        });
      case 'refused':
        return t('form.services.nodeRefused', {
          name,
          reason: service.refused ? warningText.sentence(service.refused) : '',
        });
      default:
        return t('form.services.nodeShared', { name });
    }
  };
  const choice = {
    label,
    versionOf,
    nameOf,
    emptied: draft.emptied,
    onToggle: ({ service }: PictureNode) =>
      edit(before =>
        service.store
          ? toggleStore(before, service.name)
          : toggleService(before, service.name),
      ),
  };
  const body = () => {
    if (options.services.length === 0) {
      return <p className={cards.padded}>{t('form.services.none')}</p>;
    }
    return shown === 'picture' ? (
      <ServicePicture picture={picture} {...choice} />
    ) : (
      <ServiceListChoice nodes={picture.nodes} {...choice} />
    );
  };
  return (
    <section className={cards.card} aria-label={label}>
      <header className={classes.stepHead}>
        <h3>{label}</h3>
        <span className={`${cards.faint} ${cards.grow}`}>
          {t('form.services.note', { tier })}
        </span>
        {mayMove && <WhereChoice control={control} options={options} />}
        <Segments
          size="small"
          label={t('form.services.view')}
          value={shown}
          options={[
            {
              value: 'picture',
              text: t('form.services.picture'),
              glyph: <Glyph name="branch" size={14} />,
            },
            {
              value: 'list',
              text: t('form.services.list'),
              glyph: <Glyph name="list" size={14} />,
            },
          ]}
          onChange={setView}
        />
      </header>
      {body()}
      <ChainStrip
        callers={callers.filter(one => chosen.includes(one.service))}
        quiet={options.services
          .filter(one => one.consumer || one.store)
          .map(one => one.name)}
        relationsKnown={options.relationsKnown}
        onAdd={services => edit(before => takeServices(before, services))}
      />
    </section>
  );
}

import {
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_HAS_PART,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  LocationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { ENVIRONMENT_ENTITY_TYPE } from '@domaindeck/backstage-plugin-environments-common';
import { ANNOTATION_DOMAIN_REF } from '@domaindeck/backstage-plugin-workloads-common';

/** Makes an environment part of its domain: a Resource has a field for its system, none for a domain. */
export class EnvironmentDomainProcessor implements CatalogProcessor {
  static create(): EnvironmentDomainProcessor {
    return new EnvironmentDomainProcessor();
  }

  private constructor() {}

  /** {@inheritDoc @backstage/plugin-catalog-node#CatalogProcessor.getProcessorName} */
  getProcessorName(): string {
    return 'DomainDeckEnvironmentDomainProcessor';
  }

  /** {@inheritDoc @backstage/plugin-catalog-node#CatalogProcessor.postProcessEntity} */
  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const ref = entity.metadata.annotations?.[ANNOTATION_DOMAIN_REF];
    const isEnvironment =
      entity.kind.toLocaleLowerCase('en-US') === 'resource' &&
      entity.spec?.type === ENVIRONMENT_ENTITY_TYPE;
    if (isEnvironment && ref !== undefined) {
      const domain = parseEntityRef(ref, { defaultKind: 'Domain' });
      const self = getCompoundEntityRef(entity);
      emit(
        processingResult.relation({
          source: self,
          type: RELATION_PART_OF,
          target: domain,
        }),
      );
      emit(
        processingResult.relation({
          source: domain,
          type: RELATION_HAS_PART,
          target: self,
        }),
      );
    }
    return entity;
  }
}

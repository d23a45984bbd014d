/** A setting's name without the ways of writing it: `spring.cloud.nacos` and `SPRING_CLOUD_NACOS` are the same. */
export function plainName(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, '_').toLocaleUpperCase('en-US');
}

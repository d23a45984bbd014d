/** The module was added to a backend that is not a development one. */
export class ForbiddenOutsideDevelopmentError extends Error {
  constructor() {
    super(
      'workloads-backend-module-demo shows what the embedded demo clusters would have stored, so it loads only with ' +
        'NODE_ENV=development. Remove it from the backend, or set NODE_ENV=development on a machine of your own.',
    );
    this.name = 'ForbiddenOutsideDevelopmentError';
  }
}

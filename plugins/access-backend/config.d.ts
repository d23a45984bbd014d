export interface Config {
  access?: {
    /** The record of what was done, tried and refused. */
    audit?: {
      /**
       * For how long an entry is kept, such as `{ days: 396 }`, which is the default: a yearly audit then finds the
       * whole year.
       */
      retention?: string | { [unit: string]: number };
    };
    /**
     * Lets everybody who is signed in change grants while `permission.enabled` is not true. Only for trying the plugin
     * out on data that matters to nobody.
     */
    dangerouslyAllowActionsWithoutPermissions?: boolean;
  };
}

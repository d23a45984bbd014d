export interface Config {
  auth?: {
    providers?: {
      /**
       * Lets a visitor of a development portal sign in as one of these people, without a password.
       */
      demoPeople?: {
        /**
         * Refs of the users that may be chosen, such as `user:default/dev-one`. Each must be in the catalog.
         */
        people: string[];
      };
    };
  };
}

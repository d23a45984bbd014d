export interface Config {
  environments?: {
    /** How people are told of their environments. */
    notifications?: {
      /** In which language; English unless told. */
      language?: 'en' | 'zh';
      /** By which clock, such as `Asia/Shanghai`; UTC unless told. */
      timeZone?: string;
    };
  };
}

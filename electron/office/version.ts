import paket from '../../package.json' with { type: 'json' }

/** The version of this Lotsen, as it stands in backups and on the login page. */
export const LOTSEN_VERSION: string = paket.version

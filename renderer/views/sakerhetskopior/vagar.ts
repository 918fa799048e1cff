/** The addresses of the backups. */
export const KOPIOR = '/kontoret/sakerhetskopia'
export const EXPORTERA = `${KOPIOR}/exportera`
export const OVA = `${KOPIOR}/ova`

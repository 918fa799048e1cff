/** The first characters of a content hash: on paper and screen, enough to compare the two by eye. */
export const kortHash = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)}`

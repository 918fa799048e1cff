const ordnare = new Intl.Collator('sv', { numeric: true })

/** Compares two texts in Swedish order (… z, å, ä, ö); numbers inside by value. For `Array.sort`. */
export function svenskOrdning(a: string, b: string): number {
  return ordnare.compare(a, b)
}

/**
 * The form of a text that labels and names are matched by: NFC, without surrounding or doubled
 * white space (a no-break space counts as one), lower case. Å, ä and ö stay themselves: Habo is not Håbo.
 */
export function jamforbar(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLocaleLowerCase('sv')
}

/**
 * An ASCII slug of a Swedish label ("Ekonomi/skulder" → "ekonomi_skulder"): for the code of a new
 * row in a code list. Empty when the label holds no letter or digit that can be kept.
 */
export function slug(etikett: string): string {
  return etikett
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '_')
    .replace(/^_+|_+$/gu, '')
}

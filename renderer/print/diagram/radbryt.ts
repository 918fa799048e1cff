/** Breaks a label at spaces into lines of at most so many characters; what is left over stays on the last. */
export function radbryt(text: string, tecken: number, rader = 2): string[] {
  const lista: string[] = []
  for (const ord of text.split(' ')) {
    const sista = lista.at(-1)
    if (sista === undefined || (sista.length + 1 + ord.length > tecken && lista.length < rader)) lista.push(ord)
    else lista[lista.length - 1] = `${sista} ${ord}`
  }
  return lista
}

/** Moves labels apart so that none lies on another, keeping their order; `y` in, `y` out, in the same order. */
export function isar(lagen: readonly number[], avstand: number, lagst: number): number[] {
  const ordning = lagen.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y || a.i - b.i)
  ordning.forEach((rad, n) => {
    const fore = ordning[n - 1]
    if (fore !== undefined) rad.y = Math.max(rad.y, fore.y + avstand)
  })
  // Pushed out of the picture: the last goes up to its floor, and those above it with it.
  for (let n = ordning.length - 1, tak = lagst; n >= 0; n--, tak -= avstand) {
    const rad = ordning[n]
    if (rad !== undefined && rad.y > tak) rad.y = tak
  }
  const ut = [...lagen]
  for (const { y, i } of ordning) ut[i] = y
  return ut
}

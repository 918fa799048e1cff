/** Hands a file to the shell's own way of saving; the page keeps no hold of it. */
export function sparaFil(fil: File): void {
  const adress = URL.createObjectURL(fil)
  const lank = document.createElement('a')
  lank.href = adress
  lank.download = fil.name
  lank.click()
  URL.revokeObjectURL(adress)
}

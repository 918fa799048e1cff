const ENHETER = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A file's size in words a person knows: "812 byte", "96 kB", "3,2 MB". */
export function filstorlek(byte: number): string {
  const steg = Math.min(ENHETER.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, byte)) / 3)))
  const varde = byte / 1000 ** steg
  const unit = ENHETER[steg] ?? 'byte'
  return new Intl.NumberFormat('sv', { style: 'unit', unit, unitDisplay: steg === 0 ? 'long' : 'short', maximumFractionDigits: steg > 0 && varde < 10 ? 1 : 0 }).format(varde)
}

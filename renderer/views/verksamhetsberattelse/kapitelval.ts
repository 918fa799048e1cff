import type { Kapitel } from '../../../db/model/verksamhetsberattelse/index.ts'

/** Moves a chapter one step; at an end it stays. */
export function flytta(kapitel: readonly Kapitel[], id: string, steg: -1 | 1): Kapitel[] {
  const fran = kapitel.findIndex((k) => k.id === id)
  const till = fran + steg
  const ut = [...kapitel]
  const [ett, annat] = [ut[fran], ut[till]]
  if (ett === undefined || annat === undefined) return ut
  ut[fran] = annat
  ut[till] = ett
  return ut
}

/** Puts a chapter back where it stood. */
export function sattTillbaka(kapitel: readonly Kapitel[], borttaget: Kapitel, plats: number): Kapitel[] {
  return [...kapitel.slice(0, plats), borttaget, ...kapitel.slice(plats)]
}

/** An id that no chapter has. */
export function nyttId(kapitel: readonly Kapitel[]): string {
  const tagna = new Set(kapitel.map((k) => k.id))
  let nr = kapitel.length + 1
  while (tagna.has(`eget-${nr}`)) nr++
  return `eget-${nr}`
}

/** Chapters that stand otherwise saved than here, with what is saved. */
export function skillnader(mina: readonly Kapitel[], sparade: readonly Kapitel[]): Kapitel[] {
  const karta = new Map(mina.map((k) => [k.id, k]))
  return sparade.filter((k) => karta.get(k.id)?.text !== k.text || karta.get(k.id)?.rubrik !== k.rubrik)
}

/** As many rows as the text fills, within bounds. */
export function antalRader(text: string): number {
  const rader = text.split('\n').reduce((summa, rad) => summa + Math.max(1, Math.ceil(rad.length / 78)), 0)
  return Math.min(22, Math.max(4, rader + 1))
}

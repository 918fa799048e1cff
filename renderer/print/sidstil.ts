import { papper } from '../texter/papper.ts'

/** What stands around a printed document: in its margins, its title and its file. */
export interface Dokumentmeta {
  /** "Personligt ombud Norra Dalarna · Mora kommun" */
  readonly enhet: string
  /** "Redovisning" */
  readonly dokument: string
  /** Year or ärendenummer. */
  readonly nummer?: string
  readonly sekretess?: boolean
  /** When and by whom it was printed, as the office logged it: day, clock ("9.40") and name. */
  readonly utskriven?: { readonly datum: string; readonly klockan: string; readonly av: string } | undefined
  /** "Utkast, inte fastställd" */
  readonly status?: string
  /** Large type: papers for clients. */
  readonly stor?: boolean
  /** Small type: a document that must fit one sheet. */
  readonly tat?: boolean
}

/** The document's name with its number: the right of the running head, and the title. */
export function dokumentnamn(meta: Dokumentmeta): string {
  return meta.nummer === undefined ? meta.dokument : papper.medNummer(meta.dokument, meta.nummer)
}

export function sidhuvudHoger(meta: Dokumentmeta): string {
  return meta.sekretess ? papper.medSekretess(dokumentnamn(meta)) : dokumentnamn(meta)
}

/**
 * The page box: A4, 20 mm at the sides, running head and foot in the margins on every page.
 * A separate sheet, since each document has its own words in it.
 */
export function sidstil(meta: Dokumentmeta): string {
  const fot = papper.sidfot(meta.utskriven, meta.status)
  const ruta = (innehall: string) => `content: ${innehall}; font: 400 8.5pt/1.3 'Source Sans 3 Variable', 'Source Sans 3', 'Segoe UI', 'Noto Sans', sans-serif; color: #000;`
  const upp = 'vertical-align: bottom; padding-bottom: 2mm; margin-bottom: 6mm; border-bottom: 0.3mm solid #000;'
  const ner = 'vertical-align: top; padding-top: 2mm; margin-top: 5mm; border-top: 0.2mm solid #666;'
  return `@page {
  size: A4;
  margin: 32mm 20mm 28mm;
  @top-left { ${ruta(cssText(meta.enhet))} ${upp} text-align: left; }
  @top-right { ${ruta(cssText(sidhuvudHoger(meta)))} ${upp} text-align: right;${meta.sekretess ? ' font-weight: 700;' : ''} }
  @bottom-left { ${ruta(cssText(fot))} ${ner} text-align: left; }
  @bottom-right { ${ruta(`${cssText(papper.sida)} counter(page) ${cssText(papper.av)} counter(pages)`)} ${ner} text-align: right; }
}`
}

/** A text as a CSS string that can end neither the string, the rule nor a style element. */
export function cssText(text: string): string {
  return `"${text.replace(/["\\<>&\p{Cc}]/gu, (tecken) => `\\${tecken.codePointAt(0)?.toString(16) ?? ''} `)}"`
}

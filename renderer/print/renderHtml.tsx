import latin from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?inline'
import latinExt from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2?inline'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import papperstil from './papper.css?raw'
import { type Dokumentmeta, dokumentnamn, sidstil } from './sidstil.ts'

/**
 * A printed document as one HTML file that needs nothing else: styles and font inside, no script, no
 * address to anywhere. What the command line writes and what PDFs are made of.
 * @param element a document of this folder
 * @param meta the same meta the document was given
 */
export function renderHtml(element: ReactElement, meta: Dokumentmeta): string {
  return `<!doctype html>\n${renderToStaticMarkup(
    <html lang="sv">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:" />
        <title>{dokumentnamn(meta)}</title>
        <style>{[typsnitt(), sidstil(meta), papperstil, FILENS_STIL].join('\n')}</style>
      </head>
      <body>{element}</body>
    </html>,
  )}\n`
}

const FILENS_STIL = `body { margin: 0; }
@media screen { body { display: flex; justify-content: center; padding: 8mm; background: #eee; } }`

/** The font of the window, for Latin letters: names from all of Europe come right. */
function typsnitt(): string {
  const snitt = (data: string, omrade: string) =>
    `@font-face { font-family: 'Source Sans 3 Variable'; font-style: normal; font-weight: 200 900; src: url("${data}") format("woff2"); unicode-range: ${omrade}; }`
  return [
    snitt(latinExt, 'U+0100-02BA, U+1E00-1E9F, U+20A0-20C0, U+2C60-2C7F, U+A720-A7FF'),
    snitt(latin, 'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215'),
  ].join('\n')
}

import type { Token, Tokens } from 'marked'
import { Fragment, type ReactNode } from 'react'
import { Link } from 'wouter'
import stil from './Handbok.module.css'

/**
 * A text of the handbok as elements. marked reads it; nothing of it goes in as markup, so that the window's policy holds
 * here as well. What this does not know is shown as the words it holds.
 */
export function Brodtext({ delar }: { readonly delar: readonly Token[] }) {
  return delar.map((del, i) => <Fragment key={i}>{somElement(del)}</Fragment>) // a fixed text: its place is its name
}

function somElement(del: Token): ReactNode {
  switch (del.type) {
    case 'space': return null
    case 'heading': return <h3>{inuti(del)}</h3>
    case 'paragraph': return <p>{inuti(del)}</p>
    case 'list': return <Lista lista={del as Tokens.List} />
    case 'table': return <Tabellen tabell={del as Tokens.Table} />
    case 'code': return <pre><code>{(del as Tokens.Code).text}</code></pre>
    case 'strong': return <strong>{inuti(del)}</strong>
    case 'em': return <em>{inuti(del)}</em>
    case 'codespan': return <code>{(del as Tokens.Codespan).text}</code>
    case 'link': return <Lank lank={del as Tokens.Link} />
    default: return inuti(del)
  }
}

const inuti = (del: Token): ReactNode => ('tokens' in del && del.tokens !== undefined ? <Brodtext delar={del.tokens} /> : 'text' in del ? String(del.text) : null)

function Lista({ lista }: { readonly lista: Tokens.List }) {
  const Slag = lista.ordered ? 'ol' : 'ul'
  return (
    <Slag>
      {lista.items.map((punkt, i) => (
        <li key={i}><Brodtext delar={punkt.tokens} /></li>
      ))}
    </Slag>
  )
}

function Tabellen({ tabell }: { readonly tabell: Tokens.Table }) {
  return (
    <table className={stil.tabell}>
      <thead>
        <tr>{tabell.header.map((cell, i) => <th key={i} scope="col"><Brodtext delar={cell.tokens} /></th>)}</tr>
      </thead>
      <tbody>
        {tabell.rows.map((rad, r) => (
          <tr key={r}>{rad.map((cell, i) => <td key={i}><Brodtext delar={cell.tokens} /></td>)}</tr>
        ))}
      </tbody>
    </table>
  )
}

/** Between the two books; Lotsen has no way to anything else. */
function Lank({ lank }: { readonly lank: Tokens.Link }) {
  const vag = lank.href === 'it.md' ? '/handbok/it' : lank.href === 'handbok.md' ? '/handbok' : null
  return vag === null ? <Brodtext delar={lank.tokens} /> : <Link href={vag}><Brodtext delar={lank.tokens} /></Link>
}

// First of all: zod otherwise probes `new Function`, which the page's policy forbids.
import './zod.ts'
import './bas.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { nekaSlapp } from './slapp.ts'
import { vidTomning } from './las.ts'

const rot = document.getElementById('rot')
if (!rot) throw new Error('no #rot')
nekaSlapp()
const sida = createRoot(rot)
vidTomning(() => sida.unmount())
sida.render(
  <StrictMode>
    <App />
  </StrictMode>,
)

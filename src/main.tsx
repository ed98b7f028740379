import { createRoot } from 'react-dom/client'
import { openSession } from './state/session.ts'
import './styles/index.css'
import { App } from './ui/App.tsx'
import { drawSmall } from './ui/canvas/flowStore.ts'
import { isViewOnly } from './ui/room.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element')

// The design first: the canvas then appears once, whole. Not awaited at the top level: parts that load later use
// modules of this file, which must have finished by then.
void Promise.all([openSession(), isViewOnly() && drawSmall()]).then(() => createRoot(root).render(<App />))

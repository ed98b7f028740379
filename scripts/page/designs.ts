import { saveDocument } from '../../src/core/model/document.ts'
import { leafPairs } from '../bench/leafPairs.ts'

/** Files of designs by how many devices and cables they have. */
export const FILES = [
  { devices: 50, cables: 100, text: saveDocument(leafPairs(3, 44)) },
  { devices: 200, cables: 400, text: saveDocument(leafPairs(12, 176)) },
  { devices: 500, cables: 1000, text: saveDocument(leafPairs(30, 440)) },
] as const

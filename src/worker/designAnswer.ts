import { strToU8, zipSync } from 'fflate'
import { exportFiles } from '../core/export/exportFiles.ts'
import { lint } from '../core/lint/lint.ts'
import { PROFILES } from '../core/vendors/index.ts'
import type { DesignAnswer, DesignQuestion } from './designMessages.ts'

/** Reads a design and answers. */
export function answerTo(question: DesignQuestion): DesignAnswer {
  switch (question.type) {
    case 'check':
      return { type: 'checked', report: lint(question.design, PROFILES) }
    case 'export':
      return { type: 'exported', files: exportFiles(question.topology, question.options) }
    case 'zip': {
      const files = exportFiles(question.topology, question.options)
      const entries = Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)]))
      return { type: 'zipped', archive: zipSync(entries) }
    }
  }
}

/**
 * A session as it was typed and copied from a terminal or an article: without its prompts and with port-channels named as
 * a running configuration names them. Other texts come back as they are. The number of lines stays.
 */
export function withoutPrompts(text: string): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/)
  const said = lines.filter((line) => line.trim() !== '')
  const prompted = said.filter((line) => PROMPT.test(line))
  if (prompted.length < 2 || prompted.length * 2 < said.length) return text
  return lines
    .map((line) => {
      const typed = line.replace(PROMPT, '')
      return ENTERS.test(typed) ? '' : typed.replace(/^interface (eth-trunk|port-channel) ?(?=\d)/i, named)
    })
    .join('\n')
}

function named(head: string): string {
  return /eth/i.test(head.slice('interface '.length)) ? 'interface Eth-Trunk' : 'interface port-channel'
}

/** `<HUAWEI>`, `[~HUAWEI-Eth-Trunk1]`, `switch#`, `switch(config-if)#`, `switch>`. */
const PROMPT = /^\s*(?:<[\w.-]+>|\[[~*]?[\w./-]+\]|[\w.-]+(?:\([\w./-]+\))?[#>])(?:\s+|$)/
/** Words that only change the mode of the terminal. */
const ENTERS = /^(?:conf(?:igure)? t(?:erminal)?|enable)$/i

import { z } from 'zod'

/**
 * What containerlab takes, of its attributes those that are written here; anything else is refused, as its own schema does.
 * Source: clab.schema.json of containerlab: patterns of names and endpoints, kinds, types of `cisco_iol`.
 */
const clabNode = z
  .strictObject({
    kind: z.enum([
      'arista_ceos',
      'aruba_aoscx',
      'cisco_iol',
      'cisco_n9kv',
      'dell_ftosv',
      'huawei_vrp',
      'juniper_vjunosswitch',
      'linux',
      'mikrotik_ros',
      'nvidia_cumulusvx',
      'sonic-vm',
    ]),
    type: z.enum(['iol', 'l2']).optional(),
    'startup-config': z.string().optional(),
    binds: z
      .array(z.string().regex(/^[^:]+:\/[^:]+:ro$/))
      .min(1)
      .optional(),
    exec: z.array(z.string()).min(1).optional(),
  })
  .refine(({ kind, type }) => type === undefined || kind === 'cisco_iol')

export const containerlabSchema = z.strictObject({
  name: z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9\-._]*$/),
  topology: z.strictObject({
    kinds: z.record(z.string(), z.strictObject({ image: z.string().min(1) })),
    nodes: z.record(z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9\-._|]*$/), clabNode),
    links: z
      .array(z.strictObject({ endpoints: z.array(z.string().regex(/^\S+:\S+$/)).length(2) }))
      .min(1)
      .optional(),
  }),
})

/**
 * What netlab takes, of its attributes those that are written here.
 * Source: netlab netsim/defaults/attributes.yml and netsim/data/types.py (identifiers), netsim/devices (devices and which of
 * them run in containers).
 */
export const netlabSchema = z.strictObject({
  name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,15}$/),
  provider: z.literal('clab'),
  nodes: z.record(
    z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_-]{0,15}$/),
    z.strictObject({
      device: z.enum(['nxos', 'eos', 'vjunos-switch', 'dellos10', 'arubacx', 'ioll2', 'linux']),
      image: z.string().min(1).optional(),
      config: z.array(z.string()).min(1),
    }),
  ),
  links: z
    .array(
      z.strictObject({
        interfaces: z.array(z.strictObject({ node: z.string(), ifindex: z.int().min(0) })).length(2),
        type: z.literal('p2p'),
        prefix: z.literal(false),
      }),
    )
    .optional(),
})

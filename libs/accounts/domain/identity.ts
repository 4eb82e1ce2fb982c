/** How somebody showed who they are. Paper: a clerk saw the name and the address on a signed sheet. */
export const PROOF_METHODS = ['address', 'letter', 'broker', 'paper'] as const;
export type ProofMethod = (typeof PROOF_METHODS)[number];

/** The ways that stand open to a resident. */
export const RESIDENT_METHODS = ['address', 'letter', 'broker'] as const;
export type ResidentMethod = (typeof RESIDENT_METHODS)[number];

const LEVEL_OF = { address: 1, letter: 2, broker: 2 } as const satisfies Record<ResidentMethod, 1 | 2>;

/** What a district and its deployment have set up for residents to show who they are. */
export interface Means {
  readonly hasAddressTable: boolean;
  /** Letters are out whose codes still work. */
  readonly hasLetters: boolean;
  readonly hasBroker: boolean;
}

/** The ways that are set up and lead to the level, or above it. */
export function methodsTo(level: 0 | 1 | 2, means: Means): ResidentMethod[] {
  const isSetUp = { address: means.hasAddressTable, letter: means.hasLetters, broker: means.hasBroker };
  return RESIDENT_METHODS.filter((method) => isSetUp[method] && LEVEL_OF[method] >= level);
}

/** The longest path that a resident is sent back to, in characters. */
export const RETURN_PATH_MAX_LENGTH = 500;

/**
 * A page of our own site, by its path: nothing that a browser could read as another site (`//evil`, `/\evil`, encoded or
 * not), and not the API. Whole segments of plain characters, then perhaps a query.
 */
export const RETURN_PATH =
  /^\/(?![aA][pP][iI](?:[/?]|$))(?:[\w.~-]+(?:\/[\w.~-]+)*)?(?:\?(?:[\w.~=&-]|%[0-9A-Fa-f]{2})*)?$/;

/** That somebody showed, in one district, who they are. */
export interface IdentityProof {
  readonly level: number;
  readonly provenAt: Date;
}

/**
 * Whether a resident's proofs in a district let their vote count in a round: one of at least the needed level, from
 * before the count date. A later confirmation counts for the next round. Level 0 needs no proof.
 */
export function meetsIdentityLevel(
  proofs: readonly IdentityProof[],
  neededLevel: number,
  closesAt: Date,
): boolean {
  return neededLevel === 0 || proofs.some((p) => p.level >= neededLevel && p.provenAt < closesAt);
}

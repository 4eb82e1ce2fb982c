/** A string that names one kind of thing, so that a proposal's id cannot be passed for a resident's. */
type Branded<Name extends string> = string & { readonly __brand: Name };

export type ProposalId = Branded<'ProposalId'>;
export type ResidentId = Branded<'ResidentId'>;
export type RoundId = Branded<'RoundId'>;
export type MeetingId = Branded<'MeetingId'>;
export type AgendaItemId = Branded<'AgendaItemId'>;
export type MeetingPointId = Branded<'MeetingPointId'>;
export type InvitationId = Branded<'InvitationId'>;
/** Small whole number; leads every key, so that a cluster can spread districts. */
export type DistrictId = number;

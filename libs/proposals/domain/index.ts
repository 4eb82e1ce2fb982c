export { pagePath, readPath, shortCode, shortPath, widgetPath, type ProposalAddress } from './addresses';
export { FRAME_SIZE, frameCode, type Frame } from './frame';
export {
  isOpen,
  isPublic,
  isVisibleTo,
  PROPOSAL_STATES,
  transition,
  type ProposalState,
  type ProposalVerb,
} from './lifecycle';
export {
  draftRefusals,
  mayAddNote,
  mayEdit,
  PROPOSAL_KINDS,
  textRefusals,
  type EditedProposal,
  type ProposalKind,
  type ProposalText,
  type TextRefusal,
} from './text';
export { stepAfter, stepBefore, SUBMIT_STEPS, unfinishedSteps, type SubmitStep } from './submit-steps';
export {
  arrange,
  mayAddPicture,
  mayChangePictures,
  PICTURES_PER_PROPOSAL,
  type PlacedPicture,
} from './pictures';
export { afterLosing, chancesLeft, type ProposalWithChances } from './chances';
export {
  mostSimilar,
  searchFor,
  tellingWords,
  wordsOf,
  type AskedWord,
  type SimilarCandidate,
  type SimilarSearch,
} from './similar';
export {
  orderOfDay,
  placeOf,
  PLACES,
  readUpTo,
  shuffled,
  SHUFFLED_AT_MOST,
  shuffledUpTo,
  type OrderOfDay,
} from './order-of-day';
export { PROPOSAL_LIMITS } from './limits';
export { NORTH_PER_EAST, withoutOverlap, type Pin } from './pins';

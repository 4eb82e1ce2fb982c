export { Bar, scaleFor } from './bar';
export { Chances, type ChanceDate } from './chances';
export { Icon } from './icon';
export { type IconName } from './icon-paths';
export { Notice, type NoticeKind } from './notice';
export { Paragraphs, piecesOf } from './paragraphs';
export { Photo, type PhotoPicture } from './photo';
export { PhotoStrip } from './photo-strip';
export { PHOTO_TYPES, photoMistake } from './form/photo-file';
export { ProposalCard, type CardProposal } from './proposal-card';
export { RoundPanel, roundWords, type PanelRound } from './round-panel';
export { StandingList, type StandingLine } from './standing';
export { Tally } from './tally';
export { VoteBox } from './vote-box';
export {
  closedReason,
  identityAction,
  identityStep,
  voteFailure,
  voteNotice,
  type BallotChoice,
  type BallotVote,
} from './vote-words';
export { Act, ActResult, refusalsAt } from './desk/act';
export { Confirm } from './desk/confirm';
export { DeskFailed } from './desk/desk-failed';
export { Choices } from './form/choices';
export { cleanText } from './form/clean-text';
export { fieldsBefore } from './form/kept-fields';
export { Opened } from './form/opened';
export { PostForm } from './form/post-form';
export { SentForm } from './form/sent-form';
export { steadyPresses } from './form/steady-presses';
export { Field, FieldInput, focusFirstError, refusedBy, shownError } from './form/field';
export { lengthOf, lengthRule, lengthWords } from './form/length-rule';
export { TextForm } from './form/text-form';
export {
  capital,
  dateInFull,
  dateShort,
  dayAndTime,
  dayInFull,
  days,
  daysUntil,
  fromNow,
  monthInFull,
  timeOfDay,
} from './format/dates';
export { LANGUAGE, LANGUAGE_PATH, type Language } from './format/language';
export { Written } from './format/written';
export { listed } from './format/lists';
export { counted, spelled, thresholdWords, whole } from './format/numbers';
export { MomentPipe, WholePipe } from './format/pipes';
export { Connection } from './platform/connection';
export { DeviceMemory } from './platform/device-memory';
export { lastValue } from './platform/last-value';
export { PageClock, SERVER_TIME } from './platform/page-clock';
export { describePage, PageTitle, type PageDescription } from './platform/page-title';
export { REQUEST_COOKIE } from './platform/request-cookie';
export { whileVisible } from './platform/while-visible';
export { takeOver } from './platform/take-over';
export { PUBLIC_URL, PublicAddress } from './platform/public-address';
export { respondWith } from './platform/response-status';
export { type SharedPage } from './platform/share-tags';
export { Footer } from './shell/footer';
export { Header } from './shell/header';
export { OfflineLine } from './shell/offline-line';
export { Failed } from './state/failed';
export { PartFailed } from './state/part-failed';
export { NoConnection } from './state/no-connection';
export { NotFound } from './state/not-found';
export { StateMessage, type StateArt } from './state/state';
export {
  failureOf,
  failureSaid,
  failureWords,
  isMissing,
  refusalIn,
  waitWords,
  type Failure,
} from './words/problem';
export { refusalWords } from './words/refusals';
export { choiceWords, kindWords, personName, proposalStateWords } from './words/states';

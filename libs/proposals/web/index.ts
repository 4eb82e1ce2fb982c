export { CommitteePanel } from './committee-panel';
export { ProposalHistory } from './proposal-history';
export { ProposalsApi, type ProposalQuery, type ProposalText } from './proposals-api';
export { proposalsRoutes } from './routes';
export { SharePanel } from './share-panel';

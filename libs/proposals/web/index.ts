export { CommitteePanel } from './committee-panel';
export { ProposalsApi, type ProposalQuery, type ProposalText } from './proposals-api';
export { proposalsRoutes } from './routes';

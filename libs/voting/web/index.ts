export { votingRoutes } from './routes';
export { VotingApi } from './voting-api';

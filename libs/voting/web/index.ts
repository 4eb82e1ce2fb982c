export { votingRoutes } from './routes';
export { VotingApi } from './voting-api';
export { deskRoutes } from './desk/routes';

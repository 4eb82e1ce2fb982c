export { DisplayName } from './display-name';
export { accountsRoutes } from './routes';
export { Visitor, type SignInProof } from './visitor';

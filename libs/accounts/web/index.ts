export { DisplayName } from './display-name';
export { accountsRoutes } from './routes';
export { staffGuard } from './staff-guard';
export { Visitor, type SignInProof } from './visitor';

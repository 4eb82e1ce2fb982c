export { DisplayName } from './display-name';
export { accountsRoutes } from './routes';
export { staffRoutes } from './staff/routes';
export { StaffBar } from './staff/staff-bar';
export { staffGuard } from './staff-guard';
export { Visitor, type SignInProof } from './visitor';

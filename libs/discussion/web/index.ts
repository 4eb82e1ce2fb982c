export { moderationRoutes } from './desk/routes';

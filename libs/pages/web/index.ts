export { editorRoutes, pagesRoutes, standardPagesRoutes } from './routes';

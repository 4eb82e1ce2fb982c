export { PagesModule } from './pages.module';
export { ClaimAccessibility } from './claim-accessibility';
export { MovePage } from './move-page';
export { WritePage, type WantedPage } from './write-page';

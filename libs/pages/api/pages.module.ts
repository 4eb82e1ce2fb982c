import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DistrictsModule } from '@buurtstem/districts-api';
import { ClaimAccessibility } from './claim-accessibility';
import { AccessibilityClaimEntity, PageEntity, PageVersionEntity } from './entities';
import { MovePage } from './move-page';
import { PageDeskController } from './page-desk.controller';
import { Pages } from './pages';
import { PagesController } from './pages.controller';
import { ReadPages } from './read-pages';
import { WritePage } from './write-page';

@Module({
  imports: [
    TypeOrmModule.forFeature([AccessibilityClaimEntity, PageEntity, PageVersionEntity]),
    DistrictsModule,
  ],
  controllers: [PagesController, PageDeskController],
  providers: [ClaimAccessibility, MovePage, Pages, ReadPages, WritePage],
  exports: [ClaimAccessibility, MovePage, WritePage],
})
export class PagesModule {}

import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts.module';
import { PresetSecondFactor } from './preset-second-factor';
import { SecondFactorCodesController } from './second-factor-codes.controller';

/** For demo and test only: whoever looks around has no phone with the codes of the demo's staff. */
@Module({
  imports: [AccountsModule],
  controllers: [SecondFactorCodesController],
  providers: [PresetSecondFactor],
  exports: [PresetSecondFactor],
})
export class AccountsDevModule {}

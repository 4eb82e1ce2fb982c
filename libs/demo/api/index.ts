export { DemoModule } from './demo.module';
export { FillWhenEmpty } from './fill-when-empty';
export { DEMO_PEOPLE, type DemoPerson } from './people';

export { CurrentDistrict } from './current-district';
export { DistrictFrame } from './district-frame';
export { chooseDistrict, districtRoutes, onlyDistrict } from './routes';
export { countRuleWords, recessWords } from './calendar-words';

export { CurrentDistrict } from './current-district';
export { DistrictFrame } from './district-frame';
export { chooseDistrict, districtRoutes, onlyDistrict } from './routes';

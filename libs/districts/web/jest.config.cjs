module.exports = require('../../../jest.web.cjs')('districts-web', __dirname);

module.exports = require('../../../jest.web.cjs')('accounts-web', __dirname);

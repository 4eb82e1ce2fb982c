module.exports = require('../../../jest.web.cjs')('voting-web', __dirname);

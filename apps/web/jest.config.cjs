module.exports = require('../../jest.web.cjs')('web', __dirname);

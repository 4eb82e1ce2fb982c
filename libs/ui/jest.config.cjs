module.exports = require('../../jest.web.cjs')('ui', __dirname);

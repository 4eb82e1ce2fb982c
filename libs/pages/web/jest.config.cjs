module.exports = require('../../../jest.web.cjs')('pages-web', __dirname);

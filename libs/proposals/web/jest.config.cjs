module.exports = require('../../../jest.web.cjs')('proposals-web', __dirname);

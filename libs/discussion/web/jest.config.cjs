module.exports = require('../../../jest.web.cjs')('discussion-web', __dirname);

module.exports = require('../../../jest.node.cjs')('platform-api', __dirname);

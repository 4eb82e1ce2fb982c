module.exports = require('../../../jest.node.cjs')('discussion-api', __dirname);

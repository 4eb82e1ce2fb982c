module.exports = require('../../../jest.node.cjs')('discussion-domain', __dirname);

module.exports = require('../../../jest.node.cjs')('voting-domain', __dirname);

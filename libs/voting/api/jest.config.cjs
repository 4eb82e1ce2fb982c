module.exports = require('../../../jest.node.cjs')('voting-api', __dirname);

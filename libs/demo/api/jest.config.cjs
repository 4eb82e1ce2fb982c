module.exports = require('../../../jest.node.cjs')('demo-api', __dirname);

module.exports = require('../jest.node.cjs')('tools', __dirname);

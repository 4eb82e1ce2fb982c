module.exports = require('../../../jest.node.cjs')('proposals-api', __dirname);

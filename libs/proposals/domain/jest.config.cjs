module.exports = require('../../../jest.node.cjs')('proposals-domain', __dirname);

module.exports = require('../../../jest.node.cjs')('notifications-domain', __dirname);

module.exports = require('../../../jest.node.cjs')('notifications-api', __dirname);

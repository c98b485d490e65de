// EverShop listens on all addresses and has no setting for it. Preloaded, this turns every
// server socket of the process to this machine alone.
const net = require("node:net");

const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function (where, ...rest) {
  const callback = rest.find((argument) => typeof argument === "function");
  if (typeof where === "object" && where !== null && where.port !== undefined) {
    return listen.call(this, { ...where, host: "127.0.0.1" }, callback);
  }
  if (/^\d+$/.test(String(where))) {
    return listen.call(this, { port: Number(where), host: "127.0.0.1" }, callback);
  }
  return listen.call(this, where, ...rest);
};

/**
 * The web page. Its files are resources beside this package: {@code index.html}, {@code app.js} and what it imports. The browser runs
 * them as they are; the page reads the same HTTP API as every other client.
 */
package io.multichat.server.page;
